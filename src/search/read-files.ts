// Reads the files that came or changed. What cannot be read is a warning, what is still being written is left for later.
import {
  FEW_BYTES,
  type KnownFile,
  type ListedFile,
  mayBeRead,
  type Obstacle,
  type ReportFile,
  type ReportFiles,
  readBytes,
  readFile,
  reasonAgainstSize,
  skipped,
} from '../reports/index.ts';
import { type FileTokens, type OwnTokens, renumbering } from './file-tokens.ts';
import type { IndexedFile } from './index-document.ts';
import { GivenUp, type Indexer, LITTLE_WHILE_SERVING, ThreadedIndexer } from './indexer.ts';
import type { Vocabulary } from './postings.ts';
import { finishPausing } from './steps.ts';

/** How far a long reading is, in files. */
export type Progress = (done: number, total: number) => void;

/** What was read. */
export interface FilesRead {
  known: KnownFile[];
  /** Tokens of the files that were read anew, by numbers of the vocabulary. */
  tokens: Map<ReportFile, FileTokens>;
  /** Names of files that changed while they were read. */
  moving: string[];
  /** Names of files that could not be opened. */
  unreadable: string[];
}

/** Documents that wait in memory for each thread, so that none has to wait for the disk. */
const AHEAD = 2;

/**
 * Reads listed files.
 * @param before as they were known, so that a file that was only touched is not read again
 */
export async function readFiles(
  directory: string,
  listed: ListedFile[],
  before: ReadonlyMap<string, KnownFile>,
  indexer: Indexer,
  vocabulary: Vocabulary,
  progress: Progress = () => {},
): Promise<FilesRead> {
  const gathered: FilesRead = { known: [], tokens: new Map(), moving: [], unreadable: [] };
  let next = 0;
  let done = 0;
  const take = async () => {
    while (next < listed.length) {
      const file = listed[next++];
      const read = await readOne(directory, file, before.get(file.name), indexer);
      if (!read) gathered.moving.push(file.name);
      else {
        gathered.known.push(read.known);
        if (read.known.hash === '') gathered.unreadable.push(file.name);
        if (read.known.file && read.tokens)
          gathered.tokens.set(read.known.file, await finishPausing(renumbering(read.tokens, vocabulary)));
      }
      progress(++done, listed.length);
    }
  };
  await Promise.all(Array.from({ length: indexer.width * AHEAD }, take));
  return gathered;
}

async function readOne(
  directory: string,
  listed: ListedFile,
  before: KnownFile | undefined,
  indexer: Indexer,
): Promise<{ known: KnownFile; tokens?: OwnTokens } | undefined> {
  const { name, size, modifiedMs } = listed;
  const without = (hash: string, why: Obstacle): { known: KnownFile } => ({
    known: { name, size, modifiedMs, hash, warnings: [skipped(name, why)] },
  });
  const tooLarge = reasonAgainstSize(size);
  if (tooLarge) return without(`${size} bytes`, tooLarge);
  const read = await readBytes(directory, listed);
  if (read.state === 'moving') return undefined;
  if (read.state !== 'read') {
    const why: Obstacle = read.state === 'refused' ? read.why : { kind: 'unopened', code: read.reason };
    const { known } = without('', why);
    return { known: { ...known, modifiedMs: Number.NaN } }; // so that it never counts as unchanged
  }
  if (before && read.hash === before.hash && !mayBeRead(before)) return { known: { ...before, ...listed } };
  const understood = await understand(name, read.bytes, indexer);
  if (!understood.ok) return without(read.hash, understood.reason);
  const { file, tokens, warnings, textHash } = understood;
  return { known: { name, size, modifiedMs, hash: read.hash, textHash, warnings, file }, tokens };
}

type Understood = ({ ok: true } & IndexedFile) | { ok: false; reason: Obstacle };

async function understand(name: string, bytes: Uint8Array, indexer: Indexer): Promise<Understood> {
  const document = await readFile(name, bytes, undefined, Math.max(FEW_BYTES, indexer.leftHere));
  if (!document.ok) return document;
  try {
    return { ok: true, ...(await indexer.index(name, document)) };
  } catch (error) {
    if (error instanceof GivenUp) return { ok: false, reason: error.why };
    const says = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: { kind: 'not-understood', says } };
  }
}

/** What would be served of a file, which is not taken up. Other work goes on meanwhile, whatever the file holds. */
export async function preview(name: string, bytes: Uint8Array): Promise<ReportFiles> {
  const indexer = new ThreadedIndexer(1, LITTLE_WHILE_SERVING);
  try {
    const understood = await understand(name, bytes, indexer);
    if (!understood.ok) return { files: [], warnings: [skipped(name, understood.reason)] };
    return { files: [understood.file], warnings: understood.warnings };
  } finally {
    await indexer.close();
  }
}
