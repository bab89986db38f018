// A file of pieces, each sealed by a digest over all that stands before: nothing is made of bytes that are not as they were written.
import { createHash, type Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

/** A piece begins with its length. */
const LENGTH_BYTES = 4;
/** In the place of a piece's length: there is no other piece. */
const END = Buffer.alloc(LENGTH_BYTES);

/** Writes pieces one after the other. */
export class ChecksummedWriter {
  private readonly handle: FileHandle;
  private readonly hash = createHash('sha256');

  private constructor(handle: FileHandle) {
    this.handle = handle;
  }

  /** @param head the first bytes of the file */
  static async begin(handle: FileHandle, head: Buffer): Promise<ChecksummedWriter> {
    const writer = new ChecksummedWriter(handle);
    await writer.write(head);
    return writer;
  }

  /** Adds a piece, which is not empty. */
  async add(piece: Uint8Array): Promise<void> {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(piece.length);
    await this.write(length);
    await this.write(piece);
    await this.seal();
  }

  async end(): Promise<void> {
    await this.write(END);
    await this.seal();
    await this.handle.sync();
  }

  private async write(bytes: Uint8Array): Promise<void> {
    this.hash.update(bytes);
    await this.handle.writeFile(bytes);
  }

  private seal(): Promise<void> {
    return this.handle.writeFile(this.hash.copy().digest());
  }
}

/** The file is not as it was written. */
export class CorruptRecordError extends Error {}

/** Reads what a writer wrote. Throws `Damaged` where anything is otherwise. */
export class ChecksummedReader {
  private readonly handle: FileHandle;
  private readonly hash: Hash = createHash('sha256');
  private readonly size: number;

  private constructor(handle: FileHandle, size: number) {
    this.handle = handle;
    this.size = size;
  }

  /** Undefined where the file does not begin so. */
  static async begin(handle: FileHandle, head: Buffer): Promise<ChecksummedReader | undefined> {
    const reader = new ChecksummedReader(handle, (await handle.stat()).size);
    const own = Buffer.alloc(head.length);
    return (await reader.fill(own)) && own.equals(head) ? reader : undefined;
  }

  /** The next piece; undefined after the last one. */
  async next(): Promise<Buffer | undefined> {
    const length = await this.nextLength();
    if (length === 0) return undefined;
    if (length > this.size) throw new CorruptRecordError();
    const piece = Buffer.alloc(length);
    await this.take(piece);
    return piece;
  }

  /** Reads the next piece into `bytes`, which are just as many: large ones need no memory besides. */
  async nextInto(bytes: Uint8Array): Promise<void> {
    if ((await this.nextLength()) !== bytes.length) throw new CorruptRecordError();
    await this.take(bytes);
  }

  private async nextLength(): Promise<number> {
    const length = Buffer.alloc(LENGTH_BYTES);
    if (!(await this.fill(length))) throw new CorruptRecordError();
    if (!length.equals(END)) return length.readUInt32LE();
    await this.checkSeal();
    if (await this.fill(Buffer.alloc(1))) throw new CorruptRecordError(); // something stands behind the end
    return 0;
  }

  private async take(piece: Uint8Array): Promise<void> {
    if (!(await this.fill(piece))) throw new CorruptRecordError();
    await this.checkSeal();
  }

  private async checkSeal(): Promise<void> {
    const own = this.hash.copy().digest();
    const seal = Buffer.alloc(own.length);
    if (!(await this.read(seal)) || !seal.equals(own)) throw new CorruptRecordError();
  }

  /** Fills bytes that belong to the digest; false where the file ends before. */
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
