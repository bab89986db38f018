// The only importer of telegraf: what of it this adapter uses.
import { Telegram, TelegramError } from 'telegraf';
import { download } from '../download.ts';
import type { Call } from './api.ts';

/** The part of Telegram's error that is read. */
export interface KnownError extends Error {
  code: number;
  description: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

export const isTelegramError = (error: unknown): error is KnownError => error instanceof TelegramError;

/** A client of the Bot API, without the library's own types. */
export interface Client {
  call: Call;
  /** The bytes of a file by its id, `most` at most. Rejects where Telegram does not give them. */
  load(fileId: string, most: number): Promise<Uint8Array>;
}

/** The library itself waits more than eight minutes for an answer that broke off. */
const CALL_MS = 30_000;

/** A client of the Bot API. Its errors carry neither the token nor what was to be sent. */
export function clientFor(token: string, apiRoot: string | undefined): Client {
  const telegram = new Telegram(token, { webhookReply: false, ...(apiRoot ? { apiRoot } : {}) });
  const call: Call = async (method, payload, signal) => {
    try {
      const patience = signal ?? AbortSignal.timeout(CALL_MS);
      return (await telegram.callApi(
        method as never,
        payload as never,
        { signal: patience } as never,
      )) as never;
    } catch (error) {
      throw withoutSecrets(error, token);
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
