// One message: its content, its history, and its JSON.
import type { Waits } from '../discord/waits.ts';
import { documentPayload, type StoredFile } from './files.ts';
import { chatPayload, userPayload } from './payloads.ts';
import type { Button, Entity, Json, ReplyMarkup } from './shapes.ts';
import type { Chat, Person } from './world.ts';

/** What can be edited in a message. */
export interface Content {
  /** The text, or the caption of a document. */
  text: string;
  entities: readonly Entity[];
  markup?: ReplyMarkup | undefined;
  linkPreview?: Json | undefined;
}

/** What a new message is made of. */
export interface Draft extends Content {
  chat: Chat;
  author: Person;
  thread?: number | undefined;
  replied?: SentMessage | undefined;
  quote?: { text: string; position: number } | undefined;
  /** Sent in the author's name by way of this bot. */
  via?: Person | undefined;
  document?: StoredFile | undefined;
  /** The fields of a service message: `{ migrate_to_chat_id: … }`. */
  service?: Json | undefined;
  /** Where it was first, if it was forwarded. */
  origin?: SentMessage | undefined;
  silent?: boolean;
  /** By which a bot knows what was sent by way of it. */
  inlineId?: string | undefined;
  /** For what was said to a bot that is not in the chat. */
  guestQuery?: string | undefined;
}

export interface Edit extends Content {
  /** Milliseconds since 1970. */
  at: number;
}

export class SentMessage {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly chat: Chat;
  readonly author: Person;
  readonly thread?: number | undefined;
  readonly replied?: SentMessage | undefined;
  readonly quote?: Draft['quote'] | undefined;
  readonly via?: Person | undefined;
  readonly document?: StoredFile | undefined;
  readonly service?: Json | undefined;
  readonly origin?: SentMessage | undefined;
  readonly silent: boolean;
  readonly inlineId?: string | undefined;
  readonly guestQuery?: string | undefined;
  /** Its contents after each edit, oldest first. */
  readonly edits: Edit[] = [];
  /** What it was before its edits. */
  readonly original: Content;
  reactions: string[] = [];
  deleted = false;
  #content: Content;
  readonly #waits: Waits;

  constructor(id: number, at: number, draft: Draft, waits: Waits) {
    const { text, entities, markup, linkPreview } = draft;
    this.id = id;
    this.at = at;
    this.chat = draft.chat;
    this.author = draft.author;
    this.thread = draft.thread;
    this.replied = draft.replied;
    this.quote = draft.quote;
    this.via = draft.via;
    this.document = draft.document;
    this.service = draft.service;
    this.origin = draft.origin;
    this.silent = draft.silent ?? false;
    this.inlineId = draft.inlineId;
    this.guestQuery = draft.guestQuery;
    this.original = { text, entities, markup, linkPreview };
    this.#content = this.original;
    this.#waits = waits;
  }

  /** The text, or the caption of a document. */
  get text(): string {
    return this.#content.text;
  }

  get entities(): readonly Entity[] {
    return this.#content.entities;
  }

  get markup(): ReplyMarkup | undefined {
    return this.#content.markup;
  }

  get content(): Content {
    return this.#content;
  }

  /** The rows of buttons under it. */
  get keyboard(): readonly (readonly Button[])[] {
    return this.markup?.inline_keyboard ?? [];
  }

  get buttons(): Button[] {
    return this.keyboard.flat();
  }

  /** What an entity of this type covers, each. */
  marked(type: string): string[] {
    const covers = this.entities.filter((entity) => entity.type === type);
    return covers.map(({ offset, length }) => this.text.slice(offset, offset + length));
  }

  get topic(): string {
    return `message ${this.chat.id} ${this.id}`;
  }

  apply(content: Content, at: number): void {
    this.#content = content;
    this.edits.push({ ...content, at });
    this.#waits.changed(this.topic);
  }

  remove(): void {
    this.deleted = true;
    this.#waits.changed(this.topic);
  }

  /** Resolves once it has been edited this often. */
  edited(times = 1, timeoutMs?: number): Promise<this> {
    const enough = () => (this.edits.length >= times ? this : undefined);
    return this.#waits.until(this.topic, enough, `Message ${this.id} edited ${times} times`, timeoutMs);
  }

  gone(timeoutMs?: number): Promise<this> {
    const isGone = () => (this.deleted ? this : undefined);
    return this.#waits.until(this.topic, isGone, `Message ${this.id} deleted`, timeoutMs);
  }

  /** As Telegram writes it; a message that is replied to does not bring its own along. */
  payload(withReplied = true): Json {
    const { chat, author, thread, replied } = this;
    const inChannel = chat.type === 'channel';
    return {
      message_id: this.id,
      ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }),
      ...(inChannel ? { sender_chat: chatPayload(chat) } : { from: userPayload(author) }),
      chat: chatPayload(chat),
      date: seconds(this.at),
      ...(this.edits.length > 0 && { edit_date: seconds(this.edits.at(-1)!.at) }),
      ...(this.origin && { forward_origin: originPayload(this.origin) }),
      ...(withReplied && replied && !replied.deleted && { reply_to_message: replied.payload(false) }),
      ...(this.quote && { quote: { ...this.quote, is_manual: true } }),
      ...(this.via && { via_bot: userPayload(this.via) }),
      ...this.service,
      ...this.#textPayload(),
      ...(this.markup?.inline_keyboard && { reply_markup: this.markup }),
      ...(this.guestQuery && { guest_query_id: this.guestQuery }),
    };
  }

  #textPayload(): Json {
    const { text, entities, document } = this;
    const { linkPreview } = this.#content;
    if (this.service) return {};
    if (document)
      return {
        document: documentPayload(document),
        ...(text && { caption: text }),
        ...(entities.length > 0 && { caption_entities: entities }),
      };
    return {
      text,
      ...(entities.length > 0 && { entities }),
      ...(linkPreview && { link_preview_options: linkPreview }),
    };
  }
}

export const seconds = (ms: number): number => Math.floor(ms / 1000);

const originPayload = ({ at, author, chat, id }: SentMessage): Json =>
  chat.type === 'channel'
    ? { type: 'channel', date: seconds(at), chat: chatPayload(chat), message_id: id }
    : { type: 'user', date: seconds(at), sender_user: userPayload(author) };
