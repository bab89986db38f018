// Retained files, each with a record, beside the index: uploads and removed files. Survives a restart.
import path from 'node:path';
import { inTemporary, isLeftOver, makePrivate, OWN_FILE, OWN_FOLDER } from '../reports/index.ts';
import { type Disk, ifThere } from './disk.ts';

/** The record of a retained file; each kind of file adds to it. */
export interface RetainedRecord {
  /** Milliseconds since 1970. */
  at: number;
}

const ID = /^[0-9a-f]{16}$/;
/** Earlier versions did not put the process id into the name. */
const OLD_TEMPORARY = /^[0-9a-f]{16}\.tmp$/;

/**
 * A folder of files `ID.file` with records `ID.json`. The record is written last: a file without one does not
 * count.
 */
export class RetainedFiles<FileRecord extends RetainedRecord> {
  private readonly directory: string;
  private readonly lifetimeMs: number;
  private readonly disk: Disk;

  constructor(directory: string, lifetimeMs: number, disk: Disk) {
    this.directory = directory;
    this.lifetimeMs = lifetimeMs;
    this.disk = disk;
  }

  /**
   * @param id sixteen hexadecimal digits
   * @param from its bytes, or a function that copies it to a path
   */
  async put(
    id: string,
    record: FileRecord,
    from: Uint8Array | ((to: string) => Promise<void>),
  ): Promise<void> {
    const { disk } = this;
    const file = this.fileOf(id);
    await disk.mkdir(this.directory, { recursive: true, mode: OWN_FOLDER });
    try {
      if (from instanceof Uint8Array) await disk.writeFile(file, from, { mode: OWN_FILE });
      else await from(file).then(() => disk.chmod(file, OWN_FILE)); // a copy has the mode of its source
      await this.write(id, record);
    } catch (error) {
      await this.drop(id).catch(() => {}); // the first error says more
      throw error;
    }
  }

  /** The record of a file within its lifetime. */
  async get(id: string, now: number): Promise<FileRecord | undefined> {
    const record = ID.test(id) ? await this.record(id) : undefined;
    return record && now - record.at < this.lifetimeMs ? record : undefined;
  }

  /** All files within their lifetime, the last first. */
  async list(now: number): Promise<(FileRecord & { id: string })[]> {
    const found = await Promise.all(
      (await this.ids()).map(async (id) => {
        const record = await this.get(id, now);
        return record ? [{ ...record, id }] : [];
      }),
    );
    return found.flat().sort((one, other) => other.at - one.at);
  }

  bytesOf(id: string): Promise<Uint8Array> {
    return this.disk.readFile(this.fileOf(id));
  }

  /** Deletes a file; a missing one is no error. */
  async drop(id: string): Promise<void> {
    if (!ID.test(id)) return;
    const temporary = `${id}.${process.pid}.tmp`;
    const files = [this.recordOf(id), this.fileOf(id), path.join(this.directory, temporary)];
    for (const file of files) await ifThere(this.disk.unlink(file));
  }

  /**
   * Removes half-written files of a killed process, and makes files private that an earlier version left
   * readable to others.
   */
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
   * Deletes files past their lifetime, and half-written ones.
   * @param isClockSteady the clock is believed: a file that is dated in the future, or far beyond its
   * lifetime, was dated by a wrong clock, and its lifetime begins now
   */
  async expire(now: number, isClockSteady = false): Promise<void> {
    for (const id of await this.ids()) {
      const record = await this.record(id);
      if (!record) await this.drop(id);
      else if (isMisdated(record, now, this.lifetimeMs)) {
        if (isClockSteady) await this.write(id, { ...record, at: now });
      } else if (now - record.at >= this.lifetimeMs) await this.drop(id);
    }
  }

  private async record(id: string): Promise<FileRecord | undefined> {
    const text = await ifThere(this.disk.readFile(this.recordOf(id), 'utf8'));
    return text === undefined ? undefined : recordIn<FileRecord>(text);
  }

  private async write(id: string, record: FileRecord): Promise<void> {
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
/** Files expire hourly: one that is past its lifetime by this was dated by a clock that was behind. */
const IMPLAUSIBLE_MS = 365 * DAY_MS;

const isMisdated = ({ at }: RetainedRecord, now: number, lifetimeMs: number): boolean =>
  at > now + DAY_MS || now - at > lifetimeMs + IMPLAUSIBLE_MS;

/** Undefined where the text is no record: a full disk may have left half of one. */
function recordIn<FileRecord extends RetainedRecord>(text: string): FileRecord | undefined {
  try {
    const record: unknown = JSON.parse(text);
    const isRecord = typeof record === 'object' && record !== null && 'at' in record;
    return isRecord && typeof record.at === 'number' ? (record as FileRecord) : undefined;
  } catch {
    return undefined;
  }
}
