// Lists the files of the reports folder: names, sizes, times. Opens none of them.
import type { Dirent, Stats } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { READABLE_EXTENSIONS, readerFor } from './formats/index.ts';
import { IGNORED_NAMES, resolveLinks } from './real-path.ts';
import { type FileWarning, type ReadFailure, skipped } from './warning.ts';

/** A file with a supported extension. */
export interface ListedFile {
  /** Path relative to the folder, with forward slashes. */
  name: string;
  /** In bytes. */
  size: number;
  /** When the content last changed, in milliseconds since 1970. */
  modifiedMs: number;
}

/** The files of a folder, or one sentence why it cannot be listed. */
export type FolderListing =
  | {
      ok: true;
      files: ListedFile[];
      warnings: FileWarning[];
      /**
       * Subfolders that could not be listed and files without a readable status: their present state is
       * unknown.
       */
      unseen?: string[];
    }
  | { ok: false; reason: string };

type ExaminedEntry = { file: ListedFile } | { warning: FileWarning } | undefined;

/**
 * Lists the files of a folder and its subfolders by name. Skips hidden files, does not follow links to
 * folders, and follows links to files only within the folder and their collection. The folder itself may be a
 * link.
 * @param withPictures whether pictures are files to be read
 */
export async function listFolder(directory: string, withPictures = false): Promise<FolderListing> {
  try {
    const stat = await fs.stat(directory);
    if (!stat.isDirectory())
      return {
        ok: false,
        reason: `The reports folder ${directory} is a file; name the folder that holds it.`,
      };
    const root = await fs.realpath(directory);
    const found: FolderWalk = { entries: [], unseen: [] };
    await walk(root, '', found);
    found.entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const entries = await Promise.all(found.entries.map((each) => examine(root, each, withPictures)));
    const unseen = [...found.unseen.map(({ folder }) => folder), ...entries.flatMap(unseenIn)];
    return {
      ok: true,
      files: entries.flatMap((entry) => (entry && 'file' in entry ? [entry.file] : [])),
      warnings: [
        ...found.unseen.map(({ folder, why }) => skipped(`${folder}/`, why)),
        ...entries.flatMap((entry) => (entry && 'warning' in entry ? [entry.warning] : [])),
      ],
      ...(unseen.length > 0 ? { unseen } : {}),
    };
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      return { ok: false, reason: `The reports folder ${directory} does not exist.` };
    return { ok: false, reason: `The reports folder ${directory} cannot be opened (${reasonOf(error)}).` };
  }
}

interface FoundEntry {
  name: string;
  entry: Dirent;
}

/** What a walk through a folder has found so far. */
interface FolderWalk {
  entries: FoundEntry[];
  /** Subfolders that could not be listed, with the reason. */
  unseen: { folder: string; why: ReadFailure }[];
}

/** Occurs in names that are not UTF-8; such a name cannot be opened. */
const UNDECODABLE = '\ufffd';

/**
 * Walks through a folder and its subfolders. An error in a subfolder skips only that subfolder; one in the
 * root is thrown.
 */
async function walk(root: string, folder: string, found: FolderWalk): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await fs.readdir(path.join(root, folder), { withFileTypes: true });
    if (!(await isFolderItself(path.join(root, folder)))) return; // replaced by a link meanwhile
  } catch (error) {
    if (folder === '') throw error;
    if (folder.includes(UNDECODABLE)) found.unseen.push({ folder, why: { kind: 'undecodable-name' } });
    else if (codeOf(error) !== 'ENOENT')
      found.unseen.push({ folder, why: { kind: 'unopened', code: reasonOf(error) } });
    return; // otherwise it was removed meanwhile
  }
  for (const entry of entries) {
    if (IGNORED_NAMES.test(entry.name)) continue;
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) await walk(root, name, found);
    else if (entry.isFile() || entry.isSymbolicLink()) found.entries.push({ name, entry });
  }
}

/** False if a link is on the path. Systems may return the name in another Unicode form. */
const isFolderItself = async (folder: string): Promise<boolean> =>
  (await fs.realpath(folder)).normalize('NFC') === folder.normalize('NFC');

export const UNKNOWN_ENDING: ReadFailure = { kind: 'unknown-ending', readable: READABLE_EXTENSIONS };

function reasonAgainstName(name: string, withPictures: boolean): ReadFailure | undefined {
  const format = readerFor(name)?.name;
  if (format === 'picture' && !withPictures) return { kind: 'picture' };
  return format === undefined ? UNKNOWN_ENDING : undefined;
}

async function examine(
  root: string,
  { name, entry }: FoundEntry,
  withPictures: boolean,
): Promise<ExaminedEntry> {
  const isLink = entry.isSymbolicLink();
  const skip = (why: ReadFailure) => ({ warning: skipped(name, why) });
  const unread = reasonAgainstName(name, withPictures);
  if (unread && !isLink) return skip(unread);
  if (name.includes(UNDECODABLE)) return skip({ kind: 'undecodable-name' });
  try {
    const stat = await fs.stat(path.join(root, name));
    if (stat.isDirectory()) return skip({ kind: 'linked-folder' });
    if (unread) return skip(unread);
    if (!stat.isFile()) return skip({ kind: 'no-ordinary-file' });
    const resolved = isLink ? await resolveLinks(root, name) : undefined;
    if (resolved && !resolved.ok) return skip(resolved.why);
    return { file: { name, size: stat.size, modifiedMs: modifiedMsOf(stat) } };
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && !isLink) return undefined; // removed meanwhile
    return skip({ kind: 'unopened', code: reasonOf(error) });
  }
}

/** Whether a name is one of some files, or is in one of some folders. */
export const isAmong = (name: string, unseen: readonly string[] = []): boolean =>
  unseen.some((each) => name === each || name.startsWith(`${each}/`));

/** Links to nothing or in a circle count as missing. */
const BROKEN_LINK = /^(?:ENOENT|ENOTDIR|ELOOP)$/;

/** The file whose status could not be read. */
function unseenIn(entry: ExaminedEntry): string[] {
  if (!entry || !('warning' in entry) || entry.warning.warning.kind !== 'skipped') return [];
  const { why } = entry.warning.warning;
  return why.kind === 'unopened' && !BROKEN_LINK.test(why.code) ? [entry.warning.file] : [];
}

/** The later of content and status change: a file moved into place keeps its own modification time. */
export const modifiedMsOf = ({ mtimeMs, ctimeMs }: Pick<Stats, 'mtimeMs' | 'ctimeMs'>): number =>
  Math.max(mtimeMs, ctimeMs);

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** Why something could not be opened: the system's error code, or else the message. */
export const reasonOf = (error: unknown): string =>
  codeOf(error) ?? (error instanceof Error ? error.message : String(error));
