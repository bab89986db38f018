// The file system as this room uses it, and what of its failures is an outcome and no fault.
import type fs from 'node:fs/promises';

/** The part of Node's own interface that is used; passed in, so that a test may fill the disk. */
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

/** Why something could not be written: no room, or no right to. */
export type WriteFailure = 'full' | 'forbidden';

const TROUBLES: Record<string, WriteFailure> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
};

/** The code of an error of the file system. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** What an error of the file system means for who wanted to write; undefined for one that is a fault. */
export const writeFailureOf = (error: unknown): WriteFailure | undefined => TROUBLES[codeOf(error) ?? ''];

/** A result, or undefined where there is no such file. */
export async function ifThere<Result>(result: Promise<Result>): Promise<Result | undefined> {
  try {
    return await result;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
