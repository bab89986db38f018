// Takes each update to whom it concerns: messages and presses to the chat, edits to the answers that they change.
import { FALLBACK_LOCALE, type Incoming, type Poster, type PostingLack } from '#core';
import { Tally } from '../../tally.ts';
import type { CallbackQuery, Me, TelegramMessage, Update } from '../api.ts';
import type { TelegramOptions } from '../bot.ts';
import { namesOf } from '../commands.ts';
import {
  attachmentFrom,
  chatKey,
  documentOf,
  isPassing,
  isShared,
  mayWrite,
  messageKey,
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
import { posterFor } from '../poster.ts';
import { lacksIn } from '../posting-rights.ts';
import { MessageResponder, PressResponder } from '../responder.ts';
import { RateLimiter } from '../sending/rate-limiter.ts';
import { Sender } from '../sending/sender.ts';
import type { Client } from '../telegraf.ts';
import { Administrators } from './administrators.ts';
import { Topics } from './closed-topics.ts';
import { readUpdate } from './read-update.ts';
import { Misfit } from './shape.ts';
import type { TelegramClock } from './telegram-clock.ts';

type Request = Incoming['request'];

/** Questions that are dropped within this time are one line in the log. */
const MERGE_MS = 1000;
/** So long an edited question has its answer edited. */
const EDITABLE_MS = 5 * 60 * 1000;
/** An answer that comes sooner needs no announcement. */
const TYPE_AFTER_MS = 500;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A question with the messages that answer it, once they are sent. */
interface Exchange {
  /** When it came, by the time that never goes back. */
  at: number;
  request: Request;
  answers: Promise<number[]>;
}

export class UpdateHandler {
  /** Sends what nobody asked for, at the pace of the answers. */
  readonly poster: Poster;
  private readonly client: Client;
  private readonly me: Me;
  private readonly options: TelegramOptions;
  private readonly commands: ReadonlySet<string>;
  private readonly administrators: Administrators;
  private readonly rateLimiter: RateLimiter;
  private readonly topics = new Topics();
  private readonly sender: Sender;
  private readonly running = new Set<Promise<void>>();
  /** What is told of the bot's standing takes effect in the order in which it is told. */
  private standing: Promise<void> = Promise.resolve();
  /** By the key of the question, oldest first. */
  private readonly exchanges = new Map<string, Exchange>();
  private readonly clock: TelegramClock;
  private readonly unread: Tally;
  private readonly stale: Tally;

  constructor(client: Client, me: Me, options: TelegramOptions, clock: TelegramClock) {
    const { time, log, store, chat } = options;
    this.client = client;
    this.me = me;
    this.options = options;
    this.clock = clock;
    this.unread = new Tally((updates, last) =>
      log.warn({ updates, ...last }, 'updates of Telegram that cannot be read were dropped'),
    );
    this.stale = new Tally(
      (questions) =>
        log.warn({ questions }, 'questions that had waited for more than ten minutes were left unanswered'),
      MERGE_MS,
    );
    this.commands = new Set(namesOf(chat.commands));
    this.administrators = new Administrators(client.call, time, log);
    this.rateLimiter = new RateLimiter(time);
    const moved = (from: string, to: string) => store.move(from, to);
    const means = { call: client.call, rateLimiter: this.rateLimiter, moved };
    this.sender = new Sender(means, time, log);
    this.poster = posterFor(means, log);
  }

  /**
   * Begins to handle an update as it came; the next one need not wait for it. What cannot be read is dropped.
   * @param after when it was certainly not there yet
   */
  take(raw: unknown, after?: number): void {
    const { log } = this.options;
    const update = readUpdate(raw);
    if (update instanceof Misfit) {
      this.unread.note({ last: String(update) });
      return;
    }
    this.clock.see((update.message ?? update.channel_post)?.date);
    const handled = this.handle(update, after).catch((error: unknown) =>
      log.error({ err: error, update: update.update_id }, 'an update of Telegram was not handled'),
    );
    this.track(handled);
  }

  /** Resolves when everything that was taken is done. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
    await this.rateLimiter.idle();
    this.unread.flush();
    this.stale.flush();
  }

  private track(task: Promise<void>): void {
    this.running.add(task);
    task.finally(() => this.running.delete(task));
  }

  private async handle(update: Update, after: number | undefined): Promise<void> {
    const now = this.options.time.now();
    if (!(await this.isNew(update, now))) return;
    const { edited_message, callback_query, inline_query, my_chat_member } = update;
    const message = update.message ?? update.channel_post;
    if (message) return this.message(message, after);
    if (edited_message) return this.edited(edited_message);
    if (callback_query) return this.press(callback_query);
    if (inline_query) return this.inline(inline_query);
    if (my_chat_member) return this.membership(my_chat_member);
  }

  /** Whether an update comes for the first time; where that cannot be told, an answer too many is better than none. */
  private async isNew({ update_id }: Update, now: number): Promise<boolean> {
    const { store, log } = this.options;
    try {
      return await store.notices.claim(`telegram:${this.me.id}`, `update ${update_id}`, now, now - DAY_MS);
    } catch (error) {
      log.error({ err: error }, 'the store cannot tell whether an update of Telegram came before');
      return true;
    }
  }

  private async message(message: TelegramMessage, after: number | undefined): Promise<void> {
    const { chat, migrate_to_chat_id: newId } = message;
    if (newId) {
      await this.options.store.move(chatKey(chat.id), chatKey(newId));
      return this.options.digests.returned(chatKey(newId));
    }
    await this.topics.note(message, this.options.digests);
    const request = this.requestOf(message);
    if (!request) return;
    if (this.clock.isTooOld(message.date, after)) return this.stale.note({});
    const answers = this.answer(message, request, []);
    this.keep(messageKey(chat.id, message.message_id), { at: this.options.time.elapsed(), request, answers });
    await answers;
  }

  /** What a message asks for, with the file that it brings. */
  private requestOf(message: TelegramMessage): Request | undefined {
    const request = requestFrom(message, this.me, this.commands);
    const document = documentOf(message);
    if (!request || !document || request.type === 'press') return request;
    return { ...request, attachment: attachmentFrom(document, this.client.load) };
  }

  /** An edit waits for the answer that it changes. */
  private async edited(message: TelegramMessage): Promise<void> {
    const latest = this.options.time.elapsed() - EDITABLE_MS;
    const known = this.exchanges.get(messageKey(message.chat.id, message.message_id));
    const request = this.requestOf(message);
    if (!known || known.at < latest || !request || isSame(request, known.request)) return;
    known.request = request;
    known.answers = known.answers.then((earlier) => this.answer(message, request, earlier));
    await known.answers;
  }

  /** Gives the messages that answer now, in the place of earlier ones. */
  private async answer(message: TelegramMessage, request: Request, earlier: number[]): Promise<number[]> {
    const responder = new MessageResponder(this.sender, message, earlier);
    responder.lacks = () => this.lacksAt(message);
    const person = speakerOf(message, await this.manages(message));
    const answered = this.options.chat.receive({ person, place: placeOf(message), request }, responder);
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
      await this.options.chat.receive(incoming, responder);
    }
    await responder.dismiss(); // answered already where something was said
  }

  private async inline({ id, from, query, offset }: NonNullable<Update['inline_query']>): Promise<void> {
    const person = personOf(from, false);
    const place = placeOfPerson(from);
    const found = await this.options.chat.inline({ person, place, words: query, offset });
    try {
      await this.client.call('answerInlineQuery', inlineAnswer(id, found, person.locale ?? FALLBACK_LOCALE));
    } catch (error) {
      if (!failureOf(error)) throw error; // the person has typed on, or types again after an outage
    }
  }

  private membership({ chat, new_chat_member }: NonNullable<Update['my_chat_member']>): Promise<void> {
    const { digests, log } = this.options;
    const { status } = new_chat_member;
    this.administrators.forget(chat.id);
    log.info({ chat: chat.id, status }, 'the standing of the bot in a chat has changed');
    const key = chatKey(chat.id);
    const tell = async () => {
      if (mayWrite(new_chat_member)) return digests.returned(key);
      if (!isPassing(new_chat_member)) return digests.left(key, 'forbidden'); // else no event tells of its end
    };
    this.standing = this.standing
      .then(tell)
      .catch((error: unknown) =>
        log.error({ err: error, chat: chat.id }, 'a change of standing was not kept'),
      );
    return this.standing;
  }

  private lacksAt(message: TelegramMessage): Promise<readonly PostingLack[]> {
    const means = { call: this.client.call, log: this.options.log };
    return lacksIn(means, message.chat, this.me.id, this.topics.isClosed(message));
  }

  private async manages(message: TelegramMessage): Promise<boolean> {
    if (!isShared(message.chat)) return false;
    if (speaksForChat(message) || message.chat.type === 'channel') return true; // who posts in a channel administers it
    return message.from !== undefined && this.administrators.has(message.chat.id, message.from.id);
  }

  /** Shows that an answer is being made, where it takes a while. */
  private showTyping(message: TelegramMessage, answered: Promise<void>): void {
    let done = false;
    answered.finally(() => {
      done = true;
    });
    const { chat, message_thread_id, is_topic_message } = message;
    const thread = is_topic_message && message_thread_id !== undefined ? { message_thread_id } : {};
    this.options.time.wait(TYPE_AFTER_MS).then(() => {
      const typing = { chat_id: chat.id, action: 'typing' as const, ...thread };
      if (!done) this.client.call('sendChatAction', typing).catch(() => {}); // a courtesy
    });
  }

  private keep(key: string, exchange: Exchange): void {
    this.exchanges.set(key, exchange);
    for (const [old, { at }] of this.exchanges) {
      if (at > exchange.at - EDITABLE_MS) break;
      this.exchanges.delete(old);
    }
  }
}

/** Telegram tells of edits that changed nothing in what was asked. */
const isSame = (one: Request, other: Request): boolean => JSON.stringify(one) === JSON.stringify(other);
