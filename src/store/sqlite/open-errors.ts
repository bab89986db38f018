// Why a file cannot be the store: one sentence for each case, with what to do.
import type { DatabaseSync } from 'node:sqlite';
import { APPLICATION_ID } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';

const damaged = (file: string) =>
  `The state file ${file} is damaged; put a backup of it in its place, or move it away to start with an empty one.`;
const foreign = (file: string) =>
  `The state file ${file} is not a file of this program; name another file as STATE_PATH.`;
const notWritable = (file: string, code: string) =>
  `The state file ${file} cannot be written (${code}); make it and its folder writable, or name another file as STATE_PATH.`;
const notUsable = (file: string, why: string) =>
  `The state file ${file} cannot be used (${why}); correct this, or name another file as STATE_PATH.`;
export const notAFile = (file: string): string =>
  `The state file ${file} is a folder or a device; name a file as STATE_PATH.`;

const keepOn = 'what it keeps from now on is lost when it ends';
export const vanished = (file: string): string =>
  `The state file ${file} is gone while the program runs, and ${keepOn}; stop the program, put the file or a backup of it back, and start it again.`;
export const replaced = (file: string): string =>
  `The state file ${file} was replaced by another file while the program runs, and ${keepOn}; start the program again to use the new file.`;

/** The sentence on why an opened database cannot be used, or undefined. Only reads. */
export function refusalOf(database: DatabaseSync, file: string): string | undefined {
  // one statement reads one state of the file, even while another process migrates it
  const head = database
    .prepare(
      `SELECT application_id AS application, user_version AS version, (SELECT count(*) FROM sqlite_schema) AS tables
       FROM pragma_application_id, pragma_user_version`,
    )
    .get() as { application: number; version: number; tables: number };
  const empty = head.version === 0 && head.tables === 0;
  if (head.application !== APPLICATION_ID && !empty) return foreign(file);
  if (head.version > MIGRATIONS.length) {
    return (
      `The state file ${file} was written by a newer version of this program (file version ${head.version}, ` +
      `known up to ${MIGRATIONS.length}); update the program, or name another file as STATE_PATH.`
    );
  }
  const check = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  return check.quick_check === 'ok' ? undefined : damaged(file);
}

/** Primary result codes, see https://www.sqlite.org/rescode.html. */
const BUSY = 5;
const SQLITE_REASONS: Record<number, (file: string) => string> = {
  3: (file) => notWritable(file, 'SQLITE_PERM'),
  [BUSY]: (file) =>
    `The state file ${file} stayed locked by another program for too long; end that program, or name another file as STATE_PATH.`,
  8: (file) => notWritable(file, 'SQLITE_READONLY'),
  11: damaged,
  13: (file) => notUsable(file, 'the disk is full'),
  14: (file) => notWritable(file, 'SQLITE_CANTOPEN'),
  26: foreign,
};
const NOT_WRITABLE = ['EACCES', 'EPERM', 'EROFS'];
const SYSTEM_REASONS: Record<string, string> = {
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a part of its path is a file, not a folder',
  ENOENT: 'its folder cannot be made',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
  ERR_INVALID_ARG_VALUE: 'its name holds a character that no file can have',
};

/** Whether another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === BUSY;
}

/** The sentence for an error of opening; undefined where it is the program's error, not the file's. */
export function reasonOf(error: unknown, file: string): string | undefined {
  const result = primaryCode(error);
  if (result !== undefined)
    return SQLITE_REASONS[result]?.(file) ?? notUsable(file, (error as Error).message);
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  if (NOT_WRITABLE.includes(code)) return notWritable(file, code);
  const why = SYSTEM_REASONS[code] ?? ('syscall' in error ? code : undefined);
  return why && notUsable(file, why);
}

/** The lowest byte of SQLite's extended result code, or undefined for other errors. */
function primaryCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
}
