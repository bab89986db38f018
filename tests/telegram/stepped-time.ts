// A clock that stands still until a test lets time pass.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Time } from '../../adapters/telegram/sending/rate-limiter.ts';

/** Some day in November 2026. */
const START = Date.UTC(2026, 10, 20, 8);

export class SteppedTime implements Time {
  private at = START;
  /** How far the clock is off what has passed. */
  private offset = 0;
  private timers: { due: number; ring: () => void }[] = [];
  /** Every wait that was asked for, in milliseconds. */
  readonly waits: number[] = [];

  now(): number {
    return this.at + this.offset;
  }

  elapsed = (): number => this.at;

  /** Milliseconds that have passed since the start. */
  get passed(): number {
    return this.at - START;
  }

  /** Waits that have not ended. */
  get pending(): number {
    return this.timers.length;
  }

  wait(ms: number): Promise<void> {
    this.waits.push(ms);
    return new Promise((ring) => this.timers.push({ due: this.at + ms, ring }));
  }

  /** Sets the clock without letting time pass. */
  set(changeMs: number): void {
    this.offset += changeMs;
  }

  /** Lets time pass, from one wait's end to the next. */
  async pass(ms: number): Promise<void> {
    const end = this.at + ms;
    for (;;) {
      await nextTurn();
      const due = Math.min(...this.timers.map((timer) => timer.due));
      if (due > end) break;
      this.at = Math.max(this.at, due);
      const ringing = this.timers.filter((timer) => timer.due <= this.at);
      this.timers = this.timers.filter((timer) => timer.due > this.at);
      for (const { ring } of ringing) ring();
    }
    this.at = end;
    await nextTurn();
  }

  /** Lets time pass until something is done. */
  async passUntil<Result>(task: Promise<Result>, limitMs = 3_600_000): Promise<Result> {
    let done = false;
    const ended = () => {
      done = true;
    };
    task.then(ended, ended);
    await nextTurn();
    const end = this.at + limitMs;
    while (!done) {
      const due = Math.min(...this.timers.map((timer) => timer.due));
      if (due > end) throw new Error(`Not done after ${limitMs} ms`);
      await this.pass(Math.max(0, due - this.at));
    }
    return task;
  }
}
