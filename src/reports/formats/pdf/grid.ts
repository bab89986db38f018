// Rows of a table whose cells have several lines. Promise: base lines are put together to rows only where the
// columns are certain and rows stand farther apart than the lines of a cell; elsewhere nothing changes.
import { minOf } from '../../min-max.ts';
import type { Stretch } from './rows.ts';

/** The words of a row: on one base line, or with the lines of each of its cells. */
export interface GridRow {
  /** On its first base line, from left to right. */
  stretches: Stretch[];
  /** The lines of each cell, from left to right; undefined for a base line outside of a certain table. */
  cells?: Stretch[][];
}

/** Lines of a cell are this much closer than rows, at least. */
const ROWS_APART = 1.25;
/** Distances of the lines of a cell differ by less than this factor. */
const SAME_LEADING = 1.15;
/** In letter sizes: a table's base lines are not farther apart. */
const MAX_ROW_GAP = 4;
/** In letter sizes: the lines of a cell are not farther apart. */
const MAX_LEADING = 1.6;
/** In letter sizes, between columns. */
const MIN_COLUMN_GAP = 0.5;
/** Two columns may be a list with its numbers. */
const MIN_COLUMNS = 3;
const MAX_COLUMNS = 60;
const MIN_ROWS = 3;
/** A figure that is a cell of its own. */
const FIGURE = /^[-+−]?\d[\d.,，]*\s*\p{L}{0,2}[%％‰]?$/u;

/**
 * @param rows stretches on one base line each, from top to bottom
 * @param areCells whether a line has a gap that separates cells
 */
export function gridRows(rows: Stretch[][], areCells: (row: Stretch[]) => boolean): GridRow[] {
  const found: GridRow[] = [];
  for (let i = 0; i < rows.length; ) {
    const end = areCells(rows[i]) ? endOfRegion(rows, i, areCells) : i;
    const grid = end - i >= MIN_ROWS ? gridOf(rows.slice(i, end)) : undefined;
    if (!grid) {
      const next = Math.max(i + 1, end);
      for (const stretches of rows.slice(i, next)) found.push({ stretches });
      i = next;
      continue;
    }
    for (const row of grid.rows) found.push(row);
    i += grid.length;
  }
  return found;
}

interface Column {
  left: number;
  right: number;
}

/** The columns that stretches fill: no stretch goes over the space between two of them. */
function columnsOf(stretches: Stretch[]): Column[] {
  const columns: Column[] = [];
  for (const { left, right, size } of stretches.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left - last.right < MIN_COLUMN_GAP * size) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

/** The columns that a stretch reaches into. */
const columnsAt = ({ left, right }: Stretch, columns: Column[]): number[] =>
  columns.flatMap((column, i) => (left < column.right && right > column.left ? [i] : []));

/** The end of the rows of cells from `begin` on, with the single lines between them that stand in one column. */
function endOfRegion(rows: Stretch[][], begin: number, areCells: (row: Stretch[]) => boolean): number {
  let columns = columnsOf(rows[begin]);
  let end = begin + 1;
  for (let i = begin + 1; i < rows.length && columns.length <= MAX_COLUMNS; i++) {
    const [first] = rows[i];
    if (first.y - rows[i - 1][0].y > MAX_ROW_GAP * first.size) break;
    if (areCells(rows[i])) {
      columns = columnsOf([...columns.map((column) => ({ ...first, ...column })), ...rows[i]]);
      end = i + 1;
    } else if (rows[i].length > 1 || columnsAt(first, columns).length > 1) break;
    else if (isClose(rows, i)) end = i + 1;
  }
  return end;
}

/** Whether a single line may be the next one of a cell. */
const isClose = (rows: Stretch[][], i: number): boolean =>
  rows[i][0].y - rows[i - 1][0].y <= MAX_LEADING * rows[i][0].size;

/** The rows of a region and how many base lines they take; undefined where they are not certain. */
function gridOf(lines: Stretch[][]): { rows: GridRow[]; length: number } | undefined {
  const columns = columnsOf(lines.flat());
  if (columns.length < MIN_COLUMNS || columns.length > MAX_COLUMNS) return undefined;
  const leading = leadingIn(cellsOf(lines.flat(), columns));
  if (leading === undefined) return undefined;
  const groups = groupsOf(lines, leading * SAME_LEADING);
  while (groups.at(-1)?.flat().length === 1) groups.pop(); // a line below the table
  if (groups.length < MIN_ROWS || groups.length === lines.length) return undefined;
  const rows = groups.map((group) => ({ stretches: group[0], cells: cellsOf(group.flat(), columns) }));
  const isFull = rows.some(({ cells }) => cells.length === columns.length);
  const isCertain = isFull && rows.every(({ cells }) => cells.every(isOneCell));
  return isCertain ? { rows, length: groups.flat().length } : undefined;
}

/**
 * The distance of the lines of a cell; undefined where all lines of a column are as far apart.
 * @param filled the stretches of each column, from top to bottom
 */
function leadingIn(filled: Stretch[][]): number | undefined {
  const distances = filled.flatMap((column) => column.slice(1).map(({ y }, i) => y - column[i].y));
  if (distances.length === 0) return undefined;
  const least = minOf(distances);
  const wider = distances.filter((distance) => distance > least * SAME_LEADING);
  return wider.length > 0 && minOf(wider) >= least * ROWS_APART ? least : undefined;
}

/** Base lines in groups: one within a cell's leading of the last belongs to the same row. */
function groupsOf(lines: Stretch[][], leading: number): Stretch[][][] {
  const groups: Stretch[][][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && line[0].y - last[0].y <= leading) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** By columns; those without a stretch are left out. */
function cellsOf(stretches: Stretch[], columns: Column[]): Stretch[][] {
  const filled = Map.groupBy(stretches, (each) => columnsAt(each, columns)[0]);
  return [...filled].sort(([a], [b]) => a - b).map(([, cell]) => cell);
}

/** Two figures, one below the other, are two cells. */
const isOneCell = (lines: Stretch[]): boolean =>
  !lines.some(({ text }, i) => i > 0 && FIGURE.test(text.trim()) && FIGURE.test(lines[i - 1].text.trim()));
