// A file of the reports folder as it was last read, and which of all files are served: the same text once.
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { collectionOf } from './collection.ts';
import { type ListedFile, modifiedMsOf, reasonOf } from './folder.ts';
import { firstBytes, openWithin } from './real-path.ts';
import type { ReportFile } from './report.ts';
import { type FileWarning, mayPass, type Obstacle } from './warning.ts';

export interface KnownFile extends ListedFile {
  /** SHA-256 of its bytes, hexadecimal; empty where it could not be opened. */
  hash: string;
  /** SHA-256 of its text, hexadecimal; undefined where it could not be read. */
  textHash?: string;
  /** What was skipped or guessed while reading. */
  warnings: FileWarning[];
  /** What stands in it; undefined where it could not be read. */
  file?: ReportFile;
}

/** Whether a file that could not be read may be read at another try although no byte of it has changed. */
export const mayBeRead = ({ file, warnings }: KnownFile): boolean =>
  !file && warnings.some(({ warning }) => warning.kind === 'skipped' && mayPass(warning.why));

/** A file that is not served, because another one has the same text. */
export interface Copy {
  name: string;
  of: string;
}

export interface Served {
  files: ReportFile[];
  copies: Copy[];
}

/**
 * The files to serve, by name. Of the same text in one collection (a folder directly under the reports folder) only the
 * one that was known first is served, so that a copy never takes its place; collections don't know of each other, since not everybody
 * may know of both.
 * @param known in the order in which they came to be known
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

/** A file's bytes; `moving` where it was written to meanwhile, or is gone again, `refused` where its name leads where nothing is read. */
export type FileBytes =
  | { state: 'read'; bytes: Uint8Array; hash: string }
  | { state: 'moving' }
  | { state: 'refused'; why: Obstacle }
  | { state: 'unreadable'; reason: string };

/** Reads a file as it was listed, never more than that. */
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

function notOpened(why: Obstacle | undefined): FileBytes {
  if (!why) return { state: 'moving' };
  return why.kind === 'unopened' ? { state: 'unreadable', reason: why.code } : { state: 'refused', why };
}

const isUnchanged = (stat: Stats, { size, modifiedMs }: ListedFile): boolean =>
  stat.size === size && modifiedMsOf(stat) === modifiedMs;

export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');
