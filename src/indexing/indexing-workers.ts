// The workers for one change of the reports: how many threads, and how much is done in this thread.
import { availableParallelism } from 'node:os';
import { type Dictionary, readDictionary } from '../language/index.ts';
import { FEW_BYTES } from '../reports/index.ts';
import { WorkerPool } from './worker-pool.ts';

export interface IndexingWorkers {
  indexer: WorkerPool;
  /** Ends the threads, so that the build that follows can have their memory. */
  releaseIndexer(): Promise<void>;
  dictionary(): Promise<Dictionary>;
}

/** Less than this, in bytes of files or characters of text, is indexed sooner than a thread starts. */
const SMALL_CHANGE = 400_000;
/** The same while requests wait: much less. */
export const SMALL_CHANGE_WHILE_SERVING = FEW_BYTES;
const MAX_THREADS = 2;

/**
 * @param bytes size of the changed files; what they unpack to may be much more
 * @param serving whether requests are served meanwhile
 */
export function workersFor(bytes: number, serving: boolean): IndexingWorkers {
  const isSmall = bytes < SMALL_CHANGE;
  const inThread = serving ? SMALL_CHANGE_WHILE_SERVING : isSmall ? SMALL_CHANGE : 0;
  const indexer = new WorkerPool(Math.min(MAX_THREADS, availableParallelism()), inThread);
  return {
    indexer,
    releaseIndexer: () => indexer.close(),
    dictionary: isSmall && !serving ? async () => readDictionary() : readDictionaryInWorker,
  };
}

/** The dictionary, read by a thread that ends afterwards together with the memory that it used. */
export async function readDictionaryInWorker(): Promise<Dictionary> {
  const pool = new WorkerPool(1);
  try {
    return await pool.dictionary();
  } finally {
    await pool.close();
  }
}
