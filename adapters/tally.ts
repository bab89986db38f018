// What happens often is counted and said now and then, so that nobody can fill the log by repeating it.

/** At most one line in this time, but for the first. */
const QUIET_MS = 60_000;

/** Counts events of one kind. */
export class Tally {
  private readonly say: (count: number, last: object) => void;
  private readonly firstAfterMs: number;
  private count = 0;
  private last: object = {};
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param say is told how many there were since it was told last, and the details of the latest
   * @param firstAfterMs so long those that come together with a first one are waited for; 0 says it at once
   */
  constructor(say: (count: number, last: object) => void, firstAfterMs = 0) {
    this.say = say;
    this.firstAfterMs = firstAfterMs;
  }

  note(details: object): void {
    this.count++;
    this.last = details;
    if (this.timer) return;
    if (this.firstAfterMs > 0) this.sayIn(this.firstAfterMs);
    else this.flush();
  }

  /** Says what has not been said. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.count === 0) return;
    this.say(this.count, this.last);
    this.count = 0;
    this.sayIn(QUIET_MS);
  }

  private sayIn(ms: number): void {
    this.timer = setTimeout(() => this.flush(), ms);
    this.timer.unref();
  }
}
