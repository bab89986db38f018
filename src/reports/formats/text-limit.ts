// How much text one file may give.
import type { ReadFailure } from '../warning.ts';

/** The usual size of a whole collection of a thousand files. */
export const MAX_TEXT_LENGTH = 10_000_000;

export const TOO_MUCH_TEXT: ReadFailure = { kind: 'too-much-text', millions: MAX_TEXT_LENGTH / 1_000_000 };

/** Far more than any report; a longer line has lost its paragraphs. */
const MAX_LINE_LENGTH = 500_000;
/** Twenty times the lines of a book of a thousand pages. */
const MAX_LINES = 500_000;

/** Later steps take time that grows with the text's length, its lines and the longest of them. */
export function reasonAgainstText(text: string): ReadFailure | undefined {
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
