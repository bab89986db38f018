// Length-prefixed records, each followed by the SHA-256 of everything before it; a corrupt record is never
// returned.
import { createHash, type Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

const LENGTH_BYTES = 4;
/** A length of 0 ends the file. */
const END = Buffer.alloc(LENGTH_BYTES);

export class ChecksummedWriter {
  private readonly handle: FileHandle;
  private readonly hash = createHash('sha256');

  private constructor(handle: FileHandle) {
    this.handle = handle;
  }

  /** @param header the first bytes of the file */
  static async begin(handle: FileHandle, header: Buffer): Promise<ChecksummedWriter> {
    const writer = new ChecksummedWriter(handle);
    await writer.write(header);
    return writer;
  }

  /** Appends a record, which must not be empty. */
  async add(record: Uint8Array): Promise<void> {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(record.length);
    await this.write(length);
    await this.write(record);
    await this.writeDigest();
  }

  async end(): Promise<void> {
    await this.write(END);
    await this.writeDigest();
    await this.handle.sync();
  }

  private async write(bytes: Uint8Array): Promise<void> {
    this.hash.update(bytes);
    await this.handle.writeFile(bytes);
  }

  private writeDigest(): Promise<void> {
    return this.handle.writeFile(this.hash.copy().digest());
  }
}

/** The file is not as it was written. */
export class CorruptRecordError extends Error {}

/** Reads what a writer wrote; throws `CorruptRecordError` where a digest or a length is wrong. */
export class ChecksummedReader {
  private readonly handle: FileHandle;
  private readonly hash: Hash = createHash('sha256');
  private readonly size: number;

  private constructor(handle: FileHandle, size: number) {
    this.handle = handle;
    this.size = size;
  }

  /** Undefined where the file begins with another header. */
  static async begin(handle: FileHandle, header: Buffer): Promise<ChecksummedReader | undefined> {
    const reader = new ChecksummedReader(handle, (await handle.stat()).size);
    const own = Buffer.alloc(header.length);
    return (await reader.fill(own)) && own.equals(header) ? reader : undefined;
  }

  /** The next record; undefined after the last one. */
  async next(): Promise<Buffer | undefined> {
    const length = await this.nextLength();
    if (length === 0) return undefined;
    if (length > this.size) throw new CorruptRecordError();
    const record = Buffer.alloc(length);
    await this.readRecord(record);
    return record;
  }

  /** Reads the next record into `bytes`, which have its length: large records need no second buffer. */
  async nextInto(bytes: Uint8Array): Promise<void> {
    if ((await this.nextLength()) !== bytes.length) throw new CorruptRecordError();
    await this.readRecord(bytes);
  }

  /** 0 at the end of the file. */
  private async nextLength(): Promise<number> {
    const length = Buffer.alloc(LENGTH_BYTES);
    if (!(await this.fill(length))) throw new CorruptRecordError();
    if (!length.equals(END)) return length.readUInt32LE();
    await this.checkDigest();
    if (await this.fill(Buffer.alloc(1))) throw new CorruptRecordError(); // bytes after the end
    return 0;
  }

  private async readRecord(record: Uint8Array): Promise<void> {
    if (!(await this.fill(record))) throw new CorruptRecordError();
    await this.checkDigest();
  }

  private async checkDigest(): Promise<void> {
    const own = this.hash.copy().digest();
    const stored = Buffer.alloc(own.length);
    if (!(await this.read(stored)) || !stored.equals(own)) throw new CorruptRecordError();
  }

  /** Fills bytes that the digest covers; false where the file ends before. */
  private async fill(bytes: Uint8Array): Promise<boolean> {
    const isFull = await this.read(bytes);
    this.hash.update(bytes);
    return isFull;
  }

  private async read(bytes: Uint8Array): Promise<boolean> {
    let at = 0;
    while (at < bytes.length) {
      const { bytesRead } = await this.handle.read(bytes, at, bytes.length - at);
      if (bytesRead === 0) return false;
      at += bytesRead;
    }
    return true;
  }
}
