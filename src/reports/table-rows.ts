// The rows of tables among the lines of a text: those that the format declares, and elsewhere consecutive lines
// whose cells are separated as the format readers separate them.
import type { DeclaredTable } from './formats/index.ts';
import { headRowsOf } from './formats/tables/head-rows.ts';
import type { NumberingStyle } from './numbering.ts';
import type { TableOfLines } from './report-table.ts';
import type { Span } from './span.ts';
import type { TextLine } from './text-line.ts';

/** Between cells: an ideographic space (Word, web pages), a tab (.doc), two spaces (PDF). */
const CELL_GAP = /\u3000+|\t+| {2,}/;
const SENTENCE_END = /[。！？；!?]/;
const OPEN_END = /[，、：,:.]$/;
const HAS_WORDS = /[\p{L}\p{N}]/u;
/** A line right above a table with its name or its unit. */
const CAPTION =
  /^(?:附?表\s*[\d一二三四五六七八九十]+.{0,40}|.{2,30}(?:一览|统计|情况|明细|对照|汇总|完成|指标|进度)表|[（(]?(?:计量)?单位[:：].{1,12})$/;
const ENGLISH_CAPTION =
  /^(?:(?:Annex\s+)?Table\s+[\dA-Z][\w.–-]{0,6}(?:[.:]?\s.{1,80})?|\(?Units?:.{1,30})$/i;

/** The table's name and its unit. */
const MAX_CAPTIONS = 2;
const MIN_ROWS = 2;

/** @param declared in the order of the text */
export function withTables(lines: TextLine[], declared: DeclaredTable[] = []): TextLine[] {
  const marked: TextLine[] = [];
  let next = 0;
  for (let i = 0; i < lines.length; ) {
    while (next < declared.length && declared[next].end <= lines[i].start) next++;
    const found = declaredAt(lines, i, declared[next]) ?? guessedAt(lines, i, declared[next]);
    if (!found) {
      marked.push(lines[i++]);
      continue;
    }
    const table = tableOf(lines, found);
    while (i < found.end) marked.push({ ...lines[i++], table });
  }
  return marked;
}

/** A table by the indices of its lines. */
interface TableRange {
  /** Its first line, captions included. */
  begin: number;
  /** Its first row, and the first one after its head. */
  first: number;
  body: number;
  /** After its last row. */
  end: number;
  above: Span[];
}

function tableOf(lines: TextLine[], { begin, body, first, end, above }: TableRange): TableOfLines {
  const { start } = lines[begin];
  const headEnd = body > begin ? lines[body - 1].end : start;
  return {
    start,
    end: lines[end - 1].end,
    headEnd,
    heads: headEnd > start ? [...above, { start, end: headEnd }] : above,
    hasNames: body > first || above.length > 0,
  };
}

/** The index after the captions that begin at a line. */
function endOfCaptions(lines: TextLine[], begin: number, maxBlank: number): number {
  let end = begin;
  while (
    end - begin < MAX_CAPTIONS &&
    end + 1 < lines.length &&
    (CAPTION.test(lines[end].text) || ENGLISH_CAPTION.test(lines[end].text)) &&
    isPlain(lines[end]) &&
    lines[end + 1].blankBefore <= maxBlank
  )
    end++;
  return end;
}

/** Empty paragraphs may stand between a table and its captions. */
const MAX_BLANK_ABOVE_DECLARED = 1;

function declaredAt(
  lines: TextLine[],
  begin: number,
  table: DeclaredTable | undefined,
): TableRange | undefined {
  if (!table) return undefined;
  const isIn = (line: TextLine | undefined) =>
    line !== undefined && line.start >= table.start && line.end <= table.end;
  const first = isIn(lines[begin]) ? begin : endOfCaptions(lines, begin, MAX_BLANK_ABOVE_DECLARED);
  if (!isIn(lines[first])) return undefined;
  let body = first;
  while (isIn(lines[body]) && lines[body].start < table.headEnd) body++;
  let end = body;
  while (isIn(lines[end])) end++;
  return { begin, first, body, end, above: table.above ?? [] };
}

/** @param next the next declared table: what it has is not guessed */
function guessedAt(
  lines: TextLine[],
  begin: number,
  next: DeclaredTable | undefined,
): TableRange | undefined {
  const isFree = (i: number) => i < lines.length && (!next || lines[i].start < next.start);
  const first = endOfCaptions(lines, begin, 0);
  let end = first;
  let width = 0;
  while (isFree(end) && (end === first || lines[end].blankBefore === 0) && isRow(lines[end], width)) {
    width = lines[end].text.split(CELL_GAP).length;
    end++;
  }
  if (end - first < MIN_ROWS) return undefined;
  const rows = lines.slice(first, end).map(({ text }) => ({ cells: text.split(CELL_GAP) }));
  return { begin, first, body: first + headRowsOf(rows), end, above: [] };
}

const isPlain = (line: TextLine): boolean =>
  !line.continues && line.declaredLevel === undefined && !line.numbering;

/** A. Diesel bus | 184,000: only a run of lines shows that these are numbers, and rows run on as well. */
const LETTERED: ReadonlySet<NumberingStyle> = new Set([
  'letter',
  'letter-brackets',
  'roman',
  'roman-brackets',
  'decimal',
]);

/**
 * Words set wide are no cells: 一、　总体情况, 工　作　总　结, 联系人：　王某.
 * @param width cells of the row above: a numbered row has as many
 */
function isRow(line: TextLine, width: number): boolean {
  if (line.continues || line.declaredLevel !== undefined || SENTENCE_END.test(line.text)) return false;
  const cells = line.text.split(CELL_GAP);
  if (cells.length < 2 || cells.every(({ length }) => length === 1)) return false;
  if (cells.slice(0, -1).some((cell) => OPEN_END.test(cell) || !HAS_WORDS.test(cell))) return false;
  const { numbering } = line;
  if (numbering === undefined) return true;
  const isOwnCell = numbering.length >= cells[0].length || cells.length === width;
  return cells.length > 2 && (isOwnCell || LETTERED.has(numbering.style));
}
