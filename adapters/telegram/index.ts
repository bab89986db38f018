// Telegram: asks for updates or waits for them, sets the menus, hands every request to the core.
import type { Chat, ChatStore, Log } from '#core';
import { Administrators } from './administrators.ts';
import { ALLOWED_UPDATES, type Me, type TelegramMessage, type Update } from './api.ts';
import { hashOf, menusOf } from './commands.ts';
import {
  chatKey,
  isAnonymousAdministrator,
  isGroup,
  messageKey,
  personOf,
  placeOf,
  placeOfPerson,
  pressFrom,
  requestFrom,
} from './decode.ts';
import { finalReason } from './errors.ts';
import { inlineAnswer } from './inline.ts';
import { type Client, clientFor } from './library.ts';
import { MessageOutlet, PressOutlet } from './outlet.ts';
import { Pace, type Time } from './pace.ts';
import { Sender } from './sender.ts';
import { listen } from './webhook.ts';

/** What the adapter is started with. */
export interface TelegramOptions {
  token: string;
  chat: Chat;
  store: Pick<ChatStore, 'registrations' | 'notices' | 'move'>;
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
  const { token, apiRoot, log } = options;
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
    : askForUpdates(client, desk, log);
  return { ok: true, telegram: { url: `https://t.me/${me.username}`, advice: adviceFor(me), ended, stop } };
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

function askForUpdates(client: Client, desk: Desk, log: Log) {
  const ended = new Promise<string>((resolve) => {
    client
      .poll((update) => desk.take(update))
      .catch((error: unknown) => {
        log.error({ err: error }, 'Telegram is no longer asked for messages');
        resolve(finalReason(error) ?? 'Telegram could not be asked for messages any more; see the log.');
      });
  });
  return {
    ended,
    stop: async () => {
      client.stop();
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
  await client.call('setWebhook', { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES });
  return {
    ended: new Promise<string>(() => {}), // a server of ours does not end by itself
    stop: async () => {
      await webhook.close();
      await desk.idle();
    },
  };
}

/** Questions that waited longer than this while the bot was down are not answered any more. */
const MAX_AGE_MS = 10 * 60 * 1000;
/** So long an edited question has its answer edited. */
const EDITABLE_MS = 5 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Takes each update to whom it concerns. */
class Desk {
  private readonly client: Client;
  private readonly me: Me;
  private readonly options: TelegramOptions;
  private readonly administrators: Administrators;
  private readonly pace: Pace;
  private readonly sender: Sender;
  private readonly running = new Set<Promise<void>>();
  /** Answers by the key of their question, oldest first. */
  private readonly answered = new Map<string, { at: number; outlet: MessageOutlet }>();
  private dropped = 0;

  constructor(client: Client, me: Me, options: TelegramOptions) {
    const { time, log, store } = options;
    this.client = client;
    this.me = me;
    this.options = options;
    this.administrators = new Administrators(client.call, time);
    this.pace = new Pace(time);
    this.sender = new Sender({ call: client.call, pace: this.pace, time, log }, (from, to) =>
      store.move(from, to),
    );
  }

  /** Begins to handle an update; the next one need not wait for it. */
  take(update: Update): void {
    const { log } = this.options;
    const task = this.handle(update).catch((error: unknown) =>
      log.error({ err: error, update: update.update_id }, 'an update of Telegram was not handled'),
    );
    this.running.add(task);
    task.finally(() => this.running.delete(task));
  }

  /** Resolves when everything that was taken is done. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
    await this.pace.idle();
  }

  private async handle(update: Update): Promise<void> {
    const { store, time } = this.options;
    const now = time.now();
    if (!(await store.notices.claim('telegram', `update ${update.update_id}`, now, now - DAY_MS))) return;
    const { message, edited_message, callback_query, inline_query, my_chat_member } = update;
    if (message) return this.message(message, now);
    if (edited_message) return this.edited(edited_message, now);
    if (callback_query) return this.press(callback_query);
    if (inline_query) return this.inline(inline_query);
    if (my_chat_member) this.membership(my_chat_member);
  }

  private async message(message: TelegramMessage, now: number): Promise<void> {
    const { store } = this.options;
    if (message.migrate_to_chat_id)
      return store.move(chatKey(message.chat.id), chatKey(message.migrate_to_chat_id));
    const request = requestFrom(message, this.me);
    if (!request || !message.from) return;
    if (message.date * 1000 < now - MAX_AGE_MS) return this.drop();
    const { chat } = message;
    const outlet = new MessageOutlet(this.sender, message, message.from.id);
    if (request.type === 'question') this.showTyping(message);
    await this.options.chat.receive(
      { person: personOf(message.from, await this.manages(message)), place: placeOf(message), request },
      outlet,
    );
    this.keep(messageKey(chat.id, message.message_id), outlet, now);
  }

  private async edited(message: TelegramMessage, now: number): Promise<void> {
    const key = messageKey(message.chat.id, message.message_id);
    const known = this.answered.get(key);
    const request = requestFrom(message, this.me);
    if (!known || known.at < now - EDITABLE_MS || !request || !message.from) return;
    const outlet = new MessageOutlet(this.sender, message, message.from.id, known.outlet.answers);
    await this.options.chat.receive(
      { person: personOf(message.from, await this.manages(message)), place: placeOf(message), request },
      outlet,
    );
    known.outlet = outlet;
  }

  private async press(query: NonNullable<Update['callback_query']>): Promise<void> {
    const request = pressFrom(query);
    const { message, from } = query;
    if (!request || !message) {
      await this.client.call('answerCallbackQuery', { callback_query_id: query.id });
      return;
    }
    const outlet = new PressOutlet(this.sender, this.client.call, { id: query.id, person: from.id, message });
    const manager = isGroup(message.chat) && (await this.administrators.has(message.chat.id, from.id));
    await this.options.chat.receive(
      { person: personOf(from, manager), place: placeOf(message), request },
      outlet,
    );
    await outlet.dismiss(); // answered already where something was said
  }

  private async inline({ id, from, query, offset }: NonNullable<Update['inline_query']>): Promise<void> {
    const person = personOf(from, false);
    const found = await this.options.chat.inline({
      person,
      place: placeOfPerson(from),
      words: query,
      offset,
    });
    await this.client.call('answerInlineQuery', inlineAnswer(id, found, person.locale ?? 'en'));
  }

  private membership({ chat, new_chat_member: { status } }: NonNullable<Update['my_chat_member']>): void {
    this.administrators.forget(chat.id);
    this.options.log.info({ chat: chat.id, status }, 'the standing of the bot in a chat has changed');
  }

  private async manages(message: TelegramMessage): Promise<boolean> {
    if (!isGroup(message.chat) || !message.from) return false;
    return isAnonymousAdministrator(message) || this.administrators.has(message.chat.id, message.from.id);
  }

  private showTyping({ chat, message_thread_id, is_topic_message }: TelegramMessage): void {
    const thread = is_topic_message && message_thread_id !== undefined ? { message_thread_id } : {};
    this.client.call('sendChatAction', { chat_id: chat.id, action: 'typing', ...thread }).catch(() => {}); // a courtesy
  }

  private keep(key: string, outlet: MessageOutlet, now: number): void {
    this.answered.set(key, { at: now, outlet });
    for (const [old, { at }] of this.answered) {
      if (at > now - EDITABLE_MS) break;
      this.answered.delete(old);
    }
  }

  /** Counts questions that are too old, and says so once for all that came together. */
  private drop(): void {
    this.dropped++;
    if (this.dropped > 1) return;
    const { log, time } = this.options;
    const told = time.wait(MERGE_MS).then(() => {
      log.warn(
        { questions: this.dropped },
        'questions that had waited for more than ten minutes were left unanswered',
      );
      this.dropped = 0;
    });
    this.running.add(told);
    told.finally(() => this.running.delete(told));
  }
}

/** Questions that are dropped within this time are one line in the log. */
const MERGE_MS = 1000;
