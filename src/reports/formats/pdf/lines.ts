// Glyphs to lines in reading order. Measures are points (1/72 inch) on the upright page, x from the left, y down to the base line.
import { isWide, plainCharacters, withoutHairSpaces } from './characters.ts';

/** A run of glyphs where it stands. */
export interface Run {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Height of the letters. */
  size: number;
}

/** A line of text. */
export interface Line {
  text: string;
  page: number;
  left: number;
  right: number;
  y: number;
  size: number;
  /** 0 for the whole width, 1 and 2 for the columns of a page with two. */
  column: 0 | 1 | 2;
}

/** Runs whose base lines differ by less than this share of their size stand on one line. */
const SAME_LINE = 0.4;
/** So many widths of a character part two things that only happen to be on one height: cells, columns. */
const CELL_GAP = 1.5;
/** A gap of this share of a character is a space between Latin words. */
const WORD_GAP = 0.2;
/** Shown between the cells of a row. */
const CELL_SPACE = '  ';

/** The lines of one page, in the order in which they are read. */
export function linesOf(runs: Run[], page: number): Line[] {
  const pieces = rowsOf(withoutOverprint(runs)).flatMap(piecesOf);
  const ordered = inColumns(pieces);
  return ordered.map((row) => ({ ...joined(row), page }));
}

/** Some programs print twice, a little aside, for bold letters. */
function withoutOverprint(runs: Run[]): Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = seen.get(run.text) ?? [];
    const near = run.size * SAME_LINE;
    if (same.some(({ x, y }) => Math.abs(x - run.x) < near && Math.abs(y - run.y) < near)) return false;
    seen.set(run.text, [...same.slice(-OVERPRINT_MEMORY), run]);
    return true;
  });
}

/** Enough to see a second print; a page of one letter must not cost its square. */
const OVERPRINT_MEMORY = 50;

/** Runs on one height, from left to right, rows from top to bottom. */
function rowsOf(runs: Run[]): Run[][] {
  const rows: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && Math.abs(run.y - row.y) <= SAME_LINE * Math.max(run.size, row.size)) {
      row.runs.push(run);
      if (run.size > row.size) Object.assign(row, { y: run.y, size: run.size });
    } else rows.push({ y: run.y, size: run.size, runs: [run] });
  }
  return rows.map((row) => row.runs.sort((a, b) => a.x - b.x));
}

/** A stretch of a row without a wide gap in it. */
interface Piece {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

function piecesOf(row: Run[]): Piece[] {
  const pieces: Piece[] = [];
  for (const run of row) {
    const last = pieces.at(-1);
    const gap = last ? run.x - last.right : 0;
    if (!last || gap > CELL_GAP * Math.max(run.size, last.size)) {
      pieces.push({ text: run.text, left: run.x, right: run.x + run.width, y: run.y, size: run.size });
      continue;
    }
    last.text += (needsSpace(last.text, run.text, gap / run.size) ? ' ' : '') + run.text;
    last.right = Math.max(last.right, run.x + run.width);
    last.size = Math.max(last.size, run.size);
  }
  return pieces
    .map((piece) => ({ ...piece, text: withoutHairSpaces(plainCharacters(piece.text).trim()) }))
    .filter(({ text }) => text !== '');
}

function needsSpace(before: string, after: string, gap: number): boolean {
  const [last, first] = [before.at(-1), after[0]];
  if (/\s/.test(last ?? '') || /\s/.test(first ?? '')) return false;
  return gap > (isWide(last) && isWide(first) ? 1 : WORD_GAP);
}

/** The share of a page's pieces that may cross the gap between two columns (titles, pictures' words). */
const MAX_CROSSING = 0.25;
const MIN_COLUMN_LINES = 6;
/** A column is text, and no list of cells, where its lines fill this share of it on the average. */
const MIN_COLUMN_FILL = 0.6;
/** And where it takes this share of the page's text. */
const MIN_COLUMN_SHARE = 0.3;
const GUTTER_STEP = 2;

/** A line's pieces with the column that it stands in. */
interface Row {
  pieces: Piece[];
  column: Line['column'];
}

/** Columns one after the other; what goes over both stays between what is above and below it. */
function inColumns(pieces: Piece[]): Row[] {
  const gutter = gutterOf(pieces);
  if (gutter === undefined) return rowsOfPieces(pieces, 0);
  const rows: Row[] = [];
  let band: Piece[] = [];
  const flush = () => {
    rows.push(
      ...rowsOfPieces(
        band.filter(({ right }) => right <= gutter),
        1,
      ),
      ...rowsOfPieces(
        band.filter(({ right }) => right > gutter),
        2,
      ),
    );
    band = [];
  };
  for (const piece of pieces) {
    if (!crosses(piece, gutter)) band.push(piece);
    else {
      flush();
      rows.push({ pieces: [piece], column: 0 });
    }
  }
  flush();
  return rows;
}

const crosses = ({ left, right }: Piece, x: number) => left < x && right > x;

function rowsOfPieces(pieces: Piece[], column: Line['column']): Row[] {
  const rows: Row[] = [];
  for (const piece of pieces) {
    const last = rows.at(-1);
    const beside = last?.pieces.at(-1);
    const sameRow = beside && Math.abs(beside.y - piece.y) <= SAME_LINE * Math.max(beside.size, piece.size);
    if (last && sameRow && piece.left >= beside.right) last.pieces.push(piece);
    else rows.push({ pieces: [piece], column });
  }
  return rows;
}

/** Where the gap between two columns of text is, or undefined where the page has one column. */
function gutterOf(pieces: Piece[]): number | undefined {
  if (pieces.length < 2 * MIN_COLUMN_LINES) return undefined;
  const left = Math.min(...pieces.map((piece) => piece.left));
  const right = Math.max(...pieces.map((piece) => piece.right));
  const least = { crossing: pieces.length * MAX_CROSSING, from: 0, to: -1 };
  for (let x = left + (right - left) * 0.35; x <= left + (right - left) * 0.65; x += GUTTER_STEP) {
    const crossing = pieces.filter((piece) => crosses(piece, x)).length;
    if (crossing < least.crossing) Object.assign(least, { crossing, from: x, to: x });
    else if (crossing === least.crossing && x - least.to <= GUTTER_STEP * 1.5) least.to = x;
  }
  if (least.to < 0) return undefined;
  const gutter = (least.from + least.to) / 2;
  const room = (right - left) * MIN_COLUMN_SHARE;
  const sides = [
    pieces.filter((piece) => piece.right <= gutter),
    pieces.filter((piece) => piece.left >= gutter),
  ];
  return sides.every((side) => isColumn(side, room)) ? gutter : undefined;
}

/** Whether pieces below each other are text that fills a column at least so wide. */
function isColumn(pieces: Piece[], room: number): boolean {
  if (pieces.length < MIN_COLUMN_LINES) return false;
  const width = Math.max(...pieces.map(({ right }) => right)) - Math.min(...pieces.map(({ left }) => left));
  const mean = pieces.reduce((sum, { left, right }) => sum + right - left, 0) / pieces.length;
  return width >= room && mean >= width * MIN_COLUMN_FILL;
}

function joined({ pieces, column }: Row): Omit<Line, 'page'> {
  return {
    text: pieces.map(({ text }) => text).join(CELL_SPACE),
    left: pieces[0].left,
    right: Math.max(...pieces.map(({ right }) => right)),
    y: pieces[0].y,
    size: Math.max(...pieces.map(({ size }) => size)),
    column,
  };
}
