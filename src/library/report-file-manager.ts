// Owns the folder with the reports: adds, removes and brings back files, one thing at a time, and has the library read again after each.
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

/** What the librarian needs of the world. */
export interface ReportFileManagerOptions {
  reportsDirectory: string;
  /** Beside the index stands what was sent and not added yet, and what was removed. */
  indexDirectory: string;
  /** Reads one file; what it cannot read comes back as a warning and no file. */
  read(name: string, bytes: Uint8Array): Promise<ReportFiles>;
  /** What the answers are made from at present. */
  servedFiles(): ServedFiles;
  /**
   * Has the library read again; resolves when answers are made from what is in the folder now.
   * @param again also files that could not be read for lack of time or memory are tried once more
   */
  changed(again: boolean): Promise<void>;
  log: { error(details: object, message: string): void };
  /** Milliseconds since 1970. */
  clock(): number;
  /** Random bytes as hexadecimal digits. */
  random(bytes: number): string;
  /** The file system; Node's where undefined. */
  disk?: Disk;
}

/** Whether the answers follow what was done. Where reading failed, the files are as they were left all the same. */
export interface Reread {
  reread: boolean;
}

export interface Status {
  files: number;
  reports: number;
  passages: number;
  warnings: readonly FileWarning[];
  /** When a file changed last, was added or removed, in milliseconds since 1970; undefined for a folder without any. */
  changedAt?: number;
  /** What the built index takes on the disk. */
  indexBytes: number;
  /** Files that can be brought back. */
  removed: number;
  /** Files that were sent and not decided on. */
  waiting: number;
}

const ID_BYTES = 8;

export class ReportFileManager {
  /** The folder that it owns, for people who put files there themselves. */
  readonly reportsDirectory: string;
  private readonly options: ReportFileManagerOptions;
  private readonly disk: Disk;
  private readonly folder: ReportsFolder;
  private readonly removals: Removals;
  private readonly uploads: Uploads;
  private line: Promise<unknown> = Promise.resolve();

  constructor(options: ReportFileManagerOptions) {
    const { reportsDirectory, indexDirectory, disk = fs, clock, random, servedFiles } = options;
    this.options = options;
    this.reportsDirectory = reportsDirectory;
    this.disk = disk;
    this.folder = new ReportsFolder(reportsDirectory, disk);
    const beside = (what: string) => path.join(indexDirectory, `${nameOf(reportsDirectory)}.${what}`);
    const shared = { folder: this.folder, disk, clock, newId: () => random(ID_BYTES) };
    this.removals = new Removals({ ...shared, directory: beside('removed') });
    this.uploads = new Uploads({
      ...shared,
      directory: beside('uploads'),
      removals: this.removals,
      holdings: servedFiles,
    });
  }

  /** Reads a file that was sent and keeps it for a day; nothing is added yet. */
  async preview(name: string, bytes: Uint8Array, folder?: string): Promise<Preview> {
    const given = safeFileName(name);
    const readable = readableName(given, bytes);
    if (!readable.ok)
      return { outcome: 'unreadable', name: given, warnings: [{ kind: 'skipped', why: readable.reason }] };
    const file = safeFileName(readable.name); // a longer ending may leave less room for the rest
    const library = await this.options.read(file, bytes);
    return this.inTurn(() => this.uploads.keep({ file, given }, bytes, library, folder));
  }

  /** A file that was sent, as things stand now; undefined where it is not kept any more. */
  upload(id: string): Promise<Upload | undefined> {
    return this.uploads.get(id);
  }

  /** Adds a file that was sent. */
  accept(id: string, manner: ConflictPolicy): Promise<Added & Reread> {
    return this.inTurn(async () => {
      const added = await this.uploads.accept(id, manner);
      return { ...added, reread: added.outcome === 'added' && (await this.readAgain()) };
    });
  }

  /** Forgets a file that was sent; false where it was not kept any more. */
  dismiss(id: string): Promise<boolean> {
    return this.inTurn(() => this.uploads.drop(id));
  }

  /** All files of the folder, also those that cannot be read. */
  files(): Promise<FolderFile[]> {
    return this.folder.list();
  }

  /** The folders directly under that of the reports. */
  collections(): Promise<string[]> {
    return this.folder.collections();
  }

  /** Removes the file with a key; it can be brought back for 30 days. */
  remove(key: string): Promise<Removed & Reread> {
    return this.inTurn(async () => {
      const removed = await this.removals.remove(key);
      return { ...removed, reread: removed.outcome === 'removed' && (await this.readAgain()) };
    });
  }

  /** What can be brought back, the last removed first. */
  removedFiles(): Promise<RemovedFile[]> {
    return this.removals.list();
  }

  /** Brings a removed file back. */
  restore(id: string): Promise<Restored & Reread> {
    return this.inTurn(async () => {
      const restored = await this.removals.restore(id);
      return { ...restored, reread: restored.outcome === 'restored' && (await this.readAgain()) };
    });
  }

  /** Has everything read again; tells what differs, or nothing where reading failed. */
  reload(): Promise<Changes | undefined> {
    return this.inTurn(async () => {
      const before = this.options.servedFiles();
      return (await this.readAgain(true)) ? changesBetween(before, this.options.servedFiles()) : undefined;
    });
  }

  /** What is served at present. */
  holdings(): ServedFiles {
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
      waiting: await this.uploads.count(),
    };
  }

  /** Clears away what a program that was killed has left half written; for programs that stay, at their start. Never rejects. */
  tidy(): Promise<void> {
    return this.inTurn(async () => {
      try {
        for (const part of [this.uploads, this.removals, this.folder]) await part.tidy();
      } catch (error) {
        this.options.log.error({ err: error }, 'files that were left half written could not be removed');
      }
    });
  }

  /** Deletes what was kept long enough. */
  expire(isSteady = false): Promise<void> {
    return this.inTurn(async () => {
      await this.uploads.expire(isSteady);
      await this.removals.expire(isSteady);
    });
  }

  /** Tasks run one after the other, whoever gave them. */
  private inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.line.then(task);
    this.line = result.catch(() => {}); // who gave the task is told
    return result;
  }

  private async readAgain(again = false): Promise<boolean> {
    try {
      await this.options.changed(again);
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

/** The same for the same folder: two folders of reports may share one for their indexes. */
const nameOf = (reportsDirectory: string): string =>
  createHash('sha256').update(path.resolve(reportsDirectory)).digest('hex').slice(0, 12);
