// Reads and writes files of the reports folder: never touches anything outside it, and no reader sees a
// half-written file.
import { createHash } from 'node:crypto';
import type { Dirent, Stats } from 'node:fs';
import path from 'node:path';
import { inTemporary, isLeftOver, OWN_FILE, OWN_FOLDER } from '../reports/index.ts';
import { codeOf, type Disk, ifThere } from './disk.ts';
import { collisionKey, numberedName } from './safe-name.ts';

export interface FolderFile {
  /** Its path within the folder, with forward slashes. */
  name: string;
  /** A hash of name, size and time of the last change; sixteen hexadecimal digits. */
  key: string;
  bytes: number;
  /** Milliseconds since 1970. */
  changedAt: number;
}

/** An entry with the same name, or one that would be the same file on some file systems. */
interface NameConflict {
  /** Its own path within the folder. */
  name: string;
  /** A file, no folder or link. */
  isFile: boolean;
}

const KEY_LENGTH = 16;
/** Files being written; earlier versions did not put the process id into the name. */
const TEMPORARY = /^\.[0-9a-f]{16}(?:\.\d+)?\.tmp$/;
const OLD_TEMPORARY = /^\.[0-9a-f]{16}\.tmp$/;
/** Errors of file systems without hard links. */
const NO_LINKS = /^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK|EXDEV)$/;

export class ReportsFolder {
  private readonly root: string;
  private readonly disk: Disk;

  constructor(root: string, disk: Disk) {
    this.root = root;
    this.disk = disk;
  }

