// Decides when the snapshot is written: once changes have come to rest, and at intervals while they have
// not.
import fs from 'node:fs/promises';
import type { BuildHash } from './build-hash.ts';
import { type SnapshotToWrite, saveSnapshot } from './snapshot.ts';

/** After the last change. */
const QUIET_MS = 5000;
/** After the first change that is not written yet. */
const MAX_DELAY_MS = 60_000;

export class SnapshotWriter {
  private readonly file: string;
  private readonly buildHash: BuildHash;
  private unwritten: { firstMs: number; lastMs: number } | undefined;
  private writing: Promise<string | undefined> | undefined;

  constructor(file: string, buildHash: BuildHash) {
    this.file = file;
    this.buildHash = buildHash;
  }

  /** Notes a change that is not written yet. */
  changed(nowMs: number): void {
    this.unwritten = { firstMs: this.unwritten?.firstMs ?? nowMs, lastMs: nowMs };
  }

  /** Writes if it is time to; resolves with a sentence where that failed. */
  async writeIfDue(nowMs: number, content: () => SnapshotToWrite): Promise<string | undefined> {
    if (!this.unwritten || this.writing) return undefined;
    const { firstMs, lastMs } = this.unwritten;
    if (nowMs - lastMs < QUIET_MS && nowMs - firstMs < MAX_DELAY_MS) return undefined;
    return this.write(content);
  }

  /** Writes unwritten changes now; resolves with a sentence where that failed. */
  async flush(content: () => SnapshotToWrite): Promise<string | undefined> {
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

  private async write(content: () => SnapshotToWrite): Promise<string | undefined> {
    this.unwritten = undefined;
    this.writing = saveSnapshot(this.file, this.buildHash, content()).then(
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
