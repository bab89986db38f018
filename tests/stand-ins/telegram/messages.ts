// All messages of all chats: numbered as Telegram does, edited, deleted, waited for.

import { answeredBy } from './person-message.ts';
import { badRequest, notModified } from './refusal.ts';
import { type Content, type Draft, SentMessage } from './sent-message.ts';
import type { State } from './state.ts';
import type { Chat, Person } from './world.ts';

/** Private chats and groups share one count, as with Telegram; supergroups and channels have their own, so numbers come up again. */
const SHARED = 0;
/** The creator of a topic in a chat without known people. */
const ANONYMOUS: Person = {
  id: 1_087_968_824,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
  is_bot: true,
};

export class Messages {
  readonly #state: State;
  readonly #all: SentMessage[] = [];
  readonly #byId = new Map<string, SentMessage>();
  readonly #lastIds = new Map<number, number>();
  readonly #handedOut = new Set<SentMessage>();

  constructor(state: State) {
    this.#state = state;
  }

  /** A new message without an update yet. */
  create(draft: Draft): SentMessage {
    const message = new SentMessage(this.#nextId(draft.chat), this.#state.now(), draft, this.#state.waits);
    this.#add(message);
    return message;
  }

  /** A message of the bot; those who wait for it hear of it. */
  post(draft: Omit<Draft, 'author'>): SentMessage {
    const message = this.create({ ...draft, author: this.#state.world.bot });
    answeredBy(message, this.#state.personMessages)?.add(message);
    this.#state.waits.changed(topicOf(message.chat));
    return message;
  }

  /** The messages that open a chat's topics. */
  openTopics(chat: Chat): void {
    const author = chat.admins[0] ?? chat.members[0] ?? ANONYMOUS;
    for (const { id, name } of chat.topics) {
      const service = { forum_topic_created: { name, icon_color: 0x6fb9f0 } };
      const draft = { chat, author, text: '', entities: [], thread: id, service };
      this.#add(new SentMessage(id, this.#state.now(), draft, this.#state.waits));
      this.#lastIds.set(chat.id, Math.max(id, this.#lastIds.get(chat.id) ?? 0));
    }
  }

  /** The message of an id; undefined where there is none any more. */
  find(chat: Chat, id: number | undefined): SentMessage | undefined {
    const message = this.#byId.get(keyOf(chat, id));
    return message?.deleted ? undefined : message;
  }

  /** What was sent by way of the bot under this id. */
  inline(id: string | undefined): SentMessage {
    const message = this.#all.find(
      ({ inlineId, deleted }) => inlineId !== undefined && inlineId === id && !deleted,
    );
    if (!message) throw badRequest('MESSAGE_ID_INVALID');
    return message;
  }

  /** Changes a message; refused where nothing would change. */
  edit(message: SentMessage, content: Content): void {
    if (same(message.content, content)) throw notModified();
    message.apply(content, this.#state.now());
    this.#state.waits.changed(topicOf(message.chat));
  }

  /** The messages of a chat now, oldest first. */
  inChat(chat: Chat): SentMessage[] {
    return this.#all.filter((message) => message.chat === chat && !message.deleted);
  }

  /** The bot's first message after another; without one, its first that no earlier call has handed out. */
  next(chat: Chat, after: SentMessage | undefined, timeoutMs?: number): Promise<SentMessage> {
    const { world, waits } = this.#state;
    const find = () => {
      const start = after ? this.#all.indexOf(after) + 1 : 0;
      const found = this.#all
        .slice(start)
        .find(
          (message) =>
            message.chat === chat &&
            message.author.id === world.bot.id &&
            (after !== undefined || !this.#handedOut.has(message)),
        );
      if (found) this.#handedOut.add(found);
      return found;
    };
    return waits.until(topicOf(chat), find, `A message of the bot in chat ${chat.id}`, timeoutMs);
  }

  #add(message: SentMessage): void {
    const { id, author, chat } = message;
    this.#all.push(message);
    this.#byId.set(keyOf(chat, id), message);
    if (author.is_bot && !message.service) chat.lastBot = author.id;
  }

  #nextId({ id, type }: Chat): number {
    const counter = type === 'private' || type === 'group' ? SHARED : id;
    const next = (this.#lastIds.get(counter) ?? 0) + 1;
    this.#lastIds.set(counter, next);
    return next;
  }
}

const keyOf = (chat: Chat, id: number | undefined): string => `${chat.id} ${id}`;
const topicOf = ({ id }: Chat): string => `chat ${id}`;

/** Equal for Telegram: fields that are not there and empty ones are the same. */
function same(one: Content, other: Content): boolean {
  const comparable = ({ text, entities, markup, linkPreview }: Content) =>
    JSON.stringify([
      text,
      entities.map(({ type, offset, length, url }) => [type, offset, length, url]),
      markup?.inline_keyboard?.filter((row) => row.length > 0) ?? [],
      linkPreview ?? {},
    ]);
  return comparable(one) === comparable(other);
}
