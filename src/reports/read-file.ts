// Any file's bytes to its text. Promise: every outcome is a value, in bounded time and memory.
import { formatOf, type ReadResult } from './formats/index.ts';
import { THREAD_LIMITS, type ThreadLimits } from './formats/limits.ts';
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

/** Recognition takes up to twenty seconds of processor time for each page. */
const RECOGNITION_LIMITS: ThreadLimits = {
  timeLimitMs: 3_600_000,
  wallLimitMs: 14_400_000,
  memoryLimitMb: THREAD_LIMITS.memoryLimitMb,
};

/** Shared as well. One file at a time, so that questions are answered meanwhile. */
export const RECOGNITION_POOL = new ReaderPool({ ...RECOGNITION_LIMITS, size: 1 });

/** Files of simple formats up to this size are read in the calling thread: that is faster than a worker. */
export const FEW_BYTES = 4_000;

interface ReadingOptions {
  pool?: ReaderPool;
  /** Largest text that is read in this thread. */
  maxInlineBytes?: number;
  /** Recognises text in scans and pictures; none is recognised without it. */
  recognition?: ReaderPool | undefined;
}

/**
 * Reads a file in a pool thread, or in this one if it is short and of a simple format.
 * @param name distinguishes Markdown from plain text, and is checked against the content
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  { pool = SHARED_POOL, maxInlineBytes = FEW_BYTES, recognition }: ReadingOptions = {},
): Promise<ReadResult> {
  const tooLarge = reasonAgainstSize(bytes.length);
  if (tooLarge) return { ok: false, reason: tooLarge };
  const isInline = bytes.length <= maxInlineBytes && isSimple(name, bytes);
  const read = await (isInline ? readAny(name, bytes) : pool.read(name, bytes));
  if (!recognition || !hasPicturesOfText(read)) return read;
  const recognised = await recognition.read(name, bytes, true);
  // what can be read without recognition is not lost by its failure
  return recognised.ok || !read.ok ? recognised : read;
}

/** Whether all or some of its pages are pictures. */
const hasPicturesOfText = (read: ReadResult): boolean =>
  read.ok
    ? read.warnings.some((warning) => warning.kind === 'pages' && warning.trouble === 'pictures')
    : read.reason.kind === 'scan' || read.reason.kind === 'picture';

/** Whether the format is one whose reading time and memory grow with the bytes only. */
function isSimple(name: string, bytes: Uint8Array): boolean {
  const recognised = recognise(name, bytes);
  return !recognised.ok || formatOf(recognised.format).simple;
}
