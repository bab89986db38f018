// Retries what a platform could not take: an answer while it is fresh, later a notice that it is missing.
import { type Delivery, interrupted, isRefused } from '../message/index.ts';
import type { ChatOptions } from './chat-options.ts';
import type { Outgoing, Responder } from './responder.ts';

const FIRST_PAUSE_MS = 5000;
const MINUTE_MS = 60 * 1000;
const MAX_TRIES = 6;
/** An older answer is not sent any more: people ask again. */
const ANSWER_LIFETIME_MS = 5 * MINUTE_MS;
/** An older notice of a missing answer is not sent any more. */
const NOTICE_LIFETIME_MS = 60 * MINUTE_MS;
/** Maximum number of recipients whose notices wait at the same time. */
const MAX_WAITING = 1000;

export class Redelivery {
  private readonly options: Pick<ChatOptions, 'wait' | 'log'>;
  private readonly stopping = new AbortController();
  private readonly waiting = new Map<string, Promise<void>>();

  constructor(options: Pick<ChatOptions, 'wait' | 'log'>) {
    this.options = options;
  }

  /** Sends all parts; after a retry only those that have not arrived. */
  async send(outgoing: Outgoing, responder: Responder): Promise<Delivery> {
    const arrived: string[] = [];
    let waitedMs = 0;
    for (let tries = 1; ; tries++) {
      const delivery = await responder.send(withoutFirst(arrived.length, outgoing));
      if (delivery.outcome === 'sent')
        return { outcome: 'sent', messages: [...arrived, ...delivery.messages] };
      arrived.push(...(delivery.arrived ?? []));
      if (arrived.length >= outgoing.parts.length) return { outcome: 'sent', messages: arrived };
      if (delivery.outcome === 'gone' || isRefused(delivery) || tries === MAX_TRIES)
        return interrupted(delivery, arrived);
      const pauseMs = pauseAfter(delivery.afterMs, tries);
      waitedMs += pauseMs;
      if (waitedMs > ANSWER_LIFETIME_MS || !(await this.pause(pauseMs)))
        return interrupted(delivery, arrived);
    }
  }

  /**
   * Sends a notice in the background as soon as the platform takes it, within an hour. While one waits for a
   * recipient, further ones are dropped.
   * @param key of the recipient
   * @param afterMs how long the platform asked to wait
   */
  sendLater(key: string, outgoing: Outgoing, responder: Responder, afterMs: number): void {
    if (this.waiting.has(key) || this.waiting.size >= MAX_WAITING) return;
    const sent = this.sendUntilTaken(outgoing, responder, afterMs)
      .catch((error: unknown) =>
        this.options.log.warn({ err: error }, 'the notice of a lost answer was not sent'),
      )
      .finally(() => this.waiting.delete(key));
    this.waiting.set(key, sent);
  }

  /** Ends all pauses; resolves when what is being sent is sent. */
  async close(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.waiting.values());
  }

  private async sendUntilTaken(outgoing: Outgoing, responder: Responder, afterMs: number): Promise<void> {
    let pauseMs = pauseAfter(afterMs, 1);
    for (let tries = 2, leftMs = NOTICE_LIFETIME_MS; pauseMs <= leftMs; tries++) {
      leftMs -= pauseMs;
      if (!(await this.pause(pauseMs))) return;
      const delivery = await responder.send(outgoing);
      if (delivery.outcome !== 'retry' || isRefused(delivery)) return;
      pauseMs = pauseAfter(delivery.afterMs, tries);
    }
  }

  /** False where the program stops, or cannot wait. */
  private async pause(ms: number): Promise<boolean> {
    const { wait } = this.options;
    if (!wait || this.stopping.signal.aborted) return false;
    await wait(ms, this.stopping.signal);
    return !this.stopping.signal.aborted;
  }
}

/** At least what the platform asks for, and longer each time. */
const pauseAfter = (afterMs: number, tries: number): number =>
  Math.max(afterMs, FIRST_PAUSE_MS * 2 ** (tries - 1));

/**
 * The parts after the first ones, which already are in the intended position: the rest is a reply below them.
 */
const withoutFirst = (count: number, outgoing: Outgoing): Outgoing =>
  count === 0 ? outgoing : { ...outgoing, parts: outgoing.parts.slice(count), mode: 'reply' };
