// Which rows of a table name its columns: those that the format declares, or else by evidence.
import { filledIn, isFilled, isGroupTitle, type TableRow } from './table-row.ts';

/** A longer cell is content, not the name of a column. In characters. */
const MAX_NAME_LENGTH = 40;
/** More rows of names than this are none. */
const MAX_HEAD_ROWS = 4;
/** A table's title and its unit. */
const MAX_TITLES = 2;
/** More rows say nothing further of a head. */
const COMPARED_ROWS = 20;
/** In a table of two columns the first may hold names and the second what they stand for. */
const MIN_COLUMNS = 3;
const SENTENCE = /[。！？；!?;]/;
const FIGURE = /^[-+−±(（]?[\p{Sc}]?\d[\d,.，]*\s*[%‰％)）]?$/u;
const DATE = /^\d{1,4}[-/.年]\d{1,2}([-/.月]\d{1,4}日?)?$/;
/** A value: a figure with its unit, a share, a date, nothing. */
const VALUE = /^[（(]?[-+−±￥¥$€£]?\d[\d.,，/:：\-–—]*\s*\p{L}{0,4}[%％‰）)]?$|^[-—–/\\\s]*$/u;
/** Periods as names of columns: 2023, 2023年, 2023-24, FY2023, 1—6月. */
const YEAR = /^(?:FY\s?)?(?:19|20)\d\d(?:[-/–—]\d{2,4})?(?:\s*年.*)?$/;
const MONTHS = /^\d{1,2}\s*[-–—~至]\s*\d{1,2}\s*月/;
/** The same within a name. */
const PERIOD = /(?:19|20)\d\d|Q[1-4]/g;
/** What the column of running numbers is called. */
const NUMBER_COLUMN = /^(?:序\s*号|编\s*号|No\.?|#|Item)$/i;

/**
 * How many rows at the beginning of a table are its head: its title and the names of its columns.
 * @param isData the format holds records, whose first one usually names the columns
 */
export function headRowsOf(rows: TableRow[], isData = false): number {
  const titles = titlesOf(rows);
  const names = namesOfColumns(rows.slice(titles, titles + MAX_HEAD_ROWS + COMPARED_ROWS), isData);
  const isTitled = names > 0 || (rows[0] !== undefined && isGroupTitle(rows[0]));
  return Math.max(declaredHeads(rows), isTitled ? titles + names : 0);
}

/** Declared rows at the beginning; a table of such rows only says nothing by them. */
function declaredHeads(rows: TableRow[]): number {
  return Math.max(
    0,
    rows.findIndex(({ isHead }) => !isHead),
  );
}

/** Rows of one cell above rows of several. */
function titlesOf(rows: TableRow[]): number {
  let titles = 0;
  while (titles < MAX_TITLES && rows[titles] && filledIn(rows[titles]) === 1) titles++;
  return rows[titles] && filledIn(rows[titles]) > 1 ? titles : 0;
}

/** How many of the first rows name columns. */
function namesOfColumns(rows: TableRow[], isData: boolean): number {
  const cells = rows.map((row) => row.cells);
  for (let last = spanOfHead(rows); last > 0; last--) {
    if (last >= rows.length || !areNames(cells[last - 1], cells.slice(last, last + COMPARED_ROWS), isData))
      continue;
    let end = last;
    while (end < Math.min(rows.length - 1, MAX_HEAD_ROWS) && isSecondHead(cells[end], cells[end + 1])) end++;
    return end;
  }
  return 0;
}

/** The first row, and those that its joined cells reach or have parts in. */
function spanOfHead([first]: TableRow[]): number {
  if (!first) return 0;
  const { height = 1, isGrouped } = first;
  return Math.min(MAX_HEAD_ROWS, Math.max(height, isGrouped ? 2 : 1));
}

/**
 * Short different names without figures; below one of them stand figures, or all columns have names, or what
 * stands below is no name.
 */
function areNames(row: string[], below: string[][], isData: boolean): boolean {
  const names = row.filter(isFilled);
  if (names.length < 2 || below.length === 0 || !names.every(isName)) return false;
  if (names.every(isPeriod) && isFilled(row[0])) return false; // figures that look like years
  if (row.some((name, column) => isFilled(name) && isOfFigures(below, column))) return true;
  if (new Set(names).size < names.length || names.filter(hasFigure).length * 2 > names.length) return false;
  if (names.some((name) => NUMBER_COLUMN.test(name.trim()))) return true;
  const widest = Math.max(...below.map((cells) => cells.filter(isFilled).length));
  const isPlain = !names.some((name) => /\d/.test(name));
  if (isPlain && names.length >= widest && (isData || names.length >= MIN_COLUMNS)) return true;
  const others = below.filter((cells) => cells.filter(isFilled).length > 1);
  if (others.some((cells) => cells.length > row.length + 1)) return false;
  return others.length > 0 && others.filter((cells) => hasContent(cells, row)).length * 2 >= others.length;
}

const isPeriod = (cell: string) => YEAR.test(cell.trim()) || MONTHS.test(cell.trim());
const isValue = (cell: string) => VALUE.test(cell.trim()) && !isPeriod(cell);
const isName = (cell: string) =>
  cell.trim().length <= MAX_NAME_LENGTH && !SENTENCE.test(cell) && !isValue(cell);
const hasFigure = (cell: string) => /\d/.test(cell.replace(PERIOD, ''));

function isOfFigures(rows: string[][], column: number): boolean {
  const cells = rows.map((row) => (row[column] ?? '').trim()).filter(isFilled);
  const figures = cells.filter((cell) => FIGURE.test(cell) || DATE.test(cell));
  return figures.length > 0 && figures.length * 2 > cells.length;
}

/** A row with something that no name of a column would be; below names with figures, figures say nothing. */
const hasContent = (cells: string[], names: string[] = []): boolean =>
  cells.some(
    (cell, column) => isFilled(cell) && !hasFigure(names[column] ?? '') && (!isName(cell) || hasFigure(cell)),
  );

/** A head of two rows: under cells that go over both there is nothing. */
const isSecondHead = (row: string[], next: string[]): boolean =>
  row.length > 1 &&
  row.some((cell) => !isFilled(cell)) &&
  row.filter(isFilled).length > 1 &&
  row.filter(isFilled).every(isName) &&
  hasContent(next);
