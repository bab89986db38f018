// The files of the reports folder as the system lists them: names, sizes, times. Nothing is opened.
import type { Dirent } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { READABLE_EXTENSIONS, readerFor } from './formats/index.ts';
import { type FileWarning, type Obstacle, skipped } from './warning.ts';

/** A file that can be read, as it lies in the folder. */
export interface ListedFile {
  /** Path relative to the folder, with forward slashes. */
  name: string;
  /** In bytes. */
  size: number;
  /** When its content was last changed, in milliseconds since 1970. */
  modifiedMs: number;
}

/** What a folder holds, or one sentence why it cannot be looked into. */
export type Listing =
  | { ok: true; files: ListedFile[]; warnings: FileWarning[] }
  | { ok: false; reason: string };

type Entry = { file: ListedFile } | { warning: FileWarning } | undefined;

/** Lists the files of a folder and its subfolders by name. Hidden files are passed over, links to folders not followed. */
export async function listFolder(directory: string): Promise<Listing> {
  try {
    const stat = await fs.stat(directory);
    if (!stat.isDirectory())
      return {
        ok: false,
        reason: `The reports folder ${directory} is a file; name the folder that holds it.`,
      };
    const entries = await Promise.all((await namesIn(directory)).map((each) => lookAt(directory, each)));
    return {
      ok: true,
      files: entries.flatMap((entry) => (entry && 'file' in entry ? [entry.file] : [])),
      warnings: entries.flatMap((entry) => (entry && 'warning' in entry ? [entry.warning] : [])),
    };
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      return { ok: false, reason: `The reports folder ${directory} does not exist.` };
    return { ok: false, reason: `The reports folder ${directory} cannot be opened (${reasonOf(error)}).` };
  }
}

interface NamedEntry {
  name: string;
  entry: Dirent;
}

async function namesIn(directory: string): Promise<NamedEntry[]> {
  const entries = await fs.readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => {
      const name = path.relative(directory, path.join(entry.parentPath, entry.name));
      return { name: name.split(path.sep).join('/'), entry };
    })
    .filter(({ name }) => !name.split('/').some((part) => part.startsWith('.')))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Its ending is not one of those that are read. */
export const UNKNOWN_ENDING: Obstacle = { kind: 'unknown-ending', readable: READABLE_EXTENSIONS };

async function lookAt(directory: string, { name, entry }: NamedEntry): Promise<Entry> {
  const isLink = entry.isSymbolicLink();
  const not = (why: Obstacle) => ({ warning: skipped(name, why) });
  if (!readerFor(name) && !isLink) return not(UNKNOWN_ENDING);
  try {
    const stat = await fs.stat(path.join(directory, name));
    if (stat.isDirectory()) return not({ kind: 'linked-folder' });
    if (!readerFor(name)) return not(UNKNOWN_ENDING);
    if (!stat.isFile()) return not({ kind: 'no-ordinary-file' });
    return { file: { name, size: stat.size, modifiedMs: stat.mtimeMs } };
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && !isLink) return undefined; // it went away while we looked
    return not({ kind: 'unopened', code: reasonOf(error) });
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** Why something could not be opened: the system's code where there is one. */
export const reasonOf = (error: unknown): string =>
  codeOf(error) ?? (error instanceof Error ? error.message : String(error));
