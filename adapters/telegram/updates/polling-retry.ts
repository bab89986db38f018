// When to poll again after a failure. Outages and rival processes are waited for; a repeated refusal is
// final.
import type { Log } from '#core';
import { failureOf, rivalIn } from '../errors.ts';
import type { Time } from '../sending/rate-limiter.ts';
import { isTelegramError } from '../telegraf.ts';

const FIRST_PAUSE_MS = 1000;
const MAX_PAUSE_MS = 30_000;
/** Upper bound of the pause that Telegram asks for: timers are limited to some weeks. */
const MAX_WAIT_MS = 60 * 60 * 1000;
/** Refusals in a row after which the token is given up: 15 seconds. */
const MAX_REFUSALS = 5;
/** How long the old process of a deployment may run beside the new one. */
const MAX_RIVALRY_MS = 5 * 60 * 1000;
/** Two processes get updates in turns: a rival counts as gone after this time without a conflict. */
const CALM_MS = 2 * 60 * 1000;

const RIVAL_SENTENCES = {
  poller:
    'Another process is asking Telegram for the messages of this bot too; it is waited for, should it be an older one that ends',
  webhook:
    'Telegram sends the messages of this bot to a webhook that was set after the start; it is waited for, should another process remove it',
} as const;

export class PollingRetry {
  private readonly time: Time;
  private readonly log: Log;
  private failures = 0;
  private refusals = 0;
  /** Of conflicts in a row: the first, the last, and the pauses in between. */
  private rivalry: { since: number; last: number; waitedMs: number } | undefined;

  constructor(time: Time, log: Log) {
    this.time = time;
    this.log = log;
  }

  /** A request succeeded: failures are over, a rivalry may not be. */
  succeeded(): void {
    if (this.failures > 0) this.log.info({}, 'Telegram can be asked for messages again');
    this.failures = 0;
    this.refusals = 0;
  }

  /** Milliseconds until the next attempt. Throws the error where it is final. */
  pauseAfter(error: unknown): number {
    const rival = rivalIn(error);
    if (rival) return this.pauseForRival(rival, error);
    const failure = failureOf(error);
    if (failure?.kind === 'wait' || failure?.kind === 'again') {
      this.refusals = 0;
      this.noteFailure(error);
      if (failure.kind === 'wait') return Math.min(Math.max(failure.afterMs, FIRST_PAUSE_MS), MAX_WAIT_MS);
    } else {
      if (!isTelegramError(error) || ++this.refusals >= MAX_REFUSALS) throw error;
      this.noteFailure(error);
    }
    return pauseOf(this.failures);
  }

  /** Logs the first of several failures. */
  private noteFailure(error: unknown): void {
    if (this.failures === 0) this.log.warn({ err: error }, 'Telegram cannot be asked for messages now');
    this.failures++;
  }

  private pauseForRival(rival: 'poller' | 'webhook', error: unknown): number {
    const now = this.time.now();
    const known = this.rivalry;
    const isNew = !known || now < known.last || now - known.last > CALM_MS;
    const rivalry = isNew ? { since: now, last: now, waitedMs: 0 } : known;
    if (isNew) this.log.warn({ err: error }, RIVAL_SENTENCES[rival]);
    if (Math.max(now - rivalry.since, rivalry.waitedMs) >= MAX_RIVALRY_MS) throw error;
    this.failures++;
    const pauseMs = pauseOf(this.failures);
    this.rivalry = { ...rivalry, last: now, waitedMs: rivalry.waitedMs + pauseMs };
    return pauseMs;
  }
}

const pauseOf = (failures: number): number => Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), MAX_PAUSE_MS);
