// The only importer of telegraf. A call resolves with a checked result, or rejects with an error of a known
// kind.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Telegram, TelegramError } from 'telegraf';
import { download } from '../download.ts';
import type { Call } from './api.ts';
import { readResult } from './updates/read-update.ts';
import { ShapeMismatch } from './updates/shape.ts';

/** The used parts of a telegraf error. */
interface KnownError extends Error {
  code: number;
  description: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

export const isTelegramError = (error: unknown): error is KnownError => error instanceof TelegramError;

/** The response is not one of Telegram's: a proxy's page, an empty body, a result of another shape. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
}

/** A client of the Bot API, without the library's own types. */
export interface Client {
  call: Call;
  /** The bytes of a file by its id. Rejects where Telegram does not give them, or more than the maximum. */
  load(fileId: string, maxBytes: number): Promise<Uint8Array>;
}

/** The library itself waits more than eight minutes for a response that broke off. */
const CALL_TIMEOUT_MS = 30_000;

/**
 * A client of the Bot API. Its errors contain neither the token nor the request.
 * @param onDate called with the date of each response, in milliseconds since 1970
 */
export function clientFor(
  token: string,
  apiRoot: string | undefined,
  onDate: (date: number) => void = () => {},
): Client {
  const telegram = new Telegram(token, { webhookReply: false, ...(apiRoot ? { apiRoot } : {}) });
  const call: Call = async (method, payload, signal) => {
    const dates = watchDates(new URL(`./bot${token}/${method}`, telegram.options.apiRoot).pathname);
    try {
      const options = { signal: signal ?? AbortSignal.timeout(CALL_TIMEOUT_MS) };
      const raw: unknown = await telegram.callApi(method as never, payload as never, options as never);
      const result = readResult(method, raw);
      if (result instanceof ShapeMismatch) throw new UnreadableAnswer(`the result of ${method}: ${result}`);
      const date = dates.last();
      if (date !== undefined) onDate(date);
      return result;
    } catch (error) {
      throw classified(withoutSecrets(error, token));
    } finally {
      dates.stop();
    }
  };
  return {
    call,
    load: async (fileId, maxBytes) => {
      const { file_path: path } = await call('getFile', { file_id: fileId });
      if (path === undefined) throw new Error('Telegram does not say where a file is');
      return download(`${telegram.options.apiRoot}/file/bot${token}/${encodeURI(path)}`, maxBytes);
    },
  };
}

/**
 * Node's diagnostics channel of all responses of this process: the library does not give access to headers.
 */
const RESPONSES = 'http.client.response.finish';

/** Watches the header `Date` of responses to requests for a path, until stopped. */
function watchDates(path: string) {
  let last: number | undefined;
  const note = (finished: unknown) => {
    const { request, response } = finished as { request: ClientRequest; response: IncomingMessage };
    if (request.path !== path) return;
    const date = Date.parse(response.headers.date ?? '');
    if (!Number.isNaN(date)) last = date;
  };
  subscribe(RESPONSES, note);
  return { last: () => last, stop: () => unsubscribe(RESPONSES, note) };
}

/** A documented error of Telegram, a broken connection, or else an unreadable response. */
function classified(error: unknown): unknown {
  if (error instanceof TelegramError && isDocumented(error)) return error;
  if (error instanceof UnreadableAnswer || isConnectionError(error)) return error;
  return new UnreadableAnswer('What answers for Telegram does not answer as Telegram does', { cause: error });
}

/** Whether an error has the documented fields; parameters that are no numbers are dropped. */
function isDocumented(error: TelegramError): boolean {
  const { response } = error;
  if (!Number.isInteger(response.error_code) || typeof response.description !== 'string') return false;
  const parameters = Object.entries((response.parameters ?? {}) as Record<string, unknown>);
  response.parameters = Object.fromEntries(parameters.filter(([, value]) => Number.isSafeInteger(value)));
  return true;
}

/** By the names of the library's HTTP client. */
const isConnectionError = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' ||
    (error.name === 'FetchError' && 'type' in error && error.type === 'system'));

/** Network errors contain the address with the token; Telegram's errors contain the request. */
function withoutSecrets(error: unknown, token: string): unknown {
  if (!(error instanceof Error)) return error;
  const plain = (text: string) => text.replaceAll(token, '…').replace(/\/bot[^/\s]+(?=\/)/g, '/bot…');
  const stack = error.stack; // contains the original message, too
  error.message = plain(error.message);
  error.stack = plain(stack ?? '');
  if ('on' in error) delete error.on;
  return error;
}
