// Any file's bytes to its text. Promise: every outcome is a value, in bounded time and memory.
import { formatOf, type ReadResult } from './formats/index.ts';
import { ReaderPool } from './formats/pool.ts';
import { readAny } from './formats/read-any.ts';
import { recognise } from './formats/recognise.ts';
import type { ReadFailure } from './warning.ts';

const MEGABYTE = 1024 * 1024;
/** Larger files are not opened: no report is larger, and reading one would take too much memory. */
export const MAX_FILE_BYTES = 50 * MEGABYTE;

/** Why a file of this size is not opened, or undefined. */
export function reasonAgainstSize(bytes: number): ReadFailure | undefined {
  return bytes > MAX_FILE_BYTES ? { kind: 'too-large', megabytes: MAX_FILE_BYTES / MEGABYTE } : undefined;
}

/** Shared by all folders of this process, so that the number of reader threads is bounded. */
const SHARED_POOL = new ReaderPool();

/** Files of simple formats up to this size are read in the calling thread: that is faster than a worker. */
export const FEW_BYTES = 4_000;

/**
 * Reads a file in a pool thread, or in this one if it is short and of a simple format.
 * @param name distinguishes Markdown from plain text, and is checked against the content
 * @param maxInlineBytes largest text that is read in this thread
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  pool: ReaderPool = SHARED_POOL,
  maxInlineBytes = FEW_BYTES,
): Promise<ReadResult> {
  const tooLarge = reasonAgainstSize(bytes.length);
  if (tooLarge) return { ok: false, reason: tooLarge };
  return bytes.length <= maxInlineBytes && isSimple(name, bytes)
    ? readAny(name, bytes)
    : pool.read(name, bytes);
}

/** Whether the format is one whose reading time and memory grow with the bytes only. */
function isSimple(name: string, bytes: Uint8Array): boolean {
  const recognised = recognise(name, bytes);
  return !recognised.ok || formatOf(recognised.format).simple;
}
