// How often one key, such as a person, may do something. Counted in memory: a restart begins at zero.

/** At most `max` requests within a sliding window. */
export class RateLimit {
  private readonly times = new Map<string, number[]>();
  private readonly max: number;
  private readonly windowMs: number;

  constructor(max: number, windowMs: number) {
    this.max = max;
    this.windowMs = windowMs;
  }

  /**
   * Counts a request unless there were too many; returns the milliseconds to wait, or 0.
   * @param now milliseconds of a clock that never goes back
   */
  take(key: string, now: number): number {
    const recent = (this.times.get(key) ?? []).filter((time) => time > now - this.windowMs);
    const wait = recent.length >= this.max ? recent[0] + this.windowMs - now : 0;
    if (wait === 0) recent.push(now);
    this.times.delete(key); // keeps the keys in the order of their last request
    this.times.set(key, recent);
    this.dropOld(now);
    return wait;
  }

  /** Takes back the request that was counted at exactly this time. */
  release(key: string, at: number): void {
    const times = this.times.get(key) ?? [];
    const index = times.lastIndexOf(at);
    if (index >= 0) times.splice(index, 1);
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.times.size;
  }

  private dropOld(now: number): void {
    for (const [key, times] of this.times) {
      if ((times.at(-1) ?? 0) > now - this.windowMs) return;
      this.times.delete(key);
    }
  }
}
