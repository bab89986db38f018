// The frame of a report: the lines below the title (date, author) and the signature at its end.

import path from 'node:path';
import { readWordLists } from '../language/index.ts';
import { frontLineKind } from './front-lines.ts';
import type { TextLine } from './text-line.ts';

const YEAR = '(?:20\\d\\d|[xX]{2,4}|二[〇○零Oo0]二[一二三四五六七八九〇○零])\\s*年';
const MONTH_OR_DAY = '[\\dxX一二三四五六七八九十]{1,3}';
const DATE_LINE = new RegExp(
  `^[（(]?\\s*(?:${YEAR})(?:\\s*${MONTH_OR_DAY}\\s*月)?(?:\\s*${MONTH_OR_DAY}\\s*日)?\\s*[）)]?$`,
);
const AUTHOR_SUFFIX = readWordLists(path.join(import.meta.dirname, 'author-suffixes.txt')).pattern('author');
const AUTHOR_LINE = new RegExp(`^[（(]?[^。，；：！？,;:!?]{2,24}(?:${AUTHOR_SUFFIX})\\s*[）)]?$`);
const MAX_SIGNATURE_LINES = 3;

/** A report's lines without its frame, and the frame. */
interface FramedReport {
  body: TextLine[];
  frontMatter: TextLine[];
  signature: TextLine[];
}

/** At the top only lines with a date count, at the end a date with the author's name before it. */
export function separateFrame(lines: TextLine[]): FramedReport {
  const frontMatter = frontLinesOf(lines);
  const front = new Set(frontMatter);
  let last = lines.length;
  const earliest = Math.max(frontMatter.length + 1, lines.length - MAX_SIGNATURE_LINES);
  while (last > earliest && isSignature(lines[last - 1])) last--;
  return {
    body: lines.slice(0, last).filter((line) => !front.has(line)),
    frontMatter,
    signature: lines.slice(last),
  };
}

/** Lines at the beginning among which front lines are looked for, after a subtitle too. */
const MAX_FRONT_LINES = 8;
const MAX_LINE_LENGTH = 90;

/** The front lines before the first paragraph or heading of a report. */
function frontLinesOf(lines: TextLine[]): TextLine[] {
  const found: TextLine[] = [];
  for (const [i, line] of lines.slice(0, Math.min(MAX_FRONT_LINES, lines.length - 1)).entries()) {
    if (isFrontMatter(line, lines[i + 1], found.length > 0)) found.push(line);
    else if (line.text.length > MAX_LINE_LENGTH || line.numbering || /[。：:！!]/.test(line.text)) break;
  }
  return found;
}

function isFrontMatter(line: TextLine, next: TextLine | undefined, isAfterOne: boolean): boolean {
  const kind = frontLineKind(line.text);
  // a bare name looks like a heading of two to four characters
  if (kind === 'name' && isAfterOne && (/\s/.test(line.text) || /^各位/.test(next?.text ?? ''))) return true;
  return (
    (kind !== undefined && kind !== 'name') ||
    DATE_LINE.test(line.text) ||
    (AUTHOR_LINE.test(line.text) && next !== undefined && DATE_LINE.test(next.text))
  );
}

function isSignature(line: TextLine): boolean {
  if (line.table !== undefined) return false;
  return !line.numbering && (DATE_LINE.test(line.text) || AUTHOR_LINE.test(line.text));
}
