// The name under which the reports folder reads a file. The folder goes by extensions, but a file from
// elsewhere may be a PDF under a name without one.
import { UNKNOWN_ENDING } from './folder.ts';
import { type FormatName, formatOf, readerFor } from './formats/index.ts';
import { recognise } from './formats/recognise.ts';
import type { ReadFailure } from './warning.ts';

/** A name with a supported extension, or why there is none. */
type ReadableName = { ok: true; name: string } | { ok: false; reason: ReadFailure };

/** Letters make an extension; "2023.1" has none. */
const ENDING = /\.[A-Za-z][A-Za-z0-9]{0,9}$/;

/**
 * The name itself if its extension is supported, else the name with the extension of the detected format.
 * Text without a signature may be anything and gets none.
 * @param name a plain file name
 */
export function readableName(name: string, bytes: Uint8Array): ReadableName {
  const claimed = readerFor(name)?.name;
  // what is called a picture may be one that is not read
  if (claimed !== undefined && claimed !== 'picture') return { ok: true, name };
  const recognised = recognise(name, bytes);
  if (!recognised.ok) return recognised;
  const { format } = recognised;
  if (formatOf(format).simple) return { ok: false, reason: UNKNOWN_ENDING };
  return { ok: true, name: claimed === format ? name : endingIn(format, name) };
}

/** `report.docx.download`: the right extension is before the one that a browser appended. */
function endingIn(format: FormatName, name: string): string {
  const stem = name.replace(ENDING, '');
  return readerFor(stem)?.name === format ? stem : `${stem}${formatOf(format).extensions[0]}`;
}
