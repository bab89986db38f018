// How long a piece of the program takes: a figure that does not hang on what else the machine does meanwhile.

/** A slow moment of the machine is no fault: the fastest of so many runs counts. */
const ATTEMPTS = 8;

/**
 * Milliseconds that the processor spends on `run` in this thread, at best.
 * @param enoughMs no further attempt is made once a run took less
 */
export function leastMs(run: () => void, enoughMs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least >= enoughMs; attempt++) {
    const before = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
