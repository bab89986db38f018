// The only importer of telegraf: what of it this adapter uses. What comes back is either what the method gives, or an error whose kind is known.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Telegram, TelegramError } from 'telegraf';
import { download } from '../download.ts';
import type { Call } from './api.ts';
import { readResult } from './updates/read-update.ts';
import { Misfit } from './updates/shape.ts';

/** The part of Telegram's error that is read. */
export interface KnownError extends Error {
  code: number;
  description: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

export const isTelegramError = (error: unknown): error is KnownError => error instanceof TelegramError;

/** What was answered is nothing that Telegram says: a proxy's page, an empty body, a result without what the method gives. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
}

/** A client of the Bot API, without the library's own types. */
export interface Client {
  call: Call;
  /** The bytes of a file by its id, `most` at most. Rejects where Telegram does not give them. */
  load(fileId: string, most: number): Promise<Uint8Array>;
}

/** The library itself waits more than eight minutes for an answer that broke off. */
const CALL_MS = 30_000;

/**
 * A client of the Bot API. Its errors carry neither the token nor what was to be sent.
 * @param hear is told what Telegram's clock says with each answer, in milliseconds since 1970
 */
export function clientFor(
  token: string,
  apiRoot: string | undefined,
  hear: (date: number) => void = () => {},
): Client {
  const telegram = new Telegram(token, { webhookReply: false, ...(apiRoot ? { apiRoot } : {}) });
  const call: Call = async (method, payload, signal) => {
    const dates = datesOf(new URL(`./bot${token}/${method}`, telegram.options.apiRoot).pathname);
    try {
      const patience = { signal: signal ?? AbortSignal.timeout(CALL_MS) };
      const raw: unknown = await telegram.callApi(method as never, payload as never, patience as never);
      const result = readResult(method, raw);
      if (result instanceof Misfit) throw new UnreadableAnswer(`the result of ${method}: ${result}`);
      const date = dates.last();
      if (date !== undefined) hear(date);
      return result;
    } catch (error) {
      throw understood(withoutSecrets(error, token));
    } finally {
      dates.stop();
    }
  };
  return {
    call,
    load: async (fileId, most) => {
      const { file_path: path } = await call('getFile', { file_id: fileId });
      if (path === undefined) throw new Error('Telegram does not say where a file is');
      return download(`${telegram.options.apiRoot}/file/bot${token}/${encodeURI(path)}`, most);
    },
  };
}

/** Node tells here of every answer to a request of this process; the library keeps the headers to itself. */
const ANSWERS = 'http.client.response.finish';

/** Listens for the header `Date` of answers to requests for a path, until it is stopped. */
function datesOf(path: string) {
  let last: number | undefined;
  const note = (told: unknown) => {
    const { request, response } = told as { request: ClientRequest; response: IncomingMessage };
    if (request.path !== path) return;
    const date = Date.parse(response.headers.date ?? '');
    if (!Number.isNaN(date)) last = date;
  };
  subscribe(ANSWERS, note);
  return { last: () => last, stop: () => unsubscribe(ANSWERS, note) };
}

/** An error of Telegram as it is described, a broken connection, or else an answer that is not Telegram's. */
function understood(error: unknown): unknown {
  if (error instanceof TelegramError && isWhole(error)) return error;
  if (error instanceof UnreadableAnswer || isBroken(error)) return error;
  return new UnreadableAnswer('What answers for Telegram does not answer as Telegram does', { cause: error });
}

/** Whether an error has what Telegram says of each; of its parameters those stay that are numbers. */
function isWhole(error: TelegramError): boolean {
  const { response } = error;
  if (!Number.isInteger(response.error_code) || typeof response.description !== 'string') return false;
  const told = Object.entries((response.parameters ?? {}) as Record<string, unknown>);
  response.parameters = Object.fromEntries(told.filter(([, value]) => Number.isSafeInteger(value)));
  return true;
}

/** By the names that the library's own client gives its errors. */
const isBroken = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' ||
    (error.name === 'FetchError' && 'type' in error && error.type === 'system'));

/** Network errors name the address, which holds the token; Telegram's errors bring the whole request along. */
function withoutSecrets(error: unknown, token: string): unknown {
  if (!(error instanceof Error)) return error;
  const plain = (text: string) => text.replaceAll(token, '…').replace(/\/bot[^/\s]+(?=\/)/g, '/bot…');
  const stack = error.stack; // made before the library takes the token out of the message
  error.message = plain(error.message);
  error.stack = plain(stack ?? '');
  if ('on' in error) delete error.on;
  return error;
}
