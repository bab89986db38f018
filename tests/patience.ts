// How much a test may take: of the processor's time, which is the same on a busy machine. By the wall only what hangs is ended.
import { afterEach, beforeEach } from 'vitest';

/** Seconds of processor time, in all threads of the test's process: what two cores give in half a minute. What is started beside does not count. */
export const MOST_SECONDS = 60;

let before = process.cpuUsage();
beforeEach(() => {
  before = process.cpuUsage();
});
afterEach(({ task }) => {
  if (task.concurrent) return; // others run at the same time: nobody can tell whose it was
  const fault = tooMuch(process.cpuUsage(before));
  if (fault !== undefined) throw new Error(fault);
});

/** One sentence on a test that needed more than it may, by microseconds; undefined for all others. */
export function tooMuch({ user, system }: { user: number; system: number }): string | undefined {
  const seconds = (user + system) / 1e6;
  return seconds > MOST_SECONDS
    ? `The test took ${seconds.toFixed(1)} s of the processor's time, and may take ${MOST_SECONDS} s.`
    : undefined;
}
