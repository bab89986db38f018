// A grid of cells as a reader sees it: titles and notes of one cell, and tables between them.
import type { RowText } from './row-text.ts';
import { filledIn, onOneLine, type TableRow } from './table-row.ts';

const MIN_TITLE_LENGTH = 4;
const MAX_TITLE_LENGTH = 60;
const SENTENCE_END = /[。！？；：:!?;]$/;

/** The line above the first table if it may name all of it, and the rows after it. */
export function separateTitle(rows: TableRow[]): { title?: string; rows: TableRow[] } {
  const first = beginningOf(rows);
  const title = titleAt(rows, first);
  if (title === undefined) return { rows: rows.slice(first) };
  return { title, rows: rows.slice(beginningOf(rows, first + 1)) };
}

/** The index of the first row, from a given one on, that is not empty. */
function beginningOf(rows: TableRow[], from = 0): number {
  let at = from;
  while (at < rows.length && filled(rows[at]) === 0) at++;
  return at;
}

function titleAt(rows: TableRow[], first: number): string | undefined {
  if (first >= rows.length || filled(rows[first]) !== 1) return undefined;
  const hasTable = rows.slice(first + 1).some((row) => filled(row) > 1);
  const title = onOneLine(rows[first].cells.find((cell) => onOneLine(cell) !== '') ?? '');
  const fits = title.length >= MIN_TITLE_LENGTH && title.length <= MAX_TITLE_LENGTH;
  return hasTable && fits && !SENTENCE_END.test(title) ? title : undefined;
}

/** Writes rows: those of one cell around a table as lines, all others as tables; empty rows end a table. */
export function writeGrid(rows: TableRow[], text: RowText): void {
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
function writeBlock(rows: TableRow[], text: RowText): void {
  let start = 0;
  while (start < rows.length && filled(rows[start]) === 1) start++;
  let end = rows.length;
  while (end > start && filled(rows[end - 1]) === 1) end--;
  const lines = (from: number, to: number) => {
    for (const { cells } of rows.slice(from, to)) text.addLine(cells.join(' '));
  };
  // a table of one column is a list
  lines(0, start);
  text.addTable(rows.slice(start, end));
  lines(end, rows.length);
}

/** Cells with words, once they are on one line. */
const filled = ({ cells }: TableRow): number => filledIn({ cells: cells.map(onOneLine) });
