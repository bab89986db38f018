// Threads for readers. Promise: a reader that hangs, eats memory or dies takes nothing with it but its own file.
import { Worker } from 'node:worker_threads';
import type { Obstacle } from '../warning.ts';
import type { FormatName } from './index.ts';
import type { ReadResult } from './reader.ts';
import type { Job } from './worker.ts';

export interface PoolOptions {
  /** How many files are read at once. */
  size: number;
  /** A file that takes longer is given up. */
  timeLimitMs: number;
  /** A file that needs more is given up; counts the thread's heap and the buffers outside it. */
  memoryLimitMb: number;
  /** An idle thread is let go after this time, and its memory with it. */
  idleMs: number;
  /** The thread's program. */
  program: URL;
}

const DEFAULTS: PoolOptions = {
  size: 2,
  timeLimitMs: 60_000,
  memoryLimitMb: 512,
  idleMs: 3_000,
  program: new URL('./worker.ts', import.meta.url),
};

/** How often a busy thread's memory is looked at. */
const WATCH_MS = 100;
const MEGABYTE = 1024 * 1024;

export class ReaderPool {
  private readonly options: PoolOptions;
  private readonly idle: Thread[] = [];
  private readonly waiting: (() => void)[] = [];
  private busy = 0;

  constructor(options: Partial<PoolOptions> = {}) {
    this.options = { ...DEFAULTS, ...options };
  }

  /** Reads in a thread as soon as one is free. Never rejects. */
  async read(format: FormatName, bytes: Uint8Array): Promise<ReadResult> {
    if (this.busy >= this.options.size) await new Promise<void>((free) => this.waiting.push(free));
    else this.busy++;
    const thread = this.rested() ?? this.start();
    const hadOthers = thread.jobs > 0;
    let result = await this.runIn(thread, { format, bytes });
    // what an earlier file left behind may have brought the thread down: a new one tells
    if (!result.ok && thread.failed && hadOthers) result = await this.runIn(this.start(), { format, bytes });
    const next = this.waiting.shift();
    if (next) next();
    else this.busy--;
    return result;
  }

  /** Ends the idle threads; a later read starts new ones. */
  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((thread) => thread.end()));
  }

  private async runIn(thread: Thread, job: Job): Promise<ReadResult> {
    const result = await thread.run(job);
    if (thread.alive) {
      this.idle.push(thread);
      thread.rest();
    }
    return result;
  }

  /** An idle thread that is not being let go just now. */
  private rested(): Thread | undefined {
    let thread = this.idle.pop();
    while (thread && !thread.alive) thread = this.idle.pop();
    return thread;
  }

  private readonly start = () => new Thread(this.options, (gone) => this.forget(gone));

  private forget(thread: Thread): void {
    const at = this.idle.indexOf(thread);
    if (at >= 0) this.idle.splice(at, 1);
  }
}

/** One thread, from its first job until it is let go or given up. */
class Thread {
  alive = true;
  /** It came down by itself or for its memory, not for its slowness. */
  failed = false;
  /** How many files it was given. */
  jobs = 0;
  private readonly worker: Worker;
  private readonly options: PoolOptions;
  private settle: ((result: ReadResult) => void) | undefined;
  private rests: NodeJS.Timeout | undefined;

  constructor(options: PoolOptions, gone: (thread: Thread) => void) {
    this.options = options;
    this.worker = new Worker(options.program, {
      resourceLimits: { maxOldGenerationSizeMb: options.memoryLimitMb },
      stdout: true, // libraries talk; a chat in the terminal should not show it
      stderr: true,
    });
    this.worker.stdout.resume();
    this.worker.stderr.resume();
    this.worker.on('message', (result: ReadResult) => this.answer(result));
    this.worker.on('error', (error) => this.fail(reasonOf(error, options)));
    this.worker.on('exit', () => {
      gone(this);
      this.fail({ kind: 'reader-ended' });
    });
  }

  run(job: Job): Promise<ReadResult> {
    clearTimeout(this.rests);
    this.jobs++;
    this.worker.ref();
    const copy = new Uint8Array(job.bytes); // the caller keeps its own
    return new Promise((resolve) => {
      const { timeLimitMs } = this.options;
      const late = setTimeout(
        () => this.giveUp({ kind: 'too-slow', seconds: timeLimitMs / 1000 }),
        timeLimitMs,
      );
      const watch = setInterval(() => void this.weigh(), WATCH_MS);
      this.settle = (result) => {
        clearTimeout(late);
        clearInterval(watch);
        resolve(result);
      };
      this.worker.postMessage({ ...job, bytes: copy }, [copy.buffer]);
    });
  }

  /** Waits for another job without keeping the process alive. */
  rest(): void {
    this.worker.unref();
    this.rests = setTimeout(() => void this.end(), this.options.idleMs).unref();
  }

  async end(): Promise<void> {
    this.alive = false;
    clearTimeout(this.rests);
    await this.worker.terminate();
  }

  private answer(result: ReadResult): void {
    this.settle?.(result);
    this.settle = undefined;
  }

  private giveUp(reason: Obstacle): void {
    this.alive = false;
    this.answer({ ok: false, reason });
    void this.worker.terminate();
  }

  private fail(reason: Obstacle): void {
    this.alive = false;
    this.failed ||= this.settle !== undefined;
    this.answer({ ok: false, reason });
  }

  /** The limit that V8 keeps knows nothing of buffers outside its heap. */
  private async weigh(): Promise<void> {
    try {
      const { used_heap_size: heap, external_memory: outside } = await this.worker.getHeapStatistics();
      const used = (heap + outside) / MEGABYTE;
      if (used > this.options.memoryLimitMb && this.settle) {
        this.failed = true;
        this.giveUp(tooLarge(this.options));
      }
    } catch (error) {
      // a thread that ended meanwhile has nothing to weigh; its end is told by itself
      if (!isGone(error)) this.giveUp({ kind: 'reader-unwatched', says: firstLine(error) });
    }
  }
}

const isGone = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_NOT_RUNNING';

const tooLarge = ({ memoryLimitMb: megabytes }: PoolOptions): Obstacle => ({
  kind: 'too-much-memory',
  megabytes,
});

function reasonOf(error: unknown, options: PoolOptions): Obstacle {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return tooLarge(options);
  return { kind: 'damaged', says: firstLine(error) };
}

/** Libraries may tell long stories. */
const MAX_SAID = 100;
const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0].slice(0, MAX_SAID);
