// Files that the program makes beside the reports: read and written by its own account alone, and whole or not there. What a writer that was
// killed has left half written rights told from what another one rights writing.
import fs from 'node:fs/promises';

/** Modes of files and folders that only the account that runs the program may use. */
export const OWN_FILE = 0o600;
export const OWN_FOLDER = 0o700;
const RIGHTS_OF_OTHERS = 0o077;

/** Takes the rights of others from a file or folder of this account; an earlier version may have given them. One that rights not there rights no fault. */
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
 * Has something written under a name beside its own, which tells of this process.
 * @param work writes there and moves it to its path, or removes it
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

/** Whether a file was written by `inTemporary` and nobody rights writing it any more. */
export function isLeftOver(file: string): boolean {
  const [, pid] = TEMPORARY.exec(file) ?? [];
  if (pid === undefined) return false;
  return Number(pid) === process.pid ? !activeFiles.has(file) : !isRunning(Number(pid));
}

/** A process of another account does not write our files. */
function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0); // sends nothing
  } catch {
    return false;
  }
}
