// One file's bytes to its text, whatever they are. Promise: every outcome is a value, in bounded time and memory.
import { formatOf, type ReadResult } from './formats/index.ts';
import { ReaderPool } from './formats/pool.ts';
import { recognise } from './formats/recognise.ts';
import type { Obstacle } from './warning.ts';

export const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** As much as a whole library of a thousand files usually holds. */
const MAX_TEXT_LENGTH = 10_000_000;

/** Why a file of this size is not even opened, or undefined. */
export function reasonAgainstSize(bytes: number): Obstacle | undefined {
  return bytes > MAX_FILE_BYTES ? { kind: 'too-large', megabytes: MAX_FILE_BYTES / 1024 / 1024 } : undefined;
}

/** Serves all libraries of this process: so many threads read at once, however many folders there are. */
const SHARED_POOL = new ReaderPool();

/**
 * Reads a file. What may hang or need much memory is read in a thread of the pool, within its limits.
 * @param name tells a Markdown file from a text, and is held against the content
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  pool: ReaderPool = SHARED_POOL,
): Promise<ReadResult> {
  const tooLarge = reasonAgainstSize(bytes.length);
  if (tooLarge) return { ok: false, reason: tooLarge };
  const recognised = recognise(name, bytes);
  if (!recognised.ok) return recognised;
  const format = formatOf(recognised.format);
  const read = format.simple ? await (await format.load()).read(bytes) : await pool.read(format.name, bytes);
  if (!read.ok) return read;
  if (read.text.length > MAX_TEXT_LENGTH)
    return { ok: false, reason: { kind: 'too-much-text', millions: MAX_TEXT_LENGTH / 1_000_000 } };
  const { warning } = recognised;
  return warning ? { ...read, warnings: [warning, ...read.warnings] } : read;
}
