// Whether the first row of a table names its columns.

/** A longer cell is text, not the name of a column. */
const MAX_NAME_LENGTH = 40;
/** Rows that are compared with the first one. */
const COMPARED_ROWS = 20;
const FIGURE = /^[-+(（]?[\p{Sc}]?\d[\d,.，]*\s*[%‰)）]?$/u;
const DATE = /^\d{1,4}[-/.年]\d{1,2}([-/.月]\d{1,4}日?)?$/;
const YEAR = /^(?:19|20)\d\d$/;
const SENTENCE_END = /[。！？；!?;]$/;

/**
 * Each filled cell of the first row is the short name of a column; and a column of figures lies below one of
 * them, or all columns have different names without a figure in them.
 * @param rows without rows that are empty
 */
export function beginsWithHead(rows: string[][]): boolean {
  const [first, ...others] = rows;
  const below = others.slice(0, COMPARED_ROWS);
  const names = first?.filter((cell) => cell !== '') ?? [];
  if (below.length === 0 || names.length < 2 || !names.every(isName)) return false;
  if (names.every((name) => YEAR.test(name))) return false;
  if (first.some((name, column) => name !== '' && isOfFigures(below, column))) return true;
  const isFull = names.length >= Math.max(...below.map(filled));
  return isFull && new Set(names).size === names.length && !names.some((name) => /\d/.test(name));
}

const filled = (row: string[]): number => row.filter((cell) => cell !== '').length;

const isName = (cell: string): boolean =>
  cell.length <= MAX_NAME_LENGTH &&
  !SENTENCE_END.test(cell) &&
  (YEAR.test(cell) || !(FIGURE.test(cell) || DATE.test(cell)));

function isOfFigures(rows: string[][], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
  const figures = cells.filter((cell) => FIGURE.test(cell) || DATE.test(cell));
  return figures.length > 0 && figures.length * 2 > cells.length;
}
