// All that belongs to one moment of the library: the files as they were read, and the index over those that are served.
import {
  type Copy,
  type FolderChange,
  type FolderListing,
  type KnownFile,
  type LeftOver,
  type ListedFile,
  mayBeRead,
  served,
  standsIn,
} from '../reports/index.ts';
import type { WorkerSet } from './indexer.ts';
import { nextIndex } from './next-index.ts';
import { PassageIndex } from './passage-index.ts';
import { Vocabulary } from './postings.ts';
import { type Progress, readFiles } from './read-files.ts';
import type { ContentToWrite, SnapshotContent } from './snapshot.ts';

/** Immutable: a change makes another one. */
export interface LibraryState {
  known: ReadonlyMap<string, KnownFile>;
  copies: Copy[];
  index: PassageIndex;
}

/** How changes are taken up. */
export interface Means {
  reportsDirectory: string;
  ownLexicon: string;
  crew: WorkerSet;
  progress?: Progress;
}

/** The state of a snapshot. */
export function restoredState({ known, index }: SnapshotContent): LibraryState {
  const { files, copies } = served(known);
  return {
    known: new Map(known.map((file) => [file.name, file])),
    copies,
    index: PassageIndex.restore(files, index),
  };
}

/** What a snapshot keeps of a state. */
export function contentOf({ known, index }: LibraryState): ContentToWrite {
  return { known: [...known.values()], index: index.data() };
}

/** Which files are opened although they are as large and as old as before: none, those that may be read at another try, or all. */
export type Reopened = 'none' | 'failed' | 'all';

/** What has to change in a state so that it is that of the listed files. A file as large and as old as before is unchanged. */
export function changeTo(
  { files, unseen }: Extract<FolderListing, { ok: true }>,
  known: ReadonlyMap<string, KnownFile>,
  reopened: Reopened = 'none',
): FolderChange {
  const names = new Set(files.map(({ name }) => name));
  const isDue = (file: KnownFile | undefined) =>
    reopened === 'all' || (reopened === 'failed' && file !== undefined && mayBeRead(file));
  return {
    put: files.filter((file) => isDue(known.get(file.name)) || !isSame(file, known.get(file.name))),
    gone: [...known.keys()].filter((name) => !names.has(name) && !standsIn(name, unseen)),
  };
}

const isSame = (a: ListedFile, b: ListedFile | undefined) =>
  b !== undefined && a.size === b.size && a.modifiedMs === b.modifiedMs;

/** Of files that came at once, the one with the shorter name is likelier the one that the other is a copy of. */
const originalsFirst = (a: KnownFile, b: KnownFile) =>
  a.name.length - b.name.length || (a.name < b.name ? -1 : 1);

/** The state after a change, and which files have to be tried again. */
export async function nextState(
  before: LibraryState | undefined,
  { put, gone }: FolderChange,
  { reportsDirectory, ownLexicon, crew, progress }: Means,
): Promise<{ state: LibraryState; left: LeftOver }> {
  const known = new Map(before?.known);
  const vocabulary = before?.index.parts.tables.vocabulary ?? new Vocabulary();
  const gathering = readFiles(reportsDirectory, put, known, crew.reader, vocabulary, progress);
  const gathered = await gathering.finally(() => crew.haveRead());
  for (const name of gone) known.delete(name);
  for (const file of gathered.known.sort(originalsFirst)) known.set(file.name, file);
  const { files, copies } = served(known.values());
  const index = await nextIndex(
    files,
    gathered.tokens,
    vocabulary,
    before?.index,
    await crew.dictionary(),
    ownLexicon,
  );
  return { state: { known, copies, index }, left: gathered };
}
