// Measures times and memory, and takes percentiles.

/** Percentile by nearest rank. @param values in any order, not empty */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const median = (values: number[]): number => percentile(values, 0.5);
export const P99 = 0.99;

/** Memory of a process, in bytes. */
export interface Memory {
  /** Resident set. Memory of a large build often stays in it. */
  resident: number;
  /** JavaScript objects and buffers, without memory of native code (SQLite). */
  live: number;
}

/** Memory after a garbage collection. Needs --expose-gc. */
export function settledMemory(): Memory {
  // A second collection frees what finalisers of the first one release.
  for (let round = 0; round < 2; round++) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, live: heapUsed + external };
}

const BYTES_PER_KILOBYTE = 1024;

/** Peak memory of the process, in bytes. */
export const peakMemoryBytes = (): number => process.resourceUsage().maxRSS * BYTES_PER_KILOBYTE;

const MAX_PASSES = 5;
const PASSES_TIME_MS = 30_000;

/**
 * Milliseconds of each call, over several passes through the inputs. The first pass warms up and is not
 * counted.
 * @param onResult called with each result of the warm-up pass
 */
export async function timeEach<Input, Result>(
  inputs: Input[],
  call: (input: Input) => Result | Promise<Result>,
  onResult: (input: Input, result: Result) => void = () => {},
): Promise<number[]> {
  for (const input of inputs) onResult(input, await call(input));
  const times: number[] = [];
  const started = performance.now();
  for (let pass = 0; pass < MAX_PASSES && performance.now() - started < PASSES_TIME_MS; pass++) {
    for (const input of inputs) {
      const before = performance.now();
      const result = call(input);
      if (result instanceof Promise) await result;
      times.push(performance.now() - before);
    }
  }
  return times;
}
