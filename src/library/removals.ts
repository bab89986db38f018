// Files that were removed or replaced: kept for 30 days, to be brought back.
import type { Disk, WriteFailure } from './disk.ts';
import { writeFailureOf } from './disk.ts';
import type { ReportsFolder } from './reports-folder.ts';
import { RetainedFiles, type RetainedRecord } from './retained-files.ts';

/** So long a removed file can be brought back. */
export const RESTORABLE_DAYS = 30;
const LIFETIME_MS = RESTORABLE_DAYS * 24 * 60 * 60 * 1000;

/** A file that can be brought back. */
export interface RemovedFile {
  id: string;
  /** Where it stood in the reports folder. */
  name: string;
  /** When it was removed, in milliseconds since 1970. */
  at: number;
}

/** What became of removing a file. */
export type Removed =
  | { outcome: 'removed'; file: RemovedFile }
  /** It is not there any more, or is not what it was. */
  | { outcome: 'gone' }
  | { outcome: 'trouble'; trouble: WriteFailure };

/** What became of bringing a file back. */
export type Restored =
  /** `renamed`: something has its old name by now. */
  | { outcome: 'restored'; name: string; renamed: boolean }
  | { outcome: 'gone' }
  | { outcome: 'trouble'; trouble: WriteFailure };

interface Kept extends RetainedRecord {
  name: string;
}

export class Removals {
  private readonly folder: ReportsFolder;
  private readonly kept: RetainedFiles<Kept>;
  private readonly clock: () => number;
  private readonly newId: () => string;

  /** @param directory where removed files are kept */
  constructor(options: {
    folder: ReportsFolder;
    directory: string;
    disk: Disk;
    clock(): number;
    newId(): string;
  }) {
    this.folder = options.folder;
    this.kept = new RetainedFiles(options.directory, LIFETIME_MS, options.disk);
    this.clock = options.clock;
    this.newId = options.newId;
  }

  /**
   * Takes a file out of the folder; a copy is safe before it goes.
   * @param key of the very file that is meant: one that has changed meanwhile stays
   */
  async remove(key: string): Promise<Removed> {
    const found = (await this.folder.list()).find((file) => file.key === key);
    if (!found) return { outcome: 'gone' };
    try {
      const file = await this.withCopy(found.name, () => this.folder.remove(found.name));
      return { outcome: 'removed', file };
    } catch (error) {
      const trouble = writeFailureOf(error);
      if (!trouble) throw error;
      return { outcome: 'trouble', trouble };
    }
  }

  /**
   * Keeps a copy of a file while that is replaced or removed.
   * @param deed does so; where it fails, the file is still there and the copy is not kept
   */
  async withCopy(name: string, deed: () => Promise<unknown>): Promise<RemovedFile> {
    const file = { id: this.newId(), name, at: this.clock() };
    await this.kept.put(file.id, { name, at: file.at }, (to) => this.folder.copy(name, to));
    try {
      await deed();
      return file;
    } catch (error) {
      await this.kept.drop(file.id);
      throw error;
    }
  }

  /** What can be brought back, the last removed first. */
  list(): Promise<RemovedFile[]> {
    return this.kept.list(this.clock());
  }

  /** Puts a removed file back where it stood, under a name with a number where something stands there now. */
  async restore(id: string): Promise<Restored> {
    const kept = await this.kept.get(id, this.clock());
    if (!kept) return { outcome: 'gone' };
    try {
      const name = await this.folder.freeName(kept.name);
      if (!(await this.folder.write(name, await this.kept.bytesOf(id), false, id))) return this.restore(id); // somebody was faster: the next number
      await this.kept.drop(id);
      return { outcome: 'restored', name, renamed: name !== kept.name };
    } catch (error) {
      const trouble = writeFailureOf(error);
      if (!trouble) throw error;
      return { outcome: 'trouble', trouble };
    }
  }

  /** Clears away what was left half written. */
  tidy(): Promise<void> {
    return this.kept.tidy();
  }

  /** Deletes for good what was removed more than 30 days ago. */
  expire(isSteady: boolean): Promise<void> {
    return this.kept.expire(this.clock(), isSteady);
  }
}
