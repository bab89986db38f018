// The clock, passed in by the programs: the only place where the machine's clocks are read.
import { setTimeout as pause } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since 1970; jumps where the machine's clock is set. For dates and for what is stored. */
  now(): number;
  /** Milliseconds since an arbitrary moment; never goes back. For durations. */
  elapsed(): number;
  /** Resolves after some time, or at the abort signal. */
  wait(ms: number, stop?: AbortSignal): Promise<void>;
}

export const machineClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  wait: (ms, stop) => pause(ms, undefined, { signal: stop }).catch(() => {}), // aborted
};
