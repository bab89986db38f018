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

/** The processor's time is told in steps of some milliseconds: so much is measured at once. */
const SAMPLE_MS = 40;

/**
 * Milliseconds that the processor spends in this thread on one call of each of several functions: medians, the functions taking turns, so
 * that what slows the machine slows them all.
 */
export async function medianMs(each: (() => Promise<unknown>)[], samples: number): Promise<number[]> {
  for (const call of each) await call(); // what is built once is built now
  const runs = await runsFor(each[0]);
  const costs = each.map((): number[] => []);
  for (let sample = 0; sample < samples; sample++)
    for (const [i, call] of each.entries()) costs[i].push((await threadMs(call, runs)) / runs);
  return costs.map((all) => all.sort((a, b) => a - b)[Math.floor(samples / 2)]);
}

/** Milliseconds that the processor spends in this thread on some calls. */
export async function threadMs(call: () => Promise<unknown>, runs = 1): Promise<number> {
  const before = process.threadCpuUsage();
  for (let run = 0; run < runs; run++) await call();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** A slow moment of the first calls is not how long they take. */
const LOOKS = 3;

/** How many calls take about as long as a sample is to take. */
async function runsFor(call: () => Promise<unknown>): Promise<number> {
  for (let runs = 1; ; runs *= 2) {
    let ms = Number.POSITIVE_INFINITY;
    for (let look = 0; look < LOOKS && ms >= SAMPLE_MS / 2; look++)
      ms = Math.min(ms, await threadMs(call, runs));
    if (ms >= SAMPLE_MS / 2) return Math.ceil((runs * SAMPLE_MS) / ms);
  }
}
