// The content lines of a file: what remains of its source lines once the dropped spans are cut out.
import { trimEndOf } from '../language/index.ts';
import type { DeclaredHeading } from './formats/index.ts';
import type { Numbering } from './numbering.ts';
import type { TableOfLines } from './report-table.ts';
import type { SourceLine } from './source-line.ts';
import type { Dropped, Span } from './span.ts';

/** A stretch of content within one source line, without white space at its ends. */
export interface TextLine extends Span {
  text: string;
  /** Blank or dropped lines just before this one. */
  blankBefore: number;
  /** True where a dropped marker separates this stretch from the one before it in the same source line. */
  continues: boolean;
  /** Level of a heading declared by the format (Markdown `##`, a Word style). */
  declaredLevel?: number;
  /** The numbering that it begins with. */
  numbering?: Numbering;
  /** The table that this row or caption belongs to. */
  table?: TableOfLines;
}

/** @param dropped sorted and without overlaps */
export function textLines(lines: SourceLine[], dropped: Dropped[], headings: DeclaredHeading[]): TextLine[] {
  const levels = new Map(headings.map((heading) => [heading.start, heading.level]));
  const found: TextLine[] = [];
  let blank = 0;
  let nextDropped = 0;
  for (const line of lines) {
    let at = line.start;
    let stretches = 0;
    let isPageHead = false;
    const add = (end: number) => {
      const stretch = trimmed(line, at, end);
      if (!stretch) return;
      const level = levels.get(stretch.start);
      found.push({
        ...stretch,
        blankBefore: stretches ? 0 : blank,
        continues: stretches > 0,
        ...(level === undefined ? {} : { declaredLevel: level }),
      });
      stretches++;
    };
    while (nextDropped < dropped.length && dropped[nextDropped].start < line.end) {
      const span = dropped[nextDropped];
      if (span.start > at) add(span.start);
      at = Math.max(at, span.end);
      // a page that ends within a text breaks nothing
      if (span.reason === 'running-head') isPageHead = true;
      if (span.end > line.end) break;
      nextDropped++;
    }
    if (at < line.end) add(line.end);
    blank = stretches ? 0 : isPageHead ? Math.min(blank, 1) : blank + 1;
  }
  return found;
}

function trimmed(line: SourceLine, start: number, end: number): (Span & { text: string }) | undefined {
  const text = line.text.slice(start - line.start, end - line.start);
  const lead = /^[\s\u200b\ufeff]*/.exec(text)?.[0].length ?? 0;
  const content = trimEndOf(text.slice(lead), /[\s\u200b\ufeff]/);
  if (content === '') return undefined;
  return { start: start + lead, end: start + lead + content.length, text: content };
}
