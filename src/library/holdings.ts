// What the answers are made from at present, and how it differs from what it was.
import type { FileWarning, ReportFile } from '../reports/index.ts';

/** The files that are served, with what was skipped or guessed while reading them. */
export interface Holdings {
  files: readonly ReportFile[];
  warnings: readonly FileWarning[];
}

/** Names of files. */
export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
}

/** What differs between two states of the library. */
export function changesBetween(before: Holdings, after: Holdings): Changes {
  const was = new Map(before.files.map(({ name, text }) => [name, text]));
  const is = new Map(after.files.map(({ name, text }) => [name, text]));
  const names = [...is.keys()];
  return {
    added: names.filter((name) => !was.has(name)),
    changed: names.filter((name) => was.has(name) && was.get(name) !== is.get(name)),
    removed: [...was.keys()].filter((name) => !is.has(name)),
  };
}
