// Asks for updates again and again. Outages are waited for; a refusal that stays ends it.

import type { Log } from '#core';
import { ALLOWED_UPDATES, type Call } from '../api.ts';
import type { Time } from '../sending/rate-limiter.ts';
import { Patience } from './polling-retry.ts';
import { updateIdOf } from './read-update.ts';

/** So long Telegram keeps a request open while there is nothing to tell. */
const OPEN_SECONDS = 50;
/** After this the connection is taken for dead. */
const ANSWER_MS = (OPEN_SECONDS + 10) * 1000;
/** Telegram gives no more at once; fewer are all that waited. https://core.telegram.org/bots/api#getupdates */
const MOST_AT_ONCE = 100;
/** An answer without anything new that comes sooner was not held open. */
const QUICK_MS = 1000;
const FIRST_REST_MS = 250;
const LONGEST_REST_MS = 2000;
/** Updates without an id that are told so often keep others from being told. */
const STUCK = 3;

/** What is needed to ask. */
interface Asking {
  call: Call;
  time: Time;
  log: Log;
  stopping: AbortSignal;
}

/**
 * Resolves when stopped, rejects where Telegram goes on refusing. What was handed on is confirmed with the next request, be it readable
 * or not; what is told again is known by its number.
 * @param handle takes an update as it came, with the time after which it was told, where that is known
 */
export async function poll(
  { call, time, log, stopping }: Asking,
  handle: (raw: unknown, after: number | undefined) => void,
): Promise<void> {
  const patience = new Patience(time, log);
  const progress = new Progress();
  while (!stopping.aborted) {
    const askedAt = time.now();
    const startedAt = time.elapsed();
    const { offset, emptyAt } = progress;
    const timeout = emptyAt === undefined ? 0 : OPEN_SECONDS; // what waited comes first, and is known to have waited
    const asked = { allowed_updates: ALLOWED_UPDATES, offset, timeout };
    try {
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(ANSWER_MS)]);
      const updates = await call('getUpdates', asked, signal);
      patience.answered();
      for (const raw of updates) handle(raw, emptyAt);
      const restMs = progress.note(updates, askedAt, time.elapsed() - startedAt);
      if (restMs > 0) await pause(restMs, time, stopping);
    } catch (error) {
      if (stopping.aborted) break;
      await pause(patience.pauseAfter(error), time, stopping);
    }
  }
}

/** Waits for some time, or until it is stopped. */
function pause(ms: number, time: Time, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      stopping.removeEventListener('abort', end);
      resolve();
    };
    stopping.addEventListener('abort', end);
    time.wait(ms).then(end);
  });
}

/** How far the updates have come, and whether there is anything new at all. */
class Progress {
  /** The first update that is not confirmed; 0 while none is known. */
  offset = 0;
  /** When nothing waited any more: all that is told afterwards is newer. Undefined while more may wait. */
  emptyAt: number | undefined;
  private idle = 0;
  private stuck = 0;

  /** Takes note of an answer. Milliseconds that are to pass before the next request: none after something new, or a request that was held open. */
  note(updates: unknown[], askedAt: number, tookMs: number): number {
    const wasEmpty = this.emptyAt !== undefined;
    this.emptyAt = updates.length < MOST_AT_ONCE ? askedAt : undefined;
    const before = this.offset;
    this.advance(updates);
    const isIdle = this.offset === before && tookMs < QUICK_MS && (wasEmpty || updates.length > 0);
    this.idle = isIdle ? this.idle + 1 : 0;
    return this.idle === 0 ? 0 : Math.min(FIRST_REST_MS * 2 ** (this.idle - 1), LONGEST_REST_MS);
  }

  /** Updates without an id are passed over with the next that has one; where there is none, one by one, as ids follow each other. */
  private advance(updates: unknown[]): void {
    const ids = updates.flatMap((raw) => updateIdOf(raw) ?? []);
    if (ids.length > 0) this.offset = Math.max(...ids) + 1;
    this.stuck = ids.length === 0 && updates.length > 0 ? this.stuck + 1 : 0;
    if (this.stuck < STUCK) return;
    this.stuck = 0;
    this.offset = this.offset > 0 ? this.offset + 1 : -1; // -1 asks for the latest alone
  }
}
