// The worker thread: indexes documents and reads the dictionary, one job at a time.
import { parentPort } from 'node:worker_threads';
import { readDictionary } from '../language/index.ts';
import { isOutOfMemory, THREAD_LIMITS } from '../reports/index.ts';
import { indexDocument } from './index-document.ts';
import type { Job, JobReply } from './job.ts';

function run(job: Job): unknown {
  return job.kind === 'index' ? indexDocument(job.name, job.document) : readDictionary();
}

function replyTo(job: Job): JobReply {
  try {
    return { ok: true, result: run(job) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!isOutOfMemory(error)) return { ok: false, reason };
    const obstacle = { kind: 'too-much-memory', megabytes: THREAD_LIMITS.memoryLimitMb } as const;
    return { ok: false, reason, obstacle };
  }
}

parentPort?.on('message', (job: Job) => parentPort?.postMessage(replyTo(job)));
