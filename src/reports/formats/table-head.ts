// Which rows of a table name its columns, where the format does not say so.

/** A head's cell is a name: longer ones are content. In characters. */
const MAX_NAME_LENGTH = 40;
const MAX_HEAD_ROWS = 3;
/** More rows say nothing further of a head. */
const COMPARED_ROWS = 12;
/** In a table of two columns the first may hold names and the second what they stand for. */
const MIN_COLUMNS = 3;
const SENTENCE = /[。！？；!?;]/;
/** A value: a figure with its unit, a share, a date, nothing. */
const VALUE = /^[（(]?[-+−±￥¥$€£]?\d[\d.,，/:：\-–—]*\s*\p{L}{0,4}[%％‰）)]?$|^[-—–/\\\s]*$/u;
/** A year as the name of a column. */
const YEAR = /^(?:FY\s?)?(?:19|20)\d\d(?:[-/–]\d{2,4})?(?:\s*年.*)?$/;
/** What the column of running numbers is called. */
const NUMBER_COLUMN = /^(?:序\s*号|编\s*号|No\.?|#|Item)$/i;

/**
 * How many rows at the beginning of a table name its columns.
 * @param rows the cells of its rows; empty cells may be missing
 */
export function headRowsOf(rows: string[][]): number {
  const title = isTitle(rows[0], rows[1]) ? 1 : 0;
  const first = rows[title];
  if (!first || rows.length < title + 2 || !namesColumns(first, rows.slice(title + 1, COMPARED_ROWS)))
    return 0;
  let end = title + 1;
  while (end < Math.min(rows.length - 1, title + MAX_HEAD_ROWS) && isSecondHead(rows[end], rows[end + 1]))
    end++;
  return end;
}

const isFilled = (cell: string) => cell.trim() !== '';
const isValue = (cell: string) => VALUE.test(cell.trim()) && !YEAR.test(cell.trim());
const isName = (cell: string) =>
  cell.trim().length <= MAX_NAME_LENGTH && !SENTENCE.test(cell) && !isValue(cell);

/** A row of one cell above rows of several is the table's title. */
const isTitle = (row: string[] | undefined, next: string[] | undefined): boolean =>
  row?.filter(isFilled).length === 1 && (next?.filter(isFilled).length ?? 0) > 1;

function namesColumns(row: string[], below: string[][]): boolean {
  const names = row.filter(isFilled);
  if (names.length < 2 || !names.every(isName) || new Set(names).size < names.length) return false;
  if (names.filter(hasFigure).length * 2 > names.length) return false;
  if (names.some((name) => NUMBER_COLUMN.test(name.trim()))) return true;
  const isFull = below.every((cells) => cells.length <= names.length);
  if (names.length >= MIN_COLUMNS && isFull && !names.some((name) => /\d/.test(name))) return true;
  const others = below.filter((cells) => cells.filter(isFilled).length > 1);
  if (others.some((cells) => cells.length > row.length + 1)) return false;
  return others.length > 0 && others.filter(hasContent).length * 2 >= others.length;
}

/** A row with something that no name of a column would be. */
const hasContent = (cells: string[]): boolean =>
  cells.filter(isFilled).some((cell) => !isName(cell) || hasFigure(cell));

/** Periods are names of columns: 2023年, Q3 2024. */
const PERIOD = /(?:19|20)\d\d|Q[1-4]/g;
const hasFigure = (cell: string) => /\d/.test(cell.replace(PERIOD, ''));

/** A head of two rows: under cells that go over both there is nothing. */
const isSecondHead = (row: string[], next: string[]): boolean =>
  row.length > 1 &&
  row.some((cell) => !isFilled(cell)) &&
  row.filter(isFilled).length > 1 &&
  row.filter(isFilled).every(isName) &&
  hasContent(next);
