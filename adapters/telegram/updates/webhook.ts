// Updates by webhook: a small server behind a reverse proxy. Hands on what carries the secret; everything else is turned away.
import { createHash, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { Log } from '#core';
import { Tally } from '../../tally.ts';
import type { Update } from '../api.ts';

/** An update is some kilobytes; what is larger is none. */
const MAX_BODY_BYTES = 1024 * 1024;
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
/** A slow or half-open connection is not waited for longer, neither while serving nor when closing. */
const REQUEST_TIMEOUT_MS = 10_000;
/** How often a server looks for slow connections, in parts of the time that they have. */
const LOOKS = 5;
/** Behind the reverse proxy on the same machine: nobody else reaches the port. */
const LOOPBACK = '127.0.0.1';
/** Telegram opens 40 connections, 100 at most; more come from somebody else. https://core.telegram.org/bots/api#setwebhook */
const MAX_CONNECTIONS = 100;
/** Updates that cannot be read are told again and again: those that come together are one line in the log. */
const MERGE_MS = 1000;

/** A server that waits for updates. */
export interface Webhook {
  port: number;
  /** Takes no new requests; resolves when those under way are answered. */
  close(): Promise<void>;
}

/** Where updates come in, and what proves that they come from Telegram. */
interface Entrance {
  port: number;
  /** The address that it listens on: this machine alone where undefined. */
  host?: string;
  path: string;
  secret: string;
  log: Log;
  /** For tests. */
  timeoutMs?: number;
}

/** An update as it came, of which only the number is known. */
type Unread = Pick<Update, 'update_id'>;

/** Listens on a port; 0 takes a free one. An update is handed on when Telegram has been told that it arrived. */
export async function listen(entrance: Entrance, handle: (update: Unread) => void): Promise<Webhook> {
  const { port, host = LOOPBACK, log, timeoutMs = REQUEST_TIMEOUT_MS } = entrance;
  const refusals = new Refusals(log);
  let closing = false;
  const patience = { requestTimeout: timeoutMs, connectionsCheckingInterval: timeoutMs / LOOKS };
  const server = http.createServer(patience, (request, response) => {
    receive(request, entrance)
      .then(({ status, update }) => {
        if (status !== 200) refusals.note(status);
        const isLast = closing || STRANGE.has(status) || status === 413;
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
      socket.write(`HTTP/1.1 ${BROKEN[error.code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\n\r\n`);
    socket.destroy(error); // as Node does where nobody listens
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

/** What Node itself answers to a connection that speaks no HTTP, by its error. */
const BROKEN: Partial<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** With these somebody is refused who does not know the secret or the path. */
const STRANGE = new Set([401, 404]);

/** Tells of what is refused, a line a minute for each reason. What was sent is not repeated: it may be anything. */
class Refusals {
  private readonly tallies: Record<'strangers' | 'bodies' | 'full' | 'broken', Tally>;

  constructor(log: Log) {
    const telling = (sentence: string) => (requests: number, last: object) =>
      log.warn({ requests, ...last }, sentence);
    this.tallies = {
      strangers: new Tally(telling('requests to the webhook without its path or its secret were refused')),
      bodies: new Tally(telling('requests to the webhook that hold no update were refused'), MERGE_MS),
      full: new Tally(telling('connections to the webhook were refused: too many are open')),
      broken: new Tally(
        telling('connections to the webhook were ended: they speak no HTTP, or too slowly'),
        MERGE_MS,
      ),
    };
  }

  /** @param reason the status that was answered, or what is wrong with the connection */
  note(reason: number | 'full' | 'broken'): void {
    const { strangers, bodies } = this.tallies;
    if (typeof reason === 'string') this.tallies[reason].note({});
    else (STRANGE.has(reason) ? strangers : bodies).note({ status: reason });
  }

  flush(): void {
    for (const tally of Object.values(this.tallies)) tally.flush();
  }
}

async function receive(
  request: http.IncomingMessage,
  { path, secret }: Entrance,
): Promise<{ status: number; update?: Unread }> {
  if (request.method !== 'POST' || request.url?.split('?')[0] !== path) return { status: 404 };
  if (!isSecret(request.headers[SECRET_HEADER], secret)) return { status: 401 };
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return { status: 413 };
  const chunks: Buffer[] = [];
  let size = 0;
  // left open where it is too long: the answer goes out on the same connection
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return { status: 413 };
    chunks.push(chunk);
  }
  const update = parsed(Buffer.concat(chunks).toString('utf8'));
  return update ? { status: 200, update } : { status: 400 };
}

/** Compared in constant time; hashing makes both the same length. */
function isSecret(given: string | string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}

function parsed(body: string): Unread | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const isUpdate = typeof value === 'object' && value !== null && 'update_id' in value;
    return isUpdate && Number.isSafeInteger(value.update_id) ? (value as Unread) : undefined;
  } catch {
    return undefined; // hostile or broken: told by the status
  }
}
