// Handles updates: messages, presses and inline queries go to the chat, edits to the answers that they
// change, changes of membership to the digests.
import {
  type Chat,
  type ChatStore,
  FALLBACK_LOCALE,
  type Incoming,
  type Log,
  type Poster,
  type PostingLack,
  type PresenceListener,
} from '#core';
import { LogThrottle } from '../../log-throttle.ts';
import type { CallbackQuery, Me, TelegramMessage, Update } from '../api.ts';
import { namesOf } from '../commands.ts';
import {
  attachmentFrom,
  documentOf,
  isShared,
  personOf,
  placeOf,
  placeOfPerson,
  pressFrom,
  requestFrom,
  speakerOf,
  speaksForChat,
} from '../decode.ts';
import { failureOf } from '../errors.ts';
import { inlineAnswer } from '../inline.ts';
import { chatKey, messageKey } from '../keys.ts';
import { posterFor } from '../poster.ts';
import { lacksIn } from '../posting-rights.ts';
import { Presence } from '../presence.ts';
import { MessageResponder, PressResponder } from '../responder.ts';
import { RateLimiter, type Time } from '../sending/rate-limiter.ts';
import { Sender } from '../sending/sender.ts';
import type { Client } from '../telegraf.ts';
import { Administrators } from './administrators.ts';
import { ClosedTopics } from './closed-topics.ts';
import { Exchanges } from './exchanges.ts';
import { readUpdate } from './read-update.ts';
import { ShapeMismatch } from './shape.ts';
import type { TelegramClock } from './telegram-clock.ts';

type Request = Incoming['request'];

/** Stale questions within this time are one line in the log. */
const MERGE_MS = 1000;
/** An answer that comes sooner is not announced by "typing". */
const TYPE_AFTER_MS = 500;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What updates are handled with. */
export interface UpdateContext {
  chat: Chat;
  store: Pick<ChatStore, 'registrations' | 'notices' | 'move'>;
  digests: PresenceListener;
  log: Log;
  time: Time;
}

export class UpdateHandler {
  /** Shares the rate limiter with the answers. */
  readonly poster: Poster;
  private readonly client: Client;
  private readonly me: Me;
  private readonly context: UpdateContext;
  private readonly commands: ReadonlySet<string>;
  private readonly administrators: Administrators;
  private readonly rateLimiter: RateLimiter;
  private readonly closedTopics = new ClosedTopics();
  private readonly presence: Presence;
  private readonly sender: Sender;
  private readonly running = new Set<Promise<void>>();
  private readonly exchanges = new Exchanges();
  private readonly clock: TelegramClock;
  private readonly unreadable: LogThrottle;
  private readonly stale: LogThrottle;

  constructor(client: Client, me: Me, context: UpdateContext, clock: TelegramClock) {
    const { time, log, store, chat, digests } = context;
    this.client = client;
    this.me = me;
    this.context = context;
    this.clock = clock;
    this.unreadable = new LogThrottle((updates, last) =>
      log.warn({ updates, ...last }, 'updates of Telegram that cannot be read were dropped'),
    );
    this.stale = new LogThrottle(
      (questions) =>
        log.warn({ questions }, 'questions that had waited for more than ten minutes were left unanswered'),
      MERGE_MS,
    );
    this.commands = new Set(namesOf(chat.commands));
    this.administrators = new Administrators(client.call, time, log);
    this.presence = new Presence(digests, log);
    this.rateLimiter = new RateLimiter(time);
    const moved = (from: string, to: string) => store.move(from, to);
    const attemptContext = { call: client.call, rateLimiter: this.rateLimiter, moved };
    this.sender = new Sender(attemptContext, time, log);
    this.poster = posterFor(attemptContext, log);
  }

  /**
   * Begins to handle a raw update; the next one need not wait for it. One that cannot be read is dropped.
   * @param after a time before the update's arrival, by this machine's clock
   */
  take(raw: unknown, after?: number): void {
    const { log } = this.context;
    const update = readUpdate(raw);
    if (update instanceof ShapeMismatch) {
      this.unreadable.note({ last: String(update) });
      return;
    }
    this.clock.checkAgainst((update.message ?? update.channel_post)?.date);
    const handled = this.handle(update, after).catch((error: unknown) =>
      log.error({ err: error, update: update.update_id }, 'an update of Telegram was not handled'),
    );
    this.running.add(handled);
    handled.finally(() => this.running.delete(handled));
  }

