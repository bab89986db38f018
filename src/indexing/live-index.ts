// The live index of a folder: changes of files are taken up one after the other, while questions are
// answered from the state before or after a change, never from a mixture.
import {
  about,
  type Copy,
  type FileWarning,
  type FolderChange,
  type FolderListing,
  FolderWatch,
  isWorthRetrying,
  type LeftOver,
  listFolder,
  type Unserved,
  type WatchTiming,
} from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { changeTo, contentOf, type FolderState, nextState, type Reopen } from './folder-state.ts';
import { readDictionaryInWorker } from './indexing-workers.ts';
import { type FolderOptions, type OpenFolder, openFolder, workersOf } from './open-folder.ts';
import type { SnapshotWriter } from './snapshot-writer.ts';

export interface WatchOptions extends WatchTiming {
  /** Builds what the first questions to a new state need; questions are answered meanwhile. */
  prepare(index: PassageIndex): Promise<void>;
  /** Files were taken up; the index is another one if what is served changed. */
  changed(status: IndexStatus): void;
  /** One sentence on what went wrong, once until it is over; the last good state is served on. */
  trouble(sentence: string, error?: unknown): void;
  /** One sentence on a trouble that is over, once. */
  recovered(sentence: string): void;
}

export interface IndexStatus {
  /** Files that are served. */
  files: number;
  reports: number;
  passages: number;
  /** Files that are not served because another one has the same text. */
  copies: Copy[];
  /** What was skipped or guessed, and what is a copy. */
  warnings: FileWarning[];
}

/** A live index with notes for the log, or one sentence why there is none. */
export type OpenedLive = { ok: true; live: LiveIndex; notes: string[]; fromSnapshot: boolean } | Unserved;

export class LiveIndex {
  private readonly options: FolderOptions;
  private readonly writer: SnapshotWriter;
  private state: FolderState;
  private folderWarnings: FileWarning[];
  private watching: { folder: FolderWatch; options: WatchOptions } | undefined;
  private lastTrouble: string | undefined;
  private isFolderMissing = false;
  private lastUpdate: Promise<unknown> = Promise.resolve();

  private constructor(options: FolderOptions, { state, folderWarnings, writer }: OpenFolder) {
    this.options = options;
    this.writer = writer;
    this.state = state;
    this.folderWarnings = folderWarnings;
  }

  static async open(options: FolderOptions): Promise<OpenedLive> {
    const opened = await openFolder(options);
    if (!opened.ok) return opened;
    const { notes, fromSnapshot } = opened;
    return { ok: true, live: new LiveIndex(options, opened), notes, fromSnapshot };
  }

  /** The index at this moment. A request takes it once and keeps it. */
  get index(): PassageIndex {
    return this.state.index;
  }

  get status(): IndexStatus {
    const { index, copies, known } = this.state;
    const warnings = [...known.values()]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((file) => file.warnings);
    const copyWarnings = copies.flatMap(({ name, of }) => about(name, [{ kind: 'copy', of }]));
    return {
      files: index.files.length,
      reports: index.reports.length,
      passages: index.passages.length,
      copies,
      warnings: [...this.folderWarnings, ...copyWarnings, ...warnings],
    };
  }

  /** Size of the snapshot in bytes; undefined where there is none. */
  snapshotBytes(): Promise<number | undefined> {
    return this.writer.bytes();
  }

  /** Takes up changes until closed. Files that failed for lack of time or memory are tried again at once. */
  watch(options: WatchOptions): void {
    if (this.watching) return;
    const folder = new FolderWatch({
      directory: this.options.reportsDirectory,
      list: () => this.list(),
      now: options.now,
      wait: options.wait,
      known: () => this.state.known,
      noticed: () => this.preloadDictionary(),
      take: (change) => this.takeUp(change),
      looked: async (listing) => this.onListing(listing),
      trouble: (error) => this.report('a change of the reports could not be taken up', error),
    });
    this.watching = { folder, options };
    folder.start();
    this.retryFailed().catch((error: unknown) => this.report('files could not be tried again', error));
  }

  /**
   * Takes up now what changed in the folder; resolves with one sentence where it cannot be listed.
   * @param reopen files that are opened although they look unchanged
   */
  async refresh(reopen: Reopen = 'none'): Promise<string | undefined> {
    const listing = await this.list();
    if (!listing.ok) return listing.reason;
    this.folderWarnings = listing.warnings;
    await this.takeUp(changeTo(listing, this.state.known, reopen));
    if (!this.watching) await this.writer.flush(() => contentOf(this.state));
    return undefined;
  }

  /** Stops watching and writes what is not written yet. */
  async close(): Promise<void> {
    await this.watching?.folder.stop();
    await this.lastUpdate;
    await this.writer.flush(() => contentOf(this.state));
  }

  private list(): Promise<FolderListing> {
    return listFolder(this.options.reportsDirectory, this.options.recognises);
  }

  /** Reads the files that failed before and may succeed at another try. */
  private async retryFailed(): Promise<void> {
    const { known } = this.state;
    const mayRetry = (name: string) => [known.get(name)].some((file) => file && isWorthRetrying(file));
    if (![...known.keys()].some(mayRetry)) return;
    const listing = await this.list();
    if (!listing.ok) return; // the watch reports it
    const put = changeTo(listing, known, 'failed').put.filter(({ name }) => mayRetry(name));
    if (put.length > 0) await this.takeUp({ put, gone: [] });
  }

  /** Changes are taken up one after the other. */
  private takeUp(change: FolderChange): Promise<LeftOver> {
    const update = this.lastUpdate.then(() => this.update(change));
    this.lastUpdate = update.catch(() => {}); // the caller gets the error
    return update;
  }

  private async update(change: FolderChange): Promise<LeftOver> {
    const workers = workersOf(change, this.options, this.watching !== undefined);
    const { state, left } = await nextState(this.state, change, { ...this.options, workers });
    const isNew = state.index !== this.state.index;
    this.state = state;
    this.writer.changed(this.watching?.options.now() ?? 0);
    this.watching?.options.changed(this.status); // in the same tick as the new state
    if (isNew) await this.watching?.options.prepare(state.index);
    return left;
  }

  /** Reads the dictionary while changed files come to rest: the next state's thesaurus is made from it. */
  private preloadDictionary(): void {
    if (this.options.dictionary) return;
    readDictionaryInWorker().catch((error: unknown) =>
      this.report('the dictionary could not be read', error),
    );
  }

  private onListing(listing: FolderListing): void {
    if (listing.ok) {
      this.lastTrouble = undefined;
      this.folderWarnings = listing.warnings;
      const { reportsDirectory } = this.options;
      const sentence = `The reports folder ${reportsDirectory} is there again and is followed.`;
      if (this.isFolderMissing) this.watching?.options.recovered(sentence);
    } else this.report(`${listing.reason} What was read before is still answered from.`);
    this.isFolderMissing = !listing.ok;
    const now = this.watching?.options.now() ?? 0;
    void this.writer
      .writeIfDue(now, () => contentOf(this.state)) // not awaited: the next listing goes on meanwhile
      .then((failure) => failure && this.report(failure));
  }

  /** Reports a trouble once until it is over. */
  private report(sentence: string, error?: unknown): void {
    if (this.lastTrouble !== sentence) this.watching?.options.trouble(sentence, error);
    this.lastTrouble = sentence;
  }
}
