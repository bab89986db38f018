// One message: its content, its history, and its JSON.
import { ComponentType, MessageFlags, MessageType } from 'discord.js';
import { userPayload } from './payloads.ts';
import { type Content, isV2 } from './rules/messages.ts';
import { allNested, type Component, type Embed, type Json, type MessageBody, nested } from './shapes.ts';
import type { Waits } from './waits.ts';
import type { Author, Channel } from './world.ts';

/** What a new message is made of. */
export interface Draft extends Content {
  channel: Channel;
  author: Author;
  type?: MessageType;
  /** The message that this one replies to; null where it was deleted. */
  replied?: SentMessage | null | undefined;
  reference?: { message_id: string; channel_id: string; guild_id?: string | undefined } | undefined;
  mentions?: readonly Author[];
  mentionRoles?: readonly string[];
  nonce?: string | number | null | undefined;
  /** The message that this one forwards. */
  forwards?: SentMessage | undefined;
  poll?: Json | undefined;
  /** Of an answer to an interaction. */
  interaction?: { token: string; metadata: Json; application: string };
}

/** A stretch of the message's history: what was asked of it and when. */
export interface Edit {
  /** Milliseconds since 1970. */
  at: number;
  body: MessageBody;
}

/** Components with the ids that Discord gives them. */
function numbered(components: readonly Component[]): Component[] {
  const copy = structuredClone(components) as Component[];
  let last = 0;
  for (const component of copy.flatMap((each) => [...nested(each)])) component.id ||= ++last;
  return copy;
}

export class SentMessage {
  readonly id: string;
  readonly channel: Channel;
  readonly author: Author;
  readonly type: MessageType;
  readonly replied?: SentMessage | null | undefined;
  readonly reference?: Draft['reference'] | undefined;
  readonly nonce?: string | number | null | undefined;
  readonly mentions: readonly Author[];
  readonly mentionRoles: readonly string[];
  readonly interaction?: Draft['interaction'] | undefined;
  readonly forwards?: SentMessage | undefined;
  readonly poll?: Json | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly edits: Edit[] = [];
  content: string;
  embeds: readonly Embed[];
  components: readonly Component[];
  flags: number;
  deleted = false;
  readonly #waits: Waits;

  constructor(id: string, at: number, draft: Draft, waits: Waits) {
    this.id = id;
    this.at = at;
    this.channel = draft.channel;
    this.author = draft.author;
    this.type = draft.type ?? MessageType.Default;
    this.replied = draft.replied;
    this.reference = draft.reference;
    this.nonce = draft.nonce;
    this.mentions = draft.mentions ?? [];
    this.mentionRoles = draft.mentionRoles ?? [];
    this.interaction = draft.interaction;
    this.forwards = draft.forwards;
    this.poll = draft.poll;
    this.content = draft.content;
    this.embeds = draft.embeds;
    this.components = numbered(draft.components);
    this.flags = draft.flags;
    this.#waits = waits;
  }

  /** Only one person sees it. */
  get ephemeral(): boolean {
    return (this.flags & MessageFlags.Ephemeral) !== 0;
  }

  /** "Thinking…": announced by a deferred response, not yet written. */
  get loading(): boolean {
    return (this.flags & MessageFlags.Loading) !== 0;
  }

  get v2(): boolean {
    return isV2(this.flags);
  }

  /** All components, nested ones included. */
  get allComponents(): Component[] {
    return allNested(this.components);
  }

  get buttons(): Component[] {
    return this.allComponents.filter(({ type }) => type === ComponentType.Button);
  }

  get selects(): Component[] {
    return this.allComponents.filter(({ type }) => type === ComponentType.StringSelect);
  }

  /** All that can be read in it: the content, its embeds, its text displays. */
  get text(): string {
    const embeds = this.embeds.flatMap(({ author, title, description, fields, footer }) => [
      author?.name,
      title,
      description,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
      footer?.text,
    ]);
    const displays = this.allComponents
      .filter(({ type }) => type === ComponentType.TextDisplay)
      .map(({ content }) => content);
    return [this.content, ...embeds, ...displays].filter(Boolean).join('\n');
  }

  apply(content: Content, edit: Edit): void {
    const kept = this.flags & MessageFlags.Ephemeral;
    this.content = content.content;
    this.embeds = content.embeds;
    this.components = numbered(content.components);
    this.flags = (content.flags & ~(MessageFlags.Loading | MessageFlags.Ephemeral)) | kept;
    this.edits.push(edit);
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

  get topic(): string {
    return `message ${this.id}`;
  }

  /** What a forward takes along. */
  snapshot(): Json {
    const { type, content, embeds, components, attachments, mentions, flags, timestamp } =
      this.payload(false);
    return {
      type,
      content,
      embeds,
      components,
      attachments,
      mentions,
      flags,
      timestamp,
      edited_timestamp: null,
    };
  }

  /** As Discord writes it, without what only the gateway adds. A message that is replied to does not bring its own along. */
  payload(withReplied = true): Json {
    return {
      id: this.id,
      type: this.type,
      channel_id: this.channel.id,
      author: userPayload(this.author),
      content: this.content,
      embeds: this.embeds,
      components: this.components,
      attachments: [],
      mentions: this.mentions.map(userPayload),
      mention_roles: this.mentionRoles,
      mention_everyone: false,
      pinned: false,
      tts: false,
      flags: this.flags,
      timestamp: new Date(this.at).toISOString(),
      edited_timestamp: this.edits.length > 0 ? new Date(this.edits.at(-1)!.at).toISOString() : null,
      ...(this.nonce !== undefined && this.nonce !== null && { nonce: this.nonce }),
      ...(this.reference && {
        message_reference: { type: 0, ...this.reference },
        ...(withReplied && { referenced_message: this.replied ? this.replied.payload(false) : null }),
      }),
      ...(this.forwards && {
        message_reference: { type: 1, message_id: this.forwards.id, channel_id: this.forwards.channel.id },
        message_snapshots: [{ message: this.forwards.snapshot() }],
      }),
      ...(this.poll && { poll: this.poll }),
      ...(this.interaction && {
        application_id: this.interaction.application,
        webhook_id: this.interaction.application,
        interaction_metadata: this.interaction.metadata,
      }),
    };
  }
}
