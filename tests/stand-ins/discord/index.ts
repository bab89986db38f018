// A stand-in for Discord: REST and gateway for an unchanged client, and controls to act as people and as a bad network.
import { GatewayIntentBits as Intent } from 'discord.js';
import type { CommandBook } from './command-book.ts';
import { createState, type DiscordOptions } from './create-state.ts';
import type { Fault } from './faults.ts';
import type { Gateway } from './gateway.ts';
import type { Interaction } from './interaction.ts';
import { People } from './people.ts';
import { RateLimits } from './rate-limits.ts';
import { Rest } from './rest.ts';
import { afterwards } from './rules/messages.ts';
import type { SentMessage } from './sent-message.ts';
import type { Json, MessageBody } from './shapes.ts';
import type { State } from './state.ts';
import type { Author, Channel, Guild, Person } from './world.ts';

export type { DiscordOptions } from './create-state.ts';
export type { Fault } from './faults.ts';
export type { SentFile } from './files.ts';
export type { Interaction } from './interaction.ts';
export type { PersonMessage } from './person-message.ts';

export { hasSchema } from './schema.ts';
export type { SentMessage } from './sent-message.ts';
export type { Channel, Guild, Person } from './world.ts';

/** How long one thing that a person did waited. */
export interface Timing {
  what: string;
  /** Until the first sign: an acknowledgement, or the first answering message. Undefined where there was none. */
  firstMs?: number | undefined;
  /** Until the answer was complete. */
  fullMs?: number | undefined;
}

export class Discord extends People {
  readonly token: string;
  /** For the client's option `rest.api`. */
  readonly apiUrl: string;
  readonly bot: Author;
  readonly application: { id: string; name: string };
  readonly gateway: Gateway;
  readonly #state: State;
  readonly #rest: Rest;

  constructor(state: State, rest: Rest, host: string) {
    super(state);
    this.#state = state;
    this.#rest = rest;
    this.token = state.token;
    this.apiUrl = `http://${host}/api`;
    this.bot = state.world.bot;
    this.application = state.application;
    this.gateway = state.gateway;
  }

  /** Every request so far, in order. */
  get requests(): Rest['requests'] {
    return this.#rest.requests;
  }

  /** What was wrong with the bodies of requests, one sentence each. A test may empty it. */
  get violations(): string[] {
    return this.#rest.violations;
  }

  get interactions(): readonly Interaction[] {
    return this.#state.interactions.all;
  }

  get personMessages(): State['personMessages'] {
    return this.#state.personMessages;
  }

  get typing(): State['typing'] {
    return this.#state.typing;
  }

  get commands(): CommandBook {
    return this.#state.commands;
  }

  channel(id: string): Channel {
    return this.#state.world.channel(id);
  }

  guild(id: string): Guild | undefined {
    return this.#state.world.guilds.get(id);
  }

  /** The conversation between a person and the bot. */
  directChannel(person: Person): Channel {
    return this.#state.world.directChannel(person);
  }

  /** A conversation among people that only commands reach. */
  groupChannel(people: readonly Person[]): Channel {
    return this.#state.world.groupChannel(people);
  }

  /** The messages of a channel now, oldest first. */
  messagesIn(channel: Channel | string): SentMessage[] {
    return this.#state.messages.inChannel(this.#channelOf(channel));
  }

  /** The bot's first post after a message; without one, its first that no earlier call has handed out. Answers to interactions are no posts. */
  nextMessage(wanted: {
    channel: Channel | string;
    after?: { id: string };
    timeoutMs?: number;
  }): Promise<SentMessage> {
    const { channel, after, timeoutMs } = wanted;
    return this.#state.messages.next(this.#channelOf(channel), after?.id, timeoutMs);
  }

