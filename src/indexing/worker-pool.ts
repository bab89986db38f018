// Indexes documents in worker threads, short ones in this thread. Threads start on demand, obey limits of
// time and memory, and do not keep the process alive.
import { Worker } from 'node:worker_threads';
import { adoptDictionary, cachedDictionary, type Dictionary } from '../language/index.ts';
import {
  type ReadDocument,
  reasonOfEnd,
  THREAD_LIMITS,
  type ThreadLimits,
  watchThread,
} from '../reports/index.ts';
import { type IndexedFile, indexDocument } from './index-document.ts';
import { type Job, type JobReply, WorkerEndedError } from './job.ts';

export interface DocumentIndexer {
  /** Documents that are indexed at the same time. */
  readonly concurrency: number;
  /** Characters that may still be indexed in this thread. */
  readonly inThreadCharacters: number;
  /** Rejects where the document cannot be understood; with `WorkerEndedError` where its thread ended. */
  index(name: string, document: ReadDocument): Promise<IndexedFile>;
}

/** A small young generation, so that much short-lived garbage does not enlarge the process. */
const YOUNG_GENERATION_MB = 16;

interface QueuedJob {
  job: Job;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export class WorkerPool implements DocumentIndexer {
  readonly concurrency: number;
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private readonly queue: QueuedJob[] = [];
  private readonly limits: ThreadLimits;
  private charactersLeft: number;

  /**
   * @param concurrency number of threads
   * @param inThreadCharacters text, all documents together, that is indexed in this thread
   * @param timeLimitMs processor time after which a document is given up and its thread ended
   */
  constructor(concurrency: number, inThreadCharacters = 0, timeLimitMs = THREAD_LIMITS.timeLimitMs) {
    this.concurrency = concurrency;
    this.charactersLeft = inThreadCharacters;
    this.limits = { ...THREAD_LIMITS, timeLimitMs };
  }

  get inThreadCharacters(): number {
    return this.charactersLeft;
  }

  /** Threads that run at present. */
  get threads(): number {
    return this.all.size;
  }

  async index(name: string, document: ReadDocument): Promise<IndexedFile> {
    if (document.text.length <= this.charactersLeft) {
      this.charactersLeft -= document.text.length;
      return indexDocument(name, document);
    }
    return this.enqueue({ kind: 'index', name, document }) as Promise<IndexedFile>;
  }

  async dictionary(): Promise<Dictionary> {
    const dictionary = cachedDictionary() ?? ((await this.enqueue({ kind: 'dictionary' })) as Dictionary);
    adoptDictionary(dictionary);
    return dictionary;
  }

  /** Ends all threads; their jobs and those in the queue are rejected. */
  async close(): Promise<void> {
    for (const { reject } of this.queue.splice(0)) reject(new Error('indexing was stopped'));
    await Promise.all([...this.all].map((worker) => worker.terminate()));
  }

  private enqueue(job: Job): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.queue.push({ job, resolve, reject });
      this.assign();
    });
  }

  private assign(): void {
    while (this.queue.length > 0) {
      const worker = this.idle.pop() ?? (this.all.size < this.concurrency ? this.start() : undefined);
      const job = worker && this.queue.shift();
      if (!worker || !job) return;
      this.run(worker, job);
    }
  }

  private start(): Worker {
    const worker = new Worker(new URL('./indexing-worker.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: THREAD_LIMITS.memoryLimitMb,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      },
    });
    this.all.add(worker);
    worker.on('error', () => {}); // a running job is rejected by its own listener
    worker.once('exit', () => {
      this.all.delete(worker);
      const at = this.idle.indexOf(worker);
      if (at >= 0) this.idle.splice(at, 1);
      this.assign();
    });
    return worker;
  }

  private run(worker: Worker, { job, resolve, reject }: QueuedJob): void {
    worker.ref();
    const settle = (error?: Error) => {
      unwatch();
      worker.off('message', onReply).off('error', onError).off('exit', onExit);
      if (error) reject(error);
    };
    const onError = (error: unknown) => settle(new WorkerEndedError(reasonOfEnd(error, this.limits)));
    const onExit = () => settle(new WorkerEndedError({ kind: 'reader-ended' }));
    const onReply = (reply: JobReply) => {
      settle(reply.ok ? undefined : errorOf(reply));
      if (reply.ok) resolve(reply.result);
      worker.unref();
      this.idle.push(worker);
      this.assign();
    };
    const unwatch = watchThread(worker, this.limits, (obstacle) => {
      settle(new WorkerEndedError(obstacle));
      void worker.terminate();
    });
    worker.on('message', onReply).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  }
}

const errorOf = ({ reason, obstacle }: Extract<JobReply, { ok: false }>): Error =>
  obstacle ? new WorkerEndedError(obstacle) : new Error(reason);
