// Notes while a text is written which lines are the rows of which table.
import { headRowsOf } from './table-head.ts';

/** A table as lines of the text; `headEnd` is the line after its head. */
export interface TableLines {
  first: number;
  last: number;
  headEnd: number;
}

interface Row {
  first: number;
  last: number;
  /** Cells with words, and how many of them are declared to be heads. */
  cells: number;
  headCells: number;
}

interface OpenTable {
  rows: Row[];
  row: Row | undefined;
  holdsTables: boolean;
  inHead: boolean;
}

export class TableNotes {
  private readonly open: OpenTable[] = [];
  private readonly closed: { rows: Row[] }[] = [];
  private cellIsHead = false;
  private cellIsNew = false;

  openTable(): void {
    const around = this.open.at(-1);
    if (around) around.holdsTables = true;
    this.open.push({ rows: [], row: undefined, holdsTables: false, inHead: false });
  }

  /** A table around others is for layout only. */
  closeTable(): void {
    const table = this.open.pop();
    if (table && !table.holdsTables && isTable(table.rows)) this.closed.push({ rows: table.rows });
  }

  setHead(inHead: boolean): void {
    const table = this.open.at(-1);
    if (table) table.inHead = inHead;
  }

  openRow(): void {
    const table = this.open.at(-1);
    if (table) table.row = undefined;
  }

  openCell(isHead: boolean): void {
    this.cellIsNew = true;
    this.cellIsHead = isHead || this.open.at(-1)?.inHead === true;
  }

  /** Words were written from one line to another. */
  wrote(first: number, last: number): void {
    const table = this.open.at(-1);
    if (!table) return;
    if (!table.row) {
      table.row = { first, last, cells: 0, headCells: 0 };
      table.rows.push(table.row);
    }
    table.row.last = last;
    if (!this.cellIsNew) return;
    this.cellIsNew = false;
    table.row.cells++;
    if (this.cellIsHead) table.row.headCells++;
  }

  /** @param cellsOf the cells of a line */
  finish(cellsOf: (line: number) => string[]): TableLines[] {
    return this.closed
      .map(({ rows }) => {
        const heads = declaredHeads(rows) || headRowsOf(rows.map(({ first }) => cellsOf(first)));
        const headEnd = heads > 0 ? rows[heads - 1].last + 1 : rows[0].first;
        return { first: rows[0].first, last: rows[rows.length - 1].last, headEnd };
      })
      .sort((a, b) => a.first - b.first);
  }
}

/** Several rows, most of them of several cells and on one line each. */
function isTable(rows: Row[]): boolean {
  const whole = rows.filter(({ first, last, cells }) => cells > 1 && first === last);
  return rows.length > 1 && whole.length * 2 >= rows.length;
}

/** Rows of head cells only, as long as others follow: a first column of heads is none. */
function declaredHeads(rows: Row[]): number {
  const heads = rows.findIndex(({ cells, headCells }) => headCells < cells);
  return Math.max(0, heads);
}
