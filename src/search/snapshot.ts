// The built index on disk: versioned, checked, never trusted when the program has changed. Which files have
// changed since is told by what it knows of each.
import { createHash } from 'node:crypto';
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import v8 from 'node:v8';
import {
  inTemporary,
  isLeftOver,
  type KnownFile,
  makePrivate,
  OWN_FILE,
  OWN_FOLDER,
  type PackedFile,
  packFile,
  unpackFile,
} from '../reports/index.ts';
import { chunksOf, extractArrays, type NumberArray, restoreArrays } from './binary-arrays.ts';
import { ChecksummedReader, ChecksummedWriter, CorruptRecordError } from './checksummed-file.ts';
import type { IndexData, IndexDataToWrite } from './passage-index.ts';

/** What made a snapshot, its reports left out: code, runtime and lexicon. Hexadecimal SHA-256. */
export type Fingerprint = string;

/** The fingerprint of this program's own reading and indexing code. */
export async function fingerprintOf(ownLexicon = ''): Promise<Fingerprint> {
  const hash = createHash('sha256')
    .update(await codeHash())
    .update(process.versions.v8)
    .update(ownLexicon);
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

const MAGIC = Buffer.from('yinju-index-3\n');

/** The snapshot's file for a reports folder: one for each folder, so that two never overwrite each other. */
export function snapshotFile(indexDirectory: string, reportsDirectory: string): string {
  const name = createHash('sha256').update(path.resolve(reportsDirectory)).digest('hex').slice(0, 12);
  return path.join(indexDirectory, `${name}.snapshot`);
}

/** Everything that a start needs. */
export interface SnapshotContent<Index = IndexData> {
  /** All files that were read, those that are not served too. */
  known: KnownFile[];
  index: Index;
}

/** The same on its way into a snapshot. */
export type ContentToWrite = SnapshotContent<IndexDataToWrite>;

/** Reads a snapshot if it is whole and was made by this program. */
export async function loadSnapshot(file: string, fingerprint: Fingerprint): Promise<Loaded<SnapshotContent>> {
  let handle: FileHandle;
  try {
    handle = await fs.open(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { data: undefined };
    return { data: undefined, note: unreadable(file, error) };
  }
  try {
    const reader = await ChecksummedReader.begin(handle, headOf(fingerprint));
    if (!reader)
      return {
        data: undefined,
        note: 'the program or the lexicon changed since the index snapshot was written; the index is built anew',
      };
    return { data: await readContent(reader) };
  } catch (error) {
    if (error instanceof CorruptRecordError)
      return { data: undefined, note: `the index snapshot ${file} is damaged; the index is built anew` };
    return { data: undefined, note: unreadable(file, error) };
  } finally {
    await handle.close();
  }
}

const unreadable = (file: string, error: unknown) =>
  `the index snapshot ${file} cannot be read (${String(error)}); the index is built anew`;

const headOf = (fingerprint: Fingerprint) => Buffer.concat([MAGIC, Buffer.from(fingerprint, 'latin1')]);

/** Reads piece by piece, so that the whole is never in memory twice. */
async function readContent(reader: ChecksummedReader): Promise<SnapshotContent> {
  const known: KnownFile[] = [];
  const index: Partial<IndexData> = {};
  for (let piece = await reader.next(); piece; piece = await reader.next()) {
    const value = v8.deserialize(piece) as object;
    if ('known' in value) known.push(...(value.known as KeptFile[]).map(restored));
    else {
      const arrays: NumberArray[] = [];
      Object.assign(index, restoreArrays(value, arrays));
      for (const array of arrays)
        for (const stretch of chunksOf(array, STRETCH_BYTES)) await reader.nextInto(stretch);
    }
  }
  return { known, index: index as IndexData };
}

/** Files in one piece: so few that making a piece holds no request up. */
const FILES_IN_PIECE = 20;
/** Number arrays are written and read in pieces of so many bytes. */
const STRETCH_BYTES = 4 * 1024 * 1024;

/** A known file as it is written. */
type KeptFile = Omit<KnownFile, 'file'> & { packed?: PackedFile };

const kept = ({ file, ...known }: KnownFile): KeptFile =>
  file ? { ...known, packed: packFile(file) } : known;
const restored = ({ packed, ...known }: KeptFile): KnownFile =>
  packed ? { ...known, file: unpackFile(packed) } : known;

function* piecesOf({ known, index }: ContentToWrite): Generator<Uint8Array> {
  for (let first = 0; first < known.length; first += FILES_IN_PIECE)
    yield v8.serialize({ known: known.slice(first, first + FILES_IN_PIECE).map(kept) });
  for (const [name, value] of Object.entries(index)) {
    const arrays: Parameters<typeof extractArrays>[1] = [];
    yield v8.serialize({ [name]: extractArrays(value, arrays) });
    for (const array of arrays) yield* chunksOf(array, STRETCH_BYTES);
  }
}

/** Writes a snapshot so that a reader sees either the old one or the whole new one. Other work goes on meanwhile. */
export async function saveSnapshot(
  file: string,
  fingerprint: Fingerprint,
  content: ContentToWrite,
): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true, mode: OWN_FOLDER });
  await inTemporary(file, async (temporary) => {
    try {
      await write(temporary, fingerprint, content);
      await fs.rename(temporary, file);
    } catch (error) {
      await fs.rm(temporary, { force: true });
      throw error;
    }
  });
}

async function write(file: string, fingerprint: Fingerprint, content: ContentToWrite): Promise<void> {
  await fs.rm(file, { force: true }); // what an earlier process with this number left has the mode that it had
  const handle = await fs.open(file, 'wx', OWN_FILE);
  try {
    const writer = await ChecksummedWriter.begin(handle, headOf(fingerprint));
    for (const piece of piecesOf(content)) await writer.add(piece);
    await writer.end();
  } finally {
    await handle.close();
  }
}

/**
 * Removes what writers of snapshots that were killed have left in a folder, and makes a snapshot of an earlier version private.
 * Resolves with a note where that cannot be done.
 */
export async function tidySnapshots(indexDirectory: string): Promise<string | undefined> {
  try {
    for (const name of await fs.readdir(indexDirectory)) {
      const file = path.join(indexDirectory, name);
      if (OF_SNAPSHOT.test(name) && isLeftOver(file)) await fs.rm(file, { force: true });
      else if (name.endsWith('.snapshot')) await makePrivate(file);
    }
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined; // there is no such folder yet
    return `the index folder ${indexDirectory} could not be tidied (${String(error)})`;
  }
}

const OF_SNAPSHOT = /^[0-9a-f]{12}\.snapshot\./;
