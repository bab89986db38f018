// Writes a text line by line and records its headings and its table of contents. The result is the source of
// all quotes.
import type { Span } from '../span.ts';
import type { DeclaredHeading, DeclaredTable } from './reader.ts';
import type { TableLines } from './table-lines.ts';

export interface WrittenText {
  text: string;
  headings: DeclaredHeading[];
  /** Lines of a table of contents. */
  contents: Span[];
  tables?: DeclaredTable[];
}

interface WrittenLine {
  words: string;
  level?: number;
  ofContents?: boolean;
}

export class LineWriter {
  private readonly lines: WrittenLine[] = [];
  /** Parts of the current line: asking a growing string for its last character would copy it each time. */
  private parts: string[] = [];
  private level: number | undefined;
  private inContents = false;

  /** Adds words to the current line; line breaks in them begin new lines. */
  add(words: string): void {
    words.split('\n').forEach((part, i) => {
      if (i > 0) this.endLine();
      if (part !== '') this.parts.push(part);
    });
  }

  /** The last character of the current line. */
  get tail(): string {
    return this.parts.at(-1)?.slice(-1) ?? '';
  }

  /** The index of the current line. */
  get line(): number {
    return this.lines.length;
  }

  /** The words of a line that has ended. */
  wordsOf(line: number): string {
    return this.lines[line]?.words ?? '';
  }

  endLine(): void {
    const words = this.parts.join('').trim();
    this.parts = [];
    if (words === '') return;
    const heading = this.level === undefined ? {} : { level: this.level };
    this.lines.push({ words, ...heading, ...(this.inContents ? { ofContents: true } : {}) });
  }

  /** Ends the line; the number of the next one. */
  mark(): number {
    this.endLine();
    return this.lines.length;
  }

  /** Blank lines before what comes next; none at the beginning of the text. */
  blankLines(count: number): void {
    this.endLine();
    if (this.lines.length === 0) return;
    for (let i = 0; i < count; i++) this.lines.push({ words: '' });
  }

  /** Lines until `endHeading` are headings of this level. */
  startHeading(level: number): void {
    this.endLine();
    this.level = level;
  }

  endHeading(): void {
    this.endLine();
    this.level = undefined;
  }

  /** Whether the current line and the following ones belong to a table of contents. */
  setContents(inContents: boolean): void {
    this.inContents = inContents;
  }

  /**
   * The whole text, lines separated by `\n`.
   * @param tables in their order
   */
  finish(tables: TableLines[] = []): WrittenText {
    this.endLine();
    const headings: DeclaredHeading[] = [];
    const contents: Span[] = [];
    const spans: Span[] = [];
    let start = 0;
    for (const { words, level, ofContents } of this.lines) {
      spans.push({ start, end: start + words.length });
      if (ofContents) contents.push({ start, end: start + words.length });
      else if (level !== undefined) headings.push({ start, end: start + words.length, level });
      start += words.length + 1;
    }
    return {
      text: this.lines.map(({ words }) => words).join('\n'),
      headings: withTitleLevel(headings),
      contents,
      ...(tables.length > 0 ? { tables: tables.map((table) => spanOf(table, spans)) } : {}),
    };
  }
}

function spanOf({ first, last, headEnd }: TableLines, lines: Span[]): DeclaredTable {
  const { start } = lines[first];
  return { start, end: lines[last].end, headEnd: headEnd > first ? lines[headEnd - 1].end : start };
}

const MAX_LEVEL = 6;

/**
 * Level 1 names a report. Where several headings have level 1 and the text begins with another line, that
 * line is the title and the headings are its parts: all levels move down by one.
 */
export function withTitleLevel(headings: DeclaredHeading[]): DeclaredHeading[] {
  const highest = headings.filter(({ level }) => level === 1);
  if (highest.length < 2 || headings[0].start === 0) return headings;
  return headings.map((heading) => ({ ...heading, level: Math.min(heading.level + 1, MAX_LEVEL) }));
}
