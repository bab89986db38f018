// The thread that reads files which may be hostile: one job at a time, whatever goes wrong is an answer.
import { parentPort } from 'node:worker_threads';
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
    return { ok: false, reason: `it is damaged (${shortened(error)})` };
  }
}

const MAX_MESSAGE_LENGTH = 120;

/** A library's message in one line. */
function shortened(error: unknown): string {
  const words = (error instanceof Error ? error.message : String(error)).replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return words.length > MAX_MESSAGE_LENGTH
    ? `${words.slice(0, MAX_MESSAGE_LENGTH)} …`
    : words || 'no reason given';
}

parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await read(job)));