  /** Resolves when everything that was taken is handled. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
    await this.rateLimiter.idle();
    this.unreadable.flush();
    this.stale.flush();
  }

  private async handle(update: Update, after: number | undefined): Promise<void> {
    const now = this.context.time.now();
    if (!(await this.isNew(update, now))) return;
    const { edited_message, callback_query, inline_query, my_chat_member } = update;
    const message = update.message ?? update.channel_post;
    if (message) return this.message(message, after);
    if (edited_message) return this.edited(edited_message);
    if (callback_query) return this.press(callback_query);
    if (inline_query) return this.inline(inline_query);
    if (!my_chat_member) return;
    this.administrators.forget(my_chat_member.chat.id);
    return this.presence.note(my_chat_member);
  }

  /**
   * Whether an update comes for the first time; where the store fails, a repeated answer is better than none.
   */
  private async isNew({ update_id }: Update, now: number): Promise<boolean> {
    const { store, log } = this.context;
    try {
      return await store.notices.claim(`telegram:${this.me.id}`, `update ${update_id}`, now, now - DAY_MS);
    } catch (error) {
      log.error({ err: error }, 'the store cannot tell whether an update of Telegram came before');
      return true;
    }
  }

  private async message(message: TelegramMessage, after: number | undefined): Promise<void> {
    const { store, digests, time } = this.context;
    const { chat, migrate_to_chat_id: newId } = message;
    if (newId) {
      await store.move(chatKey(chat.id), chatKey(newId));
      return digests.returned(chatKey(newId));
    }
    await this.closedTopics.note(message, digests);
    const request = this.requestOf(message);
    if (!request) return;
    if (this.clock.isTooOld(message.date, after)) return this.stale.note({});
    const answers = this.answer(message, request, []);
    this.exchanges.add(messageKey(chat.id, message.message_id), { at: time.elapsed(), request, answers });
    await answers;
  }

  /** The request of a message, with its file. */
  private requestOf(message: TelegramMessage): Request | undefined {
    const request = requestFrom(message, this.me, this.commands);
    const document = documentOf(message);
    if (!request || !document || request.type === 'press') return request;
    return { ...request, attachment: attachmentFrom(document, this.client.load) };
  }

  /** An edit waits for the answer that it changes. */
  private async edited(message: TelegramMessage): Promise<void> {
    const request = this.requestOf(message);
    const key = messageKey(message.chat.id, message.message_id);
    const exchange = request && this.exchanges.edited(key, request, this.context.time.elapsed());
    if (!exchange) return;
    exchange.request = request;
    exchange.answers = exchange.answers.then((earlier) => this.answer(message, request, earlier));
    await exchange.answers;
  }

  /** Answers by editing earlier messages where there are any; resolves with the messages of the answer. */
  private async answer(message: TelegramMessage, request: Request, earlier: number[]): Promise<number[]> {
    const responder = new MessageResponder(this.sender, message, earlier);
    responder.lacks = () => this.lacksAt(message);
    const person = speakerOf(message, await this.isManager(message));
    const answered = this.context.chat.receive({ person, place: placeOf(message), request }, responder);
    this.showTyping(message, answered);
    await answered;
    return responder.answers;
  }

  private async press(query: CallbackQuery): Promise<void> {
    const request = pressFrom(query);
    const { message, from } = query;
    const responder = new PressResponder(this.sender, this.client.call, query);
    if (request && message) {
      responder.lacks = () => this.lacksAt(message);
      const manager = isShared(message.chat) && (await this.administrators.has(message.chat.id, from.id));
      const incoming = { person: personOf(from, manager), place: placeOf(message), request };
      await this.context.chat.receive(incoming, responder);
    }
    await responder.dismiss();
  }

  private async inline({ id, from, query, offset }: NonNullable<Update['inline_query']>): Promise<void> {
    const person = personOf(from, false);
    const place = placeOfPerson(from);
    const found = await this.context.chat.inline({ person, place, words: query, offset });
    try {
      await this.client.call('answerInlineQuery', inlineAnswer(id, found, person.locale ?? FALLBACK_LOCALE));
    } catch (error) {
      if (!failureOf(error)) throw error; // the person has typed on, or types again after an outage
    }
  }

  private lacksAt(message: TelegramMessage): Promise<readonly PostingLack[]> {
    const context = { call: this.client.call, log: this.context.log };
    return lacksIn(context, message.chat, this.me.id, this.closedTopics.has(message));
  }

  private async isManager(message: TelegramMessage): Promise<boolean> {
    if (!isShared(message.chat)) return false;
    if (speaksForChat(message) || message.chat.type === 'channel') return true; // administrators only
    return message.from !== undefined && this.administrators.has(message.chat.id, message.from.id);
  }

  /** Shows "typing" where the answer takes a while. */
  private showTyping(message: TelegramMessage, answered: Promise<void>): void {
    let done = false;
    answered.finally(() => (done = true));
    const { chat, message_thread_id: thread, is_topic_message } = message;
    const topic = is_topic_message && thread !== undefined ? { message_thread_id: thread } : {};
    this.context.time.wait(TYPE_AFTER_MS).then(() => {
      const typing = { chat_id: chat.id, action: 'typing' as const, ...topic };
      if (!done) this.client.call('sendChatAction', typing).catch(() => {}); // nothing depends on it
    });
  }
}
