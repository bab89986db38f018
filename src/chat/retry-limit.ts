// How often something that failed is tried again: a few times at once, then with growing pauses, for a day.

const FREE_TRIES = 3;
const FIRST_PAUSE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * FIRST_PAUSE_MS;

interface Failures {
  count: number;
  /** Time of the last one. */
  at: number;
}

/** Failures by key, in memory: a restart forgets them. */
export class RetryLimit {
  private readonly failures = new Map<string, Failures>();

  /** What always fails is allowed about a dozen times a day. */
  allows(key: string, now: number): boolean {
    const failed = this.failures.get(key);
    if (!failed || failed.count < FREE_TRIES) return true;
    return Math.abs(now - failed.at) >= FIRST_PAUSE_MS * 2 ** (failed.count - FREE_TRIES);
  }

  recordFailure(key: string, now: number): void {
    const count = (this.failures.get(key)?.count ?? 0) + 1;
    this.failures.delete(key); // keeps the keys in the order of their last failure
    this.failures.set(key, { count, at: now });
    for (const [old, { at }] of this.failures) {
      if (Math.abs(now - at) < DAY_MS) return;
      this.failures.delete(old);
    }
  }
}
