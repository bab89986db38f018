// Notices changes in the reports folder by listing it repeatedly: that works on network folders, needs no
// system resources for each folder, and misses nothing. A change counts once the file has not changed for a
// while.
import { type FolderListing, isAmong, type ListedFile, listFolder } from './folder.ts';

/** Added, changed and removed files that have settled. */
export interface FolderChange {
  put: ListedFile[];
  gone: string[];
}

export interface WatchTiming {
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Resolves after `ms`, or when `stop` is aborted. */
  wait(ms: number, stop: AbortSignal): Promise<void>;
}

/** A file counts as settled when it has not changed for this long. */
const REST_MS = 1000;
/** Interval between listings: while nothing changes, and while a change has not settled. */
const IDLE_MS = 500;
const BUSY_MS = 200;
/** Files that could not be read are tried again after this time. */
const AGAIN_MS = 10_000;

/** Names of changed files that could not be read yet. */
export interface LeftOver {
  /** Still being written. */
  moving: Iterable<string>;
  /** Cannot be opened; no event announces when they can. */
  unreadable: Iterable<string>;
}

/** The last observation of a file that differs from its known state. */
interface Unsettled {
  /** Undefined for a removed file. */
  listed: ListedFile | undefined;
  sinceMs: number;
}

export interface WatchOptions extends WatchTiming {
  directory: string;
  /** The files as last read, by name. */
  known(): ReadonlyMap<string, ListedFile>;
  /** Called when a first difference is seen; `take` follows once it has settled. */
  noticed?(): void;
  /** Reads changed files and returns those to try again. */
  take(change: FolderChange): Promise<LeftOver>;
  /** Called after each listing. */
  looked(listing: FolderListing): Promise<void>;
  /** Called with an error after which watching goes on. */
  trouble(error: unknown): void;
  list?(directory: string): Promise<FolderListing>;
}

export class FolderWatch {
  private readonly options: WatchOptions;
  private readonly unsettled = new Map<string, Unsettled>();
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(options: WatchOptions) {
    this.options = options;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Resolves when the current round is finished. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.options.wait(this.isBusy() ? BUSY_MS : IDLE_MS, signal);
      if (signal.aborted) return;
      try {
        await this.look();
      } catch (error) {
        this.options.trouble(error);
      }
    }
  }

  /** One round: lists the folder and hands over what has settled. */
  async look(): Promise<void> {
    const { directory, list = listFolder, noticed, take, looked, now } = this.options;
    const listing = await list(directory);
    if (listing.ok) {
      const wasSettled = this.unsettled.size === 0;
      const change = this.settled(listing);
      if (wasSettled && this.unsettled.size > 0) noticed?.();
      const names = [...change.put.map(({ name }) => name), ...change.gone];
      if (names.length > 0) {
        try {
          const { moving, unreadable } = await take(change);
          for (const name of moving) this.postpone(name, now());
          for (const name of unreadable) this.postpone(name, now() + AGAIN_MS);
        } catch (error) {
          for (const name of names) this.postpone(name, now() + AGAIN_MS);
          throw error;
        }
      }
    }
    await looked(listing);
  }

  /** Something settled a moment ago or is about to. */
  private isBusy(): boolean {
    const now = this.options.now();
    return [...this.unsettled.values()].some(({ sinceMs }) => sinceMs <= now);
  }

  private postpone(name: string, sinceMs: number): void {
    const before = this.unsettled.get(name);
    if (before) this.unsettled.set(name, { ...before, sinceMs });
  }

  /** Differences from the known state that have not changed for REST_MS. */
  private settled({ files, unseen }: Extract<FolderListing, { ok: true }>): FolderChange {
    const known = this.options.known();
    const now = this.options.now();
    const listed = new Map(files.map((file) => [file.name, file]));
    const change: FolderChange = { put: [], gone: [] };
    for (const name of new Set([...listed.keys(), ...known.keys(), ...this.unsettled.keys()])) {
      const current = listed.get(name);
      if (!current && isAmong(name, unseen)) continue; // it may still be there, unchanged
      if (isSame(current, known.get(name))) {
        this.unsettled.delete(name);
        continue;
      }
      const before = this.unsettled.get(name);
      if (!before || !isSame(before.listed, current))
        this.unsettled.set(name, { listed: current, sinceMs: now });
      else if (now - before.sinceMs < REST_MS) continue;
      else if (current) change.put.push(current);
      else change.gone.push(name);
    }
    return change;
  }
}

const isSame = (a: ListedFile | undefined, b: ListedFile | undefined) =>
  a === b || (a !== undefined && b !== undefined && a.size === b.size && a.modifiedMs === b.modifiedMs);
