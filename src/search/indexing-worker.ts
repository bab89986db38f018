// A thread that indexes documents, or reads the dictionary.
import { parentPort } from 'node:worker_threads';
import { readDictionary } from '../language/index.ts';
import { isOutOfMemory, THREAD_LIMITS } from '../reports/index.ts';
import { indexDocument } from './index-document.ts';
import type { Job, Reply } from './indexer.ts';

function work(job: Job): unknown {
  return job.kind === 'index' ? indexDocument(job.name, job.document) : readDictionary();
}

function replyTo(job: Job): Reply {
  try {
    return { ok: true, result: work(job) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!isOutOfMemory(error)) return { ok: false, reason };
    return { ok: false, reason, why: { kind: 'too-much-memory', megabytes: THREAD_LIMITS.memoryLimitMb } };
  }
}

parentPort?.on('message', (job: Job) => parentPort?.postMessage(replyTo(job)));
