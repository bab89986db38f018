// Writes the text of spreadsheets and slides: headings, lines, and tables of which each row is a line.
// Promise: the n-th part of a row, split at the gap, is its n-th column.
import type { DeclaredHeading, DeclaredTable } from '../reader.ts';
import { MAX_TEXT_LENGTH } from '../text-limit.ts';
import { declaredTables } from './declared-tables.ts';
import { CELL_GAP, onOneLine, type PlacedRow, type TableRow } from './table-row.ts';

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

  /** Empty cells keep their place, except at the end of a row. */
  addTable(rows: TableRow[]): void {
    const placed: PlacedRow[] = [];
    for (const row of rows) {
      const cells = row.cells.map(onOneLine);
      while (cells.at(-1) === '') cells.pop();
      const line = cells.join(CELL_GAP);
      if (line === '') continue;
      placed.push({ ...row, cells, start: this.length, end: this.length + line.length });
      this.push(line);
    }
    for (const table of declaredTables([placed], true)) this.tables.push(table);
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
