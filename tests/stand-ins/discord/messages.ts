// All messages. Their changes are dispatched to the sessions that may see them.
import { GatewayIntentBits as Intent } from 'discord.js';
import { NONCE_LIFETIME_MS } from './limits.ts';
import { channelType } from './payloads.ts';
import { unknownMessage } from './refusal.ts';
import { afterwards } from './rules/messages.ts';
import { type Draft, SentMessage } from './sent-message.ts';
import type { Json, MessageBody } from './shapes.ts';
import { memberOf, type State } from './state.ts';
import { seen } from './visibility.ts';
import type { Channel } from './world.ts';

export class Messages {
  readonly #state: State;
  readonly #byId = new Map<string, SentMessage>();
  readonly #posted = new Map<string, SentMessage[]>();
  readonly #byNonce = new Map<string | number, SentMessage>();
  /** How many of a channel's posts `next` has handed out. */
  readonly #handedOut = new Map<string, number>();

  constructor(state: State) {
    this.#state = state;
  }

  /** Adds a message and dispatches its event. */
  create(draft: Draft): SentMessage {
    const message = this.place(draft);
    this.#tell('MESSAGE_CREATE', message);
    return message;
  }

  /** Adds an older message without an event. */
  place(draft: Draft): SentMessage {
    const { snowflakes, waits, now } = this.#state;
    const message = new SentMessage(snowflakes.next(), now(), draft, waits);
    this.#byId.set(message.id, message);
    return message;
  }

  /** A message that the bot posts in a channel by itself, not as an answer to an interaction. */
  post(draft: Draft): SentMessage {
    const { waits } = this.#state;
    const message = this.create(draft);
    const posts = this.#posted.get(draft.channel.id) ?? [];
    posts.push(message);
    this.#posted.set(draft.channel.id, posts);
    if (draft.nonce) this.#byNonce.set(draft.nonce, message);
    waits.changed(`channel ${draft.channel.id}`);
    return message;
  }

  edit(message: SentMessage, body: MessageBody): void {
    const { waits, now } = this.#state;
    message.apply(afterwards(body, message), { at: now(), body });
    this.#tell('MESSAGE_UPDATE', message);
    waits.changed(message.topic);
  }

  remove(message: SentMessage): void {
    const { waits, gateway } = this.#state;
    message.deleted = true;
    const { guild, id } = message.channel;
    if (!message.ephemeral)
      gateway.dispatch({
        type: 'MESSAGE_DELETE',
        guild,
        intents: guild ? Intent.GuildMessages : Intent.DirectMessages,
        data: () => ({ id: message.id, channel_id: id, ...(guild && { guild_id: guild.id }) }),
      });
    waits.changed(message.topic);
  }

  /** The message as the bot finds it by its id in a channel: neither deleted nor for one person's eyes only. */
  find(channel: Channel, id: string): SentMessage {
    const message = this.#byId.get(id);
    if (!message || message.channel.id !== channel.id || message.deleted || message.ephemeral)
      throw unknownMessage();
    return message;
  }

  /** The message of an id, also a deleted one. */
  get(id: string): SentMessage | undefined {
    return this.#byId.get(id);
  }

  /** The messages of a channel, oldest first. */
  inChannel(channel: Channel): SentMessage[] {
    return [...this.#byId.values()].filter(
      (message) => message.channel.id === channel.id && !message.deleted,
    );
  }

  /** What the bot posted in a channel by itself, deleted or not. */
  postsIn(channel: Channel): readonly SentMessage[] {
    return this.#posted.get(channel.id) ?? [];
  }

  /** The bot's message of this nonce in the past few minutes. */
  ofNonce(nonce: string | number): SentMessage | undefined {
    const message = this.#byNonce.get(nonce);
    const isRecent = message && message.at >= this.#state.now() - NONCE_LIFETIME_MS;
    return isRecent ? message : undefined;
  }

  /** The bot's first post in a channel after a message, or the first that was not yet handed out. */
  next(channel: Channel, after?: string, timeoutMs?: number): Promise<SentMessage> {
    const find = () => {
      const posts = this.postsIn(channel);
      const handedOut = this.#handedOut.get(channel.id) ?? 0;
      const index = after === undefined ? handedOut : posts.findIndex(({ id }) => BigInt(id) > BigInt(after));
      if (posts[index]) this.#handedOut.set(channel.id, Math.max(handedOut, index + 1));
      return posts[index];
    };
    const sentence = `A message of the bot in channel ${channel.id}`;
    return this.#state.waits.until(`channel ${channel.id}`, find, sentence, timeoutMs);
  }

  #tell(type: string, message: SentMessage): void {
    const { gateway, world } = this.#state;
    const { channel, author } = message;
    const { guild } = channel;
    if (message.ephemeral || channel.kind === 'group') return;
    const member = guild && memberOf(this.#state, author, guild);
    gateway.dispatch({
      type,
      guild,
      intents: guild ? Intent.GuildMessages : Intent.DirectMessages,
      data: (intents): Json => ({
        ...seen(message, world.bot, intents),
        channel_type: channelType(channel),
        ...(guild && { guild_id: guild.id, member }),
      }),
    });
  }
}
