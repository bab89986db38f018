// One file's bytes to its text, whatever they are. Promise: every outcome is a value, in bounded time and memory.
import { formatOf, type ReadResult } from './formats/index.ts';
import { ReaderPool } from './formats/pool.ts';
import { readAny } from './formats/read-any.ts';
import { recognise } from './formats/recognise.ts';
import type { Obstacle } from './warning.ts';

const MEGABYTE = 1024 * 1024;
/** Larger files are not opened: no report is larger, and reading one would take too much memory. */
export const MAX_FILE_BYTES = 50 * MEGABYTE;

/** Why a file of this size is not opened, or undefined. */
export function reasonAgainstSize(bytes: number): Obstacle | undefined {
  return bytes > MAX_FILE_BYTES ? { kind: 'too-large', megabytes: MAX_FILE_BYTES / MEGABYTE } : undefined;
}

/** Serves all libraries of this process: so many threads read at once, however many folders there are. */
const SHARED_POOL = new ReaderPool();

/** A text or Markdown file up to so many bytes is read sooner than a thread is asked. */
export const FEW_BYTES = 4_000;

/**
 * Reads a file, in a thread of the pool and within its limits unless it is a little text.
 * @param name tells a Markdown file from a text, and is held against the content
 * @param maxInlineBytes up to so many bytes of text are read in this thread
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  pool: ReaderPool = SHARED_POOL,
  maxInlineBytes = FEW_BYTES,
): Promise<ReadResult> {
  const tooLarge = reasonAgainstSize(bytes.length);
  if (tooLarge) return { ok: false, reason: tooLarge };
  return bytes.length <= maxInlineBytes && isText(name, bytes)
    ? readAny(name, bytes)
    : pool.read(name, bytes);
}

/** Whether a file is of a format that is read in time and memory that grow with the bytes alone. */
function isText(name: string, bytes: Uint8Array): boolean {
  const recognised = recognise(name, bytes);
  return !recognised.ok || formatOf(recognised.format).simple;
}
