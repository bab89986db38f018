// Table rows: consecutive lines whose cells are separated as the format readers separate them.

import type { NumberingStyle } from './numbering.ts';
import type { TextLine } from './text-line.ts';

/** Between cells: an ideographic space (Word, web pages), a tab (.doc), two spaces (PDF). */
const CELL_GAP = /\u3000+|\t+| {2,}/;
const SENTENCE_END = /[。！？；!?]/;
const OPEN_END = /[，、：,:.]$/;
const HAS_WORDS = /[\p{L}\p{N}]/u;
/** A line right above a table with its name or its unit. */
const CAPTION =
  /^(?:附?表\s*[\d一二三四五六七八九十]+.{0,40}|.{2,30}(?:一览|统计|情况|明细|对照|汇总|完成|指标|进度)表|[（(]?单位[:：].{1,12})$/;

/** The table's name and its unit. */
const MAX_CAPTIONS = 2;
const MIN_ROWS = 2;

/** Marks the lines of each table with the offset at which it begins. */
export function withTables(lines: TextLine[]): TextLine[] {
  const marked: TextLine[] = [];
  for (let i = 0; i < lines.length; ) {
    const end = endOfTable(lines, i);
    const table = lines[i].start;
    if (end === i) marked.push(lines[i++]);
    else while (i < end) marked.push({ ...lines[i++], table });
  }
  return marked;
}

/** The index after the table that begins at a line, or the line's own index where none begins. */
function endOfTable(lines: TextLine[], begin: number): number {
  const follows = (i: number) => i < lines.length && lines[i].blankBefore === 0;
  let first = begin;
  while (
    first - begin < MAX_CAPTIONS &&
    CAPTION.test(lines[first].text) &&
    isPlain(lines[first]) &&
    follows(first + 1)
  )
    first++;
  let end = first;
  while ((end === first || follows(end)) && isRow(lines[end])) end++;
  return end - first >= MIN_ROWS ? end : begin;
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

/** Words set wide are no cells: 一、　总体情况, 工　作　总　结, 联系人：　王某. */
function isRow(line: TextLine): boolean {
  if (line.continues || line.declaredLevel !== undefined || SENTENCE_END.test(line.text)) return false;
  const cells = line.text.split(CELL_GAP);
  if (cells.length < 2 || cells.every(({ length }) => length === 1)) return false;
  if (cells.slice(0, -1).some((cell) => OPEN_END.test(cell) || !HAS_WORDS.test(cell))) return false;
  const { numbering } = line;
  const isOwnCell = numbering === undefined || numbering.length >= cells[0].length;
  return numbering === undefined || (cells.length > 2 && (isOwnCell || LETTERED.has(numbering.style)));
}
