// A thread that indexes documents and makes thesauri.
import { parentPort } from 'node:worker_threads';
import { readDictionary } from '../language/index.ts';
import type { Job } from './indexer.ts';
import { indexDocument } from './indexing.ts';
import { thesaurusOver } from './word-statistics.ts';

function work(job: Job): unknown {
  switch (job.kind) {
    case 'index':
      return indexDocument(job.name, job.document);
    case 'dictionary':
      return readDictionary();
    case 'thesaurus':
      return thesaurusOver(job.statistics, job.ownLexicon, job.dictionary);
  }
}

parentPort?.on('message', (job: Job) => {
  try {
    parentPort?.postMessage({ ok: true, result: work(job) });
  } catch (error) {
    parentPort?.postMessage({ ok: false, reason: error instanceof Error ? error.message : String(error) });
  }
});
