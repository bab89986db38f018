// Writes the text of spreadsheets and slides: headings, lines, and tables of which each row is a line.
// Promise: the n-th part of a row, split at the gap, is its n-th column.
import { CELL_GAP } from './page-text.ts';
import type { DeclaredHeading, DeclaredTable } from './reader.ts';
import { MAX_TEXT_LENGTH } from './text-limit.ts';

interface WrittenRows {
  text: string;
  headings: DeclaredHeading[];
  tables: DeclaredTable[];
}

export class RowText {
  private readonly lines: string[] = [];
  private readonly headings: DeclaredHeading[] = [];
  private readonly tables: DeclaredTable[] = [];
  /** Where the next line begins. */
  private length = 0;

  /** Longer than a file's text may be: whatever is added makes no difference. */
  get isTooLong(): boolean {
    return this.length > MAX_TEXT_LENGTH;
  }

  addHeading(words: string, level: number): void {
    const heading = onOneLine(words);
    if (heading === '') return;
    const start = this.length;
    this.push(heading);
    this.headings.push({ start, end: start + heading.length, level });
  }

  addLine(words: string): void {
    const line = onOneLine(words);
    if (line !== '') this.push(line);
  }

  /** A blank line; none at the beginning of the text, nor a second one. */
  addBreak(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.push('');
  }

  /**
   * @param rows the cells of each row; empty ones keep their place, except at the end of a row
   * @param headRows how many of the rows name the columns
   */
  addTable(rows: string[][], headRows: number): void {
    const start = this.length;
    let headEnd = start;
    let end = start;
    rows.forEach((cells, i) => {
      const row = rowOf(cells);
      if (row === '') return;
      end = this.length + row.length;
      if (i < headRows) headEnd = end;
      this.push(row);
    });
    if (end > start) this.tables.push({ start, end, headEnd });
  }

  finish(): WrittenRows {
    while (this.lines.at(-1) === '') this.lines.pop();
    return { text: this.lines.join('\n'), headings: this.headings, tables: this.tables };
  }

  private push(line: string): void {
    if (this.isTooLong) return;
    this.lines.push(line);
    this.length += line.length + 1;
  }
}

/** White space within a cell is one space, so that it is no gap between cells. */
export const onOneLine = (words: string): string => words.replace(/[\s\u200b\ufeff]+/gu, ' ').trim();

function rowOf(cells: string[]): string {
  const shown = cells.map(onOneLine);
  while (shown.at(-1) === '') shown.pop();
  return shown.join(CELL_GAP);
}
