// Uploads: files that were sent, previewed, and added to the reports folder when an owner says so. Retained
// for a day, also over a restart.
import path from 'node:path';
import type { ReportFiles, Warning } from '../reports/index.ts';
import { type Disk, type WriteFailure, writeFailureOf } from './disk.ts';
import { type FileSummary, summaryOf } from './file-summary.ts';
import type { Removals } from './removals.ts';
import type { ReportsFolder } from './reports-folder.ts';
import { RetainedFiles, type RetainedRecord } from './retained-files.ts';
import { safeFileName, safeFolderName } from './safe-name.ts';
import type { ServedFiles } from './served-files.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A file that was sent and is not added yet. */
export interface Upload extends FileSummary {
  id: string;
  /** Its path within the reports folder once it is added. */
  name: string;
  /** Its name as it was sent, where the folder would not read it under that name. */
  sentAs?: string;
  /** A collection that is created for it. */
  newFolder?: string;
  /** The file or folder that has its name. */
  taken?: { name: string; replaceable: boolean };
  /** Served files with the same text. */
  copies: string[];
}

export type Preview =
  | { outcome: 'understood'; upload: Upload }
  /** It holds no report; the warnings say why. */
  | { outcome: 'unreadable'; name: string; warnings: Warning[] }
  /** The same file is in the library. */
  | { outcome: 'there'; name: string }
  /** No folder can have this name. */
  | { outcome: 'no-folder'; folder: string }
  | { outcome: 'not-written'; failure: WriteFailure };

/** Where the name is taken: refuse, replace that file, or add this one under a numbered name. */
export type ConflictPolicy = 'add' | 'replace' | 'both';

export type Added =
  /** `replaced`: the former file is retained as a removed one. */
  | { outcome: 'added'; name: string; replaced: boolean }
  /** Its name is taken by now. */
  | { outcome: 'taken'; upload: Upload }
  /** It is not retained any more. */
  | { outcome: 'gone' }
  | { outcome: 'not-written'; failure: WriteFailure };

interface UploadRecord extends RetainedRecord, FileSummary {
  /** A safe name. */
  file: string;
  sentAs?: string;
  folder?: string;
  copies: string[];
}

interface UploadOptions {
  folder: ReportsFolder;
  removals: Removals;
  /** Of the retained files. */
  directory: string;
  disk: Disk;
  servedFiles(): ServedFiles;
  clock(): number;
  /** Sixteen hexadecimal digits, unique. */
  newId(): string;
}

export class Uploads {
  private readonly options: UploadOptions;
  private readonly files: RetainedFiles<UploadRecord>;

  constructor(options: UploadOptions) {
    this.options = options;
    this.files = new RetainedFiles(options.directory, DAY_MS, options.disk);
  }

  /**
   * Retains a file until it is added or dismissed.
   * @param names safe ones: `file` is read by the folder, `given` is what the sender calls it
   * @param library what was read of it
   * @param inFolder name of a collection
   */
  async keep(
    { file, given }: { file: string; given: string },
    bytes: Uint8Array,
    library: ReportFiles,
    inFolder: string | undefined,
  ): Promise<Preview> {
    const { servedFiles, clock, newId } = this.options;
    const folder = inFolder === undefined ? undefined : safeFolderName(inFolder);
    if (inFolder !== undefined && (folder === undefined || !(await this.options.folder.collection(folder))))
      return { outcome: 'no-folder', folder: inFolder };
    const summary = summaryOf(library);
    if (summary.reports.length === 0)
      return { outcome: 'unreadable', name: file, warnings: summary.warnings };
    const text = library.files[0]?.text;
    const copies = servedFiles()
      .files.filter((each) => each.text === text)
      .map(({ name }) => name);
    const record: UploadRecord = {
      ...{ at: clock(), file, copies, ...summary },
      ...(file === given ? {} : { sentAs: given }),
      ...(folder === undefined ? {} : { folder }),
    };
    const upload = await this.uploadOf(newId(), record);
    if (upload.taken && copies.includes(upload.taken.name))
      return { outcome: 'there', name: upload.taken.name };
    try {
      await this.files.put(upload.id, record, bytes);
      return { outcome: 'understood', upload };
    } catch (error) {
      return { outcome: 'not-written', failure: failureOf(error) };
    }
  }

  /** With its conflicts as they are now; undefined where it is not retained any more. */
  async get(id: string): Promise<Upload | undefined> {
    const record = await this.files.get(id, this.options.clock());
    return record && this.uploadOf(id, record);
  }

  /** Adds an upload to the folder. */
  async accept(id: string, policy: ConflictPolicy): Promise<Added> {
    const { folder, removals } = this.options;
    const upload = await this.get(id);
    if (!upload) return { outcome: 'gone' };
    const { taken } = upload;
    if (taken && (policy === 'add' || (policy === 'replace' && !taken.replaceable)))
      return { outcome: 'taken', upload };
    const replaced = taken !== undefined && policy === 'replace';
    const name = replaced ? taken.name : taken ? await folder.freeName(upload.name) : upload.name;
    try {
      const bytes = await this.files.bytesOf(id);
      const write = () => folder.write(name, bytes, { replace: replaced, id });
      if (replaced) await removals.withCopy(name, write);
      else if (!(await write())) return { outcome: 'taken', upload: (await this.get(id)) ?? upload };
      await this.files.drop(id);
      return { outcome: 'added', name, replaced };
    } catch (error) {
      return { outcome: 'not-written', failure: failureOf(error) };
    }
  }

  /** Deletes an upload; false where it was not retained any more. */
  async drop(id: string): Promise<boolean> {
    const known = await this.files.get(id, this.options.clock());
    await this.files.drop(id);
    return known !== undefined;
  }

  /** How many uploads are neither added nor dismissed. */
  async count(): Promise<number> {
    return (await this.files.list(this.options.clock())).length;
  }

  /** Removes half-written files. */
  tidy(): Promise<void> {
    return this.files.tidy();
  }

  /** Deletes uploads older than a day. */
  expire(isClockSteady: boolean): Promise<void> {
    return this.files.expire(this.options.clock(), isClockSteady);
  }

  /** The names are made safe again: a record on disk may have been edited. */
  private async uploadOf(
    id: string,
    { file, sentAs, folder: wanted, copies, reports, warnings }: UploadRecord,
  ) {
    const { folder } = this.options;
    const folderName = wanted === undefined ? undefined : safeFolderName(wanted);
    const collection = folderName === undefined ? undefined : await folder.collection(folderName);
    const name = path.posix.join(collection?.name ?? '', safeFileName(file));
    const conflict = collection?.isNew ? undefined : await folder.conflictWith(name);
    return {
      id,
      name,
      ...(sentAs === undefined ? {} : { sentAs }),
      ...(collection?.isNew ? { newFolder: collection.name } : {}),
      ...(conflict ? { taken: { name: conflict.name, replaceable: conflict.isFile } } : {}),
      copies,
      reports,
      // an earlier version stored sentences
      warnings: warnings.filter((warning) => typeof warning === 'object'),
    };
  }
}

/** The write failure that an error means; any other error is rethrown. */
function failureOf(error: unknown): WriteFailure {
  const failure = writeFailureOf(error);
  if (!failure) throw error;
  return failure;
}
