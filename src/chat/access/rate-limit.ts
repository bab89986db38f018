// How often one person and one channel may ask. Counted in memory: a restart forgives.

/** Requests within a sliding window. */
export class RateLimit {
  private readonly times = new Map<string, number[]>();
  private readonly most: number;
  private readonly windowMs: number;

  constructor(most: number, windowMs: number) {
    this.most = most;
    this.windowMs = windowMs;
  }

  /**
   * Counts a request; where there were too many it gives the milliseconds until the next one is welcome, else 0.
   * @param now milliseconds of a clock that never goes back
   */
  take(key: string, now: number): number {
    const recent = (this.times.get(key) ?? []).filter((time) => time > now - this.windowMs);
    const wait = recent.length >= this.most ? recent[0] + this.windowMs - now : 0;
    if (wait === 0) recent.push(now);
    this.times.delete(key); // the keys stay in the order of their last request
    this.times.set(key, recent);
    this.dropOld(now);
    return wait;
  }

  /** Takes a request that was counted at this very time out of the count. */
  giveBack(key: string, at: number): void {
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
