// Limits of one job in a worker thread: processor time, which does not count against a file on a busy
// machine; wall time, for a thread that waits forever; memory inside and outside of V8's heap.
import type { Worker } from 'node:worker_threads';
import type { ReadFailure } from '../warning.ts';

export interface ThreadLimits {
  /** Processor time of the thread, after which a job is given up. */
  timeLimitMs: number;
  /** Wall time after which a job is given up. */
  wallLimitMs: number;
  /** Memory above which a job is given up: the thread's heap and the buffers outside of it. */
  memoryLimitMb: number;
}

export const THREAD_LIMITS: ThreadLimits = {
  timeLimitMs: 60_000,
  wallLimitMs: 600_000,
  memoryLimitMb: 512,
};

/** Interval at which a busy thread is checked. */
const WATCH_MS = 100;
const MEGABYTE = 1024 * 1024;
const MS = 1000;

/**
 * Watches a thread while it runs a job.
 * @param exceeded is called at most once
 * @returns ends the watch
 */
export function watchThread(
  worker: Worker,
  limits: ThreadLimits,
  exceeded: (why: ReadFailure) => void,
): () => void {
  let over = false;
  let before: number | undefined;
  const stop = () => {
    over = true;
    clearTimeout(late);
    clearInterval(watch);
  };
  const giveUp = (why: ReadFailure) => {
    if (over) return;
    stop();
    exceeded(why);
  };
  const look = async () => {
    try {
      const usedMs = await processorMs(worker);
      before ??= usedMs; // the thread's start and its earlier jobs do not count
      if (usedMs - before > limits.timeLimitMs) giveUp(tooSlow(limits.timeLimitMs));
      if ((await memoryMb(worker)) > limits.memoryLimitMb) giveUp(tooMuchMemory(limits));
    } catch (error) {
      // a thread that is not running uses nothing; its end has an event of its own
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

/** V8's own limit does not count buffers outside of its heap. */
async function memoryMb(worker: Worker): Promise<number> {
  const { used_heap_size: heap, external_memory: outside } = await worker.getHeapStatistics();
  return (heap + outside) / MEGABYTE;
}

const tooSlow = (ms: number): ReadFailure => ({ kind: 'too-slow', seconds: ms / MS });
const tooMuchMemory = ({ memoryLimitMb: megabytes }: ThreadLimits): ReadFailure => ({
  kind: 'too-much-memory',
  megabytes,
});

const isGone = (error: unknown) => codeOf(error) === 'ERR_WORKER_NOT_RUNNING';
const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** Why a thread ended with an error: memory, a failed start, or the file. */
export function reasonOfEnd(error: unknown, limits: ThreadLimits): ReadFailure {
  const code = codeOf(error);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY' || isOutOfMemory(error)) return tooMuchMemory(limits);
  // a system error, not one of the file's content
  if (code !== undefined) return { kind: 'reader-unwatched', says: code };
  return { kind: 'damaged', says: firstLine(error) };
}

/** V8 has no error class for it. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof RangeError && /allocation failed/i.test(error.message);

/** Error messages of libraries can be long. */
const MAX_DETAIL_LENGTH = 100;
const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0].slice(0, MAX_DETAIL_LENGTH);
