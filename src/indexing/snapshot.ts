// The snapshot file: the built index on disk, read at the next start. Used only if it is whole and was
// written by this very program and lexicon; which reports changed since is decided by its list of known
// files.
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
import type { BuildHash } from './build-hash.ts';
import { ChecksummedReader, ChecksummedWriter, CorruptRecordError } from './checksummed-file.ts';
import type { IndexToStore, StoredIndex } from './stored-index.ts';

/** `undefined` with a note for the log where a snapshot cannot be used; without one where there is none. */
type LoadedSnapshot = { data: SnapshotContent } | { data: undefined; note?: string };

/** The format's version. */
const MAGIC = Buffer.from('yinju-index-4\n');

/** The snapshot's file: one for each reports folder, so that two never overwrite each other. */
export function snapshotFile(indexDirectory: string, reportsDirectory: string): string {
  const name = createHash('sha256').update(path.resolve(reportsDirectory)).digest('hex').slice(0, 12);
  return path.join(indexDirectory, `${name}.snapshot`);
}

export interface SnapshotContent<Index = StoredIndex> {
  /** All files that were read, also those that are not served. */
  known: KnownFile[];
  index: Index;
}

export type SnapshotToWrite = SnapshotContent<IndexToStore>;

export async function loadSnapshot(file: string, buildHash: BuildHash): Promise<LoadedSnapshot> {
  let handle: FileHandle;
  try {
    handle = await fs.open(file);
  } catch (error) {
    return isMissing(error) ? { data: undefined } : { data: undefined, note: unreadable(file, error) };
  }
  try {
    const reader = await ChecksummedReader.begin(handle, headerOf(buildHash));
    return reader ? { data: await readContent(reader) } : { data: undefined, note: CHANGED };
  } catch (error) {
    if (error instanceof CorruptRecordError)
      return { data: undefined, note: `the index snapshot ${file} is damaged; the index is built anew` };
    return { data: undefined, note: unreadable(file, error) };
  } finally {
    await handle.close();
  }
}

const CHANGED =
  'the program or the lexicon changed since the index snapshot was written; the index is built anew';

const unreadable = (file: string, error: unknown) =>
  `the index snapshot ${file} cannot be read (${String(error)}); the index is built anew`;

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const headerOf = (buildHash: BuildHash) => Buffer.concat([MAGIC, Buffer.from(buildHash, 'latin1')]);

/** Reads record by record, so that the whole is never in memory twice. */
async function readContent(reader: ChecksummedReader): Promise<SnapshotContent> {
  const known: KnownFile[] = [];
  const index: Partial<StoredIndex> = {};
  for (let record = await reader.next(); record; record = await reader.next()) {
    const value = v8.deserialize(record) as object;
    if ('known' in value) known.push(...(value.known as StoredFile[]).map(unpacked));
    else {
      const arrays: NumberArray[] = [];
      Object.assign(index, restoreArrays(value, arrays));
      for (const array of arrays)
        for (const chunk of chunksOf(array, CHUNK_BYTES)) await reader.nextInto(chunk);
    }
  }
  return { known, index: index as StoredIndex };
}

/** Few enough that serialising them delays no request. */
const FILES_PER_RECORD = 20;
/** Number arrays are written and read in records of this size. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/** A known file as it is stored. */
type StoredFile = Omit<KnownFile, 'file'> & { packed?: PackedFile };

const packed = ({ file, ...known }: KnownFile): StoredFile =>
  file ? { ...known, packed: packFile(file) } : known;
const unpacked = ({ packed: file, ...known }: StoredFile): KnownFile =>
  file ? { ...known, file: unpackFile(file) } : known;

function* recordsOf({ known, index }: SnapshotToWrite): Generator<Uint8Array> {
  for (let first = 0; first < known.length; first += FILES_PER_RECORD)
    yield v8.serialize({ known: known.slice(first, first + FILES_PER_RECORD).map(packed) });
  for (const [name, value] of Object.entries(index)) {
    const arrays: Parameters<typeof extractArrays>[1] = [];
    yield v8.serialize({ [name]: extractArrays(value, arrays) });
    for (const array of arrays) yield* chunksOf(array, CHUNK_BYTES);
  }
}

/** Replaces the snapshot; a reader sees the old or the whole new one. Requests are answered meanwhile. */
export async function saveSnapshot(
  file: string,
  buildHash: BuildHash,
  content: SnapshotToWrite,
): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true, mode: OWN_FOLDER });
  await inTemporary(file, async (temporary) => {
    try {
      await write(temporary, buildHash, content);
      await fs.rename(temporary, file);
    } catch (error) {
      await fs.rm(temporary, { force: true });
      throw error;
    }
  });
}

async function write(file: string, buildHash: BuildHash, content: SnapshotToWrite): Promise<void> {
  await fs.rm(file, { force: true }); // a leftover of an earlier process with this id has its own permissions
  const handle = await fs.open(file, 'wx', OWN_FILE);
  try {
    const writer = await ChecksummedWriter.begin(handle, headerOf(buildHash));
    for (const record of recordsOf(content)) await writer.add(record);
    await writer.end();
  } finally {
    await handle.close();
  }
}

/**
 * Removes temporary files of writers that were killed, and makes snapshots of earlier versions private.
 * Resolves with a note for the log where that fails.
 */
export async function tidySnapshots(indexDirectory: string): Promise<string | undefined> {
  try {
    for (const name of await fs.readdir(indexDirectory)) {
      const file = path.join(indexDirectory, name);
      if (SNAPSHOT_TEMPORARY.test(name) && isLeftOver(file)) await fs.rm(file, { force: true });
      else if (name.endsWith('.snapshot')) await makePrivate(file);
    }
    return undefined;
  } catch (error) {
    if (isMissing(error)) return undefined; // the folder is created with the first snapshot
    return `the index folder ${indexDirectory} could not be tidied (${String(error)})`;
  }
}

const SNAPSHOT_TEMPORARY = /^[0-9a-f]{12}\.snapshot\./;
