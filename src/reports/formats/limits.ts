// What one job of a thread may cost: processor time, so that a busy machine makes no file too slow; time by the clock, for a thread that
// waits for ever; memory within V8's heap and outside.
import type { Worker } from 'node:worker_threads';
import type { Obstacle } from '../warning.ts';

export interface ThreadLimits {
  /** Processor time of the thread; a job that takes more is given up. */
  timeLimitMs: number;
  /** The same by the clock. */
  wallLimitMs: number;
  /** A job that needs more is given up; counts the thread's heap and the buffers outside it. */
  memoryLimitMb: number;
}

export const THREAD_LIMITS: ThreadLimits = {
  timeLimitMs: 60_000,
  wallLimitMs: 600_000,
  memoryLimitMb: 512,
};

/** How often a busy thread is looked at. */
const WATCH_MS = 100;
const MEGABYTE = 1024 * 1024;
const MS = 1000;

/**
 * Watches a thread while it does a job.
 * @param exceeded is called at most once
 * @returns ends the watch
 */
export function watchThread(
  worker: Worker,
  limits: ThreadLimits,
  exceeded: (why: Obstacle) => void,
): () => void {
  let over = false;
  let before: number | undefined;
  const stop = () => {
    over = true;
    clearTimeout(late);
    clearInterval(watch);
  };
  const giveUp = (why: Obstacle) => {
    if (over) return;
    stop();
    exceeded(why);
  };
  const look = async () => {
    try {
      const usedMs = await processorMs(worker);
      before ??= usedMs; // what it took for earlier jobs and for its start does not count
      if (usedMs - before > limits.timeLimitMs) giveUp(tooSlow(limits.timeLimitMs));
      if ((await memoryMb(worker)) > limits.memoryLimitMb) giveUp(tooMuchMemory(limits));
    } catch (error) {
      // a thread that does not run yet or any more uses nothing; its end is told by itself
      if (!isGone(error)) giveUp({ kind: 'reader-unwatched', says: firstLine(error) });
    }
  };
  const late = setTimeout(() => giveUp(tooSlow(limits.wallLimitMs)), limits.wallLimitMs);
  const watch = setInterval(() => void look(), WATCH_MS);
  void look();
  return stop;
}

async function processorMs(worker: Worker): Promise<number> {
  const { user, system } = await worker.cpuUsage();
  return (user + system) / MS;
}

/** The limit that V8 keeps knows nothing of buffers outside its heap. */
async function memoryMb(worker: Worker): Promise<number> {
  const { used_heap_size: heap, external_memory: outside } = await worker.getHeapStatistics();
  return (heap + outside) / MEGABYTE;
}

const tooSlow = (ms: number): Obstacle => ({ kind: 'too-slow', seconds: ms / MS });
const tooMuchMemory = ({ memoryLimitMb: megabytes }: ThreadLimits): Obstacle => ({
  kind: 'too-much-memory',
  megabytes,
});

const isGone = (error: unknown) => codeOf(error) === 'ERR_WORKER_NOT_RUNNING';
const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** Why a thread ended with an error: for its memory, before it began, or for what it was given. */
export function reasonOfEnd(error: unknown, limits: ThreadLimits): Obstacle {
  const code = codeOf(error);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY' || isOutOfMemory(error)) return tooMuchMemory(limits);
  if (code !== undefined) return { kind: 'reader-unwatched', says: code }; // of the system, not of a file's content
  return { kind: 'damaged', says: firstLine(error) };
}

/** V8 has no class for it. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof RangeError && /allocation failed/i.test(error.message);

/** Libraries may tell long stories. */
const MAX_DETAIL_LENGTH = 100;
const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0].slice(0, MAX_DETAIL_LENGTH);
