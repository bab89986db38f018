// A thread that indexes documents and makes thesauri. Keeps the dictionary once it has read it.
import { parentPort } from 'node:worker_threads';
import { type Dictionary, readDictionary } from '../language/index.ts';
import type { Job } from './indexer.ts';
import { indexDocument } from './indexing.ts';
import { thesaurusOver } from './word-statistics.ts';

let dictionary: Dictionary | undefined;

function work(job: Job): unknown {
  if (job.kind === 'index') return indexDocument(job.name, job.document);
  dictionary ??= readDictionary();
  return job.kind === 'thesaurus' ? thesaurusOver(job.statistics, job.ownLexicon, dictionary) : undefined;
}

parentPort?.on('message', (job: Job) => {
  try {
    parentPort?.postMessage({ ok: true, result: work(job) });
  } catch (error) {
    parentPort?.postMessage({ ok: false, reason: error instanceof Error ? error.message : String(error) });
  }
});
