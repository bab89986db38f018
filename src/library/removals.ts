// Files that were removed or replaced: retained for 30 days, can be restored.
import { type Disk, type WriteFailure, writeFailureOf } from './disk.ts';
import type { ReportsFolder } from './reports-folder.ts';
import { RetainedFiles, type RetainedRecord } from './retained-files.ts';

/** How long a removed file can be restored. */
export const RESTORABLE_DAYS = 30;
const LIFETIME_MS = RESTORABLE_DAYS * 24 * 60 * 60 * 1000;

/** A file that can be restored. */
export interface RemovedFile {
  id: string;
  /** Its path within the reports folder before. */
  name: string;
  /** When it was removed, in milliseconds since 1970. */
  at: number;
}

export type Removed =
  | { outcome: 'removed'; file: RemovedFile }
  /** It is not there any more, or has changed. */
  | { outcome: 'gone' }
  | { outcome: 'not-written'; failure: WriteFailure };

export type Restored =
  /** `renamed`: another file has its old name by now. */
  | { outcome: 'restored'; name: string; renamed: boolean }
  | { outcome: 'gone' }
  | { outcome: 'not-written'; failure: WriteFailure };

interface RemovalRecord extends RetainedRecord {
  name: string;
}

export class Removals {
  private readonly folder: ReportsFolder;
  private readonly files: RetainedFiles<RemovalRecord>;
  private readonly clock: () => number;
  private readonly newId: () => string;

  /** @param options.directory of the retained files */
  constructor(options: {
    folder: ReportsFolder;
    directory: string;
    disk: Disk;
    clock(): number;
    newId(): string;
  }) {
    this.folder = options.folder;
    this.files = new RetainedFiles(options.directory, LIFETIME_MS, options.disk);
    this.clock = options.clock;
    this.newId = options.newId;
  }

  /**
   * Removes a file from the folder after it was copied.
   * @param key of the file: one that has changed meanwhile stays
   */
  async remove(key: string): Promise<Removed> {
    const found = (await this.folder.list()).find((file) => file.key === key);
    if (!found) return { outcome: 'gone' };
    try {
      const file = await this.withCopy(found.name, () => this.folder.remove(found.name));
      return { outcome: 'removed', file };
    } catch (error) {
      const failure = writeFailureOf(error);
      if (!failure) throw error;
      return { outcome: 'not-written', failure };
    }
  }

  /**
   * Retains a copy of a file, then changes the file.
   * @param change replaces or removes it; where that fails, the file is unchanged and the copy is dropped
   */
  async withCopy(name: string, change: () => Promise<unknown>): Promise<RemovedFile> {
    const file = { id: this.newId(), name, at: this.clock() };
    await this.files.put(file.id, { name, at: file.at }, (to) => this.folder.copy(name, to));
    try {
      await change();
      return file;
    } catch (error) {
      await this.files.drop(file.id);
      throw error;
    }
  }

  /** What can be restored, the last removed first. */
  list(): Promise<RemovedFile[]> {
    return this.files.list(this.clock());
  }

  /** Restores a removed file, under a numbered name where its name is taken. */
  async restore(id: string): Promise<Restored> {
    const record = await this.files.get(id, this.clock());
    if (!record) return { outcome: 'gone' };
    try {
      const name = await this.folder.freeName(record.name);
      const written = await this.folder.write(name, await this.files.bytesOf(id), { replace: false, id });
      if (!written) return this.restore(id); // the name was taken meanwhile: the next number
      await this.files.drop(id);
      return { outcome: 'restored', name, renamed: name !== record.name };
    } catch (error) {
      const failure = writeFailureOf(error);
      if (!failure) throw error;
      return { outcome: 'not-written', failure };
    }
  }

  /** Removes half-written files. */
  tidy(): Promise<void> {
    return this.files.tidy();
  }

  expire(isClockSteady: boolean): Promise<void> {
    return this.files.expire(this.clock(), isClockSteady);
  }
}
