// Updates by webhook: a small server behind a reverse proxy. Hands on what carries the secret; everything else is turned away.
import { createHash, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { Log } from '#core';
import type { Update } from './api.ts';

/** An update is some kilobytes; what is larger is none. */
const MAX_BODY_BYTES = 1024 * 1024;
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
/** A slow or half-open connection is not waited for longer, neither while serving nor when closing. */
const REQUEST_TIMEOUT_MS = 10_000;
/** How often a server looks for slow connections, in parts of the time that they have. */
const LOOKS = 5;

/** A server that waits for updates. */
export interface Webhook {
  port: number;
  /** Takes no new requests; resolves when those under way are answered. */
  close(): Promise<void>;
}

/** Where updates come in, and what proves that they come from Telegram. */
interface Entrance {
  port: number;
  path: string;
  secret: string;
  log: Log;
  /** For tests. */
  timeoutMs?: number;
}

/** Listens on a port; 0 takes a free one. An update is handed on when Telegram has been told that it arrived. */
export async function listen(entrance: Entrance, handle: (update: Update) => void): Promise<Webhook> {
  const { port, log, timeoutMs = REQUEST_TIMEOUT_MS } = entrance;
  let closing = false;
  const patience = { requestTimeout: timeoutMs, connectionsCheckingInterval: timeoutMs / LOOKS };
  const server = http.createServer(patience, (request, response) => {
    receive(request, entrance)
      .then(({ status, update }) => {
        const isLast = closing || status === 413;
        response.writeHead(status, isLast ? { connection: 'close' } : {}).end();
        if (update) handle(update);
      })
      .catch((error: unknown) => {
        log.warn({ err: error }, 'a webhook request broke off');
        response.destroy();
      });
  });
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: Error) =>
      reject(new Error(`Port ${port} cannot be listened on for Telegram`, { cause: error }));
    server.once('error', refuse).listen(port, () => {
      server.off('error', refuse);
      resolve();
    });
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        closing = true;
        const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}

async function receive(
  request: http.IncomingMessage,
  { path, secret }: Entrance,
): Promise<{ status: number; update?: Update }> {
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

function parsed(body: string): Update | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const isUpdate = typeof value === 'object' && value !== null && 'update_id' in value;
    return isUpdate && Number.isSafeInteger(value.update_id) ? (value as Update) : undefined;
  } catch {
    return undefined; // hostile or broken: told by the status
  }
}
