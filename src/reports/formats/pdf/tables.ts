// Notes which lines of the text are rows of which table.
import type { DeclaredTable } from '../reader.ts';
import { declaredTables } from '../tables/declared-tables.ts';
import type { PlacedRow } from '../tables/table-row.ts';
import type { PdfLine } from './lines.ts';

export class Tables {
  private rows: PlacedRow[] = [];
  private readonly found: DeclaredTable[] = [];

  /** A paragraph of the text has ended. @param lines those that it was made of */
  add(start: number, end: number, first: PdfLine, isOneLine: boolean): void {
    if (first.cells && isOneLine) this.rows.push({ start, end, cells: first.cells });
    else this.close();
  }

  finish(): DeclaredTable[] {
    this.close();
    return this.found;
  }

  private close(): void {
    const rows = this.rows;
    this.rows = [];
    if (rows.length < MIN_ROWS || isContents(rows)) return;
    for (const table of declaredTables([rows])) this.found.push(table);
  }
}

const MIN_ROWS = 2;
const PAGE = /^\d{1,4}$/;

/** Titles with the numbers of their pages, which never fall. */
function isContents(rows: PlacedRow[]): boolean {
  if (!rows.every(({ cells }) => cells.length === 2 && PAGE.test(cells[1].trim()))) return false;
  const pages = rows.map(({ cells }) => Number(cells[1]));
  return pages.every((page, i) => i === 0 || page >= pages[i - 1]);
}
