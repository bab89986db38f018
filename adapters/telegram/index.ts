// Telegram: asks for updates or waits for them, sets the menus, hands every request to the core.
import type { Chat, ChatStore, Log, Standing } from '#core';
import { attach } from '../attachment.ts';
import { ALLOWED_UPDATES, type Me } from './api.ts';
import { hashOf, menusOf } from './commands.ts';
import { Desk } from './desk.ts';
import { finalReason } from './errors.ts';
import { type Client, clientFor } from './library.ts';
import type { Time } from './pace.ts';
import { poll } from './polling.ts';
import { listen } from './webhook.ts';

/** What the adapter is started with. */
export interface TelegramOptions {
  token: string;
  chat: Chat;
  store: Pick<ChatStore, 'registrations' | 'notices' | 'move'>;
  /** What is sent without being asked for, and what is told of the bot's standing. */
  digests: Standing;
  log: Log;
  time: Time;
  /** Address of the Bot API; Telegram's own where undefined. */
  apiRoot?: string;
  /** Where Telegram reaches us, and the port on which we listen for it; asked for updates where undefined. */
  webhook?: { url: string; port: number; secret: string };
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

/** Connects to Telegram and serves until stopped. */
export async function startTelegram(options: TelegramOptions): Promise<TelegramStart> {
  const { token, apiRoot, digests, log } = options;
  const client = clientFor(token, apiRoot);
  let me: Me;
  try {
    me = await client.call('getMe', {});
  } catch (error) {
    const reason = finalReason(error);
    if (reason) return { ok: false, reason };
    throw new Error('Telegram could not be reached', { cause: error });
  }
  const desk = new Desk(client, me, options);
  try {
    await setMenus(client, me, options);
  } catch (error) {
    log.error({ err: error }, 'the menus could not be set at Telegram; the next start tries again');
  }
  const { ended, stop } = options.webhook
    ? await waitForUpdates(client, desk, options, options.webhook)
    : await askForUpdates(client, desk, options);
  const leave = attach(digests, desk.poster, ended, log);
  return {
    ok: true,
    telegram: {
      url: `https://t.me/${me.username}`,
      advice: adviceFor(me),
      ended,
      stop: async () => {
        await Promise.all([leave(), stop()]);
      },
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

async function askForUpdates({ call }: Client, desk: Desk, { time, log }: TelegramOptions) {
  await call('deleteWebhook', {});
  const stopping = new AbortController();
  const polling = poll({ call, time, log, stopping: stopping.signal }, (update) => desk.take(update));
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
      await desk.idle();
    },
  };
}

async function waitForUpdates(
  client: Client,
  desk: Desk,
  { log }: TelegramOptions,
  { url, port, secret }: NonNullable<TelegramOptions['webhook']>,
) {
  const path = new URL(url).pathname;
  const webhook = await listen({ port, path, secret, log }, (update) => desk.take(update));
  try {
    await client.call('setWebhook', { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES });
  } catch (error) {
    await webhook.close();
    throw error;
  }
  return {
    ended: new Promise<string>(() => {}), // a server of ours does not end by itself
    stop: async () => {
      await webhook.close();
      await desk.idle();
    },
  };
}
