// The thread that reads files which may be hostile: one job at a time, whatever goes wrong is an answer.
import { parentPort } from 'node:worker_threads';
import type { Obstacle } from '../warning.ts';
import { type FormatName, formatOf } from './index.ts';
import type { ReadResult } from './reader.ts';

/** What the pool sends; the worker answers with a `ReadResult`. */
export interface Job {
  format: FormatName;
  bytes: Uint8Array;
}

async function read({ format, bytes }: Job): Promise<ReadResult> {
  try {
    const reader = await formatOf(format).load();
    return await reader.read(bytes);
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

const MAX_MESSAGE_LENGTH = 60;

/** A library's own short message helps; what its code stumbled over does not. */
function reasonOf(error: unknown): Obstacle {
  const stumbled = !(error instanceof Error) || /^(?:Type|Range|Syntax|Reference)Error$/.test(error.name);
  const words = stumbled ? '' : error.message.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const tells = words !== '' && words.length <= MAX_MESSAGE_LENGTH;
  return { kind: 'damaged', ...(tells ? { says: words } : {}) };
}

parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await read(job)));
