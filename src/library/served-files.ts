// The files that answers come from, and how they differ between two states of the library.
import type { FileWarning, ReportFile, Warning } from '../reports/index.ts';

/** With the warnings from reading them. */
export interface ServedFiles {
  files: readonly ReportFile[];
  warnings: readonly FileWarning[];
}

/** Warnings of files from which no answers come. */
const NOT_SERVED: ReadonlySet<Warning['kind']> = new Set(['skipped', 'copy', 'no-report', 'title-only']);

/** Whether answers come from a file, and why not. */
export type ServingStatus = { served: true } | { served: false; why: Warning[] };

/** @param name its path within the reports folder */
export function servingStatusOf(name: string, { files, warnings }: ServedFiles): ServingStatus {
  const reports = files.find((file) => file.name === name)?.reports ?? [];
  if (reports.some(({ passages }) => passages.length > 0)) return { served: true };
  const own = warnings.filter(({ file, warning }) => file === name && NOT_SERVED.has(warning.kind));
  return { served: false, why: own.map(({ warning }) => warning) };
}

/**
 * The other files with the same text, from which answers come as well, or once this one is removed. Other
 * collections count: other places may read them.
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

export function changesBetween(before: ServedFiles, after: ServedFiles): Changes {
  const textBefore = new Map(before.files.map(({ name, text }) => [name, text]));
  const textAfter = new Map(after.files.map(({ name, text }) => [name, text]));
  const names = [...textAfter.keys()];
  return {
    added: names.filter((name) => !textBefore.has(name)),
    changed: names.filter((name) => textBefore.has(name) && textBefore.get(name) !== textAfter.get(name)),
    removed: [...textBefore.keys()].filter((name) => !textAfter.has(name)),
  };
}
