// Time, handed in by the programs: the one place where the clocks of the machine are read.
import { setTimeout as pause } from 'node:timers/promises';

/** What tells the time and lets it pass. */
export interface Clock {
  /** Milliseconds since 1970. Jumps where the machine's clock is set: for dates and for what outlives the process. */
  now(): number;
  /** Milliseconds since some moment. Never goes back: for spans of time. */
  elapsed(): number;
  /** Resolves after some time, or when told to stop. */
  wait(ms: number, stop?: AbortSignal): Promise<void>;
}

/** The clocks of this machine. */
export const machineClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  wait: (ms, stop) => pause(ms, undefined, { signal: stop }).catch(() => {}), // told to stop: the wait is over
};
