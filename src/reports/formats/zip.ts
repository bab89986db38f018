// The directory of a ZIP container, and whether it is safe to unpack. Nothing is unpacked before its size is
// checked.
import { inflateRawSync } from 'node:zlib';
import type { ReadFailure } from '../warning.ts';

/** An entry of the central directory as it declares itself. Sizes in bytes. */
interface ZipEntry {
  name: string;
  encrypted: boolean;
  method: number;
  packedSize: number;
  size: number;
  /** Offset of its local header. */
  at: number;
}

// APPNOTE.TXT 6.3.10, sections 4.3.12, 4.3.16 and 4.3.7
const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const DIRECTORY_SIGNATURE = 0x02014b50;
const DIRECTORY_LENGTH = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const DEFLATED = 8;
const STORED = 0;

/** The central directory; undefined where it is damaged. */
export function zipEntries(bytes: Buffer): ZipEntry[] | undefined {
  const end = endOfDirectory(bytes);
  if (end === undefined) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + DIRECTORY_LENGTH > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_SIGNATURE)
      return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) !== 0,
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += DIRECTORY_LENGTH + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOfDirectory(bytes: Buffer): number | undefined {
  const earliest = Math.max(0, bytes.length - END_LENGTH - MAX_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= earliest; at--)
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
  return undefined;
}

const MAX_ENTRIES = 10_000;
/** A Word file of 2,000 pages unpacks to some 30 MB of text parts. */
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;

/**
 * Why a container must not be unpacked: too much content, a password, or wrong sizes.
 * @param needed the entries that the reader will unpack; others (pictures) are only counted
 */
export function reasonAgainstUnpacking(
  bytes: Buffer,
  needed: (name: string) => boolean,
): ReadFailure | undefined {
  const entries = zipEntries(bytes);
  if (!entries) return { kind: 'damaged-directory' };
  if (entries.length > MAX_ENTRIES) return { kind: 'too-many-parts', max: MAX_ENTRIES };
  const parts = entries.filter(({ name }) => needed(name));
  if (parts.some(({ encrypted }) => encrypted)) return { kind: 'password' };
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  if (total > MAX_UNPACKED_BYTES) return TOO_MUCH;
  for (const part of parts) {
    const fault = faultOf(bytes, part);
    if (fault) return fault;
  }
  return undefined;
}

const TOO_MUCH: ReadFailure = { kind: 'unpacks-to-too-much', megabytes: MAX_UNPACKED_BYTES / 1024 / 1024 };

/** Unpacks an entry up to its declared size, so that a wrong size shows before it costs memory. */
function faultOf(bytes: Buffer, entry: ZipEntry): ReadFailure | undefined {
  const damaged: ReadFailure = { kind: 'damaged-part', part: entry.name };
  try {
    return unpacked(bytes, entry) ? undefined : damaged;
  } catch (error) {
    const grows = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return grows ? { kind: 'unpacks-to-more-than-declared' } : damaged;
  }
}

/** Undefined where the local header is invalid. Throws zlib's errors. */
function unpacked(bytes: Buffer, { at, method, packedSize, size }: ZipEntry): Buffer | undefined {
  if (at + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(at) !== LOCAL_SIGNATURE) return undefined;
  const start = at + LOCAL_LENGTH + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(start, start + packedSize);
  if (method === STORED) return packed.length === size ? packed : undefined;
  if (method !== DEFLATED) return undefined;
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
}

/** The text of an entry of a container that is safe to unpack; undefined where there is no such entry. */
export function entryText(bytes: Buffer, name: string): string | undefined {
  const entry = zipEntries(bytes)?.find((each) => each.name === name);
  return entry && unpacked(bytes, entry)?.toString('utf8');
}

/** The texts of the entries of a container that is safe to unpack, by their names in any case. */
export function entryTexts(bytes: Buffer): (name: string) => string | undefined {
  const entries = new Map(zipEntries(bytes)?.map((entry) => [entry.name.toLowerCase(), entry]));
  return (name) => {
    const entry = entries.get(name.toLowerCase());
    return entry && unpacked(bytes, entry)?.toString('utf8');
  };
}
