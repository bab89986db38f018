// The built index on disk: versioned, checked, never trusted when anything it was made from has changed.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import v8 from 'node:v8';
import type { ScannedFile } from '../reports/index.ts';
import type { IndexData } from './passage-index.ts';

/** What a snapshot was made from: reports folder's files, code and runtime. Hexadecimal SHA-256. */
export type Fingerprint = string;

/** The fingerprint of scanned files together with this program's own reading and indexing code. */
export async function fingerprintOf(files: ScannedFile[], ownLexicon = ''): Promise<Fingerprint> {
  const hash = createHash('sha256')
    .update(await codeHash())
    .update(process.versions.v8)
    .update(ownLexicon);
  for (const file of files) hash.update(`\0${file.name}\0${file.hash}`);
  return hash.digest('hex');
}

const LOCK_FILE = path.join(import.meta.dirname, '..', '..', 'package-lock.json');
const ROOMS_THAT_BUILD = ['language', 'reports', 'search'];

/** A hash of the source files and library versions that decide what is in an index, so that no version number can be forgotten. */
async function codeHash(): Promise<string> {
  const hash = createHash('sha256').update(await fs.readFile(LOCK_FILE)); // libraries segment, index and translate
  for (const room of ROOMS_THAT_BUILD) {
    const directory = path.join(import.meta.dirname, '..', room);
    const names = (await fs.readdir(directory, { recursive: true }))
      .filter((name) => /\.(?:ts|txt)$/.test(name))
      .sort();
    for (const name of names) hash.update(name).update(await fs.readFile(path.join(directory, name)));
  }
  return hash.digest('hex');
}

/** What a snapshot file holds; `undefined` with a note where it cannot be used. */
export type Loaded<T> = { data: T } | { data: undefined; note?: string };

const MAGIC = Buffer.from('yinju-index-1\n');
const DIGEST_LENGTH = 32;

/** The snapshot's file for a reports folder: one for each folder, so that two never overwrite each other. */
export function snapshotFile(indexDirectory: string, reportsDirectory: string): string {
  const name = createHash('sha256').update(path.resolve(reportsDirectory)).digest('hex').slice(0, 12);
  return path.join(indexDirectory, `${name}.snapshot`);
}

/** Reads a snapshot if it is whole and was made from exactly these things. */
export async function loadSnapshot(file: string, fingerprint: Fingerprint): Promise<Loaded<SnapshotContent>> {
  let bytes: Buffer;
  try {
    bytes = await fs.readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { data: undefined };
    return {
      data: undefined,
      note: `the index snapshot ${file} cannot be read (${String(error)}); the index is built anew`,
    };
  }
  const header = MAGIC.length + fingerprint.length;
  const known = bytes.subarray(0, MAGIC.length).equals(MAGIC);
  if (!known || bytes.subarray(MAGIC.length, header).toString('latin1') !== fingerprint) {
    return {
      data: undefined,
      note: 'reports or program changed since the index snapshot was written; the index is built anew',
    };
  }
  const digest = bytes.subarray(header, header + DIGEST_LENGTH);
  const body = bytes.subarray(header + DIGEST_LENGTH);
  if (!createHash('sha256').update(body).digest().equals(digest)) {
    return { data: undefined, note: `the index snapshot ${file} is damaged; the index is built anew` };
  }
  return { data: v8.deserialize(body) as SnapshotContent };
}

/** Everything that a start needs. */
export interface SnapshotContent {
  index: IndexData;
  warnings: string[];
}

/** Writes a snapshot so that a reader sees either the old one or the whole new one. */
export async function saveSnapshot(
  file: string,
  fingerprint: Fingerprint,
  content: SnapshotContent,
): Promise<void> {
  const body = v8.serialize(content);
  const digest = createHash('sha256').update(body).digest();
  await fs.mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  await fs.writeFile(temporary, Buffer.concat([MAGIC, Buffer.from(fingerprint, 'latin1'), digest, body]));
  await fs.rename(temporary, file);
}
