// Adds, removes and restores files of the reports folder, one task at a time, and has the library read again
// after each.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { type FileWarning, type ReportFiles, readableName } from '../reports/index.ts';
import { type Disk, ifThere } from './disk.ts';
import { Removals, type Removed, type RemovedFile, type Restored } from './removals.ts';
import { type FolderFile, ReportsFolder } from './reports-folder.ts';
import { safeFileName } from './safe-name.ts';
import { type Changes, changesBetween, type ServedFiles } from './served-files.ts';
import { type Added, type ConflictPolicy, type Preview, type Upload, Uploads } from './uploads.ts';

export interface ReportFileManagerOptions {
  reportsDirectory: string;
  /** Uploads and removed files are retained here, beside the index. */
  indexDirectory: string;
  /** Reads one file; an unreadable one gives a warning and no file. */
  read(name: string, bytes: Uint8Array): Promise<ReportFiles>;
  servedFiles(): ServedFiles;
  /**
   * Has the library read again; resolves when answers come from the files that are in the folder now.
   * @param retryFailed also tries files again that could not be read for lack of time or memory
   */
  reload(retryFailed: boolean): Promise<void>;
  log: { error(details: object, message: string): void };
  /** Milliseconds since 1970. */
  clock(): number;
  /** Random bytes as hexadecimal digits. */
  random(bytes: number): string;
  /** Node's file system by default. */
  disk?: Disk;
}

/** Whether the library was read again. Where that failed, the files are changed nevertheless. */
interface Reread {
  reread: boolean;
}

export interface Status {
  files: number;
  reports: number;
  passages: number;
  warnings: readonly FileWarning[];
  /**
   * When a file was last changed, added or removed, in milliseconds since 1970; absent for an empty folder.
   */
  changedAt?: number;
  /** The size of the built index on disk. */
  indexBytes: number;
  /** Files that can be restored. */
  removed: number;
  /** Neither added nor dismissed. */
  pendingUploads: number;
}

const ID_BYTES = 8;

export class ReportFileManager {
  readonly reportsDirectory: string;
  private readonly options: ReportFileManagerOptions;
  private readonly disk: Disk;
  private readonly folder: ReportsFolder;
  private readonly removals: Removals;
  private readonly uploads: Uploads;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(options: ReportFileManagerOptions) {
    const { reportsDirectory, indexDirectory, disk = fs, clock, random, servedFiles } = options;
    this.options = options;
    this.reportsDirectory = reportsDirectory;
    this.disk = disk;
    this.folder = new ReportsFolder(reportsDirectory, disk);
    const directoryOf = (what: string) => path.join(indexDirectory, `${nameOf(reportsDirectory)}.${what}`);
    const shared = { folder: this.folder, disk, clock, newId: () => random(ID_BYTES) };
    this.removals = new Removals({ ...shared, directory: directoryOf('removed') });
    this.uploads = new Uploads({
      ...shared,
      directory: directoryOf('uploads'),
      removals: this.removals,
      servedFiles: servedFiles,
    });
  }

  /** Reads a sent file and retains it for a day; nothing is added yet. */
  async preview(name: string, bytes: Uint8Array, folder?: string): Promise<Preview> {
    const given = safeFileName(name);
    const readable = readableName(given, bytes);
    if (!readable.ok)
      return { outcome: 'unreadable', name: given, warnings: [{ kind: 'skipped', why: readable.reason }] };
    const file = safeFileName(readable.name); // a longer extension may leave less room for the rest
    const library = await this.options.read(file, bytes);
    return this.serialised(() => this.uploads.keep({ file, given }, bytes, library, folder));
  }

  /** With its conflicts as they are now; undefined where it is not retained any more. */
  upload(id: string): Promise<Upload | undefined> {
    return this.uploads.get(id);
  }

  accept(id: string, policy: ConflictPolicy): Promise<Added & Reread> {
    return this.serialised(async () => {
      const added = await this.uploads.accept(id, policy);
      return { ...added, reread: added.outcome === 'added' && (await this.readAgain()) };
    });
  }

