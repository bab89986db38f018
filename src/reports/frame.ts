// The frame of a report: the lines below the title (date, author) and the signature at its end.

import path from 'node:path';
import { readWordLists } from '../language/index.ts';
import { numberingOf } from './numbering.ts';
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
  let first = 0;
  while (first < Math.min(MAX_FRONT_LINES, lines.length - 1) && isFrontMatter(lines[first], lines[first + 1]))
    first++;
  let last = lines.length;
  const earliest = Math.max(first + 1, lines.length - MAX_SIGNATURE_LINES);
  while (last > earliest && isSignature(lines[last - 1])) last--;
  return { body: lines.slice(first, last), frontMatter: lines.slice(0, first), signature: lines.slice(last) };
}

/** 2023年7月10日在…会议上: when and where a report was presented. */
const OCCASION = /^[—–（(-]{0,3}\s*20\d\d年\d{1,2}月\d{1,2}日.{0,60}(?:会议|大会|全会|会)(?:上)?\s*[）)]?$/;
const MAX_FRONT_LINES = 3;

function isFrontMatter(line: TextLine, next: TextLine): boolean {
  return (
    DATE_LINE.test(line.text) ||
    OCCASION.test(line.text) ||
    (AUTHOR_LINE.test(line.text) && DATE_LINE.test(next.text))
  );
}

function isSignature(line: TextLine): boolean {
  if (line.table !== undefined) return false;
  return !numberingOf(line.text) && (DATE_LINE.test(line.text) || AUTHOR_LINE.test(line.text));
}
