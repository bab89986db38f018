// One state of the reports folder: its files as they were read, and the index over those that are served.
import {
  type Copy,
  type FolderChange,
  type FolderListing,
  isAmong,
  isWorthRetrying,
  type KnownFile,
  type LeftOver,
  type ListedFile,
  served,
} from '../reports/index.ts';
import { type PassageIndex, Vocabulary } from '../search/index.ts';
import { nextIndex } from './build-index.ts';
import type { IndexingWorkers } from './indexing-workers.ts';
import { type Progress, readFiles } from './read-files.ts';
import type { SnapshotContent, SnapshotToWrite } from './snapshot.ts';
import { restoreIndex, toStore } from './stored-index.ts';

/** Immutable: a change makes another state. */
export interface FolderState {
  /** All files that were read, by name, also those that are not served. */
  known: ReadonlyMap<string, KnownFile>;
  /** Files that are not served because another file has the same text. */
  copies: Copy[];
  index: PassageIndex;
}

/** What a change is taken up with. */
interface UpdateContext {
  reportsDirectory: string;
  /** Text of the user's lexicon. */
  ownLexicon: string;
  workers: IndexingWorkers;
  /** Text in scans and pictures is recognised. */
  recognises?: boolean | undefined;
  progress?: Progress;
}

export function restoreState({ known, index }: SnapshotContent): FolderState {
  const { files, copies } = served(known);
  return {
    known: new Map(known.map((file) => [file.name, file])),
    copies,
    index: restoreIndex(files, index),
  };
}

/** What a snapshot keeps of a state. */
export function contentOf({ known, index }: FolderState): SnapshotToWrite {
  return { known: [...known.values()], index: toStore(index) };
}

/** Which unchanged files are opened again; `failed`: those that failed and may succeed at another try. */
export type Reopen = 'none' | 'failed' | 'all';

/** From the known files to the listed ones. A file of the same size and time is unchanged. */
export function changeTo(
  { files, unseen }: Extract<FolderListing, { ok: true }>,
  known: ReadonlyMap<string, KnownFile>,
  reopen: Reopen = 'none',
): FolderChange {
  const names = new Set(files.map(({ name }) => name));
  const isReopened = (file: KnownFile | undefined) =>
    reopen === 'all' || (reopen === 'failed' && file !== undefined && isWorthRetrying(file));
  return {
    put: files.filter((file) => isReopened(known.get(file.name)) || !isSame(file, known.get(file.name))),
    gone: [...known.keys()].filter((name) => !names.has(name) && !isAmong(name, unseen)),
  };
}

const isSame = (a: ListedFile, b: ListedFile | undefined) =>
  b !== undefined && a.size === b.size && a.modifiedMs === b.modifiedMs;

/** Of files with the same text that came together, the one with the shortest name counts as the original. */
const originalsFirst = (a: KnownFile, b: KnownFile) =>
  a.name.length - b.name.length || (a.name < b.name ? -1 : 1);

/** The state after a change, and the files that are to be tried again. */
export async function nextState(
  before: FolderState | undefined,
  { put, gone }: FolderChange,
  { reportsDirectory, ownLexicon, workers, recognises = false, progress }: UpdateContext,
): Promise<{ state: FolderState; left: LeftOver }> {
  const known = new Map(before?.known);
  const earlier = before?.index;
  const vocabulary = earlier?.parts.tables.vocabulary ?? new Vocabulary();
  const { indexer } = workers;
  const reading = readFiles(put, { reportsDirectory, known, indexer, vocabulary, recognises, progress });
  const read = await reading.finally(() => workers.releaseIndexer());
  for (const name of gone) known.delete(name);
  for (const file of read.known.sort(originalsFirst)) known.set(file.name, file);
  const { files, copies } = served(known.values());
  const dictionary = await workers.dictionary();
  const input = { tokens: read.tokens, vocabulary, dictionary, ownLexicon, earlier };
  return { state: { known, copies, index: await nextIndex(files, input) }, left: read };
}
