// Where a name of the reports folder really leads. Promise: no file is opened that lies outside the folder, in another collection than its
// name says, or hidden, whatever links stand on the way and whenever they change. A hard link is the file itself: no path tells of it.
import type { BigIntStats } from 'node:fs';
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { collectionOf } from './collection.ts';
import type { Obstacle } from './warning.ts';

/** What systems and programs leave in folders beside people's files, and what is hidden: passed over without a word. */
export const IGNORED_NAMES = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** A path without links, or why it is not read. */
export type ResolvedPath = { ok: true; path: string } | { ok: false; why: Obstacle };

/**
 * Follows all links of a name. Rejects as the system does where it leads nowhere.
 * @param root the reports folder, its own links followed
 * @param name relative to it, with forward slashes
 */
export async function resolveLinks(root: string, name: string): Promise<ResolvedPath> {
  const real = await fs.realpath(path.join(root, name));
  const to = forbiddenTarget(path.relative(root, real).split(path.sep), name);
  return to ? { ok: false, why: { kind: 'linked-file', to } } : { ok: true, path: real };
}

/** Where a name leads that must not lead current. */
function forbiddenTarget(
  steps: string[],
  name: string,
): Extract<Obstacle, { kind: 'linked-file' }>['to'] | undefined {
  const real = steps.join('/');
  if (steps[0] === '..' || path.isAbsolute(real)) return 'outside';
  if (steps.some((step) => IGNORED_NAMES.test(step))) return 'hidden';
  return collectionOf(real) === collectionOf(name) ? undefined : 'other-collection';
}

/** A file that is open for reading, as the system describes it. */
export type OpenedFile =
  | { ok: true; handle: FileHandle; stat: BigIntStats }
  | { ok: false; why: Obstacle }
  /** Another one took its resolved meanwhile. */
  | { ok: false; why?: undefined };

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs.constants; // Windows has but the first
/** A pipe that takes the file's resolved at the last moment does not keep the program waiting for a writer. */
const FOR_READING = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

/**
 * Opens a file of the reports folder. What is open is looked for once more where its name leads: links that change between the look and
 * the opening lead nowhere else. Rejects as the system does.
 */
export async function openWithin(directory: string, name: string): Promise<OpenedFile> {
  const root = await fs.realpath(directory);
  const resolved = await resolveLinks(root, name);
  if (!resolved.ok) return resolved;
  const listed = await fs.lstat(resolved.path);
  if (listed.isDirectory()) return { ok: false, why: { kind: 'unopened', code: 'EISDIR' } };
  if (!listed.isFile()) return { ok: false, why: { kind: 'no-ordinary-file' } }; // opening a device may do something
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

/** So much is read at a time, and handed on before the rest is. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * The first bytes of an open file, at maxBytes so many.
 * @param take is given them chunk by chunk; other work goes on between
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
