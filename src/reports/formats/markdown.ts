// .md: headings and list signs are taken as Markdown means them; everything else is read as it stands.

import type { Span } from '../span.ts';
import { decode } from './decode.ts';
import type { DeclaredHeading, ReadResult, ReportReader } from './reader.ts';

const HEADING = /^(#{1,6}[ \t]+)(.+?)([ \t]+#+)?[ \t]*$/;
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
  const heading = HEADING.exec(line);
  if (heading) {
    const [, sign, words, closing = ''] = heading;
    const wordsStart = start + sign.length;
    const wordsEnd = wordsStart + words.length;
    markup.push({ start, end: wordsStart });
    if (closing) markup.push({ start: wordsEnd, end: wordsEnd + closing.length });
    headings.push({ start: wordsStart, end: wordsEnd, level: sign.trim().length });
  } else if (RULE.test(line)) {
    markup.push({ start, end: start + line.length });
  } else {
    const sign = LIST_SIGN.exec(line);
    if (sign) markup.push({ start, end: start + sign[0].length });
  }
}
