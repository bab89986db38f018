// The tables of a page: their lines and where their head rows end. Tables around tables, of one row or of one
// column lay out the page and are none.
import type { DeclaredTable } from './reader.ts';

interface Row {
  /** Line after it. */
  end: number;
  cells: number;
  /** Cells that are heads. */
  heads: number;
  /** Cells that are figures. */
  figures: number;
  inHead: boolean;
}

interface OpenTable {
  start: number;
  rows: Row[];
  isLayout: boolean;
  inHead: boolean;
  cell: string;
}

const FIGURE = /^[-+−]?[\d,.，]+\s*(?:[%％‰]|\p{L}{1,3})?$/u;
const YEAR = /^(?:19|20)\d\d\s*年?$/;
const MAX_FIGURE_LENGTH = 20;
const MIN_ROWS = 2;

export class PageTables {
  private readonly nextLine: () => number;
  private readonly stack: OpenTable[] = [];
  private readonly found: { start: number; headEnd: number; end: number }[] = [];

  /** @param nextLine ends the line and gives the number of the next one */
  constructor(nextLine: () => number) {
    this.nextLine = nextLine;
  }

  open(name: string): void {
    const table = this.stack.at(-1);
    if (name === 'table') {
      if (table) table.isLayout = true;
      this.stack.push({ start: -1, rows: [], isLayout: false, inHead: false, cell: '' });
    } else if (!table) return;
    else if (name === 'thead') table.inHead = true;
    else if (name === 'tr' && !table.isLayout) openRow(table, this.nextLine());
    else if (name === 'td' || name === 'th') openCell(table, name);
  }

  add(words: string): void {
    const table = this.stack.at(-1);
    if (table && table.cell.length <= MAX_FIGURE_LENGTH) table.cell += words;
  }

  close(name: string): void {
    const table = this.stack.at(-1);
    if (!table) return;
    if (name === 'thead') table.inHead = false;
    else if (name === 'td' || name === 'th') closeCell(table);
    else if (name === 'tr' && !table.isLayout) closeRow(table, this.nextLine());
    else if (name === 'table') this.closeTable(table);
  }

  /** @param text all lines */
  of(text: string): DeclaredTable[] {
    if (this.found.length === 0) return [];
    const starts = lineStarts(text);
    const spans = this.found.map(({ start, headEnd, end }) => ({
      start: firstWords(starts[start], text),
      end: endBefore(starts, end, text),
      headEnd: headEnd === start ? firstWords(starts[start], text) : endBefore(starts, headEnd, text),
    }));
    return spans.sort((a, b) => a.start - b.start);
  }

  private closeTable(table: OpenTable): void {
    this.stack.pop();
    const rows = table.rows.filter(({ end }, i) => end > (table.rows[i - 1]?.end ?? table.start));
    if (table.isLayout || rows.length < MIN_ROWS || !rows.some(({ cells }) => cells > 1)) return;
    const heads = headRows(rows);
    const headEnd = heads === 0 ? table.start : rows[heads - 1].end;
    this.found.push({ start: table.start, headEnd, end: rows[rows.length - 1].end });
  }
}

function openRow(table: OpenTable, line: number): void {
  if (table.start < 0) table.start = line;
  table.rows.push({ end: line, cells: 0, heads: 0, figures: 0, inHead: table.inHead });
}

function closeRow(table: OpenTable, line: number): void {
  const row = table.rows.at(-1);
  if (row) row.end = line;
}

function openCell(table: OpenTable, name: string): void {
  const row = table.rows.at(-1);
  table.cell = '';
  if (!row) return;
  row.cells++;
  if (name === 'th') row.heads++;
}

function closeCell(table: OpenTable): void {
  const row = table.rows.at(-1);
  const words = table.cell.trim();
  if (row && FIGURE.test(words) && !YEAR.test(words)) row.figures++; // years are heads
}

/** The rows that the page declares to be heads, or else the first one where only the others have figures. */
function headRows(rows: Row[]): number {
  const declared = rows.findIndex(({ inHead, heads, cells }) => !inHead && heads < cells);
  if (declared > 0) return declared;
  if (declared < 0) return rows.every(({ inHead }) => inHead) ? 0 : 1;
  const hasFigures = ({ figures }: Row) => figures > 0;
  const [first, ...others] = rows;
  const isHead =
    first.cells > 1 && !hasFigures(first) && others.filter(hasFigures).length * 2 > others.length;
  return isHead ? 1 : 0;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** After blank lines. */
function firstWords(start: number, text: string): number {
  let at = start;
  while (text[at] === '\n') at++;
  return at;
}

/** The end of the line before one. */
const endBefore = (starts: number[], line: number, text: string): number =>
  line < starts.length ? starts[line] - 1 : text.length;
