// The index of a folder that lives: files come, change and go, and what is asked is answered from the state before or
// after, never from a mixture. Opened from its snapshot where there is one; only files that changed since are read.
import type { Dictionary } from '../language/index.ts';
import {
  about,
  type Copy,
  type FileWarning,
  type FolderChange,
  type FolderListing,
  FolderWatch,
  holdsNothing,
  type LeftOver,
  listFolder,
  mayBeRead,
  type Unserved,
  type WatchTiming,
} from '../reports/index.ts';
import { dictionaryFromAside, type WorkerSet, workersFor } from './indexer.ts';
import {
  changeTo,
  contentOf,
  type LibraryState,
  nextState,
  type Reopened,
  restoredState,
} from './library-state.ts';
import type { PassageIndex } from './passage-index.ts';
import type { Progress } from './read-files.ts';
import { fingerprintOf, loadSnapshot, snapshotFile, tidySnapshots } from './snapshot.ts';
import { SnapshotKeeper } from './snapshot-keeper.ts';

export interface LiveOptions {
  reportsDirectory: string;
  indexDirectory: string;
  /** Entries of the user's lexicon, see `src/language/lexicon`; empty for none. */
  ownLexicon: string;
  /** Called while files are read. */
  progress?: Progress;
  /** The dictionary to make the thesaurus from; by default the one that comes along. */
  dictionary?: Dictionary;
  /** Opens every file, also one that is as large and as old as before. */
  checkContents?: boolean;
  /** It will be watched: a folder without any report is opened too, and the snapshot is written once others are served. */
  stays?: boolean;
}

/** What watching needs beside. */
export interface WatchOptions extends WatchTiming {
  /** Builds what the first questions to a new state would have to wait for. It is asked meanwhile. */
  prepare(index: PassageIndex): Promise<void>;
  /** Files were taken up; the index is another one where that changed what is served. */
  changed(status: LibraryStatus): void;
  /** One sentence on what went wrong, told once; the last good state goes on being served. */
  trouble(sentence: string, error?: unknown): void;
  /** One sentence on what is well again, told once. */
  recovered(sentence: string): void;
}

/** How the library stands. */
export interface LibraryStatus {
  /** Files that are served. */
  files: number;
  reports: number;
  passages: number;
  /** Files that are not served because another one has the same text. */
  copies: Copy[];
  /** What was skipped or guessed, and what is a copy. */
  warnings: FileWarning[];
}

/** An open library with notes for the log, or one sentence why there is none. */
export type OpenedLive = { ok: true; live: LiveIndex; notes: string[]; fromSnapshot: boolean } | Unserved;

export class LiveIndex {
  private readonly options: LiveOptions;
  private readonly keeper: SnapshotKeeper;
  private state: LibraryState;
  private folderWarnings: FileWarning[];
  private watching: { folder: FolderWatch; options: WatchOptions } | undefined;
  private told: string | undefined;
  private folderIsAway = false;
  private lastTurn: Promise<unknown> = Promise.resolve();

  private constructor(
    options: LiveOptions,
    keeper: SnapshotKeeper,
    state: LibraryState,
    folderWarnings: FileWarning[],
  ) {
    this.options = options;
    this.keeper = keeper;
    this.state = state;
    this.folderWarnings = folderWarnings;
  }

  /** Opens a folder: from its snapshot as far as that fits, else by reading it. */
  static async open(options: LiveOptions): Promise<OpenedLive> {
    const { reportsDirectory, indexDirectory, ownLexicon, checkContents, stays } = options;
    const listing = await listFolder(reportsDirectory);
    if (!listing.ok) return listing;
    if (listing.files.length === 0 && !stays) return holdsNothing(reportsDirectory, listing.warnings);
    const fingerprint = await fingerprintOf(ownLexicon);
    const file = snapshotFile(indexDirectory, reportsDirectory);
    const untidy = await tidySnapshots(indexDirectory);
    const loaded = await loadSnapshot(file, fingerprint);
    const before = loaded.data && restoredState(loaded.data);
    const reopened = checkContents ? 'all' : stays ? 'none' : 'failed'; // a bot serves first, see `watch`
    const change = changeTo(listing, before?.known ?? new Map(), reopened);
    const state = await changed(before, change, options);
    if (!stays && state.index.reports.length === 0) {
      const first = [...state.known.values()].flatMap(({ warnings }) => warnings)[0] ?? listing.warnings[0];
      const reason = `The reports folder ${reportsDirectory} holds no report.`;
      return { ok: false, reason, ...(first ? { first } : {}) };
    }
    const keeper = new SnapshotKeeper(file, fingerprint);
    if (state !== before) keeper.changed(0);
    const failed = stays ? undefined : await keeper.flush(() => contentOf(state));
    const noted = 'note' in loaded ? loaded.note : undefined;
    const notes = [untidy, noted, failed].filter((note) => note !== undefined);
    const live = new LiveIndex(options, keeper, state, listing.warnings);
    return { ok: true, live, notes, fromSnapshot: before !== undefined };
  }

  /** The index as it is now. Who asks several things in one go keeps it. */
  get index(): PassageIndex {
    return this.state.index;
  }