  /** Deletes an upload; false where it was not retained any more. */
  dismiss(id: string): Promise<boolean> {
    return this.serialised(() => this.uploads.drop(id));
  }

  /** All files of the folder, readable or not. */
  files(): Promise<FolderFile[]> {
    return this.folder.list();
  }

  collections(): Promise<string[]> {
    return this.folder.collections();
  }

  /** @param key of the file, which can be restored for 30 days */
  remove(key: string): Promise<Removed & Reread> {
    return this.serialised(async () => {
      const removed = await this.removals.remove(key);
      return { ...removed, reread: removed.outcome === 'removed' && (await this.readAgain()) };
    });
  }

  /** What can be restored, the last removed first. */
  removedFiles(): Promise<RemovedFile[]> {
    return this.removals.list();
  }

  restore(id: string): Promise<Restored & Reread> {
    return this.serialised(async () => {
      const restored = await this.removals.restore(id);
      return { ...restored, reread: restored.outcome === 'restored' && (await this.readAgain()) };
    });
  }

  /** Has everything read again; returns the changes, or undefined where reading failed. */
  reload(): Promise<Changes | undefined> {
    return this.serialised(async () => {
      const before = this.options.servedFiles();
      return (await this.readAgain(true)) ? changesBetween(before, this.options.servedFiles()) : undefined;
    });
  }

  servedFiles(): ServedFiles {
    return this.options.servedFiles();
  }

  async status(): Promise<Status> {
    const { files, warnings } = this.options.servedFiles();
    const reports = files.flatMap((file) => file.reports);
    const removed = await this.removals.list();
    const moments = [
      ...(await this.folder.list()).map(({ changedAt }) => changedAt),
      ...removed.map(({ at }) => at),
    ];
    return {
      files: files.length,
      reports: reports.length,
      passages: reports.reduce((sum, { passages }) => sum + passages.length, 0),
      warnings,
      ...(moments.length > 0 ? { changedAt: Math.max(...moments) } : {}),
      indexBytes: await this.indexBytes(),
      removed: removed.length,
      pendingUploads: await this.uploads.count(),
    };
  }

  /**
   * Removes half-written files of a killed process. For programs that keep running, at their start. Never
   * rejects.
   */
  tidy(): Promise<void> {
    return this.serialised(async () => {
      try {
        for (const part of [this.uploads, this.removals, this.folder]) await part.tidy();
      } catch (error) {
        this.options.log.error({ err: error }, 'files that were left half written could not be removed');
      }
    });
  }

  /** Deletes uploads and removed files past their lifetime. */
  expire(isClockSteady = false): Promise<void> {
    return this.serialised(async () => {
      await this.uploads.expire(isClockSteady);
      await this.removals.expire(isClockSteady);
    });
  }

  /** Runs tasks one after the other. */
  private serialised<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.queue.then(task);
    this.queue = result.catch(() => {}); // the caller gets the error
    return result;
  }

  private async readAgain(retryFailed = false): Promise<boolean> {
    try {
      await this.options.reload(retryFailed);
      return true;
    } catch (error) {
      this.options.log.error(
        { err: error },
        'the library could not be read again; answers stay as they were',
      );
      return false;
    }
  }

  private async indexBytes(): Promise<number> {
    const { indexDirectory } = this.options;
    const entries = (await ifThere(this.disk.readdir(indexDirectory, { withFileTypes: true }))) ?? [];
    const sizes = await Promise.all(
      entries
        .filter((entry) => entry.isFile())
        .map(
          async ({ name }) => (await ifThere(this.disk.lstat(path.join(indexDirectory, name))))?.size ?? 0,
        ),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  }
}

/** A hash of the path: two reports folders may share one index directory. */
const nameOf = (reportsDirectory: string): string =>
  createHash('sha256').update(path.resolve(reportsDirectory)).digest('hex').slice(0, 12);
