// The file system as this room uses it, and which of its errors are expected outcomes.
import type fs from 'node:fs/promises';

/** The part of `node:fs/promises` that is used; passed in, so that a test can simulate a full disk. */
export type Disk = Pick<
  typeof fs,
  | 'readFile'
  | 'writeFile'
  | 'copyFile'
  | 'chmod'
  | 'rename'
  | 'link'
  | 'unlink'
  | 'mkdir'
  | 'readdir'
  | 'lstat'
>;

/** Why a file could not be written: no space, or no permission. */
export type WriteFailure = 'full' | 'forbidden';

const WRITE_FAILURES: Record<string, WriteFailure> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
};

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** The write failure that an error of the file system means; undefined for any other error. */
export const writeFailureOf = (error: unknown): WriteFailure | undefined =>
  WRITE_FAILURES[codeOf(error) ?? ''];

/** Undefined where there is no such file. */
export async function ifThere<Result>(result: Promise<Result>): Promise<Result | undefined> {
  try {
    return await result;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
