// Files that were sent: read, shown, and put into the folder once somebody has said so. Kept for a day, also over a restart.
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
  /** Its path within the reports folder, once it is added. */
  name: string;
  /** What its sender calls it, where the folder would not read it under that name. */
  sentAs?: string;
  /** A folder that is to be made for it. */
  newFolder?: string;
  /** What has its name already. */
  taken?: { name: string; replaceable: boolean };
  /** Files with the very same text. */
  copies: string[];
}

/** What became of reading a file that was sent. */
export type Preview =
  | { outcome: 'understood'; upload: Upload }
  /** No report was found in it; the warnings say why. */
  | { outcome: 'unreadable'; name: string; warnings: Warning[] }
  /** This file is in the library. */
  | { outcome: 'there'; name: string }
  /** No folder can have this name. */
  | { outcome: 'no-folder'; folder: string }
  | { outcome: 'trouble'; trouble: WriteFailure };

/** How a file is added: only where nothing has its name, in the place of that, or beside it under a name with a number. */
export type ConflictPolicy = 'add' | 'replace' | 'both';

/** What became of adding a file. */
export type Added =
  /** `replaced`: the file that was there before is kept as a removed one. */
  | { outcome: 'added'; name: string; replaced: boolean }
  /** Something has its name by now. */
  | { outcome: 'taken'; upload: Upload }
  /** It is not kept any more. */
  | { outcome: 'gone' }
  | { outcome: 'trouble'; trouble: WriteFailure };

interface Kept extends RetainedRecord, FileSummary {
  /** A plain name. */
  file: string;
  sentAs?: string;
  folder?: string;
  copies: string[];
}

export interface UploadOptions {
  folder: ReportsFolder;
  removals: Removals;
  /** Where the files are kept. */
  directory: string;
  disk: Disk;
  holdings(): ServedFiles;
  clock(): number;
  /** Sixteen hexadecimal digits, never the same twice. */
  newId(): string;
}

export class Uploads {
  private readonly options: UploadOptions;
  private readonly kept: RetainedFiles<Kept>;

  constructor(options: UploadOptions) {
    this.options = options;
    this.kept = new RetainedFiles(options.directory, DAY_MS, options.disk);
  }

  /**
   * Keeps a file until somebody decides.
   * @param names plain ones: that under which the folder reads it, and what its sender calls it
   * @param library what was read of it
   * @param inFolder a folder directly under that of the reports
   */
  async keep(
    { file, given }: { file: string; given: string },
    bytes: Uint8Array,
    library: ReportFiles,
    inFolder: string | undefined,
  ): Promise<Preview> {
    const { holdings, clock, newId } = this.options;
    const folder = inFolder === undefined ? undefined : safeFolderName(inFolder);
    if (inFolder !== undefined && (folder === undefined || !(await this.options.folder.collection(folder))))
      return { outcome: 'no-folder', folder: inFolder };
    const about = summaryOf(library);
    if (about.reports.length === 0) return { outcome: 'unreadable', name: file, warnings: about.warnings };
    const text = library.files[0]?.text;
    const copies = holdings()
      .files.filter((each) => each.text === text)
      .map(({ name }) => name);
    const kept: Kept = {
      ...{ at: clock(), file, copies, ...about },
      ...(file === given ? {} : { sentAs: given }),
      ...(folder === undefined ? {} : { folder }),
    };
    const upload = await this.uploadOf(newId(), kept);
    if (upload.taken && copies.includes(upload.taken.name))
      return { outcome: 'there', name: upload.taken.name };
    try {
      await this.kept.put(upload.id, kept, bytes);
      return { outcome: 'understood', upload };
    } catch (error) {
      return { outcome: 'trouble', trouble: knownTrouble(error) };
    }
  }

  /** A file that was sent, as things stand now; undefined where it is not kept any more. */
  async get(id: string): Promise<Upload | undefined> {
    const kept = await this.kept.get(id, this.options.clock());
    return kept && this.uploadOf(id, kept);
  }

  /** Puts a file that was sent into the folder. */
  async accept(id: string, manner: ConflictPolicy): Promise<Added> {
    const { folder, removals } = this.options;
    const upload = await this.get(id);
    if (!upload) return { outcome: 'gone' };
    const { taken } = upload;
    if (taken && (manner === 'add' || (manner === 'replace' && !taken.replaceable)))
      return { outcome: 'taken', upload };
    const replaced = taken !== undefined && manner === 'replace';
    const name = replaced ? taken.name : taken ? await folder.freeName(upload.name) : upload.name;
    try {
      const bytes = await this.kept.bytesOf(id);
      const write = () => folder.write(name, bytes, replaced, id);
      if (replaced) await removals.withCopy(name, write);
      else if (!(await write())) return { outcome: 'taken', upload: (await this.get(id)) ?? upload };
      await this.kept.drop(id);
      return { outcome: 'added', name, replaced };
    } catch (error) {
      return { outcome: 'trouble', trouble: knownTrouble(error) };
    }
  }

  /** Forgets a file that was sent; false where it was not kept any more. */
  async drop(id: string): Promise<boolean> {
    const known = await this.kept.get(id, this.options.clock());
    await this.kept.drop(id);
    return known !== undefined;
  }

  /** How many files wait for a decision. */
  async count(): Promise<number> {
    return (await this.kept.list(this.options.clock())).length;
  }

  /** Clears away what was left half written. */
  tidy(): Promise<void> {
    return this.kept.tidy();
  }

  /** Deletes what was not decided within a day. */
  expire(isSteady: boolean): Promise<void> {
    return this.kept.expire(this.options.clock(), isSteady);
  }

  /** The names are made safe once more: what is on the disk is not believed blindly. */
  private async uploadOf(id: string, { file, sentAs, folder: wanted, copies, reports, warnings }: Kept) {
    const { folder } = this.options;
    const named = wanted === undefined ? undefined : safeFolderName(wanted);
    const collection = named === undefined ? undefined : await folder.collection(named);
    const name = path.posix.join(collection?.name ?? '', safeFileName(file));
    const twin = collection?.isNew ? undefined : await folder.twinOf(name);
    return {
      id,
      name,
      ...(sentAs === undefined ? {} : { sentAs }),
      ...(collection?.isNew ? { newFolder: collection.name } : {}),
      ...(twin ? { taken: { name: twin.name, replaceable: twin.isFile } } : {}),
      copies,
      reports,
      warnings: warnings.filter((warning) => typeof warning === 'object'), // an earlier version kept sentences
    };
  }
}

/** The trouble that an error means; any other error is thrown on. */
function knownTrouble(error: unknown): WriteFailure {
  const trouble = writeFailureOf(error);
  if (!trouble) throw error;
  return trouble;
}
