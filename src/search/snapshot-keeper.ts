// When the snapshot is written: once changes have come to rest, and not too seldom while they don't.
import fs from 'node:fs/promises';
import { type ContentToWrite, type Fingerprint, saveSnapshot } from './snapshot.ts';

/** After the last change, and at the latest after the first one that is not written yet. */
const QUIET_MS = 5000;
const LONGEST_MS = 60_000;

export class SnapshotKeeper {
  private readonly file: string;
  private readonly fingerprint: Fingerprint;
  private unwritten: { firstMs: number; lastMs: number } | undefined;
  private writing: Promise<string | undefined> | undefined;

  constructor(file: string, fingerprint: Fingerprint) {
    this.file = file;
    this.fingerprint = fingerprint;
  }

  /** There is something that is not written yet. */
  changed(nowMs: number): void {
    this.unwritten = { firstMs: this.unwritten?.firstMs ?? nowMs, lastMs: nowMs };
  }

  /** Writes, if it is time to; resolves with a sentence where that failed. */
  async writeIfDue(nowMs: number, content: () => ContentToWrite): Promise<string | undefined> {
    if (!this.unwritten || this.writing) return undefined;
    const { firstMs, lastMs } = this.unwritten;
    if (nowMs - lastMs < QUIET_MS && nowMs - firstMs < LONGEST_MS) return undefined;
    return this.write(content);
  }

  /** Writes what is not written yet, now. */
  async flush(content: () => ContentToWrite): Promise<string | undefined> {
    await this.writing;
    return this.unwritten ? this.write(content) : undefined;
  }

  /** Size of the snapshot in bytes; undefined where there is none. */
  async bytes(): Promise<number | undefined> {
    try {
      return (await fs.stat(this.file)).size;
    } catch {
      return undefined; // it was never written
    }
  }

  private async write(content: () => ContentToWrite): Promise<string | undefined> {
    this.unwritten = undefined;
    this.writing = saveSnapshot(this.file, this.fingerprint, content()).then(
      () => undefined,
      (error: unknown) =>
        `the index snapshot could not be written to ${this.file} (${String(error)}); the next start builds the index again`,
    );
    try {
      return await this.writing;
    } finally {
      this.writing = undefined;
    }
  }
}
