// What a person wrote, and how soon and with what the bot answered.
import type { Waits } from '../discord/waits.ts';
import type { SentMessage } from './sent-message.ts';

export class PersonMessage {
  readonly message: SentMessage;
  /** Whether the bot got it; privacy mode keeps most messages in groups from it. */
  readonly heard: boolean;
  /** The bot's messages that reply to it, or that came next in the chat and thread. */
  readonly answers: SentMessage[] = [];
  /** How long after the bot could know of it the first answer came. */
  firstAnswerAfterMs?: number;
  readonly #sentAt = performance.now();
  readonly #waits: Waits;

  constructor(message: SentMessage, heard: boolean, waits: Waits) {
    this.message = message;
    this.heard = heard;
    this.#waits = waits;
  }

  get id(): number {
    return this.message.id;
  }

  /** The answer of this number, the first being 1. */
  async answered(count = 1, timeoutMs?: number): Promise<SentMessage> {
    const find = () => this.answers[count - 1];
    const reason = this.heard ? '' : ', of which the bot was not told';
    const sentence = `Answer ${count} to "${this.message.text}"${reason}`;
    return this.#waits.until(this.#topic, find, sentence, timeoutMs);
  }

  add(answer: SentMessage): void {
    this.firstAnswerAfterMs ??= performance.now() - this.#sentAt;
    this.answers.push(answer);
    this.#waits.changed(this.#topic);
  }

  get #topic(): string {
    return `said ${this.message.chat.id} ${this.id}`;
  }
}

/** What a new message of the bot answers: its reply's target; else, in its chat and thread, the oldest unanswered
 * message that the bot got; else the latest that it got. */
export function answeredBy(answer: SentMessage, result: readonly PersonMessage[]): PersonMessage | undefined {
  const { replied, chat, thread } = answer;
  if (replied && !replied.service) return result.findLast(({ message }) => message === replied);
  const here = ({ message, heard }: PersonMessage) =>
    heard && message.chat === chat && message.thread === thread;
  return result.find((each) => here(each) && each.answers.length === 0) ?? result.findLast(here);
}
