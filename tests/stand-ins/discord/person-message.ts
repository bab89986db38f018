// What a person wrote, and how soon and with what the bot answered.
import type { SentMessage } from './sent-message.ts';
import type { Waits } from './waits.ts';

export class PersonMessage {
  readonly message: SentMessage;
  /** The bot's messages that reply to it, or that were its next in the channel. */
  readonly answers: SentMessage[] = [];
  /** How long after it was sent the first answer came. */
  firstAnswerAfterMs?: number;
  readonly #sentAt = performance.now();
  readonly #waits: Waits;

  constructor(message: SentMessage, waits: Waits) {
    this.message = message;
    this.#waits = waits;
  }

  get id(): string {
    return this.message.id;
  }

  /** The first answers, once there are so many. */
  async answered(count = 1, timeoutMs?: number): Promise<SentMessage> {
    const find = () => this.answers[count - 1];
    const sentence = `Answer ${count} to "${this.message.content}"`;
    return this.#waits.until(this.#topic, find, sentence, timeoutMs);
  }

  add(answer: SentMessage): void {
    this.firstAnswerAfterMs ??= performance.now() - this.#sentAt;
    this.answers.push(answer);
    this.#waits.changed(this.#topic);
  }

  get #topic(): string {
    return `said ${this.id}`;
  }
}

/** What a new message of the bot answers: what it replies to, else the oldest in its channel that has no answer yet. */
export function answeredBy(answer: SentMessage, result: readonly PersonMessage[]): PersonMessage | undefined {
  const { reference, channel } = answer;
  if (reference) return result.find(({ id }) => id === reference.message_id);
  return result.find(({ message, answers }) => message.channel.id === channel.id && answers.length === 0);
}
