// A stand-in for Telegram's Bot API on this machine: for an unchanged client, with controls to act as people and as a bad network.
// Left out: Markdown, albums and media but documents, topics of private chats, business accounts, the caching of answers, the ageing of
// queries and messages, and what Telegram marks by itself in the bot's own texts.
import { createState, type TelegramOptions } from './create-state.ts';
import type { Fault } from './faults.ts';
import { shown } from './formatted-text.ts';
import { changeStanding, happen, migrate } from './membership.ts';
import { userPayload } from './payloads.ts';
import { People } from './people.ts';
import type { Press } from './queries.ts';
import { RateLimits } from './rate-limits.ts';
import { Requests } from './requests.ts';
import type { SentMessage } from './sent-message.ts';
import { Server } from './server.ts';
import type { Body, Command } from './shapes.ts';
import type { State } from './state.ts';
import type { Update } from './updates.ts';
import type { Delivery } from './webhook.ts';
import type { Chat, Person } from './world.ts';

export type { TelegramOptions } from './create-state.ts';
export type { Fault } from './faults.ts';
export type { PersonMessage } from './person-message.ts';
export type { Press } from './queries.ts';

export type { SentMessage } from './sent-message.ts';
export type { Body, InlineResult } from './shapes.ts';
export type { Chat, ChatOptions, Person } from './world.ts';

/** How long one thing that a person did waited for its first answer. */
export interface Timing {
  what: string;
  /** Milliseconds from when the bot could know of it. Undefined where there was no answer. */
  firstMs?: number | undefined;
}

type Where = Chat | number;

export class Telegram extends People {
  readonly token: string;
  /** For the client's option `telegram.apiRoot`. */
  readonly apiRoot: string;
  readonly bot: Person & { username: string };
  readonly #state: State;
  readonly #requests: Requests;
  readonly #server: Server;

  constructor(state: State, requests: Requests, server: Server, apiRoot: string) {
    super(state);
    this.#state = state;
    this.#requests = requests;
    this.#server = server;
    this.apiRoot = apiRoot;
    this.token = state.token;
    this.bot = state.world.bot;
  }

  /** Every request so far, in order. */
  get requests(): Requests['all'] {
    return this.#requests.all;
  }

  /** What the bot should not have asked for, one sentence each. A test may empty it. */
  get violations(): string[] {
    return this.#requests.violations;
  }

  /** Every update that the bot got or will get. */
  get updates(): readonly Update[] {
    return this.#state.updates.all;
  }

  /** How many of them it has not confirmed. */
  get pending(): number {
    return this.#state.updates.pending.length;
  }

  /** How often a poll has begun to wait. */
  get polls(): number {
    return this.#state.polling.started;
  }

  /** Every attempt to deliver an update to the bot's webhook. */
  get deliveries(): readonly Delivery[] {
    return this.#state.webhook.deliveries;
  }

  get personMessages(): State['personMessages'] {
    return this.#state.personMessages;
  }

  get presses(): readonly Press[] {
    return this.#state.queries.presses;
  }

  /** Chat actions of the bot: typing, uploading. */
  get actions(): State['actions'] {
    return this.#state.actions;
  }

  /** The texts about the bot, by `description:` or `short_description:` and language. */
  get about(): State['about'] {
    return this.#state.about;
  }

  chat(id: number): Chat {
    return this.#state.world.find(id);
  }

  /** The conversation between a person and the bot. */
  privateChat(person: Person): Chat {
    return this.#state.world.privateChat(person);
  }

  /** The commands that a person's client offers in a chat, in their private one where none is given. */
  commandsFor(person: Person, chat: Where = this.privateChat(person)): readonly Command[] {
    return this.#state.commands.offered({ chat: this.#chatOf(chat), person });
  }

  /** The messages of a chat now, oldest first. */
  messagesIn(chat: Where): SentMessage[] {
    return this.#state.messages.inChat(this.#chatOf(chat));
  }

  /** The bot's first message after another; without one, its first that no earlier call has handed out. */
  nextMessage(wanted: { chat: Where; after?: SentMessage; timeoutMs?: number }): Promise<SentMessage> {
    return this.#state.messages.next(this.#chatOf(wanted.chat), wanted.after, wanted.timeoutMs);
  }

  /** An older message of the bot, without a request. */
  placeMessage({ chat: where, body }: { chat: Where; body: Body }): SentMessage {
    const { text = '', parse_mode, entities, reply_markup: markup, message_thread_id: thread } = body;
    const chat = this.#chatOf(where);
    const content = shown({ text, parse_mode, entities });
    return this.#state.messages.create({ ...content, chat, author: this.bot, markup, thread });
  }

