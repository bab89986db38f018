// Presses, inline queries and guest messages of people, and their answers.
import type { Waits } from '../discord/waits.ts';
import { INLINE } from './limits.ts';
import { queryTooOld } from './refusal.ts';
import type { SentMessage } from './sent-message.ts';
import type { Body, InlineResult, ResultsButton } from './shapes.ts';
import type { Person } from './world.ts';

/** A question with an id, answered once. */
class Query<Answer> {
  readonly id: string;
  readonly person: Person;
  /** What was asked, for messages of failed tests. */
  readonly what: string;
  answer?: Answer;
  /** How long after the bot could know of it the answer came. */
  answeredAfterMs?: number;
  readonly #askedAt = performance.now();
  readonly #waits: Waits;

  constructor(id: string, person: Person, what: string, waits: Waits) {
    this.id = id;
    this.person = person;
    this.what = what;
    this.#waits = waits;
  }

  settle(answer: Answer): void {
    this.answer = answer;
    this.answeredAfterMs = performance.now() - this.#askedAt;
    this.#waits.changed(`query ${this.id}`);
  }

  /** Resolves with the answer. */
  answered(timeoutMs?: number): Promise<Answer> {
    const sentence = `The answer to ${this.what}`;
    return this.#waits.until(`query ${this.id}`, () => this.answer, sentence, timeoutMs);
  }
}

export interface PressAnswer {
  /** What is shown; nothing where there is none. */
  text?: string;
  /** Shown in a window that has to be closed. */
  alert: boolean;
  url?: string;
  cache_time?: number;
}

export class Press extends Query<PressAnswer> {
  readonly message: SentMessage;
  readonly data: string;

  constructor(id: string, person: Person, message: SentMessage, data: string, waits: Waits) {
    super(id, person, `the button "${data}"`, waits);
    this.message = message;
    this.data = data;
  }

  get text(): string | undefined {
    return this.answer?.text;
  }

  get alert(): boolean {
    return this.answer?.alert ?? false;
  }
}

export interface InlineAnswer {
  results: readonly InlineResult[];
  next_offset: string;
  cache_time: number;
  is_personal: boolean;
  button?: ResultsButton;
}

export class InlineQuery extends Query<InlineAnswer> {
  readonly query: string;
  readonly offset: string;

  constructor(id: string, person: Person, query: string, offset: string, waits: Waits) {
    super(id, person, `the inline query "${query}"`, waits);
    this.query = query;
    this.offset = offset;
  }
}

/** A message to a bot that is not in the chat; answered with one message. */
export class Guest extends Query<SentMessage> {
  readonly message: SentMessage;

  constructor(id: string, person: Person, message: SentMessage, waits: Waits) {
    super(id, person, `the guest message "${message.text}"`, waits);
    this.message = message;
  }
}

export class Queries {
  readonly presses: Press[] = [];
  readonly inline: InlineQuery[] = [];
  readonly guests: Guest[] = [];
  #last = 0;

  nextId(): string {
    this.#last += 1;
    return String(4_000_000_000_000 + this.#last);
  }

  /** The query that a request answers; refused where it is unknown or was answered before. */
  press(id: unknown): Press {
    return open(this.presses, id);
  }

  inlineQuery(id: unknown): InlineQuery {
    return open(this.inline, id);
  }

  guest(id: unknown): Guest {
    return open(this.guests, id);
  }

  /** What a result was an answer to. */
  ofResult(result: InlineResult): InlineQuery | undefined {
    return this.inline.find(({ answer }) => answer?.results.includes(result));
  }
}

function open<Q extends { id: string; answer?: unknown }>(all: readonly Q[], id: unknown): Q {
  const found = all.find((query) => query.id === id);
  if (!found || found.answer !== undefined) throw queryTooOld();
  return found;
}

export const inlineAnswer = (body: Body): InlineAnswer => ({
  results: body.results ?? [],
  next_offset: body.next_offset ?? '',
  cache_time: body.cache_time ?? INLINE.cacheSeconds,
  is_personal: body.is_personal ?? false,
  ...(body.button && { button: body.button }),
});
