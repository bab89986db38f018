// Who reads documents for the index: this thread a little, threads of their own what is more.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { adoptDictionary, cachedDictionary, type Dictionary, readDictionary } from '../language/index.ts';
import {
  FEW_BYTES,
  type Obstacle,
  type ReadDocument,
  reasonOfEnd,
  THREAD_LIMITS,
  type ThreadLimits,
  watchThread,
} from '../reports/index.ts';
import { type IndexedFile, indexDocument } from './index-document.ts';

/** Something to do. */
export type Job = { kind: 'index'; name: string; document: ReadDocument } | { kind: 'dictionary' };

export interface Indexer {
  /** How many documents are worked on at the same time. */
  readonly width: number;
  /** So many characters may still be read in this thread. */
  readonly leftHere: number;
  /** Rejects where a document breaks the reading of it, with `GivenUp` where the thread was to blame. */
  index(name: string, document: ReadDocument): Promise<IndexedFile>;
  dictionary(): Promise<Dictionary>;
  close(): Promise<void>;
}

/** A thread was ended, or ended by itself, before it was done. */
export class GivenUp extends Error {
  readonly why: Obstacle;

  constructor(why: Obstacle) {
    super(why.kind === 'too-slow' ? `reading it took more than ${why.seconds} seconds` : why.kind);
    this.why = why;
  }
}

/** Small, so that much short-lived garbage does not make the process large. */
const YOUNG_MEMORY_MB = 16;

/** What a thread answers; `why` where the thread was to blame. */
export type Reply = { ok: true; result: unknown } | { ok: false; reason: string; why?: Obstacle };

interface Waiting {
  job: Job;
  done(result: unknown): void;
  failed(error: Error): void;
}

/**
 * Works in threads of its own, which are started when they are needed and do not keep the process alive. A little is done in this
 * thread, sooner than a thread would be started.
 */
export class ThreadedIndexer implements Indexer {
  readonly width: number;
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private readonly queue: Waiting[] = [];
  private readonly limits: ThreadLimits;
  private charactersHere: number;

  /**
   * @param width how many threads
   * @param charactersHere so much text, all documents together, is read in this thread
   * @param timeLimitMs a document that takes a thread more processor time is given up, and the thread with it
   */
  constructor(width: number, charactersHere = 0, timeLimitMs = THREAD_LIMITS.timeLimitMs) {
    this.width = width;
    this.charactersHere = charactersHere;
    this.limits = { ...THREAD_LIMITS, timeLimitMs };
  }

  get leftHere(): number {
    return this.charactersHere;
  }

  /** How many threads it has at present. */
  get threads(): number {
    return this.all.size;
  }

  async index(name: string, document: ReadDocument): Promise<IndexedFile> {
    if (document.text.length <= this.charactersHere) {
      this.charactersHere -= document.text.length;
      return indexDocument(name, document);
    }
    return this.ask({ kind: 'index', name, document }) as Promise<IndexedFile>;
  }

  async dictionary(): Promise<Dictionary> {
    const dictionary = cachedDictionary() ?? ((await this.ask({ kind: 'dictionary' })) as Dictionary);
    adoptDictionary(dictionary);
    return dictionary;
  }

  /** Ends all threads; what they are working on fails. */
  async close(): Promise<void> {
    for (const { failed } of this.queue.splice(0)) failed(new Error('indexing was stopped'));
    await Promise.all([...this.all].map((worker) => worker.terminate()));
  }

  private ask(job: Job): Promise<unknown> {
    return new Promise((done, failed) => {
      this.queue.push({ job, done, failed });
      this.next();
    });
  }

  private next(): void {
    while (this.queue.length > 0) {
      const worker = this.idle.pop() ?? (this.all.size < this.width ? this.started() : undefined);
      const waiting = worker && this.queue.shift();
      if (!worker || !waiting) return;
      this.give(worker, waiting);
    }
  }

  private started(): Worker {
    const worker = new Worker(new URL('./indexing-worker.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: THREAD_LIMITS.memoryLimitMb,
        maxYoungGenerationSizeMb: YOUNG_MEMORY_MB,
      },
    });
    this.all.add(worker);
    worker.on('error', () => {}); // whoever waits for it is told below
    worker.once('exit', () => {
      this.all.delete(worker);
      const at = this.idle.indexOf(worker);
      if (at >= 0) this.idle.splice(at, 1);
      this.next();
    });
    return worker;
  }

  private give(worker: Worker, { job, done, failed }: Waiting): void {
    worker.ref();
    const ended = (error?: Error) => {
      unwatch();
      worker.off('message', answered).off('error', broken).off('exit', gone);
      if (error) return failed(error);
      return undefined;
    };
    const broken = (error: unknown) => ended(new GivenUp(reasonOfEnd(error, this.limits)));
    const gone = () => ended(new GivenUp({ kind: 'reader-ended' }));
    const answered = (reply: Reply) => {
      ended(reply.ok ? undefined : reply.why ? new GivenUp(reply.why) : new Error(reply.reason));
      if (reply.ok) done(reply.result);
      worker.unref();
      this.idle.push(worker);
      this.next();
    };
    const unwatch = watchThread(worker, this.limits, (why) => {
      ended(new GivenUp(why));
      void worker.terminate();
    });
    worker.on('message', answered).on('error', broken).on('exit', gone);
    worker.postMessage(job);
  }
}

/** Who takes up one change. */
export interface WorkerSet {
  reader: Indexer;
  /** All is read, or nothing will be: the memory that reading took is given back for what follows. */
  haveRead(): Promise<void>;
  dictionary(): Promise<Dictionary>;
}

/** Less than this, in bytes of files or characters of text, is read sooner than a thread is started; while requests wait, much less. */
const LITTLE = 400_000;
export const LITTLE_WHILE_SERVING = FEW_BYTES;
const MAX_THREADS = 2;

/**
 * Who takes up a change.
 * @param bytes size of its files; what they unpack to may be much more
 * @param serving whether requests wait meanwhile
 */
export function workersFor(bytes: number, serving: boolean): WorkerSet & { reader: ThreadedIndexer } {
  const isLittle = bytes < LITTLE;
  const here = serving ? LITTLE_WHILE_SERVING : isLittle ? LITTLE : 0;
  const reader = new ThreadedIndexer(Math.min(MAX_THREADS, availableParallelism()), here);
  return {
    reader,
    haveRead: () => reader.close(),
    dictionary: isLittle && !serving ? async () => readDictionary() : dictionaryFromAside,
  };
}

/** The dictionary, read by a thread that is gone afterwards together with the memory that it took. */
export async function dictionaryFromAside(): Promise<Dictionary> {
  const thread = new ThreadedIndexer(1);
  try {
    return await thread.dictionary();
  } finally {
    await thread.close();
  }
}
