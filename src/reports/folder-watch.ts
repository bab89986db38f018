// Notices what changes in the reports folder by listing it again and again: that works on network folders, needs no
// resources of the system for each folder, and cannot miss anything. A file counts once it has rested.
import { type FolderListing, type ListedFile, listFolder, standsIn } from './folder.ts';

/** Files that came, changed or went, all of them at rest. */
export interface FolderChange {
  put: ListedFile[];
  gone: string[];
}

/** How time passes. */
export interface WatchTiming {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Resolves after some time, or when told to stop. */
  wait(ms: number, stop: AbortSignal): Promise<void>;
}

/** A file that is written to is left alone until it did not change for so long. */
const REST_MS = 1000;
/** Between two looks: while nothing happens, and while something does not rest yet. */
const IDLE_MS = 500;
const BUSY_MS = 200;
/** What could not be taken up is tried again after this. */
const AGAIN_MS = 10_000;

/** Files of a change that could not be taken up yet, by name. */
export interface LeftOver {
  /** They are still written to. */
  moving: Iterable<string>;
  /** They cannot be opened, and nothing may tell when they can. */
  unreadable: Iterable<string>;
}

/** What was last seen of a file that is not as it is known. */
interface Unsettled {
  /** Undefined for a file that is gone. */
  listed: ListedFile | undefined;
  sinceMs: number;
}

export interface WatchOptions extends WatchTiming {
  directory: string;
  /** The files as they were last taken up, by name. */
  known(): ReadonlyMap<string, ListedFile>;
  /** Something is not as it is known: it is going to be taken up once it rests. */
  noticed?(): void;
  /** Takes a change up and tells which files are to be tried again. */
  take(change: FolderChange): Promise<LeftOver>;
  /** Called after each look, with the folder's warnings. */
  looked(listing: FolderListing): Promise<void>;
  /** Something went wrong that another look may mend. */
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

  /** Looks again and again until it is stopped. */
  start(): void {
    this.running ??= this.run();
  }

  /** Resolves when the look that is under way is over. */
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

  /** Looks once, and takes up what has rested. */
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

  /** Something came to rest a moment ago, or is about to. */
  private isBusy(): boolean {
    const now = this.options.now();
    return [...this.unsettled.values()].some(({ sinceMs }) => sinceMs <= now);
  }

  private postpone(name: string, sinceMs: number): void {
    const before = this.unsettled.get(name);
    if (before) this.unsettled.set(name, { ...before, sinceMs });
  }

  /** What is not as it is known and has been as it is now for long enough. */
  private settled({ files, unseen }: Extract<FolderListing, { ok: true }>): FolderChange {
    const known = this.options.known();
    const now = this.options.now();
    const listed = new Map(files.map((file) => [file.name, file]));
    const change: FolderChange = { put: [], gone: [] };
    for (const name of new Set([...listed.keys(), ...known.keys(), ...this.unsettled.keys()])) {
      const current = listed.get(name);
      if (!current && standsIn(name, unseen)) continue; // it may be there as it was
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
