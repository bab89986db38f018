// How long a failed request for updates is followed by another one. What may pass is waited for; a refusal is believed when it stays.
import type { Log } from '#core';
import { failureOf, rivalIn } from '../errors.ts';
import type { Time } from '../sending/rate-limiter.ts';
import { isTelegramError } from '../telegraf.ts';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** A timer takes no more than some weeks, and nobody waits for days. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;
/** A token is given up when it is refused so often in a row: 15 seconds. */
const MAX_REFUSALS = 5;
/** So long the old process of a deployment may go on beside the new one. */
const RIVALRY_MS = 5 * 60 * 1000;
/** Rivals take turns: only after this time without a conflict there is none any more. */
const CALM_MS = 2 * 60 * 1000;

const WAITED_FOR = {
  poller:
    'Another process is asking Telegram for the messages of this bot too; it is waited for, should it be an older one that ends',
  webhook:
    'Telegram sends the messages of this bot to a webhook that was set after the start; it is waited for, should another process remove it',
} as const;

export class Patience {
  private readonly time: Time;
  private readonly log: Log;
  private failures = 0;
  private refusals = 0;
  /** Of conflicts that follow each other: when they began, the last one, what was waited in between. */
  private rivalry: { since: number; last: number; waitedMs: number } | undefined;

  constructor(time: Time, log: Log) {
    this.time = time;
    this.log = log;
  }

  /** Updates came, or none were there: what failed before is over, but a rival that takes turns. */
  answered(): void {
    if (this.failures > 0) this.log.info({}, 'Telegram can be asked for messages again');
    this.failures = 0;
    this.refusals = 0;
  }

  /** Milliseconds until the next try. Throws the error where there is to be none. */
  pauseAfter(error: unknown): number {
    const rival = rivalIn(error);
    if (rival) return this.pauseForRival(rival, error);
    const failure = failureOf(error);
    if (failure?.kind === 'wait' || failure?.kind === 'again') {
      this.refusals = 0;
      this.complain(error);
      if (failure.kind === 'wait')
        return Math.min(Math.max(failure.afterMs, FIRST_PAUSE_MS), LONGEST_WAIT_MS);
    } else {
      if (!isTelegramError(error) || ++this.refusals >= MAX_REFUSALS) throw error;
      this.complain(error);
    }
    return pauseOf(this.failures);
  }

  /** The first of several failures is a line in the log. */
  private complain(error: unknown): void {
    if (this.failures === 0) this.log.warn({ err: error }, 'Telegram cannot be asked for messages now');
    this.failures++;
  }

  private pauseForRival(rival: 'poller' | 'webhook', error: unknown): number {
    const now = this.time.now();
    const known = this.rivalry;
    const isNew = !known || now < known.last || now - known.last > CALM_MS;
    const rivalry = isNew ? { since: now, last: now, waitedMs: 0 } : known;
    if (isNew) this.log.warn({ err: error }, WAITED_FOR[rival]);
    if (Math.max(now - rivalry.since, rivalry.waitedMs) >= RIVALRY_MS) throw error;
    this.failures++;
    const pauseMs = pauseOf(this.failures);
    this.rivalry = { ...rivalry, last: now, waitedMs: rivalry.waitedMs + pauseMs };
    return pauseMs;
  }
}

const pauseOf = (failures: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
