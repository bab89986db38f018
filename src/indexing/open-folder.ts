// Opens a reports folder: from its snapshot where that is valid, reading only files that changed since; else
// from all files.
import type { Dictionary } from '../language/index.ts';
import {
  type FileWarning,
  type FolderChange,
  listFolder,
  type Unserved,
  unservedFolder,
} from '../reports/index.ts';
import { buildHashOf } from './build-hash.ts';
import { changeTo, contentOf, type FolderState, nextState, restoreState } from './folder-state.ts';
import { type IndexingWorkers, workersFor } from './indexing-workers.ts';
import type { Progress } from './read-files.ts';
import { loadSnapshot, snapshotFile, tidySnapshots } from './snapshot.ts';
import { SnapshotWriter } from './snapshot-writer.ts';

export interface FolderOptions {
  reportsDirectory: string;
  indexDirectory: string;
  /** Text of the user's lexicon, see `src/language/lexicon`; empty for none. */
  ownLexicon: string;
  /** Text in scans and pictures is recognised, for which packages are needed: see `openLive`. */
  recognises?: boolean;
  progress?: Progress;
  /** The dictionary that the thesaurus is made from; the bundled one by default. */
  dictionary?: Dictionary;
  /** Opens every file, also one of the same size and time as before. */
  checkContents?: boolean;
  /**
   * For a program that watches: a folder without reports is opened too, and the snapshot is written later.
   */
  keepsRunning?: boolean;
}

export interface OpenFolder {
  ok: true;
  state: FolderState;
  /** About the folder itself, not about a file that was read. */
  folderWarnings: FileWarning[];
  writer: SnapshotWriter;
  /** For the log. */
  notes: string[];
  fromSnapshot: boolean;
}

export async function openFolder(options: FolderOptions): Promise<OpenFolder | Unserved> {
  const { reportsDirectory, indexDirectory, ownLexicon, recognises, checkContents, keepsRunning } = options;
  const listing = await listFolder(reportsDirectory, recognises);
  if (!listing.ok) return listing;
  const folderWarnings = listing.warnings;
  if (listing.files.length === 0 && !keepsRunning) return unservedFolder(reportsDirectory, folderWarnings);
  const buildHash = await buildHashOf(ownLexicon, recognises);
  const file = snapshotFile(indexDirectory, reportsDirectory);
  const tidyNote = await tidySnapshots(indexDirectory);
  const loaded = await loadSnapshot(file, buildHash);
  const before = loaded.data && restoreState(loaded.data);
  // a bot serves first and retries once it watches
  const reopen = checkContents ? 'all' : keepsRunning ? 'none' : 'failed';
  const state = await stateAfter(before, changeTo(listing, before?.known ?? new Map(), reopen), options);
  if (!keepsRunning && state.index.reports.length === 0) return withoutReport(state, options, folderWarnings);
  const writer = new SnapshotWriter(file, buildHash);
  if (state !== before) writer.changed(0);
  const writeNote = keepsRunning ? undefined : await writer.flush(() => contentOf(state));
  const loadNote = 'note' in loaded ? loaded.note : undefined;
  const notes = [tidyNote, loadNote, writeNote].filter((note) => note !== undefined);
  return { ok: true, state, folderWarnings, writer, notes, fromSnapshot: before !== undefined };
}

/** The workers for a change. */
export function workersOf(
  { put }: FolderChange,
  { dictionary }: Pick<FolderOptions, 'dictionary'>,
  serving: boolean,
): IndexingWorkers {
  const bytes = put.reduce((sum, { size }) => sum + size, 0);
  const workers = workersFor(bytes, serving);
  return dictionary ? { ...workers, dictionary: async () => dictionary } : workers;
}

/** The state after the changes since a snapshot; the snapshot's own where there are none. */
async function stateAfter(
  before: FolderState | undefined,
  change: FolderChange,
  options: FolderOptions,
): Promise<FolderState> {
  if (before && change.put.length === 0 && change.gone.length === 0) return before;
  const workers = workersOf(change, options, false);
  return (await nextState(before, change, { ...options, workers })).state;
}

function withoutReport(
  { known }: FolderState,
  { reportsDirectory }: FolderOptions,
  folderWarnings: FileWarning[],
): Unserved {
  const [first] = [...[...known.values()].flatMap(({ warnings }) => warnings), ...folderWarnings];
  const reason = `The reports folder ${reportsDirectory} holds no report.`;
  return { ok: false, reason, ...(first ? { first } : {}) };
}