  /** All files of the folder and its subfolders, by name, without hidden ones and links. */
  async list(): Promise<FolderFile[]> {
    const names = await this.namesIn('');
    const files = await Promise.all(names.map((name) => this.describe(name)));
    return files.filter((file) => file !== undefined).sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** Empty for a subfolder that cannot be read. */
  private entriesOf(folder: string): Promise<Dirent[]> {
    return this.disk
      .readdir(path.join(this.root, folder), { withFileTypes: true })
      .catch((error: unknown) => {
        if (folder === '' && codeOf(error) !== 'ENOENT') throw error;
        return [];
      });
  }

  private async namesIn(folder: string): Promise<string[]> {
    const entries = await this.entriesOf(folder);
    const visible = entries.filter(({ name }) => !name.startsWith('.'));
    const names = visible.map((entry) => {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return this.namesIn(name);
      return entry.isFile() ? [name] : [];
    });
    return (await Promise.all(names)).flat();
  }

  /** The existing collection of this name, or a new one; undefined where a file has the name. */
  async collection(wanted: string): Promise<{ name: string; isNew: boolean } | undefined> {
    const existing = await this.conflictWith(wanted);
    if (!existing) return { name: wanted, isNew: true };
    return (await this.isFolder(existing.name)) ? { name: existing.name, isNew: false } : undefined;
  }

  async collections(): Promise<string[]> {
    const entries = (await ifThere(this.disk.readdir(this.root, { withFileTypes: true }))) ?? [];
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  }

  /** The entry that has this name in any case and Unicode form. */
  async conflictWith(name: string): Promise<NameConflict | undefined> {
    const parent = path.posix.dirname(name);
    const wanted = collisionKey(path.posix.basename(name));
    const entries = await ifThere(this.disk.readdir(this.pathOf(parent), { withFileTypes: true }));
    const found =
      entries?.find((entry) => entry.name === path.posix.basename(name)) ??
      entries?.find((entry) => collisionKey(entry.name) === wanted);
    return found && { name: path.posix.join(parent, found.name), isFile: found.isFile() };
  }

  /** The name itself, or the first with a number that nothing has yet. */
  async freeName(name: string): Promise<string> {
    const parent = path.posix.dirname(name);
    const own = path.posix.basename(name);
    let free = own;
    for (let number = 2; await this.conflictWith(path.posix.join(parent, free)); number++)
      free = numberedName(own, number);
    return path.posix.join(parent, free);
  }

  /**
   * Copies a file that is there. Fails where another file, or a link to one, took its place before or
   * meanwhile.
   */
  async copy(name: string, to: string): Promise<void> {
    await this.checkFolders(name);
    const from = this.pathOf(name);
    const before = await this.disk.lstat(from);
    if (!before.isFile()) throw new Error(`${name} is no file`);
    await this.disk.copyFile(from, to);
    const after = await this.disk.lstat(from);
    await this.checkFolders(name);
    if (!isSame(before, after)) throw new Error(`${name} changed while it was copied`);
  }

  /** Removes half-written files of a killed process. */
  async tidy(): Promise<void> {
    await this.tidyUnder('');
  }

  private async tidyUnder(folder: string): Promise<void> {
    const entries = await this.entriesOf(folder);
    for (const entry of entries) {
      const name = path.posix.join(folder, entry.name);
      const absolute = path.join(this.root, name);
      if (entry.isDirectory() && !entry.name.startsWith('.')) await this.tidyUnder(name);
      else if (
        entry.isFile() &&
        TEMPORARY.test(entry.name) &&
        (OLD_TEMPORARY.test(entry.name) || isLeftOver(absolute))
      )
        await ifThere(this.disk.unlink(absolute));
    }
  }

  /**
   * Writes a file atomically.
   * @param options.replace whether it replaces a file of that name
   * @param options.id makes the temporary name unique
   * @returns false where the name is taken and must not be replaced
   */
  async write(
    name: string,
    bytes: Uint8Array,
    { replace, id }: { replace: boolean; id: string },
  ): Promise<boolean> {
    await this.checkFolders(name);
    const target = this.pathOf(name);
    await this.disk.mkdir(path.dirname(target), { recursive: true, mode: OWN_FOLDER });
    return inTemporary(path.join(path.dirname(target), `.${id}`), (temporary) =>
      this.writeThrough(temporary, name, bytes, replace),
    );
  }

  private async writeThrough(
    temporary: string,
    name: string,
    bytes: Uint8Array,
    replace: boolean,
  ): Promise<boolean> {
    const target = this.pathOf(name);
    try {
      await ifThere(this.disk.unlink(temporary));
      // `wx` never writes through a link
      await this.disk.writeFile(temporary, bytes, { mode: OWN_FILE, flag: 'wx' });
      if (replace || (await this.conflictWith(name)) === undefined) {
        if (replace) await this.disk.rename(temporary, target);
        else await this.moveToFree(temporary, target);
        return true;
      }
      return false;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    } finally {
      await ifThere(this.disk.unlink(temporary));
    }
  }

  async remove(name: string): Promise<void> {
    await this.checkFolders(name);
    await this.disk.unlink(this.pathOf(name));
  }

  /** A link fails where a file appeared at the last moment; a rename would replace it. */
  private async moveToFree(from: string, to: string): Promise<void> {
    try {
      await this.disk.link(from, to);
    } catch (error) {
      if (!NO_LINKS.test(codeOf(error) ?? '')) throw error;
      await this.disk.rename(from, to);
    }
  }

  private async describe(name: string): Promise<FolderFile | undefined> {
    const stat = await ifThere(this.disk.lstat(path.join(this.root, name)));
    if (!stat) return undefined;
    const { size: bytes, mtimeMs: changedAt } = stat;
    const key = createHash('sha256').update(`${name}\0${bytes}\0${changedAt}`).digest('hex');
    return { name, key: key.slice(0, KEY_LENGTH), bytes, changedAt };
  }

  private async isFolder(name: string): Promise<boolean> {
    return (await ifThere(this.disk.lstat(this.pathOf(name))))?.isDirectory() === true;
  }

  /** Throws where a folder of the path is a link: it could lead out of the reports folder. */
  private async checkFolders(name: string): Promise<void> {
    const folders = path.posix.dirname(name).split('/');
    for (let depth = 1; depth <= folders.length; depth++) {
      const folder = folders.slice(0, depth).join('/');
      const stat = folder === '.' ? undefined : await ifThere(this.disk.lstat(this.pathOf(folder)));
      if (stat && !stat.isDirectory()) throw new Error(`${folder} is no folder within the reports folder`);
    }
  }

  private pathOf(name: string): string {
    const parts = name === '.' ? [] : name.split('/');
    if (parts.some((part) => /^\.{0,2}$|\0/.test(part) || part.includes(path.sep)))
      throw new Error(`not a name within the reports folder: ${JSON.stringify(name)}`);
    return path.join(this.root, ...parts);
  }
}

/** The same file, unchanged: `ctime` changes even where it is moved away and back. */
const isSame = (one: Stats, other: Stats): boolean =>
  one.dev === other.dev && one.ino === other.ino && one.size === other.size && one.ctimeMs === other.ctimeMs;
