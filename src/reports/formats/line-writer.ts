// Writes a text line by line and records its headings and its table of contents. The result is the source of
// all quotes.
import type { Span } from '../span.ts';
import type { DeclaredHeading, DeclaredTable } from './reader.ts';
import { declaredTables } from './tables/declared-tables.ts';
import type { RowLines, TableRuns } from './tables/table-notes.ts';
import type { PlacedRow } from './tables/table-row.ts';

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

  endLine(): void {
    const words = this.parts.join('').trim();
    this.parts = [];
    if (words === '') return;
    const heading = this.level === undefined ? {} : { level: this.level };
    this.lines.push({ words, ...heading, ...(this.inContents ? { ofContents: true } : {}) });
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
   * @param joints for lines that go on the line before them: what separates them from it
   */
  finish(tables: TableRuns[] = [], joints: ReadonlyMap<number, string> = new Map()): WrittenText {
    this.endLine();
    const headings: DeclaredHeading[] = [];
    const contents: Span[] = [];
    const spans: Span[] = [];
    const parts: string[] = [];
    let length = 0;
    this.lines.forEach(({ words, level, ofContents }, i) => {
      const joint = joints.get(i);
      const isBlank = joint !== undefined && words === ''; // a row has none
      const before = isBlank || i === 0 ? '' : (joint ?? '\n');
      const start = length + before.length;
      length = start + words.length;
      parts.push(before, words);
      spans.push({ start, end: length });
      if (ofContents) contents.push({ start, end: length });
      else if (level !== undefined) headings.push({ start, end: length, level });
    });
    const declared = tables.flatMap((runs) => declaredTables(runs.map((run) => placed(run, spans))));
    return {
      text: parts.join(''),
      headings: withTitleLevel(headings),
      contents,
      ...(declared.length > 0 ? { tables: declared } : {}),
    };
  }
}

const placed = (rows: RowLines[], lines: Span[]): PlacedRow[] =>
  rows.map(({ first, last, ...row }) => ({ ...row, start: lines[first].start, end: lines[last].end }));

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
