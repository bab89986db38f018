// One file's bytes to its text, in any format. Bounds the result, not time and memory: the pool does that.
import type { ReadFailure } from '../warning.ts';
import { formatOf } from './index.ts';
import type { ReadResult } from './reader.ts';
import { recognise } from './recognise.ts';
import { MAX_TEXT_LENGTH, TOO_MUCH_TEXT } from './text-limit.ts';

/** Far more than any report; a longer line has lost its paragraphs. */
const MAX_LINE_LENGTH = 500_000;
/** Twenty times the lines of a book of a thousand pages. */
const MAX_LINES = 500_000;

/** @param name distinguishes Markdown from plain text, and is checked against the content */
export async function readAny(name: string, bytes: Uint8Array): Promise<ReadResult> {
  const recognised = recognise(name, bytes);
  if (!recognised.ok) return recognised;
  const read = await (await formatOf(recognised.format).load()).read(bytes);
  if (!read.ok) return read;
  const reason = reasonAgainstText(read.text);
  if (reason) return { ok: false, reason };
  const { warning } = recognised;
  return warning ? { ...read, warnings: [warning, ...read.warnings] } : read;
}

/** Later steps take time that grows with the text's length, its lines and the longest of them. */
function reasonAgainstText(text: string): ReadFailure | undefined {
  if (text.length > MAX_TEXT_LENGTH) return TOO_MUCH_TEXT;
  let lines = 0;
  for (let start = 0; start < text.length; lines++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start > MAX_LINE_LENGTH) return { kind: 'too-long-line', max: MAX_LINE_LENGTH };
    start = end + 1;
  }
  return lines > MAX_LINES ? { kind: 'too-many-lines', max: MAX_LINES } : undefined;
}
