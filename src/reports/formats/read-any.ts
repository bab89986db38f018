// One file's bytes to its text, whatever format they are of. Takes what time and memory it takes: threads with limits see to that.
import type { Obstacle } from '../warning.ts';
import { formatOf } from './index.ts';
import type { ReadResult } from './reader.ts';
import { recognise } from './recognise.ts';

/** As much as a whole library of a thousand files usually holds. */
const MAX_TEXT_LENGTH = 10_000_000;
/** No line of a report comes near: what has such a one has lost its paragraphs. */
const MAX_LINE_LENGTH = 500_000;
/** Twenty times as many as a book of a thousand pages. */
const MAX_LINES = 500_000;

/**
 * Reads a file.
 * @param name tells a Markdown file from a text, and is held against the content
 */
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

/** Why a text is not taken: all that is made of it grows with its length, its lines and the longest of them. */
function reasonAgainstText(text: string): Obstacle | undefined {
  if (text.length > MAX_TEXT_LENGTH) return { kind: 'too-much-text', millions: MAX_TEXT_LENGTH / 1_000_000 };
  let lines = 0;
  for (let start = 0; start < text.length; lines++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start > MAX_LINE_LENGTH) return { kind: 'too-long-line', max: MAX_LINE_LENGTH };
    start = end + 1;
  }
  return lines > MAX_LINES ? { kind: 'too-many-lines', max: MAX_LINES } : undefined;
}