  /** An older message, without an event; by the bot unless an author is given. */
  placeMessage(placed: {
    channel: Channel | string;
    body: MessageBody;
    author?: Author;
    forwards?: SentMessage;
    poll?: Json;
  }): SentMessage {
    const { messages, world } = this.#state;
    const { channel, body, author = world.bot, forwards, poll } = placed;
    return messages.place({ ...afterwards(body), channel: this.#channelOf(channel), author, forwards, poll });
  }

  /** A moderator deletes a message. */
  deleteMessage(message: SentMessage): void {
    this.#state.messages.remove(message);
  }

  /** A moderator deletes a channel. */
  deleteChannel(channel: Channel | string): void {
    const { world, gateway } = this.#state;
    const gone = this.#channelOf(channel);
    world.removeChannel(gone);
    gateway.dispatch({
      type: gone.parent ? 'THREAD_DELETE' : 'CHANNEL_DELETE',
      guild: gone.guild,
      intents: Intent.Guilds,
      data: () => ({ id: gone.id, guild_id: gone.guild?.id, type: gone.parent ? 11 : 0, name: gone.name }),
    });
  }

  /** The bot is removed from a guild. */
  leaveGuild(guild: Guild): void {
    const { world, gateway } = this.#state;
    world.removeGuild(guild);
    gateway.dispatch({
      type: 'GUILD_DELETE',
      guild,
      intents: Intent.Guilds,
      data: () => ({ id: guild.id }),
    });
  }

  /** The next requests that match go wrong. */
  failNext(fault: Fault): void {
    this.#rest.faults.add(fault);
  }

  /** Cuts the connection of the gateway; what happens meanwhile is replayed when the client resumes. */
  dropConnection(): void {
    this.gateway.drop();
  }

  requestReconnect(): void {
    this.gateway.requestReconnect();
  }

  invalidateSession({ resumable }: { resumable: boolean }): void {
    this.gateway.invalidate(resumable);
  }

  /** Resolves once the client has identified so often. */
  identified(times = 1, timeoutMs?: number): Promise<Gateway['identified']> {
    const { identified } = this.gateway;
    const enough = () => (identified.length >= times ? identified : undefined);
    return this.#state.waits.until('gateway', enough, `Identified ${times} times`, timeoutMs);
  }

  /** Resolves once the client has resumed so often. */
  resumed(times = 1, timeoutMs?: number): Promise<Gateway['resumed']> {
    const { resumed } = this.gateway;
    const enough = () => (resumed.length >= times ? resumed : undefined);
    return this.#state.waits.until('gateway', enough, `Resumed ${times} times`, timeoutMs);
  }

  /** Resolves once this many connections to the gateway were opened, whatever their end. */
  connected(times: number, timeoutMs?: number): Promise<true> {
    const enough = () => (this.gateway.connections >= times ? true : undefined);
    return this.#state.waits.until('gateway', enough, `Connected ${times} times`, timeoutMs);
  }

  /** Resolves with what `find` returns once it is not undefined; called again after every request. */
  until<T>(find: () => T | undefined, sentence: string, timeoutMs?: number): Promise<T> {
    return this.#state.waits.until('requests', find, sentence, timeoutMs);
  }

  /** How long everything that people did waited for its answer. */
  timings(): Timing[] {
    return [
      ...this.interactions.map(({ name, callback, settledAfterMs }) => ({
        what: name,
        firstMs: callback?.afterMs,
        fullMs: settledAfterMs,
      })),
      ...this.personMessages.map(({ message, firstAnswerAfterMs }) => ({
        what: message.content,
        firstMs: firstAnswerAfterMs,
        fullMs: firstAnswerAfterMs,
      })),
    ];
  }

  /** Ends all connections and waits; nothing is left open. */
  async close(): Promise<void> {
    this.#state.waits.close();
    await this.gateway.close();
    await this.#rest.close();
  }

  #channelOf(channel: Channel | string): Channel {
    return typeof channel === 'string' ? this.channel(channel) : channel;
  }
}

export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const state = createState(options);
  const rateLimits =
    options.rateLimits && new RateLimits(options.rateLimits === true ? {} : options.rateLimits, state.now);
  const rest = new Rest(state, rateLimits);
  const host = await rest.listen();
  state.files.origin = `http://${host}`;
  state.gateway.attach(rest.server, `ws://${host}/`);
  return new Discord(state, rest, host);
}
