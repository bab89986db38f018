// The built index on disk: versioned, checked, never trusted when the program has changed. Which files have
// changed since is told by what it knows of each.
import { createHash, type Hash } from 'node:crypto';
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import v8 from 'node:v8';
import { type KnownFile, type PackedFile, packFile, unpackFile } from '../reports/index.ts';
import type { IndexData } from './passage-index.ts';

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

const MAGIC = Buffer.from('yinju-index-2\n');
const DIGEST_LENGTH = 32;

/** The snapshot's file for a reports folder: one for each folder, so that two never overwrite each other. */
export function snapshotFile(indexDirectory: string, reportsDirectory: string): string {
  const name = createHash('sha256').update(path.resolve(reportsDirectory)).digest('hex').slice(0, 12);
  return path.join(indexDirectory, `${name}.snapshot`);
}

/** Everything that a start needs. */
export interface SnapshotContent {
  /** All files that were read, those that are not served too. */
  known: KnownFile[];
  index: IndexData;
}

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
    const head = await readExactly(handle, MAGIC.length + fingerprint.length);
    if (!head?.equals(headOf(fingerprint)))
      return {
        data: undefined,
        note: 'the program or the lexicon changed since the index snapshot was written; the index is built anew',
      };
    const data = await readPieces(handle, createHash('sha256').update(head));
    if (data) return { data };
    return { data: undefined, note: `the index snapshot ${file} is damaged; the index is built anew` };
  } catch (error) {
    return { data: undefined, note: unreadable(file, error) };
  } finally {
    await handle.close();
  }
}

const unreadable = (file: string, error: unknown) =>
  `the index snapshot ${file} cannot be read (${String(error)}); the index is built anew`;

const headOf = (fingerprint: Fingerprint) => Buffer.concat([MAGIC, Buffer.from(fingerprint, 'latin1')]);

/** The next bytes of a file, or undefined where there are not so many. */
async function readExactly(handle: FileHandle, length: number): Promise<Buffer | undefined> {
  const bytes = Buffer.alloc(length);
  let at = 0;
  while (at < length) {
    const { bytesRead } = await handle.read(bytes, at, length - at);
    if (bytesRead === 0) return undefined;
    at += bytesRead;
  }
  return bytes;
}

/** Reads piece by piece, so that the whole is never in memory twice; undefined where anything is not as it was written. */
async function readPieces(handle: FileHandle, hash: Hash): Promise<SnapshotContent | undefined> {
  const known: KnownFile[] = [];
  const index: Partial<IndexData> = {};
  const { size } = await handle.stat();
  for (;;) {
    const length = await readExactly(handle, LENGTH_BYTES);
    if (!length) return undefined;
    hash.update(length);
    if (length.equals(END)) break;
    const piece = length.readUInt32LE() < size ? await readExactly(handle, length.readUInt32LE()) : undefined;
    if (!piece) return undefined;
    hash.update(piece);
    const digest = await readExactly(handle, DIGEST_LENGTH);
    if (!digest?.equals(hash.copy().digest())) return undefined; // before anything is made of the piece
    const value = v8.deserialize(piece) as object;
    if ('known' in value) known.push(...(value.known as KeptFile[]).map(restored));
    else Object.assign(index, value);
  }
  const digest = await readExactly(handle, DIGEST_LENGTH);
  const rest = await readExactly(handle, 1);
  return digest?.equals(hash.digest()) && !rest ? { known, index: index as IndexData } : undefined;
}

/** A piece begins with its length, 4 bytes, and ends with the digest of all that stands before. */
const LENGTH_BYTES = 4;
/** In the place of a piece's length: there is no other piece. */
const END = Buffer.alloc(LENGTH_BYTES);
/** Files in one piece: so few that making a piece holds no request up. */
const FILES_IN_PIECE = 20;

/** A known file as it is written. */
type KeptFile = Omit<KnownFile, 'file'> & { packed?: PackedFile };

const kept = ({ file, ...known }: KnownFile): KeptFile =>
  file ? { ...known, packed: packFile(file) } : known;
const restored = ({ packed, ...known }: KeptFile): KnownFile =>
  packed ? { ...known, file: unpackFile(packed) } : known;

function* piecesOf({ known, index }: SnapshotContent): Generator<Buffer> {
  for (let first = 0; first < known.length; first += FILES_IN_PIECE)
    yield v8.serialize({ known: known.slice(first, first + FILES_IN_PIECE).map(kept) });
  for (const [name, value] of Object.entries(index)) yield v8.serialize({ [name]: value });
}

/** Writes a snapshot so that a reader sees either the old one or the whole new one. Other work goes on meanwhile. */
export async function saveSnapshot(
  file: string,
  fingerprint: Fingerprint,
  content: SnapshotContent,
): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = await fs.open(temporary, 'w');
  try {
    const hash = createHash('sha256');
    const write = async (bytes: Buffer) => {
      hash.update(bytes);
      await handle.writeFile(bytes);
    };
    const seal = () => handle.writeFile(hash.copy().digest());
    await write(headOf(fingerprint));
    for (const piece of piecesOf(content)) {
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32LE(piece.length);
      await write(length);
      await write(piece);
      await seal();
    }
    await write(END);
    await seal();
    await handle.sync();
  } catch (error) {
    await handle.close();
    await fs.rm(temporary, { force: true });
    throw error;
  }
  await handle.close();
  await fs.rename(temporary, file);
}
