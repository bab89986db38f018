// Stretches of words to lines in reading order: from top to bottom, columns one after the other.
import { maxOf, minOf } from '../../min-max.ts';
import { isWide } from './characters.ts';
import { crosses, type Gutters, type RawPage } from './columns.ts';
import { gridRows } from './grid.ts';
import { onOneLine, type Stretch } from './rows.ts';

/** Measures in points. */
export interface PdfLine {
  text: string;
  page: number;
  left: number;
  right: number;
  y: number;
  size: number;
  /** 0 for the full width, 1 and so on for the columns of a page with several. */
  column: number;
  /** The cells of a table's row; one cell only where its neighbours are rows. */
  cells?: string[];
  /** Its row was put together from several base lines, or stands among such rows. */
  inGrid?: true;
}

/** Width and height in points. */
export interface PdfPage {
  /** With a fraction for words on a page that are turned, also in `PdfLine`. */
  number: number;
  width: number;
  height: number;
  lines: PdfLine[];
  isBeside: boolean;
}

/** The page on which a line stands, from 1 on. */
export const pageNumberOf = (number: number): number => Math.floor(number);

/** Whether two lines run in the same direction. */
export const runAlike = (a: PdfLine, b: PdfLine): boolean => a.page % 1 === b.page % 1;

/** A gap of this many character widths separates cells. A line with one such gap is a table row. */
const CELL_GAP = 1.5;
/** Separates the cells of a row in the text. */
export const CELL_SPACE = '  ';

/**
 * The lines of one page in reading order. A line across columns separates what is above it from what is
 * below.
 */
export function linesOf({ stretches, number }: RawPage, gutters: Gutters): PdfLine[] {
  if (gutters.length === 0) return linesIn(stretches, number, 0);
  const lines: PdfLine[] = [];
  let band: Stretch[] = [];
  const flush = () => {
    for (let column = 0; column <= gutters.length; column++) {
      const own = band.filter((each) => columnOf(each, gutters) === column);
      for (const line of linesIn(own, number, column + 1)) lines.push(line);
    }
    band = [];
  };
  for (const row of rowsIn(stretches)) {
    if (!row.some((each) => gutters.some((x) => crosses(each, x)))) for (const each of row) band.push(each);
    else {
      flush();
      lines.push(joined(row, number, 0));
    }
  }
  flush();
  return lines;
}

const columnOf = ({ right }: Stretch, gutters: Gutters) => gutters.filter((x) => right > x).length;

/** Stretches on one base line, from left to right. */
function rowsIn(stretches: Stretch[]): Stretch[][] {
  const rows: Stretch[][] = [];
  for (const stretch of [...stretches].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && onOneLine(row[0], stretch)) row.push(stretch);
    else rows.push([stretch]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

const linesIn = (stretches: Stretch[], page: number, column: number): PdfLine[] =>
  gridRows(rowsIn(stretches), isRowOfCells).map((row) =>
    row.cells ? joinedCells(row.cells, page, column) : joined(row.stretches, page, column),
  );

const isRowOfCells = (row: Stretch[]): boolean =>
  !isStretched(row) && row.some((stretch, i) => i > 0 && areCells(row[i - 1], stretch));

/** A row with the lines of each of its cells. */
function joinedCells(cells: Stretch[][], page: number, column: number): PdfLine {
  const words = cells.map((lines) =>
    lines.map((line, i) => (i > 0 ? between(lines[i - 1], line) : '') + line.text).join(''),
  );
  const all = cells.flat();
  return {
    text: words.join(CELL_SPACE),
    page,
    left: minOf(all.map(({ left }) => left)),
    right: maxOf(all.map(({ right }) => right)),
    y: minOf(all.map(({ y }) => y)),
    size: maxOf(all.map(({ size }) => size)),
    column,
    cells: words,
    inGrid: true,
  };
}

function joined(row: Stretch[], page: number, column: number): PdfLine {
  const isRow = isRowOfCells(row);
  const words = row.map((stretch, i) => {
    if (i === 0) return stretch.text;
    return (isRow ? CELL_SPACE : between(row[i - 1], stretch)) + stretch.text;
  });
  return {
    text: words.join(''),
    page,
    left: row[0].left,
    right: maxOf(row.map(({ right }) => right)),
    y: row[0].y,
    size: maxOf(row.map(({ size }) => size)),
    column,
    ...(isRow ? { cells: row.map(({ text }) => text) } : {}),
  };
}

/** Equal gaps between all words of a line are spaces, widened to justify a narrow column. */
const MIN_GAPS = 2;
const EVEN = 0.1;

function isStretched(row: Stretch[]): boolean {
  if (row.length <= MIN_GAPS || row.some(({ text }) => /\s/.test(text) || isWide(text[0]))) return false;
  const gaps = row.slice(1).map((stretch, i) => stretch.left - row[i].right);
  return maxOf(gaps) - minOf(gaps) <= EVEN * row[0].size;
}

const areCells = (before: Stretch, after: Stretch) =>
  after.left - before.right > CELL_GAP * Math.max(before.size, after.size);

const between = (before: Stretch, after: Stretch): string =>
  isWide(before.text.at(-1)) || isWide(after.text[0]) ? '' : ' ';
