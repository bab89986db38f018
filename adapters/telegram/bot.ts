// A running Telegram bot: polls for updates or listens for them, sets the menus, hands every request to the
// core.
import { connectPoster } from '../connect-poster.ts';
import { ALLOWED_UPDATES, type Me } from './api.ts';
import { finalReason, isDoubtful, rivalIn } from './errors.ts';
import { register } from './register.ts';
import { type Client, clientFor } from './telegraf.ts';
import { poll } from './updates/polling.ts';
import { TelegramClock } from './updates/telegram-clock.ts';
import { type UpdateContext, UpdateHandler } from './updates/update-handler.ts';
import { listen } from './updates/webhook.ts';

export interface TelegramOptions extends UpdateContext {
  token: string;
  /** Address of the Bot API; Telegram's own where undefined. */
  apiRoot?: string;
  /** Where Telegram reaches the bot, and the port and address on which it listens; polls where undefined. */
  webhook?: { url: string; port: number; secret: string; host?: string };
}

export interface Telegram {
  /** The bot's address. */
  url: string;
  /** Settings at @BotFather that should be changed, one sentence each. */
  advice: string[];
  /** Resolves with one sentence when Telegram has refused the bot for good. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

/** The bot, or one sentence why Telegram refuses it. */
export type TelegramStart = { ok: true; telegram: Telegram } | { ok: false; reason: string };

/**
 * A refusal at the start may be a proxy's, or meant for an older process: the call is repeated after these
 * pauses.
 */
const PAUSES_MS = [1000, 2000];

/** Connects to Telegram and serves until stopped. */
export async function startTelegram(options: TelegramOptions): Promise<TelegramStart> {
  const { token, apiRoot, time, log } = options;
  const clock = new TelegramClock(time, log);
  const client = clientFor(token, apiRoot, (date) => clock.set(date));
  try {
    const me = await withRetries(() => client.call('getMe', {}), options).catch((error: unknown) => {
      if (finalReason(error)) throw error;
      throw new Error('Telegram could not be reached', { cause: error });
    });
    return { ok: true, telegram: await serve(client, me, options, clock) };
  } catch (error) {
    const reason = finalReason(error);
    if (reason && !rivalIn(error)) return { ok: false, reason };
    throw error; // the start is tried again
  }
}

/** Repeats a call that was refused, or answered by something else than Telegram. */
async function withRetries<Result>(
  call: () => Promise<Result>,
  { time, log }: Pick<TelegramOptions, 'time' | 'log'>,
): Promise<Result> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await call();
    } catch (error) {
      if (!isDoubtful(error)) throw error;
      log.warn(
        { err: error, againInMs: pauseMs },
        'Telegram was not understood, or refuses the bot; it is asked again',
      );
    }
    await time.wait(pauseMs);
  }
  return call();
}

/** Serves in the account of the bot. */
async function serve(
  client: Client,
  me: Me,
  options: TelegramOptions,
  clock: TelegramClock,
): Promise<Telegram> {
  const { digests, log, webhook } = options;
  const updateHandler = new UpdateHandler(client, me, options, clock);
  try {
    await register(client.call, me, options);
  } catch (error) {
    log.error({ err: error }, 'the menus could not be set at Telegram; the next start tries again');
  }
  const { ended, stop } = webhook
    ? await listenForUpdates(client, updateHandler, options, webhook)
    : await pollForUpdates(client, updateHandler, options);
  const disconnect = connectPoster(digests, updateHandler.poster, ended, log);
  return {
    url: `https://t.me/${me.username}`,
    advice: adviceFor(me),
    ended,
    stop: async () => {
      await Promise.all([disconnect(), stop()]);
    },
  };
}

function adviceFor({ can_read_all_group_messages, supports_inline_queries }: Me): string[] {
  return [
    ...(can_read_all_group_messages
      ? [
          'Telegram sends the bot everything that is said in groups: switch privacy mode on with /setprivacy at @BotFather.',
        ]
      : []),
    ...(supports_inline_queries ? [] : ['Inline mode is off: switch it on with /setinline at @BotFather.']),
  ];
}

/** Telegram gives no updates while a webhook is set: one of an earlier set-up is removed first. */
async function pollForUpdates({ call }: Client, updateHandler: UpdateHandler, options: TelegramOptions) {
  const { time, log } = options;
  await withRetries(() => call('deleteWebhook', {}), options);
  const stopping = new AbortController();
  const polling = poll({ call, time, log, stopping: stopping.signal }, (raw, after) =>
    updateHandler.take(raw, after),
  );
  const ended = new Promise<string>((resolve) => {
    polling.catch((error: unknown) => {
      const reason = finalReason(error);
      if (!reason) log.error({ err: error }, 'the updates of Telegram are no longer received');
      resolve(reason ?? 'Telegram could not be asked for messages any more; see the log.');
    });
  });
  return {
    ended,
    stop: async () => {
      stopping.abort();
      await polling.catch(() => {}); // reported by `ended`
      await updateHandler.idle();
    },
  };
}

async function listenForUpdates(
  client: Client,
  updateHandler: UpdateHandler,
  options: TelegramOptions,
  { url, secret, ...address }: NonNullable<TelegramOptions['webhook']>,
) {
  const { log } = options;
  const path = new URL(url).pathname;
  const webhook = await listen({ ...address, path, secret, log }, (raw) => updateHandler.take(raw));
  const payload = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES };
  try {
    await withRetries(() => client.call('setWebhook', payload), options);
  } catch (error) {
    await webhook.close();
    throw error;
  }
  return {
    ended: new Promise<string>(() => {}), // the server does not end by itself
    stop: async () => {
      await webhook.close();
      await updateHandler.idle();
    },
  };
}
