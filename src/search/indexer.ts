// Who does the heavy work of indexing: this thread for a little, threads of their own for much.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Dictionary, dictionaryAtHand, type Thesaurus } from '../language/index.ts';
import type { ReadDocument } from '../reports/index.ts';
import { type IndexedFile, indexDocument } from './indexing.ts';
import { thesaurusOver, type WordStatistics } from './word-statistics.ts';

/** Something to do. Without a dictionary at hand a thread reads it. */
export type Job =
  | { kind: 'index'; name: string; document: ReadDocument }
  | { kind: 'dictionary' }
  | {
      kind: 'thesaurus';
      statistics: WordStatistics;
      ownLexicon: string;
      dictionary: Dictionary | undefined;
    };

export interface Indexer {
  /** How many documents are worked on at the same time. */
  readonly width: number;
  /** Rejects where a document breaks the reading of it. */
  index(name: string, document: ReadDocument): Promise<IndexedFile>;
  thesaurus(statistics: WordStatistics, ownLexicon: string): Promise<Thesaurus>;
  close(): Promise<void>;
}

/** Works in this thread. */
export const here: Indexer = {
  width: 1,
  index: async (name, document) => indexDocument(name, document),
  thesaurus: async (statistics, ownLexicon) => thesaurusOver(statistics, ownLexicon),
  close: async () => {},
};

/** A document that keeps a thread for longer than this is given up, and the thread with it. */
const TIME_LIMIT_MS = 60_000;
const MEMORY_LIMIT_MB = 512;
/** Small, so that much short-lived garbage does not make the process large. */
const YOUNG_MEMORY_MB = 16;

type Reply = { ok: true; result: unknown } | { ok: false; reason: string };

interface Waiting {
  job: Job;
  done(result: unknown): void;
  failed(error: Error): void;
}

/** Works in threads of its own, which are started when they are needed and do not keep the process alive. */
export class ThreadedIndexer implements Indexer {
  readonly width: number;
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private readonly queue: Waiting[] = [];
  private readonly timeLimitMs: number;
  private dictionary: Dictionary | undefined;

  /** @param width how many threads */
  constructor(width: number, timeLimitMs = TIME_LIMIT_MS) {
    this.width = width;
    this.timeLimitMs = timeLimitMs;
  }

  index(name: string, document: ReadDocument): Promise<IndexedFile> {
    return this.ask({ kind: 'index', name, document }) as Promise<IndexedFile>;
  }

  thesaurus(statistics: WordStatistics, ownLexicon: string): Promise<Thesaurus> {
    const { dictionary } = this;
    return this.ask({ kind: 'thesaurus', statistics, ownLexicon, dictionary }) as Promise<Thesaurus>;
  }

  /** Reads the dictionary in advance, in a thread whose memory is free again afterwards. */
  async prepare(): Promise<void> {
    this.dictionary = dictionaryAtHand();
    if (this.dictionary) return;
    const passing = new ThreadedIndexer(1);
    try {
      this.dictionary = (await passing.ask({ kind: 'dictionary' })) as Dictionary;
    } finally {
      await passing.close();
    }
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
        maxOldGenerationSizeMb: MEMORY_LIMIT_MB,
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
      clearTimeout(timer);
      worker.off('message', answered).off('error', ended).off('exit', gone);
      if (error) return failed(error);
      return undefined;
    };
    const gone = () => ended(new Error('the thread that read it ended'));
    const answered = (reply: Reply) => {
      ended(reply.ok ? undefined : new Error(reply.reason));
      if (reply.ok) done(reply.result);
      worker.unref();
      this.idle.push(worker);
      this.next();
    };
    const timer = setTimeout(() => {
      ended(new Error(`reading it took more than ${this.timeLimitMs / 1000} seconds`));
      void worker.terminate();
    }, this.timeLimitMs);
    worker.on('message', answered).on('error', ended).on('exit', gone);
    worker.postMessage(job);
  }
}

/** Who takes up one change. */
export interface Crew {
  reader: Indexer;
  maker: Pick<Indexer, 'thesaurus'>;
  /** All is read, or nothing will be: the memory that reading took is given back for what follows. */
  haveRead(): Promise<void>;
}

/** Less than this, in bytes, is read sooner than a thread is started; while requests wait, less. */
const SMALL_BYTES = 400_000;
const SMALL_WHILE_SERVING_BYTES = 60_000;
const MAX_THREADS = 2;

/**
 * Who takes up a change of so many bytes.
 * @param standing threads that are there anyway, and stay
 */
export function crewFor(bytes: number, standing?: ThreadedIndexer): Crew {
  const maker = standing ?? passing;
  if (bytes < (standing ? SMALL_WHILE_SERVING_BYTES : SMALL_BYTES))
    return { reader: here, maker: standing ?? here, haveRead: async () => {} };
  const reader = new ThreadedIndexer(Math.min(MAX_THREADS, availableParallelism()));
  return { reader, maker, haveRead: () => reader.close() };
}

/** A thread that is there for one thesaurus, so that the dictionary is in memory no longer than that. */
const passing: Pick<Indexer, 'thesaurus'> = {
  async thesaurus(statistics, ownLexicon) {
    const thread = new ThreadedIndexer(1);
    try {
      return await thread.thesaurus(statistics, ownLexicon);
    } finally {
      await thread.close();
    }
  },
};
