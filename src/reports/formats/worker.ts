// The thread that reads possibly hostile files: one job at a time; every failure is a result.
import { parentPort } from 'node:worker_threads';
import type { ReadFailure } from '../warning.ts';
import { isOutOfMemory, THREAD_LIMITS } from './limits.ts';
import { readAny } from './read-any.ts';
import type { ReadResult } from './reader.ts';

/** Sent by the pool; the worker answers with a `ReadResult`. */
export interface Job {
  name: string;
  bytes: Uint8Array;
  /** Text in pictures is recognised too. */
  recognises?: boolean;
}

async function read({ name, bytes, recognises }: Job): Promise<ReadResult> {
  try {
    return await readAny(name, bytes, recognises ? await openRecogniser() : undefined);
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** A new one for each file: it keeps what it learns of a script. */
const openRecogniser = async () => (await import('./recognition/tesseract.ts')).openTesseract();

const MAX_MESSAGE_LENGTH = 60;
/** Errors of the system that may not occur at another try: no free file handle, no memory. */
const OF_SYSTEM =
  /^(?:EMFILE|ENFILE|ENOMEM|EAGAIN|EIO|EACCES|ENOENT|(?:ERR_)?MODULE_NOT_FOUND|ERR_DLOPEN_FAILED)$/;

/** A library's own short message is informative; a TypeError in its code is not. */
function reasonOf(error: unknown): ReadFailure {
  if (isOutOfMemory(error)) return { kind: 'too-much-memory', megabytes: THREAD_LIMITS.memoryLimitMb };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (OF_SYSTEM.test(code)) return { kind: 'reader-unwatched', says: code };
  const stumbled = !(error instanceof Error) || /^(?:Type|Range|Syntax|Reference)Error$/.test(error.name);
  const words = stumbled ? '' : error.message.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const isInformative = words !== '' && words.length <= MAX_MESSAGE_LENGTH;
  return { kind: 'damaged', ...(isInformative ? { says: words } : {}) };
}

parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await read(job)));
