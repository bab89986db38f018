// A file of the reports folder as it was last read, and which of all files are served: the same text once.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { collectionOf } from './collection.ts';
import { type ListedFile, modifiedMsOf, reasonOf } from './folder.ts';
import type { ReportFile } from './report.ts';
import type { FileWarning } from './warning.ts';

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

/** A file's bytes; `moving` where it was written to meanwhile, or is gone again. */
export type FileBytes =
  | { state: 'read'; bytes: Uint8Array; hash: string }
  | { state: 'moving' }
  | { state: 'unreadable'; reason: string };

/** Reads a file as it was listed. */
export async function readBytes(directory: string, listed: ListedFile): Promise<FileBytes> {
  const place = path.join(directory, listed.name);
  try {
    const bytes = await fs.readFile(place);
    const stat = await fs.stat(place);
    const { size } = stat;
    if (size !== listed.size || modifiedMsOf(stat) !== listed.modifiedMs || bytes.length !== size)
      return { state: 'moving' };
    return { state: 'read', bytes, hash: sha256(bytes) };
  } catch (error) {
    const reason = reasonOf(error);
    return reason === 'ENOENT' ? { state: 'moving' } : { state: 'unreadable', reason };
  }
}

export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');
