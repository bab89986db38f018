// A responder that keeps what it is given. It can have small limits, refuse, fail, or answer on demand.
import type { Outgoing, Responder } from '../../src/chat/index.ts';
import type { Block, Delivery, Limits, Medium, PostingLack } from '../../src/message/index.ts';
import { pressables, textIn } from './message-content.ts';

/** The outcome of sending a message; sent where undefined. */
type Outcome = () => Promise<Delivery | undefined> | Delivery | undefined;

/** Everything fits. */
const ENDLESS: Limits = { characters: 1_000_000, pieces: 10_000 };
/** The least length around the words of a block. */
const FRAME_LENGTH = 8;

const measure = (block: Block) => ({
  characters: textIn([block]).length + FRAME_LENGTH,
  pieces: 1 + pressables([block]).length,
});

let messages = 0;

export class FakeResponder implements Responder {
  /** The sent messages with their keys. */
  readonly sent: (Outgoing & { keys: string[] })[] = [];
  dismissed = 0;
  outcome: Outcome = () => undefined;
  readonly continuesBy?: 'form';
  /** What the platform says is missing for posting here. */
  lacking: PostingLack[] = [];
  private readonly limits: Limits;

  constructor(limits: Limits = ENDLESS, continuesBy?: 'form') {
    this.limits = limits;
    if (continuesBy) this.continuesBy = continuesBy;
  }

  medium(): Medium {
    return { limits: this.limits, measure };
  }

  async send(outgoing: Outgoing): Promise<Delivery> {
    const outcome = await this.outcome();
    if (outcome && outcome.outcome !== 'sent') return outcome;
    const keys = outgoing.parts.map(() => `fake:message:${++messages}`);
    this.sent.push({ ...outgoing, keys });
    return { outcome: 'sent', messages: keys };
  }

  async lacks(): Promise<PostingLack[]> {
    return this.lacking;
  }

  async dismiss(): Promise<void> {
    this.dismissed++;
  }

  /** Everything that was sent, as one message. */
  get message() {
    return this.sent.flatMap(({ parts }) => parts.flat());
  }

  /** The words of everything that was sent. */
  get text(): string {
    return textIn(this.message);
  }

  /** The key of the last message. */
  get key(): string {
    return this.sent.at(-1)?.keys.at(-1) ?? 'nothing was sent';
  }

  /** Who saw each answer, in order. */
  get audiences(): Outgoing['audience'][] {
    return this.sent.map(({ audience }) => audience);
  }
}
