// A grid of cells as a reader sees it: titles and notes of one cell, and tables between them.
import { beginsWithHead } from './head-rows.ts';
import { onOneLine, type RowText } from './row-text.ts';

export interface GridRow {
  /** Empty cells keep their place. */
  cells: string[];
  /** The rows that a cell of this row spans at most, itself included. */
  height?: number;
  /** A cell of this row spans several columns, but not all. */
  isGrouped?: boolean;
}

const MIN_TITLE_LENGTH = 4;
const MAX_TITLE_LENGTH = 60;
const SENTENCE_END = /[。！？；：:!?;]$/;

/** The line above the first table if it may name all of it, and the rows after it. */
export function separateTitle(rows: GridRow[]): { title?: string; rows: GridRow[] } {
  const first = beginningOf(rows);
  const title = titleAt(rows, first);
  if (title === undefined) return { rows: rows.slice(first) };
  return { title, rows: rows.slice(beginningOf(rows, first + 1)) };
}

/** The index of the first row, from a given one on, that is not empty. */
function beginningOf(rows: GridRow[], from = 0): number {
  let at = from;
  while (at < rows.length && filled(rows[at]) === 0) at++;
  return at;
}

function titleAt(rows: GridRow[], first: number): string | undefined {
  if (first >= rows.length || filled(rows[first]) !== 1) return undefined;
  const hasTable = rows.slice(first + 1).some((row) => filled(row) > 1);
  const title = onOneLine(rows[first].cells.find((cell) => onOneLine(cell) !== '') ?? '');
  const fits = title.length >= MIN_TITLE_LENGTH && title.length <= MAX_TITLE_LENGTH;
  return hasTable && fits && !SENTENCE_END.test(title) ? title : undefined;
}

/** Writes rows: those of one cell around a table as lines, all others as tables; empty rows end a table. */
export function writeGrid(rows: GridRow[], text: RowText): void {
  for (let i = 0; i < rows.length && !text.isTooLong; ) {
    if (filled(rows[i]) === 0) {
      text.addBreak();
      i++;
      continue;
    }
    let end = i;
    while (end < rows.length && filled(rows[end]) > 0) end++;
    writeBlock(rows.slice(i, end), text);
    i = end;
  }
}

/** @param rows without empty ones */
function writeBlock(rows: GridRow[], text: RowText): void {
  let start = 0;
  while (start < rows.length && filled(rows[start]) === 1) start++;
  let end = rows.length;
  while (end > start && filled(rows[end - 1]) === 1) end--;
  const lines = (from: number, to: number) => {
    for (const { cells } of rows.slice(from, to)) text.addLine(cells.join(' '));
  };
  // a table of one column is a list
  lines(0, start);
  const table = rows.slice(start, end);
  text.addTable(
    table.map(({ cells }) => cells),
    headRowsOf(table),
  );
  lines(end, rows.length);
}

/** More rows of names than this are none. */
const MAX_HEAD_ROWS = 4;

/** How many rows at the beginning of a table name its columns. */
export function headRowsOf(table: GridRow[]): number {
  const cells = table.map((row) => row.cells.map(onOneLine));
  for (let rows = spanOfHead(table); rows > 0; rows--)
    if (rows < table.length && beginsWithHead([cells[rows - 1], ...cells.slice(rows)])) return rows;
  return 0;
}

/** The first row, and those that its joined cells reach or have parts in. */
function spanOfHead(table: GridRow[]): number {
  if (table.length === 0) return 0;
  const { height = 1, isGrouped } = table[0];
  return Math.min(MAX_HEAD_ROWS, Math.max(height, isGrouped ? 2 : 1));
}

function filled({ cells }: GridRow): number {
  return cells.filter((cell) => onOneLine(cell) !== '').length;
}
