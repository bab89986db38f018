// Counts what happens often and logs the count at most once a minute, so that nobody can fill the log.

const QUIET_MS = 60_000;

/** Counts events of one kind. */
export class LogThrottle {
  private readonly write: (count: number, last: object) => void;
  private readonly firstAfterMs: number;
  private count = 0;
  private last: object = {};
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param write called with the number of events since the last call, and the details of the latest
   * @param firstAfterMs collects events for this long before the first call; 0 calls at once
   */
  constructor(write: (count: number, last: object) => void, firstAfterMs = 0) {
    this.write = write;
    this.firstAfterMs = firstAfterMs;
  }

  note(details: object): void {
    this.count++;
    this.last = details;
    if (this.timer) return;
    if (this.firstAfterMs > 0) this.flushIn(this.firstAfterMs);
    else this.flush();
  }

  /** Writes what has been counted since the last call. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.count === 0) return;
    this.write(this.count, this.last);
    this.count = 0;
    this.flushIn(QUIET_MS);
  }

  private flushIn(ms: number): void {
    this.timer = setTimeout(() => this.flush(), ms);
    this.timer.unref();
  }
}
