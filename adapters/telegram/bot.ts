// Telegram: asks for updates or waits for them, sets the menus, hands every request to the core.
import type { Chat, ChatStore, Log, PresenceListener } from '#core';
import { connectPoster } from '../connect-poster.ts';
import { ALLOWED_UPDATES, type Me } from './api.ts';
import { hashOf, menusOf } from './commands.ts';
import { finalReason, isDoubtful, rivalIn } from './errors.ts';
import type { Time } from './sending/rate-limiter.ts';
import { type Client, clientFor } from './telegraf.ts';
import { poll } from './updates/polling.ts';
import { TelegramClock } from './updates/telegram-clock.ts';
import { UpdateHandler } from './updates/update-handler.ts';
import { listen } from './updates/webhook.ts';

/** What the adapter is started with. */
export interface TelegramOptions {
  token: string;
  chat: Chat;
  store: Pick<ChatStore, 'registrations' | 'notices' | 'move'>;
  /** What is sent without being asked for, and what is told of the bot's standing. */
  digests: PresenceListener;
  log: Log;
  time: Time;
  /** Address of the Bot API; Telegram's own where undefined. */
  apiRoot?: string;
  /** Where Telegram reaches us, and the port and address on which we listen for it; asked for updates where undefined. */
  webhook?: { url: string; port: number; secret: string; host?: string };
}

/** A running adapter. */
export interface Telegram {
  /** The bot's address. */
  url: string;
  /** What is set at @BotFather otherwise than it should be, one sentence each. */
  advice: string[];
  /** Resolves with one sentence when Telegram will not have the bot any more. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

/** The adapter, or one sentence why Telegram will not have it. */
export type TelegramStart = { ok: true; telegram: Telegram } | { ok: false; reason: string };

/** What is refused at the start is asked for again after these pauses: the refusal may be a proxy's, or meant for an older process. */
const PAUSES_MS = [1000, 2000];

/** Connects to Telegram and serves until stopped. */
export async function startTelegram(options: TelegramOptions): Promise<TelegramStart> {
  const { token, apiRoot, time, log } = options;
  const clock = new TelegramClock(time, log);
  const client = clientFor(token, apiRoot, (date) => clock.hear(date));
  try {
    const me = await insist(() => client.call('getMe', {}), options).catch((error: unknown) => {
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

/** Asks again for what was refused, or answered by something else than Telegram. */
async function insist<Result>(
  ask: () => Promise<Result>,
  { time, log }: Pick<TelegramOptions, 'time' | 'log'>,
): Promise<Result> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await ask();
    } catch (error) {
      if (!isDoubtful(error)) throw error;
      log.warn(
        { err: error, againInMs: pauseMs },
        'Telegram was not understood, or refuses the bot; it is asked again',
      );
    }
    await time.wait(pauseMs);
  }
  return ask();
}

/** Serves as the bot that the token belongs to. */
async function serve(
  client: Client,
  me: Me,
  options: TelegramOptions,
  clock: TelegramClock,
): Promise<Telegram> {
  const { digests, log, webhook } = options;
  const updateHandler = new UpdateHandler(client, me, options, clock);
  try {
    await setMenus(client, me, options);
  } catch (error) {
    log.error({ err: error }, 'the menus could not be set at Telegram; the next start tries again');
  }
  const { ended, stop } = webhook
    ? await waitForUpdates(client, updateHandler, options, webhook)
    : await askForUpdates(client, updateHandler, options);
  const leave = connectPoster(digests, updateHandler.poster, ended, log);
  return {
    url: `https://t.me/${me.username}`,
    advice: adviceFor(me),
    ended,
    stop: async () => {
      await Promise.all([leave(), stop()]);
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

/** Sets the menus where they are not what Telegram was told last. */
async function setMenus(client: Client, me: Me, { chat, store, log }: TelegramOptions): Promise<void> {
  const menus = menusOf(chat.commands);
  const hash = hashOf(menus);
  const platform = `telegram:${me.id}`;
  if ((await store.registrations.get(platform)) === hash) return;
  for (const menu of menus) await client.call('setMyCommands', menu);
  await store.registrations.set(platform, hash);
  log.info({ menus: menus.length }, 'the menus were set at Telegram');
}

/** No updates are given while a webhook is set: one of an earlier set-up is removed first. */
async function askForUpdates({ call }: Client, updateHandler: UpdateHandler, options: TelegramOptions) {
  const { time, log } = options;
  await insist(() => call('deleteWebhook', {}), options);
  const stopping = new AbortController();
  const polling = poll({ call, time, log, stopping: stopping.signal }, (raw, after) =>
    updateHandler.take(raw, after),
  );
  const ended = new Promise<string>((resolve) => {
    polling.catch((error: unknown) => {
      const reason = finalReason(error);
      if (!reason) log.error({ err: error }, 'Telegram is no longer asked for messages');
      resolve(reason ?? 'Telegram could not be asked for messages any more; see the log.');
    });
  });
  return {
    ended,
    stop: async () => {
      stopping.abort();
      await polling.catch(() => {}); // said by `ended`
      await updateHandler.idle();
    },
  };
}

async function waitForUpdates(
  client: Client,
  updateHandler: UpdateHandler,
  options: TelegramOptions,
  { url, secret, ...at }: NonNullable<TelegramOptions['webhook']>,
) {
  const { log } = options;
  const path = new URL(url).pathname;
  const webhook = await listen({ ...at, path, secret, log }, (raw) => updateHandler.take(raw));
  const address = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES };
  try {
    await insist(() => client.call('setWebhook', address), options);
  } catch (error) {
    await webhook.close();
    throw error;
  }
  return {
    ended: new Promise<string>(() => {}), // a server of ours does not end by itself
    stop: async () => {
      await webhook.close();
      await updateHandler.idle();
    },
  };
}
