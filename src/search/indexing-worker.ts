// A thread that indexes documents, or reads the dictionary.
import { parentPort } from 'node:worker_threads';
import { readDictionary } from '../language/index.ts';
import type { Job } from './indexer.ts';
import { indexDocument } from './indexing.ts';

function work(job: Job): unknown {
  return job.kind === 'index' ? indexDocument(job.name, job.document) : readDictionary();
}

parentPort?.on('message', (job: Job) => {
  try {
    parentPort?.postMessage({ ok: true, result: work(job) });
  } catch (error) {
    parentPort?.postMessage({ ok: false, reason: error instanceof Error ? error.message : String(error) });
  }
});
