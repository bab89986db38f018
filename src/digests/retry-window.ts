// How long an entry is tried: a first attempt within six hours of its due time, further ones for two hours
// after the first. The two hours are measured by a clock that never goes back, so that a set clock neither
// ends nor prolongs them.
import { CATCH_UP_MS } from './enqueue.ts';
import type { OutboxEntry } from './outbox.ts';

const MINUTE_MS = 60 * 1000;
const SECOND_ATTEMPT_MS = 1000;
const THIRD_ATTEMPT_MS = MINUTE_MS;
/** From the first attempt of this process until an entry is given up. */
const GIVE_UP_MS = 120 * MINUTE_MS;
/** Bounds the attempts of a message that crashes the process each time, independent of all clocks. */
const MAX_ATTEMPTS = 12;

export class RetryWindow {
  private readonly elapsed: () => number;
  /** The first attempt of this process for each entry that has not ended; milliseconds of `elapsed`. */
  private readonly firstTried = new Map<string, number>();

  constructor(elapsed: () => number) {
    this.elapsed = elapsed;
  }

  begin(id: string): void {
    if (!this.firstTried.has(id)) this.firstTried.set(id, this.elapsed());
  }

  end(id: string): void {
    this.firstTried.delete(id);
  }

  /** Forgets entries that are too old to be tried: another process has ended them. */
  expire(): void {
    const before = this.elapsed() - CATCH_UP_MS - GIVE_UP_MS;
    for (const [id, at] of this.firstTried) if (at < before) this.end(id);
  }

  /**
   * When an entry is tried again, in milliseconds since 1970; undefined where the two hours end before.
   * @param minPauseMs what the platform asks to wait
   */
  retryAt({ id, attempts }: OutboxEntry, now: number, minPauseMs: number): number | undefined {
    const elapsedMs = this.elapsed();
    const deadline = Math.floor(now + (this.firstTried.get(id) ?? elapsedMs) + GIVE_UP_MS - elapsedMs);
    const pauseMs = Math.max(minPauseMs, pauseAfter(attempts));
    // the last attempt is at the deadline
    const retryAt = Math.min(now + pauseMs, Math.max(deadline, now + minPauseMs));
    return retryAt > deadline || now >= deadline ? undefined : retryAt;
  }
}

/** One second, then one minute, doubled with each attempt. */
const pauseAfter = (attempts: number): number =>
  attempts === 1 ? SECOND_ATTEMPT_MS : THIRD_ATTEMPT_MS * 2 ** (attempts - 2);

/** An attempt that follows one of unknown outcome is also in time within two hours of the first attempt. */
export function isTooLate({ dueAt, triedAt, attempts }: OutboxEntry, now: number): boolean {
  const retryUntil = attempts > 1 && triedAt !== undefined ? triedAt + GIVE_UP_MS : 0;
  return attempts > MAX_ATTEMPTS || now > Math.max(dueAt + CATCH_UP_MS, retryUntil);
}
