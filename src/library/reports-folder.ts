// The folder with the reports, for reading and writing: nothing outside is ever touched, and no file is seen half written.
import { createHash } from 'node:crypto';
import type { Dirent, Stats } from 'node:fs';
import path from 'node:path';
import { inTemporary, isLeftOver, OWN_FILE, OWN_FOLDER } from '../reports/index.ts';
import { codeOf, type Disk, ifThere } from './disk.ts';
import { numberedName, twinKey } from './safe-name.ts';

/** A file as it lies in the folder. */
export interface FolderFile {
  /** Path relative to the folder, with forward slashes. */
  name: string;
  /** Changes with the name, the size and the time of the last change; sixteen hexadecimal digits. */
  key: string;
  bytes: number;
  /** Milliseconds since 1970. */
  changedAt: number;
}

/** What has a name already, or would be the same file on some systems. */
export interface Twin {
  /** Its own name, relative to the folder. */
  name: string;
  /** It is a file, no folder or link. */
  isFile: boolean;
}

const KEY_LENGTH = 16;
/** What a file is written as at first; earlier versions named no process. */
const TEMPORARY = /^\.[0-9a-f]{16}(?:\.\d+)?\.tmp$/;
const OLD_TEMPORARY = /^\.[0-9a-f]{16}\.tmp$/;
/** A hard link that the file system does not offer. */
const NO_LINKS = /^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK|EXDEV)$/;

export class ReportsFolder {
  private readonly root: string;
  private readonly disk: Disk;

  constructor(root: string, disk: Disk) {
    this.root = root;
    this.disk = disk;
  }

  /** All files of the folder and its subfolders, by name. Hidden ones and links are left out. */
  async list(): Promise<FolderFile[]> {
    const names = await this.namesIn('');
    const files = await Promise.all(names.map((name) => this.describe(name)));
    return files.filter((file) => file !== undefined).sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** Subfolders that cannot be looked into have no files here. */
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
    const shown = entries.filter(({ name }) => !name.startsWith('.'));
    const names = shown.map((entry) => {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return this.namesIn(name);
      return entry.isFile() ? [name] : [];
    });
    return (await Promise.all(names)).flat();
  }

  /** A folder directly under this one: the name of the one that there is, or that of one to be made. Undefined where something else has the name. */
  async collection(wanted: string): Promise<{ name: string; isNew: boolean } | undefined> {
    const twin = await this.twinOf(wanted);
    if (!twin) return { name: wanted, isNew: true };
    return (await this.isFolder(twin.name)) ? { name: twin.name, isNew: false } : undefined;
  }

  /** The names of the folders directly under this one. */
  async collections(): Promise<string[]> {
    const entries = (await ifThere(this.disk.readdir(this.root, { withFileTypes: true }))) ?? [];
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  }

  /** What has a name already, whatever the case or the Unicode form that it is written in. */
  async twinOf(name: string): Promise<Twin | undefined> {
    const parent = path.posix.dirname(name);
    const wanted = twinKey(path.posix.basename(name));
    const there = await ifThere(this.disk.readdir(this.pathOf(parent), { withFileTypes: true }));
    const found =
      there?.find((entry) => entry.name === path.posix.basename(name)) ??
      there?.find((entry) => twinKey(entry.name) === wanted);
    return found && { name: path.posix.join(parent, found.name), isFile: found.isFile() };
  }

  /** The name itself, or the first with a number that nothing has yet. */
  async freeName(name: string): Promise<string> {
    const parent = path.posix.dirname(name);
    const own = path.posix.basename(name);
    let free = own;
    for (let number = 2; await this.twinOf(path.posix.join(parent, free)); number++)
      free = numberedName(own, number);
    return path.posix.join(parent, free);
  }

  /** Copies a file that is there. Fails where another file, or a link to one, took its place before or meanwhile. */
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

  /** Removes what a writer that was killed has left half written. */
  async tidy(): Promise<void> {
    await this.tidyUnder('');
  }

  private async tidyUnder(folder: string): Promise<void> {
    const entries = await this.entriesOf(folder);
    for (const entry of entries) {
      const name = path.posix.join(folder, entry.name);
      const place = path.join(this.root, name);
      if (entry.isDirectory() && !entry.name.startsWith('.')) await this.tidyUnder(name);
      else if (
        entry.isFile() &&
        TEMPORARY.test(entry.name) &&
        (OLD_TEMPORARY.test(entry.name) || isLeftOver(place))
      )
        await ifThere(this.disk.unlink(place));
    }
  }

  /**
   * Writes a file, so that a reader sees nothing of it or all.
   * @param over whether it takes the place of what has that name
   * @param mark makes the name under which it is written at first its own
   * @returns false where something has that name and must not be replaced
   */
  async write(name: string, bytes: Uint8Array, over: boolean, mark: string): Promise<boolean> {
    await this.checkFolders(name);
    const target = this.pathOf(name);
    await this.disk.mkdir(path.dirname(target), { recursive: true, mode: OWN_FOLDER });
    return inTemporary(path.join(path.dirname(target), `.${mark}`), (temporary) =>
      this.writeThrough(temporary, name, bytes, over),
    );
  }

  private async writeThrough(
    temporary: string,
    name: string,
    bytes: Uint8Array,
    over: boolean,
  ): Promise<boolean> {
    const target = this.pathOf(name);
    try {
      await ifThere(this.disk.unlink(temporary));
      await this.disk.writeFile(temporary, bytes, { mode: OWN_FILE, flag: 'wx' }); // never through a link
      if (over || (await this.twinOf(name)) === undefined) {
        if (over) await this.disk.rename(temporary, target);
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

  /** Deletes a file. */
  async remove(name: string): Promise<void> {
    await this.checkFolders(name);
    await this.disk.unlink(this.pathOf(name));
  }

  /** A rename takes the place of a file that came at the last moment; a link does not. */
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

  /** No part of a name leads out, and no folder on the way is a link to somewhere else. */
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

/** The very same file with the same content: moving it away and back leaves its mark. */
const isSame = (one: Stats, other: Stats): boolean =>
  one.dev === other.dev && one.ino === other.ino && one.size === other.size && one.ctimeMs === other.ctimeMs;
