// The only importer of telegraf: what of it this adapter uses.
import { Telegraf, TelegramError } from 'telegraf';
import { ALLOWED_UPDATES, type Call, type Update } from './api.ts';

/** The part of Telegram's error that is read. */
export interface KnownError extends Error {
  code: number;
  description: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

export const isTelegramError = (error: unknown): error is KnownError => error instanceof TelegramError;

/** A client with its updates, without the library's own types. */
export interface Client {
  call: Call;
  /** Asks for updates until stopped; rejects where Telegram refuses. */
  poll(handle: (update: Update) => void): Promise<void>;
  stop(): void;
}

/** Handling one update is started, not waited for: the next ones must not wait behind it. */
const HANDLER_TIMEOUT_MS = Number.POSITIVE_INFINITY;

/** A client of the Bot API. Errors never carry the token: the library takes it out of addresses. */
export function clientFor(token: string, apiRoot: string | undefined): Client {
  const bot = new Telegraf(token, {
    handlerTimeout: HANDLER_TIMEOUT_MS,
    telegram: { webhookReply: false, ...(apiRoot ? { apiRoot } : {}) },
  });
  let polling = false;
  return {
    call: (method, payload) => bot.telegram.callApi(method as never, payload as never) as never,
    poll: async (handle) => {
      bot.use((context) => handle(context.update as unknown as Update));
      polling = true;
      await bot.launch({ allowedUpdates: [...ALLOWED_UPDATES] as never });
    },
    stop: () => {
      if (polling) bot.stop();
    },
  };
}
