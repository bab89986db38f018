// Notes while a text is written which of its lines are the cells and rows of which table. Tables around tables,
// of one row or of one column lay out a page and are none.
import { CELL_GAP, filledIn, onOneLine, type TableRow } from './table-row.ts';

/** A row as lines of the text. */
export interface RowLines extends TableRow {
  first: number;
  last: number;
}

/** Rows of a table, a run each where rows that are none (paragraphs laid out by the table) stand between. */
export type TableRuns = RowLines[][];

/** What the format says of a cell. */
export interface CellShape {
  isHead: boolean;
  /** How many of them it spans. */
  columns: number;
  rows: number;
}

interface Cell extends CellShape {
  first: number;
  last: number;
  words: string;
  /** Holds a heading or a table of contents: its row lays out the page. */
  isOutline: boolean;
}

interface OpenTable {
  rows: Cell[][];
  row: Cell[] | undefined;
  holdsTables: boolean;
  inHead: boolean;
  /** By column, the cell that reaches down from above, and for how many rows more. */
  spanning: Map<number, { words: string; shape: CellShape; rows: number }>;
  column: number;
  /** Length of all words, and of those that were written again in the rows that their cell spans. */
  length: number;
  repeated: number;
}

/** A longer cell holds running text that was put into a table for layout. */
const MAX_CELL_LENGTH = 200;
/** The same in a table that shows that it is one: its cells may be long. */
const MAX_GRID_CELL_LENGTH = 2000;
const MIN_GRID = 3;
/** A longer cell is not written again in the rows that it spans. */
const MAX_REPEATED_LENGTH = 60;
/** Words that may be written again in a table, beside as many as it has itself. */
const MIN_REPEATED = 4000;
const MAX_SPAN = 1000;

export class TableNotes {
  /** For lines that belong to the line before them: what separates them from it. */
  readonly joints = new Map<number, string>();
  private readonly open: OpenTable[] = [];
  private readonly closed: TableRuns[] = [];

  openTable(): void {
    const around = this.open.at(-1);
    if (around) around.holdsTables = true;
    this.open.push({
      rows: [],
      row: undefined,
      holdsTables: false,
      inHead: false,
      spanning: new Map(),
      column: 0,
      length: 0,
      repeated: 0,
    });
  }

  closeTable(): void {
    const table = this.open.pop();
    if (!table || table.holdsTables) return;
    const runs = runsOf(table.rows);
    for (const row of runs.flat()) this.join(row.cellLines);
    if (runs.length > 0) this.closed.push(runs.map((rows) => rows.map(({ cellLines: _, ...row }) => row)));
  }

  setHead(inHead: boolean): void {
    const table = this.open.at(-1);
    if (table) table.inHead = inHead;
  }

  openRow(): void {
    const table = this.open.at(-1);
    if (!table) return;
    table.row = [];
    table.rows.push(table.row);
    table.column = 0;
  }

  closeRow(): void {
    const table = this.open.at(-1);
    if (table) table.row = undefined;
  }

  openCell(shape: CellShape): void {
    const table = this.open.at(-1);
    if (!table) return;
    if (!table.row) this.openRow();
    const columns = within(shape.columns);
    const rows = within(shape.rows);
    const isHead = shape.isHead || table.inHead;
    table.row?.push({ first: -1, last: -1, words: '', isOutline: false, isHead, columns, rows });
    table.column += columns;
  }

  closeCell(): void {
    const table = this.open.at(-1);
    const cell = table?.row?.at(-1);
    if (!table || !cell || cell.rows < 2) return;
    const isShort = cell.words.length <= MAX_REPEATED_LENGTH && cell.first === cell.last;
    const words = isShort ? onOneLine(cell.words) : '';
    const shape = { isHead: cell.isHead, columns: cell.columns, rows: 1 };
    table.spanning.set(table.column - cell.columns, { words, shape, rows: cell.rows - 1 });
  }

  /** The cell that reaches down into the next column of the row; undefined where none does. */
  nextSpanning(): { words: string; shape: CellShape } | undefined {
    const table = this.open.at(-1);
    const spanning = table?.spanning.get(table.column);
    if (!table || !spanning || table.holdsTables) return undefined;
    if (--spanning.rows === 0) table.spanning.delete(table.column);
    table.repeated += spanning.words.length + 1;
    if (table.repeated > Math.max(MIN_REPEATED, table.length)) table.spanning.clear();
    return { words: spanning.words, shape: spanning.shape };
  }