  get status(): LibraryStatus {
    const { index, copies, known } = this.state;
    const warnings = [...known.values()]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((file) => file.warnings);
    const same = copies.flatMap(({ name, of }) => about(name, [{ kind: 'copy', of }]));
    return {
      files: index.files.length,
      reports: index.reports.length,
      passages: index.passages.length,
      copies,
      warnings: [...this.folderWarnings, ...same, ...warnings],
    };
  }

  /** Size of the snapshot in bytes; undefined where there is none. */
  snapshotBytes(): Promise<number | undefined> {
    return this.keeper.bytes();
  }

  /** From now on takes up what changes in the folder, until it is closed; what failed for lack of time or memory before is tried again at once. */
  watch(options: WatchOptions): void {
    if (this.watching) return;
    const folder = new FolderWatch({
      directory: this.options.reportsDirectory,
      now: options.now,
      wait: options.wait,
      known: () => this.state.known,
      noticed: () => this.readDictionary(),
      take: (change) => this.take(change),
      looked: async (listing) => this.looked(listing),
      trouble: (error) => this.tell('a change of the reports could not be taken up', error),
    });
    this.watching = { folder, options };
    folder.start();
    this.tryAgain().catch((error: unknown) => this.tell('files could not be tried again', error));
  }

  /**
   * Takes up now what changed in the folder; one sentence where it cannot be looked into.
   * @param reopened files that are opened although nothing tells of a change
   */
  async refresh(reopened: Reopened = 'none'): Promise<string | undefined> {
    const listing = await listFolder(this.options.reportsDirectory);
    if (!listing.ok) return listing.reason;
    this.folderWarnings = listing.warnings;
    await this.take(changeTo(listing, this.state.known, reopened));
    if (!this.watching) await this.keeper.flush(() => contentOf(this.state));
    return undefined;
  }

  /** Reads what may be read at another try. */
  private async tryAgain(): Promise<void> {
    const { known } = this.state;
    const failed = (name: string) => [known.get(name)].some((file) => file && mayBeRead(file));
    if (![...known.keys()].some(failed)) return;
    const listing = await listFolder(this.options.reportsDirectory);
    if (!listing.ok) return; // the watch tells of it
    const put = changeTo(listing, known, 'failed').put.filter(({ name }) => failed(name));
    if (put.length > 0) await this.take({ put, gone: [] });
  }

  /** Stops watching and writes what is not written yet. */
  async close(): Promise<void> {
    await this.watching?.folder.stop();
    await this.lastTurn;
    await this.keeper.flush(() => contentOf(this.state));
  }

  /** One change after the other. */
  private take(change: FolderChange): Promise<LeftOver> {
    const turn = this.lastTurn.then(() => this.enter(change));
    this.lastTurn = turn.catch(() => {}); // whoever waits for this turn hears of it
    return turn;
  }

  private async enter(change: FolderChange): Promise<LeftOver> {
    const crew = crewOf(change, this.options, this.watching !== undefined);
    const { state, left } = await nextState(this.state, change, { ...this.options, crew });
    const isNew = state.index !== this.state.index;
    this.state = state;
    this.keeper.changed(this.watching?.options.now() ?? 0);
    this.watching?.options.changed(this.status); // in the same breath: who sees the new state finds it told of
    if (isNew) await this.watching?.options.prepare(state.index);
    return left;
  }

  /** Reads the dictionary while what changed comes to rest: the thesaurus of the next state is made from it. */
  private readDictionary(): void {
    if (this.options.dictionary) return;
    dictionaryFromAside().catch((error: unknown) => this.tell('the dictionary could not be read', error));
  }

  private looked(listing: FolderListing): void {
    if (listing.ok) {
      this.told = undefined;
      this.folderWarnings = listing.warnings;
      const { reportsDirectory } = this.options;
      if (this.folderIsAway)
        this.watching?.options.recovered(
          `The reports folder ${reportsDirectory} is there again and is followed.`,
        );
    } else this.tell(`${listing.reason} What was read before is still answered from.`, undefined);
    this.folderIsAway = !listing.ok;
    const now = this.watching?.options.now() ?? 0;
    void this.keeper
      .writeIfDue(now, () => contentOf(this.state)) // the next look need not wait for it
      .then((failed) => failed && this.tell(failed, undefined));
  }

  /** Tells of a trouble, once until it is over. */
  private tell(sentence: string, error: unknown): void {
    if (this.told !== sentence) this.watching?.options.trouble(sentence, error);
    this.told = sentence;
  }
}

function crewOf({ put }: FolderChange, { dictionary }: LiveOptions, serving: boolean): WorkerSet {
  const bytes = put.reduce((sum, { size }) => sum + size, 0);
  const crew = workersFor(bytes, serving);
  return dictionary ? { ...crew, dictionary: async () => dictionary } : crew;
}

/** The state after the changes since a snapshot, or the snapshot's own where there are none. */
async function changed(
  before: LibraryState | undefined,
  change: FolderChange,
  options: LiveOptions,
): Promise<LibraryState> {
  if (before && change.put.length === 0 && change.gone.length === 0) return before;
  return (await nextState(before, change, { ...options, crew: crewOf(change, options, false) })).state;
}
