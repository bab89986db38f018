// Reader threads. Promise: a reader that hangs, exhausts memory or crashes costs only its own file.
import { Worker } from 'node:worker_threads';
import type { ReadFailure } from '../warning.ts';
import { reasonOfEnd, THREAD_LIMITS, type ThreadLimits, watchThread } from './limits.ts';
import type { ReadResult } from './reader.ts';
import type { Job } from './worker.ts';

interface PoolOptions extends ThreadLimits {
  /** Files that are read at the same time. */
  size: number;
  /** An idle thread ends after this time and frees its memory. */
  idleMs: number;
  /** The thread's entry file. */
  program: URL;
}

const DEFAULTS: PoolOptions = {
  ...THREAD_LIMITS,
  size: 2,
  idleMs: 3_000,
  program: new URL('./worker.ts', import.meta.url),
};

export class ReaderPool {
  private readonly options: PoolOptions;
  private readonly idle: Thread[] = [];
  private readonly waiting: (() => void)[] = [];
  private busy = 0;

  constructor(options: Partial<PoolOptions> = {}) {
    this.options = { ...DEFAULTS, ...options };
  }

  /** Reads a file in a thread as soon as one is free. Never rejects. */
  async read(name: string, bytes: Uint8Array, recognises = false): Promise<ReadResult> {
    const job: Job = { name, bytes, ...(recognises ? { recognises } : {}) };
    if (this.busy >= this.options.size) await new Promise<void>((free) => this.waiting.push(free));
    else this.busy++;
    const thread = this.idleThread() ?? this.start();
    const hadOthers = thread.jobs > 0;
    let result = await this.runIn(thread, job);
    // an earlier file may have caused the crash: try once in a new thread
    if (!result.ok && thread.failed && hadOthers) result = await this.runIn(this.start(), job);
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
      thread.waitForJob();
    }
    return result;
  }

  /** An idle thread that is not ending. */
  private idleThread(): Thread | undefined {
    let thread = this.idle.pop();
    while (thread && !thread.alive) thread = this.idle.pop();
    return thread;
  }

  private readonly start = () => new Thread(this.options, (gone) => this.remove(gone));

  private remove(thread: Thread): void {
    const at = this.idle.indexOf(thread);
    if (at >= 0) this.idle.splice(at, 1);
  }
}

/** One thread, from its first job until it ends. */
class Thread {
  alive = true;
  /** It crashed or ran out of memory; slowness does not count. */
  failed = false;
  /** Number of jobs so far. */
  jobs = 0;
  private readonly worker: Worker;
  private readonly options: PoolOptions;
  private settle: ((result: ReadResult) => void) | undefined;
  private idleTimer: NodeJS.Timeout | undefined;

  constructor(options: PoolOptions, gone: (thread: Thread) => void) {
    this.options = options;
    this.worker = new Worker(options.program, {
      resourceLimits: { maxOldGenerationSizeMb: options.memoryLimitMb },
      stdout: true, // messages of libraries must not appear in a terminal chat
      stderr: true,
    });
    this.worker.stdout.resume();
    this.worker.stderr.resume();
    this.worker.on('message', (result: ReadResult) => this.answer(result));
    this.worker.on('error', (error) => this.fail(reasonOfEnd(error, options)));
    this.worker.on('exit', () => {
      gone(this);
      this.fail({ kind: 'reader-ended' });
    });
  }

  run(job: Job): Promise<ReadResult> {
    clearTimeout(this.idleTimer);
    this.jobs++;
    this.worker.ref();
    const copy = new Uint8Array(job.bytes); // the caller keeps its own
    return new Promise((resolve) => {
      const unwatch = watchThread(this.worker, this.options, (why) => this.giveUp(why));
      this.settle = (result) => {
        unwatch();
        resolve(result);
      };
      this.worker.postMessage({ ...job, bytes: copy }, [copy.buffer]);
    });
  }

  /** Waits for another job without keeping the process alive. */
  waitForJob(): void {
    this.worker.unref();
    this.idleTimer = setTimeout(() => void this.end(), this.options.idleMs).unref();
  }

  async end(): Promise<void> {
    this.alive = false;
    clearTimeout(this.idleTimer);
    await this.worker.terminate();
  }

  private answer(result: ReadResult): void {
    this.settle?.(result);
    this.settle = undefined;
  }

  private giveUp(reason: ReadFailure): void {
    this.alive = false;
    this.failed ||= reason.kind === 'too-much-memory'; // earlier files may have filled it
    this.answer({ ok: false, reason });
    void this.worker.terminate();
  }

  private fail(reason: ReadFailure): void {
    this.alive = false;
    this.failed ||= this.settle !== undefined;
    this.answer({ ok: false, reason });
  }
}
