// What the answers are made from at present, and how it differs from what it was.
import type { FileWarning, ReportFile, Warning } from '../reports/index.ts';

/** The files that are served, with what was skipped or guessed while reading them. */
export interface ServedFiles {
  files: readonly ReportFile[];
  warnings: readonly FileWarning[];
}

/** What keeps a file, or all that stands in it, from the answers. */
const KEEPING_OUT: ReadonlySet<Warning['kind']> = new Set(['skipped', 'copy', 'no-report', 'title-only']);

/** Whether answers are made from a file, and what keeps it from that as far as it is known. */
export type Use = { served: true } | { served: false; why: Warning[] };

/**
 * How a file is used at present.
 * @param name its path within the reports folder
 */
export function useOf(name: string, { files, warnings }: ServedFiles): Use {
  const reports = files.find((file) => file.name === name)?.reports ?? [];
  if (reports.some(({ passages }) => passages.length > 0)) return { served: true };
  const own = warnings.filter(({ file, warning }) => file === name && KEEPING_OUT.has(warning.kind));
  return { served: false, why: own.map(({ warning }) => warning) };
}

/**
 * The other files with the text of one, from which answers are made with it or once that is gone. They may be read by others: the same
 * text in another collection counts.
 * @param name its path within the reports folder
 */
export function sameTextAs(name: string, { files, warnings }: ServedFiles): string[] {
  const copies = warnings.flatMap(({ file, warning }) =>
    warning.kind === 'copy' ? [{ name: file, of: warning.of }] : [],
  );
  const original = copies.find((copy) => copy.name === name)?.of ?? name;
  const text = files.find((file) => file.name === original)?.text;
  const served = files.filter((file) => file.text === text).map((file) => file.name);
  const unserved = copies.filter(({ of }) => served.includes(of)).map((copy) => copy.name);
  return [...served, ...unserved].filter((other) => other !== name);
}

/** Names of files. */
export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
}

/** What differs between two states of the library. */
export function changesBetween(before: ServedFiles, after: ServedFiles): Changes {
  const was = new Map(before.files.map(({ name, text }) => [name, text]));
  const is = new Map(after.files.map(({ name, text }) => [name, text]));
  const names = [...is.keys()];
  return {
    added: names.filter((name) => !was.has(name)),
    changed: names.filter((name) => was.has(name) && was.get(name) !== is.get(name)),
    removed: [...was.keys()].filter((name) => !is.has(name)),
  };
}
