// A file of the reports folder as last read, and which files are served: each text once in a collection.
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { collectionOf } from './collection.ts';
import { type ListedFile, modifiedMsOf, reasonOf } from './folder.ts';
import { firstBytes, openWithin } from './real-path.ts';
import type { ReportFile } from './report.ts';
import { type FileWarning, isTransient, type ReadFailure } from './warning.ts';

export interface KnownFile extends ListedFile {
  /** SHA-256 of the bytes, hexadecimal; empty where the file could not be opened. */
  hash: string;
  /** SHA-256 of the text, hexadecimal; undefined where the file could not be read. */
  textHash?: string;
  /** What was skipped or guessed while reading. */
  warnings: FileWarning[];
  /** Undefined where the file could not be read. */
  file?: ReportFile;
}

/** Whether another try may succeed although no byte of the file has changed. */
export const isWorthRetrying = ({ file, warnings }: KnownFile): boolean =>
  !file && warnings.some(({ warning }) => warning.kind === 'skipped' && isTransient(warning.why));

/** A file that is not served because another one has the same text. */
export interface Copy {
  name: string;
  of: string;
}

interface Served {
  files: ReportFile[];
  copies: Copy[];
}

/**
 * The files to serve, sorted by name. Of files with the same text in one collection only the first known one
 * is served, so that a copy never replaces it; collections are independent, since their readers differ.
 * @param known in the order in which the files became known
 */
export function served(known: Iterable<KnownFile>): Served {
  const firsts = new Map<string, string>();
  const result: Served = { files: [], copies: [] };
  for (const { name, file, textHash } of known) {
    if (!file) continue;
    const key = `${collectionOf(name) ?? ''}/${textHash}`;
    const first = firsts.get(key);
    if (first !== undefined) result.copies.push({ name, of: first });
    else {
      firsts.set(key, name);
      result.files.push(file);
    }
  }
  result.files.sort(byName);
  result.copies.sort(byName);
  return result;
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

/** `moving`: changed while it was read, or removed; `refused`: its name leads to a place that is not read. */
export type FileBytes =
  | { state: 'read'; bytes: Uint8Array; hash: string }
  | { state: 'moving' }
  | { state: 'refused'; why: ReadFailure }
  | { state: 'unreadable'; reason: string };

/** Reads a file's bytes if it still has the listed size and time. */
export async function readBytes(directory: string, listed: ListedFile): Promise<FileBytes> {
  try {
    const opened = await openWithin(directory, listed.name);
    if (!opened.ok) return notOpened(opened.why);
    const { handle } = opened;
    try {
      if (!isUnchanged(await handle.stat(), listed)) return { state: 'moving' };
      const hash = createHash('sha256');
      const bytes = await firstBytes(handle, listed.size, (chunk) => hash.update(chunk));
      if (bytes.length !== listed.size || !isUnchanged(await handle.stat(), listed))
        return { state: 'moving' };
      return { state: 'read', bytes, hash: hash.digest('hex') };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = reasonOf(error);
    return reason === 'ENOENT' ? { state: 'moving' } : { state: 'unreadable', reason };
  }
}

function notOpened(why: ReadFailure | undefined): FileBytes {
  if (!why) return { state: 'moving' };
  return why.kind === 'unopened' ? { state: 'unreadable', reason: why.code } : { state: 'refused', why };
}

const isUnchanged = (stat: Stats, { size, modifiedMs }: ListedFile): boolean =>
  stat.size === size && modifiedMsOf(stat) === modifiedMs;

export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');
