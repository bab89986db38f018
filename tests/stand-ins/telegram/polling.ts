// Long polling. One request waits at a time: a second one ends the first with a conflict, as at Telegram.
import type { Waits } from '../discord/waits.ts';
import { UPDATES } from './limits.ts';
import { conflict } from './refusal.ts';
import type { Body } from './shapes.ts';
import type { Update, Updates } from './updates.ts';

const IN_USE = 'terminated by other getUpdates request; make sure that only one bot instance is running';
export const HAS_WEBHOOK =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

interface Waiting {
  limit: number;
  answer(updates: Update[]): void;
  end(error: Error): void;
  timer: NodeJS.Timeout;
}

export class Polling {
  /** How often a poll has begun to wait. */
  started = 0;
  #waiting?: Waiting | undefined;
  readonly #updates: Updates;
  readonly #waits: Waits;

  constructor(updates: Updates, waits: Waits) {
    this.#updates = updates;
    this.#waits = waits;
  }

  /** The updates that wait, or the first that comes. Rejects with a conflict; `gone` is aborted when the client has left. */
  poll({ offset = 0, limit = UPDATES.most, timeout = 0 }: Body, gone: AbortSignal): Promise<Update[]> {
    this.#updates.confirm(offset);
    const most = Math.min(Math.max(limit, 1), UPDATES.most);
    const there = this.#updates.first(most);
    if (there.length > 0 || timeout <= 0) return Promise.resolve(there);
    this.end(IN_USE);
    const { promise, resolve, reject } = Promise.withResolvers<Update[]>();
    const seconds = Math.min(timeout, UPDATES.pollSeconds);
    const waiting: Waiting = {
      limit: most,
      answer: resolve,
      end: reject,
      timer: setTimeout(() => this.#answer(waiting), seconds * 1000),
    };
    gone.addEventListener('abort', () => this.#answer(waiting));
    this.#waiting = waiting;
    this.started += 1;
    this.#waits.changed('polls', 'requests');
    return promise;
  }

  /** There is something new. What happens in the same breath goes into the same answer. */
  wake(): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    setImmediate(() => {
      if (this.#waiting === waiting && this.#updates.pending.length > 0) this.#answer(waiting);
    });
  }

  /** Ends the poll that waits with a conflict. */
  end(reason: string): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#forget(waiting);
    waiting.end(conflict(reason));
  }

  /** Answers the poll that waits, if any, with what there is. */
  close(): void {
    if (this.#waiting) this.#answer(this.#waiting);
  }

  #answer(waiting: Waiting): void {
    this.#forget(waiting);
    waiting.answer(this.#updates.first(waiting.limit));
  }

  #forget(waiting: Waiting): void {
    clearTimeout(waiting.timer);
    if (this.#waiting === waiting) this.#waiting = undefined;
  }
}
