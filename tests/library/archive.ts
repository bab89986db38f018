// A reports folder of its own, with a report file manager, a clock that a test sets and a disk that a test makes fail.
import fsSync from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { preview } from '../../src/indexing/index.ts';
import type { Disk } from '../../src/library/disk.ts';
import {
  ReportFileManager,
  type ReportFileManagerOptions,
  type ServedFiles,
} from '../../src/library/index.ts';
import {
  about,
  type FileWarning,
  type KnownFile,
  type ReportFile,
  served,
  sha256,
} from '../../src/reports/index.ts';
import { SAMPLE_FOLDER } from '../answer/sample.ts';
import { readFolder } from '../fixtures/read-reports.ts';

export const DAY_MS: number = 24 * 60 * 60 * 1000;

/** The bytes of a sample report. */
export const sample = (name: string): Uint8Array => fsSync.readFileSync(path.join(SAMPLE_FOLDER, name));

export class Archive {
  now: number = Date.UTC(2026, 10, 20, 8);
  readonly reports: string;
  readonly indexes: string;
  manager: ReportFileManager;
  /** The served files. */
  files: ReportFile[] = [];
  warnings: FileWarning[] = [];
  /** How often the library was read again. */
  rereads = 0;
  /** Reading the library again fails for this reason. */
  broken: string | undefined;
  /** The next call of this part of the disk fails with this code. */
  failing: { call: keyof Disk; code: string } | undefined;
  readonly logged: string[] = [];
  private readonly top: string;
  private drawn = 0;

  private constructor(top: string) {
    this.top = top;
    this.reports = path.join(top, 'reports');
    this.indexes = path.join(top, 'index');
    this.manager = this.start();
  }

  /** With one report at least. */
  static async open(...files: string[]): Promise<Archive> {
    const archive = new Archive(await fs.mkdtemp(path.join(os.tmpdir(), 'yinju-library-')));
    await fs.mkdir(archive.reports);
    for (const file of ['forestry-2023-h1.txt', ...files])
      await fs.writeFile(path.join(archive.reports, file), sample(file));
    await archive.read();
    return archive;
  }

  /** Starts the process anew: only what is on the disk is known. */
  restart(changes: Partial<ReportFileManagerOptions> = {}): void {
    this.manager = this.start(changes);
  }

  /** All files of the reports folder, hidden ones too. */
  async names(): Promise<string[]> {
    return namesUnder(this.reports);
  }

  /** All files of the reports folder and the index folder. */
  async everything(): Promise<string[]> {
    return namesUnder(this.top);
  }

  bytesOf(name: string): Promise<Buffer> {
    return fs.readFile(path.join(this.reports, name));
  }

  async close(): Promise<void> {
    await fs.rm(this.top, { recursive: true });
  }

  private served(): ServedFiles {
    return { files: this.files, warnings: this.warnings };
  }

  private async read(): Promise<void> {
    if (this.broken !== undefined) throw new Error(this.broken);
    const { files: read, warnings } = await readFolder(this.reports);
    const { files, copies } = served(read.map(knownFile));
    const same = copies.flatMap(({ name, of }) => about(name, [{ kind: 'copy', of }]));
    this.files = files;
    this.warnings = [...same, ...warnings];
    this.rereads++;
  }

  private start(changes: Partial<ReportFileManagerOptions> = {}): ReportFileManager {
    return new ReportFileManager({
      reportsDirectory: this.reports,
      indexDirectory: this.indexes,
      read: preview,
      servedFiles: () => this.served(),
      reload: () => this.read(),
      log: { error: (_, message) => this.logged.push(message) },
      clock: () => this.now,
      random: (bytes) => (++this.drawn).toString(16).padStart(2 * bytes, '0'),
      disk: this.disk(),
      ...changes,
    });
  }

  private disk(): Disk {
    return new Proxy(fs, {
      get: (target, call) => {
        if (this.failing?.call !== call) return target[call as keyof Disk];
        const { code } = this.failing;
        this.failing = undefined;
        return () => Promise.reject(Object.assign(new Error(`${code}: made up`), { code }));
      },
    });
  }
}

const knownFile = (file: ReportFile): KnownFile => ({
  ...{ name: file.name, size: file.text.length, modifiedMs: 0, hash: file.name, warnings: [] },
  ...{ textHash: sha256(file.text), file },
});

async function namesUnder(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}