  /** Words were written from one line to another. */
  wrote(words: string, first: number, last: number, isOutline: boolean): void {
    const table = this.open.at(-1);
    if (!table) return;
    table.length += words.length;
    if (!table.row?.length) this.openCell(CAPTION); // outside of cells
    const cell = table.row?.at(-1);
    if (!cell) return;
    if (cell.first < 0) cell.first = first;
    const gap = cell.last < first && cell.words !== '' ? ' ' : '';
    cell.last = last;
    cell.isOutline ||= isOutline;
    if (cell.words.length <= MAX_GRID_CELL_LENGTH)
      cell.words += gap + words.slice(0, MAX_GRID_CELL_LENGTH + 1);
  }

  /** White space between words of one line. */
  wroteSpace(): void {
    const cell = this.open.at(-1)?.row?.at(-1);
    if (cell && cell.words !== '' && cell.words.length <= MAX_GRID_CELL_LENGTH) cell.words += ' ';
  }

  /** In the order of the text. */
  finish(): TableRuns[] {
    return this.closed.sort((a, b) => a[0][0].first - b[0][0].first);
  }

  /** The lines of a row become one. */
  private join(cells: Cell[]): void {
    let gaps = 0;
    let line: number | undefined;
    for (const { first, last, words } of cells) {
      gaps++;
      if (words === '') continue;
      if (line !== undefined) {
        for (let at = line + 1; at < first; at++) this.joints.set(at, ''); // blank lines
        if (first > line) this.joints.set(first, CELL_GAP.repeat(gaps));
      }
      for (let at = first + 1; at <= last; at++) this.joints.set(at, ' ');
      line = last;
      gaps = 0;
    }
  }
}

/** A table's caption stands over all of its columns. */
const CAPTION: CellShape = { isHead: false, columns: 2, rows: 1 };

const within = (span: number): number => Math.min(MAX_SPAN, Math.max(1, Math.trunc(span) || 1));

interface NotedRow extends RowLines {
  cellLines: Cell[];
}

/** The rows of a table; none where it lays out a page. */
function runsOf(rows: Cell[][]): NotedRow[][] {
  const filled = rows.filter((cells) => cells.some(({ words }) => words !== ''));
  const maxLength = isGrid(filled) ? MAX_GRID_CELL_LENGTH : MAX_CELL_LENGTH;
  const runs: NotedRow[][] = [];
  let count = 0;
  let whole = 0;
  let run: NotedRow[] | undefined;
  let inHead = true;
  for (const cells of filled) {
    const row: NotedRow | undefined = isRow(cells, maxLength) ? rowOf(cells, inHead) : undefined;
    if (!row) {
      run = undefined;
      continue;
    }
    if (run) run.push(row);
    else {
      run = [row];
      runs.push(run);
    }
    count++;
    if (row.isGrouped || filledIn(row) > 1) whole++;
    inHead &&= row.isHead === true;
  }
  const hasColumns = runs.some((each) => each.some((row) => filledIn(row) > 1));
  return count > 1 && hasColumns && whole * 2 >= filled.length ? runs : [];
}

/** A table with declared head rows, or with three rows and more of as many cells, three at least. */
function isGrid(rows: Cell[][]): boolean {
  if (rows.length > 1 && rows[0].every(({ isHead }) => isHead)) return true;
  const alike = new Map<number, number>();
  for (const { length } of rows) alike.set(length, (alike.get(length) ?? 0) + 1);
  const [width, count] = [...alike].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0]);
  return width >= MIN_GRID && count >= MIN_GRID;
}

/** Several short cells, or one on a line of its own. */
function isRow(cells: Cell[], maxLength: number): boolean {
  const filled = cells.filter(({ words }) => words !== '');
  if (filled.some(({ words, isOutline }) => isOutline || words.length > maxLength)) return false;
  return filled.length > 1 || filled[0].first === filled[0].last;
}

/** @param inHead no row above is none */
function rowOf(cells: Cell[], inHead: boolean): NotedRow {
  const filled = cells.filter(({ words }) => words !== '');
  const isHead = cells.every((cell) => cell.isHead) || (inHead && filled.every((cell) => cell.isHead));
  const isGrouped = cells.some(({ columns }) => columns > 1);
  return {
    cells: cells.map(({ words }) => onOneLine(words)),
    height: Math.max(...cells.map(({ rows }) => rows)),
    first: filled[0].first,
    last: filled[filled.length - 1].last,
    cellLines: cells,
    ...(isHead ? { isHead } : {}),
    ...(isGrouped ? { isGrouped } : {}),
  };
}
