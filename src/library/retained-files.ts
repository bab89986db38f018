// Files put aside for a while, each with a record, beside the index: what was sent and not yet added, what was removed. Survives a restart.
import path from 'node:path';
import { inTemporary, isLeftOver, makePrivate, OWN_FILE, OWN_FOLDER } from '../reports/index.ts';
import { type Disk, ifThere } from './disk.ts';

/** What is known of a file that was put aside. */
export interface RetainedRecord {
  /** Milliseconds since 1970. */
  at: number;
}

const ID = /^[0-9a-f]{16}$/;
/** Earlier versions named no process. */
const OLD_TEMPORARY = /^[0-9a-f]{16}\.tmp$/;

/** One folder of files, each `ID.file` with its record in `ID.json`. The record is written last: without one a file is not there. */
export class RetainedFiles<Kept extends RetainedRecord> {
  private readonly directory: string;
  private readonly lifetimeMs: number;
  private readonly disk: Disk;

  constructor(directory: string, lifetimeMs: number, disk: Disk) {
    this.directory = directory;
    this.lifetimeMs = lifetimeMs;
    this.disk = disk;
  }

  /**
   * Keeps a file.
   * @param id sixteen hexadecimal digits
   * @param from its bytes, or what copies it to a path
   */
  async put(id: string, record: Kept, from: Uint8Array | ((to: string) => Promise<void>)): Promise<void> {
    const { disk } = this;
    const file = this.fileOf(id);
    await disk.mkdir(this.directory, { recursive: true, mode: OWN_FOLDER });
    try {
      if (from instanceof Uint8Array) await disk.writeFile(file, from, { mode: OWN_FILE });
      else await from(file).then(() => disk.chmod(file, OWN_FILE)); // a copy has the mode of what was copied
      await this.write(id, record);
    } catch (error) {
      await this.drop(id).catch(() => {}); // the first error tells more
      throw error;
    }
  }

  /** The record of a file that is still kept. */
  async get(id: string, now: number): Promise<Kept | undefined> {
    const record = ID.test(id) ? await this.record(id) : undefined;
    return record && now - record.at < this.lifetimeMs ? record : undefined;
  }

  /** All files that are still kept, the last first. */
  async list(now: number): Promise<(Kept & { id: string })[]> {
    const found = await Promise.all(
      (await this.ids()).map(async (id) => {
        const record = await this.get(id, now);
        return record ? [{ ...record, id }] : [];
      }),
    );
    return found.flat().sort((one, other) => other.at - one.at);
  }

  /** The bytes of a kept file. */
  bytesOf(id: string): Promise<Uint8Array> {
    return this.disk.readFile(this.fileOf(id));
  }

  /** Deletes a file. One that is not there is no fault. */
  async drop(id: string): Promise<void> {
    if (!ID.test(id)) return;
    const temporary = `${id}.${process.pid}.tmp`;
    const left = [this.recordOf(id), this.fileOf(id), path.join(this.directory, temporary)];
    for (const file of left) await ifThere(this.disk.unlink(file));
  }

  /** Removes what a killed writer has left half written, and what an earlier version left open to other accounts is private again. */
  async tidy(): Promise<void> {
    const names = (await ifThere(this.disk.readdir(this.directory))) ?? [];
    if (names.length > 0) await makePrivate(this.directory);
    for (const name of names) {
      const file = path.join(this.directory, name);
      if (isLeftOver(file) || OLD_TEMPORARY.test(name)) await ifThere(this.disk.unlink(file));
      else await makePrivate(file);
    }
  }

  /**
   * Deletes what was kept long enough, and what a crash has left half written.
   * @param isSteady the clock is believed: what was kept later than now, or long before its time was over, was kept under a wrong one, and
   * its time begins now
   */
  async expire(now: number, isSteady = false): Promise<void> {
    for (const id of await this.ids()) {
      const record = await this.record(id);
      if (!record) await this.drop(id);
      else if (isMisdated(record, now, this.lifetimeMs)) {
        if (isSteady) await this.write(id, { ...record, at: now });
      } else if (now - record.at >= this.lifetimeMs) await this.drop(id);
    }
  }

  private async record(id: string): Promise<Kept | undefined> {
    const text = await ifThere(this.disk.readFile(this.recordOf(id), 'utf8'));
    return text === undefined ? undefined : recordIn<Kept>(text);
  }

  private async write(id: string, record: Kept): Promise<void> {
    await inTemporary(path.join(this.directory, id), async (temporary) => {
      await this.disk.writeFile(temporary, JSON.stringify(record), { mode: OWN_FILE });
      await this.disk.rename(temporary, this.recordOf(id));
    });
  }

  private async ids(): Promise<string[]> {
    const names = (await ifThere(this.disk.readdir(this.directory))) ?? [];
    return [...new Set(names.map((name) => name.slice(0, name.indexOf('.'))))].filter((id) => ID.test(id));
  }

  private fileOf(id: string): string {
    return path.join(this.directory, `${id}.file`);
  }

  private recordOf(id: string): string {
    return path.join(this.directory, `${id}.json`);
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** What is kept is looked at every hour: a file that has been too old for so long was kept under a clock that was behind. */
const IMPLAUSIBLE_MS = 365 * DAY_MS;

const isMisdated = ({ at }: RetainedRecord, now: number, lifetimeMs: number): boolean =>
  at > now + DAY_MS || now - at > lifetimeMs + IMPLAUSIBLE_MS;

/** A record, or undefined where the text is none: a disk that was full may have left half of it. */
function recordIn<Kept extends RetainedRecord>(text: string): Kept | undefined {
  try {
    const record: unknown = JSON.parse(text);
    const isRecord = typeof record === 'object' && record !== null && 'at' in record;
    return isRecord && typeof record.at === 'number' ? (record as Kept) : undefined;
  } catch {
    return undefined;
  }
}
