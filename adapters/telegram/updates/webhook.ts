// Updates by webhook: a small server behind a reverse proxy. Requests without the secret are refused.
import { createHash, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { Log } from '#core';
import { LogThrottle } from '../../log-throttle.ts';
import type { Update } from '../api.ts';

/** An update is some kilobytes. */
const MAX_BODY_BYTES = 1024 * 1024;
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
/** For slow and half-open connections, while serving and when closing. */
const REQUEST_TIMEOUT_MS = 10_000;
/** Checks for slow connections within that time. */
const CHECKS_PER_TIMEOUT = 5;
/** For a reverse proxy on the same machine; nobody else reaches the port. */
const LOOPBACK = '127.0.0.1';
/** Telegram opens at most 100. https://core.telegram.org/bots/api#setwebhook */
const MAX_CONNECTIONS = 100;
/** Telegram repeats refused updates: those that come together are one line in the log. */
const MERGE_MS = 1000;

/** A server that listens for updates. */
export interface Webhook {
  port: number;
  /** Takes no new requests; resolves when those under way are answered. */
  close(): Promise<void>;
}

/** Where the server listens, and the secret that Telegram sends along. */
interface WebhookOptions {
  port: number;
  /** The address to listen on; the loopback address where undefined. */
  host?: string;
  path: string;
  secret: string;
  log: Log;
  /** For tests. */
  timeoutMs?: number;
}

/** A raw update, of which only the number has been read. */
type RawUpdate = Pick<Update, 'update_id'>;

/** Listens on a port; 0 takes a free one. An update is handled after its request was answered. */
export async function listen(options: WebhookOptions, handle: (update: RawUpdate) => void): Promise<Webhook> {
  const { port, host = LOOPBACK, log, timeoutMs = REQUEST_TIMEOUT_MS } = options;
  const refusals = new Refusals(log);
  let closing = false;
  const timeouts = { requestTimeout: timeoutMs, connectionsCheckingInterval: timeoutMs / CHECKS_PER_TIMEOUT };
  const server = http.createServer(timeouts, (request, response) => {
    receive(request, options)
      .then(({ status, update }) => {
        if (status !== 200) refusals.note(status);
        const isLast = closing || UNAUTHORISED.has(status) || status === 413;
        response.writeHead(status, isLast ? { connection: 'close' } : {}).end();
        if (update) handle(update);
      })
      .catch((error: unknown) => {
        log.warn({ err: error }, 'a webhook request broke off');
        response.destroy();
      });
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.on('drop', () => refusals.note('full'));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code !== 'ECONNRESET') refusals.note('broken');
    if (socket.writable)
      socket.write(
        `HTTP/1.1 ${CLIENT_ERROR_STATUS[error.code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\n\r\n`,
      );
    socket.destroy(error); // as Node does without a listener
  });
  await listening(server, port, host);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        closing = true;
        refusals.flush();
        const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}

async function listening(server: http.Server, port: number, host: string): Promise<void> {
  const at = host === LOOPBACK ? '' : ` at ${host}`;
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: Error) =>
      reject(new Error(`Port ${port} cannot be listened on for Telegram${at}`, { cause: error }));
    server.once('error', refuse).listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
}

/** What Node answers by default to an invalid request, by the code of its error. */
const CLIENT_ERROR_STATUS: Partial<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** Without the secret, and with another path. */
const UNAUTHORISED = new Set([401, 404]);

/** Logs refusals, a line a minute for each reason, without their content, which is not trusted. */
class Refusals {
  private readonly throttles: Record<'unauthorised' | 'bodies' | 'full' | 'broken', LogThrottle>;

  constructor(log: Log) {
    const logging = (sentence: string) => (requests: number, last: object) =>
      log.warn({ requests, ...last }, sentence);
    this.throttles = {
      unauthorised: new LogThrottle(
        logging('requests to the webhook without its path or its secret were refused'),
      ),
      bodies: new LogThrottle(logging('requests to the webhook that hold no update were refused'), MERGE_MS),
      full: new LogThrottle(logging('connections to the webhook were refused: too many are open')),
      broken: new LogThrottle(
        logging('connections to the webhook were ended: they speak no HTTP, or too slowly'),
        MERGE_MS,
      ),
    };
  }

  /** @param reason the status that was answered, or what is wrong with the connection */
  note(reason: number | 'full' | 'broken'): void {
    const { unauthorised, bodies } = this.throttles;
    if (typeof reason === 'string') this.throttles[reason].note({});
    else (UNAUTHORISED.has(reason) ? unauthorised : bodies).note({ status: reason });
  }

  flush(): void {
    for (const throttle of Object.values(this.throttles)) throttle.flush();
  }
}

async function receive(
  request: http.IncomingMessage,
  { path, secret }: WebhookOptions,
): Promise<{ status: number; update?: RawUpdate }> {
  if (request.method !== 'POST' || request.url?.split('?')[0] !== path) return { status: 404 };
  if (!isSecret(request.headers[SECRET_HEADER], secret)) return { status: 401 };
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return { status: 413 };
  const chunks: Buffer[] = [];
  let size = 0;
  // a body that is too long is not destroyed: the response uses the same connection
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return { status: 413 };
    chunks.push(chunk);
  }
  const update = parsed(Buffer.concat(chunks).toString('utf8'));
  return update ? { status: 200, update } : { status: 400 };
}

/** In constant time; hashing makes both the same length. */
function isSecret(given: string | string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}

function parsed(body: string): RawUpdate | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const isUpdate = typeof value === 'object' && value !== null && 'update_id' in value;
    return isUpdate && Number.isSafeInteger(value.update_id) ? (value as RawUpdate) : undefined;
  } catch {
    return undefined; // reported by the status
  }
}
