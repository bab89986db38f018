// Updates by webhook: a small server behind a reverse proxy. Hands on what carries the secret; everything else is turned away.
import { createHash, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { Log } from '#core';
import type { Update } from './api.ts';

/** An update is some kilobytes; what is larger is none. */
const MAX_BODY_BYTES = 1024 * 1024;
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
/** A slow or half-open connection is not waited for longer. */
const REQUEST_TIMEOUT_MS = 10_000;

/** A server that waits for updates. */
export interface Webhook {
  port: number;
  close(): Promise<void>;
}

/** Listens on a port; 0 takes a free one. */
export async function listen(
  { port, path, secret, log }: { port: number; path: string; secret: string; log: Log },
  handle: (update: Update) => void,
): Promise<Webhook> {
  const server = http.createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
    receive(request, path, secret)
      .then(({ status, update }) => {
        response.writeHead(status, status === 413 ? { connection: 'close' } : {}).end();
        if (update) handle(update);
      })
      .catch((error: unknown) => {
        log.warn({ err: error }, 'a webhook request broke off');
        response.destroy();
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

async function receive(
  request: http.IncomingMessage,
  path: string,
  secret: string,
): Promise<{ status: number; update?: Update }> {
  if (request.method !== 'POST' || request.url !== path) return { status: 404 };
  if (!isSecret(request.headers[SECRET_HEADER], secret)) return { status: 401 };
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return { status: 413 };
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
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
