// The folder goes by the endings of names before it opens a file. A file from elsewhere may be a PDF under a name that says nothing of it.
import { UNKNOWN_ENDING } from './folder.ts';
import { type FormatName, formatOf, readerFor } from './formats/index.ts';
import { recognise } from './formats/recognise.ts';
import type { Obstacle } from './warning.ts';

/** A name under which the folder reads a file, or why there is none. */
export type ReadableName = { ok: true; name: string } | { ok: false; reason: Obstacle };

/** Letters make an ending; "2023.1" has none. */
const ENDING = /\.[A-Za-z][A-Za-z0-9]{0,9}$/;

/**
 * The name itself where the folder would read it. Else the same with the ending of what the bytes surely are; words without a signature
 * may be anything, and get none.
 * @param name a plain file name
 */
export function readableName(name: string, bytes: Uint8Array): ReadableName {
  if (readerFor(name)) return { ok: true, name };
  const recognised = recognise(name, bytes);
  if (!recognised.ok) return recognised;
  const { format } = recognised;
  if (formatOf(format).simple) return { ok: false, reason: UNKNOWN_ENDING };
  return { ok: true, name: endingIn(format, name) };
}

/** `report.docx.download` has its right ending before the one that a browser put behind it. */
function endingIn(format: FormatName, name: string): string {
  const stem = name.replace(ENDING, '');
  return readerFor(stem)?.name === format ? stem : `${stem}${formatOf(format).extensions[0]}`;
}
