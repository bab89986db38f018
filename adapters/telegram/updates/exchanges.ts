// Recent questions with the messages that answer them, so that an edited question has its answer edited.
import type { Incoming } from '#core';

type Request = Incoming['request'];

/** How long after a question its edits are followed. */
const EDITABLE_MS = 5 * 60 * 1000;

/** A question with the messages of its answer, once they are sent. */
export interface Exchange {
  /** When it came, in monotonic milliseconds. */
  at: number;
  request: Request;
  answers: Promise<number[]>;
}

export class Exchanges {
  /** By the key of the question, oldest first. */
  private readonly exchanges = new Map<string, Exchange>();

  add(key: string, exchange: Exchange): void {
    this.exchanges.set(key, exchange);
    for (const [old, { at }] of this.exchanges) {
      if (at > exchange.at - EDITABLE_MS) break;
      this.exchanges.delete(old);
    }
  }

  /**
   * The exchange whose question is edited now; undefined where it is too old or the edit changes nothing in
   * it.
   */
  edited(key: string, request: Request, now: number): Exchange | undefined {
    const known = this.exchanges.get(key);
    return known && known.at >= now - EDITABLE_MS && !isSame(request, known.request) ? known : undefined;
  }
}

const isSame = (one: Request, other: Request): boolean => JSON.stringify(one) === JSON.stringify(other);
