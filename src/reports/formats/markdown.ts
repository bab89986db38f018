// .md: headings and list marks are read as Markdown; everything else stays as written.

import { trimEndOf } from '../../language/index.ts';
import type { Span } from '../span.ts';
import { decode } from './decode.ts';
import type { DeclaredHeading, ReadResult, ReportReader } from './reader.ts';

const HEADING_SIGN = /^#{1,6}[ \t]+(?=.)/;
const BLANK = /[ \t]/;
const LIST_SIGN = /^[ \t]*(?:[-*+]|>)[ \t]+/;
const RULE = /^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;

export const markdown = {
  read(bytes: Uint8Array): ReadResult {
    const decoded = decode(bytes);
    if (!decoded.ok) return decoded;
    const markup: Span[] = [];
    const headings: DeclaredHeading[] = [];
    let start = 0;
    for (const line of decoded.text.split('\n')) {
      readLine(line.replace(/\r$/, ''), start, markup, headings);
      start += line.length + 1;
    }
    return { ok: true, text: decoded.text, markup, headings, warnings: [] };
  },
} satisfies ReportReader;

function readLine(line: string, start: number, markup: Span[], headings: DeclaredHeading[]): void {
  const heading = headingIn(line);
  if (heading) {
    const wordsStart = start + heading.sign.length;
    const wordsEnd = start + heading.wordsEnd;
    markup.push({ start, end: wordsStart });
    if (heading.closingEnd > heading.wordsEnd)
      markup.push({ start: wordsEnd, end: start + heading.closingEnd });
    headings.push({ start: wordsStart, end: wordsEnd, level: heading.sign.trim().length });
  } else if (RULE.test(line)) {
    markup.push({ start, end: start + line.length });
  } else {
    const sign = LIST_SIGN.exec(line);
    if (sign) markup.push({ start, end: start + sign[0].length });
  }
}

/** The heading's sign, the end of its words, and the end of a closing row of number signs (## 标题 ##). */
interface HeadingLine {
  sign: string;
  wordsEnd: number;
  closingEnd: number;
}

/** Scans from both ends: one pattern for blanks, number signs and blanks again would take cubic time. */
function headingIn(line: string): HeadingLine | undefined {
  const sign = HEADING_SIGN.exec(line)?.[0];
  if (sign === undefined || /[\r\u2028\u2029]/.test(line)) return undefined;
  const trimmed = trimEndOf(line, BLANK);
  const unsigned = trimEndOf(trimmed, /#/);
  const words = trimEndOf(unsigned, BLANK);
  const end = Math.max(trimmed.length, sign.length + 1); // a heading of blanks keeps one of them
  const isClosed =
    unsigned.length < trimmed.length && words.length < unsigned.length && words.length > sign.length;
  return { sign, wordsEnd: isClosed ? words.length : end, closingEnd: end };
}
