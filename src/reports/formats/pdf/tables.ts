// Notes which lines of the text are rows of which table.
import type { DeclaredTable } from '../reader.ts';
import { headRowsOf } from '../table-head.ts';
import type { PdfLine } from './lines.ts';

interface Row {
  start: number;
  end: number;
  cells: string[];
}

export class Tables {
  private rows: Row[] = [];
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
    const heads = headRowsOf(rows.map(({ cells }) => cells));
    const [{ start }] = rows;
    const headEnd = heads > 0 ? rows[heads - 1].end : start;
    this.found.push({ start, end: rows[rows.length - 1].end, headEnd });
  }
}

const MIN_ROWS = 2;
const PAGE = /^\d{1,4}$/;

/** Titles with the numbers of their pages, which never fall. */
function isContents(rows: Row[]): boolean {
  if (!rows.every(({ cells }) => cells.length === 2 && PAGE.test(cells[1].trim()))) return false;
  const pages = rows.map(({ cells }) => Number(cells[1]));
  return pages.every((page, i) => i === 0 || page >= pages[i - 1]);
}
