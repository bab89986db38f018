// Where a name in the reports folder leads. Promise: no file is opened outside the folder, in another
// collection than its name says, or under a hidden name, whatever links are on the path and whenever they
// change. Hard links cannot be distinguished from the file.
import type { BigIntStats } from 'node:fs';
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { collectionOf } from './collection.ts';
import type { ReadFailure } from './warning.ts';

/** Hidden files and those that systems and office programs leave behind: skipped without a warning. */
export const IGNORED_NAMES = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** A path without links, or why it is not read. */
type ResolvedPath = { ok: true; path: string } | { ok: false; why: ReadFailure };

/**
 * Follows all links of a name. Rejects with the system's error for a broken link.
 * @param root the reports folder, without links
 * @param name relative to it, with forward slashes
 */
export async function resolveLinks(root: string, name: string): Promise<ResolvedPath> {
  const real = await fs.realpath(path.join(root, name));
  const to = forbiddenTarget(path.relative(root, real).split(path.sep), name);
  return to ? { ok: false, why: { kind: 'linked-file', to } } : { ok: true, path: real };
}

/** Why a resolved path must not be read; undefined where it may. */
function forbiddenTarget(
  steps: string[],
  name: string,
): Extract<ReadFailure, { kind: 'linked-file' }>['to'] | undefined {
  const real = steps.join('/');
  if (steps[0] === '..' || path.isAbsolute(real)) return 'outside';
  if (steps.some((step) => IGNORED_NAMES.test(step))) return 'hidden';
  return collectionOf(real) === collectionOf(name) ? undefined : 'other-collection';
}

/** A file that is open for reading, with its status. */
type OpenedFile =
  | { ok: true; handle: FileHandle; stat: BigIntStats }
  | { ok: false; why: ReadFailure }
  /** The file was replaced meanwhile. */
  | { ok: false; why?: undefined };

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs.constants; // Windows has only the first
/** O_NONBLOCK: a pipe that replaces the file at the last moment does not block the program. */
const FOR_READING = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

/**
 * Opens a file of the reports folder, then resolves its name once more and compares: a link that changes in
 * between cannot lead elsewhere. Rejects with the system's error.
 */
export async function openWithin(directory: string, name: string): Promise<OpenedFile> {
  const root = await fs.realpath(directory);
  const resolved = await resolveLinks(root, name);
  if (!resolved.ok) return resolved;
  const listed = await fs.lstat(resolved.path);
  if (listed.isDirectory()) return { ok: false, why: { kind: 'unopened', code: 'EISDIR' } };
  // opening a device may have effects
  if (!listed.isFile()) return { ok: false, why: { kind: 'no-ordinary-file' } };
  const handle = await fs.open(resolved.path, FOR_READING);
  try {
    const stat = await handle.stat({ bigint: true });
    if (stat.isFile() && (await isStillSame(stat, root, name))) return { ok: true, handle, stat };
    await handle.close();
    return { ok: false };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function isStillSame({ dev, ino }: BigIntStats, root: string, name: string): Promise<boolean> {
  const resolved = await resolveLinks(root, name);
  if (!resolved.ok) return false;
  const current = await fs.lstat(resolved.path, { bigint: true });
  return current.dev === dev && current.ino === ino;
}

/** Bytes that are read, and passed to `take`, at a time. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * The first bytes of an open file, at most `maxBytes`.
 * @param take receives them in chunks; other work runs in between
 */
export async function firstBytes(
  handle: FileHandle,
  maxBytes: number,
  take: (chunk: Uint8Array) => void = () => {},
): Promise<Uint8Array> {
  const bytes = new Uint8Array(maxBytes);
  let length = 0;
  while (length < maxBytes) {
    const { bytesRead } = await handle.read(bytes, length, Math.min(CHUNK_BYTES, maxBytes - length), length);
    if (bytesRead === 0) break;
    take(bytes.subarray(length, length + bytesRead));
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}