  /** A moderator deletes a message; bots get no update. */
  deleteMessage(message: SentMessage): void {
    message.remove();
  }

  block({ person }: { person: Person }): void {
    changeStanding(this.#state, this.privateChat(person), 'kicked', person);
  }

  unblock({ person }: { person: Person }): void {
    changeStanding(this.#state, this.privateChat(person), 'member', person);
  }

  /** The bot is thrown out. */
  kick({ chat, person }: { chat: Where; person?: Person }): void {
    this.#change(chat, 'kicked', person);
  }

  /** The bot becomes an administrator, who gets everything. */
  promote({ chat, person }: { chat: Where; person?: Person }): void {
    this.#change(chat, 'administrator', person);
  }

  demote({ chat, person }: { chat: Where; person?: Person }): void {
    this.#change(chat, 'member', person);
  }

  /** The bot is brought into a chat. */
  add({ chat: where, person }: { chat: Where; person: Person }): void {
    const chat = this.#chatOf(where);
    changeStanding(this.#state, chat, chat.type === 'channel' ? 'administrator' : 'member', person);
    if (chat.type === 'channel') return;
    happen(this.#state, chat, person, { new_chat_members: [userPayload(this.bot)] });
  }

  /** A group becomes a supergroup, which is returned. */
  migrate({ group, person }: { group: Where; person?: Person }): Chat {
    const chat = this.#chatOf(group);
    return migrate(this.#state, chat, person ?? this.#somebody(chat));
  }

  /** The next requests that match go wrong. */
  failNext(fault: Fault): void {
    this.#requests.faults.add(fault);
  }

  /** Answers the poll that waits with a conflict, as if a second instance of the bot had begun to poll. */
  interruptPoll(): void {
    this.#state.polling.end(
      'terminated by other getUpdates request; make sure that only one bot instance is running',
    );
  }

  /** Resolves once polls have begun to wait so often. */
  polled(times = 1, timeoutMs?: number): Promise<number> {
    const { polling, waits } = this.#state;
    const enough = () => (polling.started >= times ? polling.started : undefined);
    return waits.until('polls', enough, `Waiting for updates ${times} times`, timeoutMs);
  }

  /** Resolves once the bot has confirmed all updates so far. A client that confirms after its handlers have ended is then at rest. */
  confirmed(timeoutMs?: number): Promise<true> {
    const none = () => (this.pending === 0 ? true : undefined);
    return this.until(none, 'All updates confirmed', timeoutMs);
  }

  /** Resolves with what `find` returns once it is not undefined; called again after every request, update and delivery. */
  until<T>(find: () => T | undefined, sentence: string, timeoutMs?: number): Promise<T> {
    return this.#state.waits.until('requests', find, sentence, timeoutMs);
  }

  /** How long everything that people did waited for its answer. */
  timings(): Timing[] {
    const { queries } = this.#state;
    const heard = this.personMessages.filter((each) => each.heard);
    return [
      ...heard.map(({ message, firstAnswerAfterMs }) => ({
        what: message.text,
        firstMs: firstAnswerAfterMs,
      })),
      ...[...queries.presses, ...queries.inline, ...queries.guests].map(({ what, answeredAfterMs }) => ({
        what,
        firstMs: answeredAfterMs,
      })),
    ];
  }

  /** Ends all connections, polls and deliveries and waits; nothing is left open. */
  async close(): Promise<void> {
    this.#state.waits.close();
    this.#state.webhook.close();
    this.#state.polling.close();
    await this.#server.close();
  }

  #change(where: Where, standing: Chat['bot'], person?: Person): void {
    const chat = this.#chatOf(where);
    changeStanding(this.#state, chat, standing, person ?? this.#somebody(chat));
  }

  /** Who may decide about the bot in a chat. */
  #somebody(chat: Chat): Person {
    const [person] = [...chat.admins, ...chat.members];
    if (!person) throw new Error(`Chat ${chat.id} has neither admins nor members who could do that`);
    return person;
  }

  #chatOf(chat: Where): Chat {
    return typeof chat === 'number' ? this.chat(chat) : chat;
  }
}

export async function startTelegram(options: TelegramOptions = {}): Promise<Telegram> {
  const state = createState(options);
  const rateLimits =
    options.rateLimits && new RateLimits(options.rateLimits === true ? {} : options.rateLimits, state.now);
  const requests = new Requests(state, rateLimits);
  const server = new Server(state, requests);
  return new Telegram(state, requests, server, await server.listen());
}
