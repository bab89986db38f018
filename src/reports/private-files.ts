// Files that the program writes beside the reports: accessible to its own account only, and written
// atomically. Leftovers of a killed writer are distinguished from files that are being written.
import fs from 'node:fs/promises';

/** Modes of files and folders that only the program's account may use. */
export const OWN_FILE = 0o600;
export const OWN_FOLDER = 0o700;
const RIGHTS_OF_OTHERS = 0o077;

/**
 * Removes the rights of others from a file or folder of this account, which an earlier version may have
 * granted. A missing file is no error.
 */
export async function makePrivate(path: string): Promise<void> {
  try {
    const stat = await fs.lstat(path);
    const rights = stat.mode & (OWN_FOLDER | RIGHTS_OF_OTHERS);
    if (stat.isSymbolicLink() || stat.uid !== process.getuid?.()) return;
    if ((rights & RIGHTS_OF_OTHERS) !== 0) await fs.chmod(path, rights & OWN_FOLDER);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

const activeFiles = new Set<string>();

/**
 * Passes a temporary name that contains the process id.
 * @param work writes the temporary file and moves it into place, or removes it
 */
export async function inTemporary<Result>(
  file: string,
  work: (temporary: string) => Promise<Result>,
): Promise<Result> {
  const temporary = `${file}.${process.pid}.tmp`;
  activeFiles.add(temporary);
  try {
    return await work(temporary);
  } finally {
    activeFiles.delete(temporary);
  }
}

const TEMPORARY = /\.(\d+)\.tmp$/;

/** Whether a temporary file of `inTemporary` has lost its writer. */
export function isLeftOver(file: string): boolean {
  const [, pid] = TEMPORARY.exec(file) ?? [];
  if (pid === undefined) return false;
  return Number(pid) === process.pid ? !activeFiles.has(file) : !isRunning(Number(pid));
}

/** A process of another account does not write our files. */
function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0); // signal 0 only tests whether the process exists
  } catch {
    return false;
  }
}
