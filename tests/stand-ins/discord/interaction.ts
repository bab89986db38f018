// One interaction: what a person did, how the bot responded, and the messages of the response.
import type { InteractionType } from 'discord.js';
import { TOKEN_LIFETIME_MS } from './limits.ts';
import type { SentMessage } from './sent-message.ts';
import type { CallbackBody, Choice, Json, Modal } from './shapes.ts';
import type { Waits } from './waits.ts';
import type { Channel, Person } from './world.ts';

/** What a person did, and where. */
export interface PersonAction {
  type: InteractionType;
  person: Person;
  channel: Channel;
  /** The command, the component or the modal, as Discord writes it. */
  data: Json;
  /** The message whose component was used. */
  source?: SentMessage | undefined;
  /** Only the person has installed the app, not the guild. */
  userInstalled?: boolean | undefined;
  /** The guild's language, where it differs from what the guild says. */
  guildLocale?: string | undefined;
  locale?: string | undefined;
}

/** The first answer. */
export interface Callback {
  type: number;
  /** How long after the interaction was sent. */
  afterMs: number;
  body: CallbackBody;
}

export interface Clock {
  waits: Waits;
  responseDeadlineMs: number;
  now(): number;
}

export class Interaction {
  readonly id: string;
  readonly token: string;
  readonly deed: PersonAction;
  callback?: Callback;
  /** The message of the answer: a new one, or the one whose component was used where that is what changes. */
  original?: SentMessage | undefined;
  readonly followUps: SentMessage[] = [];
  /** What was suggested to an autocompletion. */
  choices?: Choice[];
  /** What is to be filled in. */
  modal?: Modal;
  /** How long after it was sent the answer was complete. */
  settledAfterMs?: number;
  readonly #sentAt = performance.now();
  readonly #createdAt: number;
  readonly #clock: Clock;
  #expired = false;

  constructor(id: string, token: string, deed: PersonAction, clock: Clock) {
    this.id = id;
    this.token = token;
    this.deed = deed;
    this.#clock = clock;
    this.#createdAt = clock.now();
  }

  /** For people who read a report: `command ask`, `component page:2`. */
  get name(): string {
    const { name, custom_id } = this.deed.data;
    return String(name ?? custom_id);
  }

  /** Whether it waits too long for its first answer, or its token has run out. */
  get expired(): boolean {
    const lifetimeMs = this.callback ? TOKEN_LIFETIME_MS : this.#clock.responseDeadlineMs;
    return this.#expired || this.#clock.now() - this.#createdAt > lifetimeMs;
  }

  expire(): void {
    this.#expired = true;
  }

  get ephemeral(): boolean {
    return this.original?.ephemeral ?? false;
  }

  acknowledge(body: CallbackBody): void {
    this.callback = { type: body.type ?? 0, afterMs: performance.now() - this.#sentAt, body };
  }

  /** Says that something about it has changed. */
  changed(): void {
    this.#clock.waits.changed(this.#topic);
  }

  /** The answer is complete. */
  settle(): void {
    this.settledAfterMs ??= performance.now() - this.#sentAt;
  }

  /** Resolves upon the first answer, whatever it is. */
  responded(timeoutMs?: number): Promise<Callback> {
    return this.#until(() => this.callback, 'a first answer', timeoutMs);
  }

  /** Resolves with the complete answer: at once, or when the deferred one was edited or deleted. */
  settled(timeoutMs?: number): Promise<SentMessage> {
    const find = () => {
      if (this.modal || this.choices)
        throw new Error(`Interaction ${this.name} was answered with no message`);
      return this.settledAfterMs === undefined ? undefined : this.original;
    };
    return this.#until(find, 'a full answer', timeoutMs);
  }

  /** Resolves with the follow-up of this number, counted from 1. */
  followUp(number = 1, timeoutMs?: number): Promise<SentMessage> {
    return this.#until(() => this.followUps[number - 1], `follow-up ${number}`, timeoutMs);
  }

  suggested(timeoutMs?: number): Promise<Choice[]> {
    return this.#until(() => this.choices, 'suggestions', timeoutMs);
  }

  askedFor(timeoutMs?: number): Promise<Modal> {
    return this.#until(() => this.modal, 'a modal', timeoutMs);
  }

  #until<T>(find: () => T | undefined, what: string, timeoutMs?: number): Promise<T> {
    const sentence = `Interaction ${this.name} wants ${what}`;
    return this.#clock.waits.until(this.#topic, find, sentence, timeoutMs);
  }

  get #topic(): string {
    return `interaction ${this.id}`;
  }
}
