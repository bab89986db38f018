// Passages: the unit that is indexed and quoted. Whole sentences, never across a heading; of a table whose
// columns have names, each row. Promise: every sentence of a report is in exactly one passage.
import type { OutlineSentence } from './outline.ts';
import type { ReportTable, TableOfLines } from './report-table.ts';
import type { Span } from './span.ts';

export interface Passage extends Span {
  /** Index of its section in the report's outline. */
  section: number;
  sentences: Span[];
  /** Index of its table in the report's tables, where that has a head. */
  table?: number;
}

/** A passage under construction, with the table that it belongs to. */
interface GrowingPassage extends Omit<Passage, 'table'> {
  table?: TableOfLines | undefined;
}

/** Bounds of a passage's length in UTF-16 units; whole sentences may exceed them. */
const MIN_LENGTH = 40;
const MAX_LENGTH = 220;
/** A table without names of columns stays whole up to this length: its rows explain each other. */
const MAX_TABLE_LENGTH = 600;

/** A list point or a paragraph begins a new passage once the last one is long enough. */
export function passagesOf(
  text: string,
  sentences: OutlineSentence[],
): { passages: Passage[]; tables: ReportTable[] } {
  const passages: GrowingPassage[] = [];
  let current: GrowingPassage | undefined;
  for (const sentence of sentences) {
    if (!current || breaksBefore(text, sentence, current)) {
      const { start, end, section, table } = sentence;
      current = { start, end, section, table, sentences: [] };
      passages.push(current);
    }
    current.end = sentence.end;
    current.sentences.push({ start: sentence.start, end: sentence.end });
  }
  const numbers = new Map<TableOfLines, number>();
  const merged = mergeShort(text, passages).map(({ table, ...passage }): Passage => {
    if (!table || table.heads.length === 0) return passage;
    const number = numbers.get(table) ?? numbers.size;
    numbers.set(table, number);
    return { ...passage, table: number };
  });
  return { passages: merged, tables: [...numbers.keys()].map(({ heads }) => ({ heads })) };
}

/** Only white space between: passages on both sides of a dropped marker stay separate. */
function adjacent(text: string, before: Span, after: Span): boolean {
  return before.end <= after.start && text.slice(before.end, after.start).trim() === '';
}

function breaksBefore(text: string, sentence: OutlineSentence, current: GrowingPassage): boolean {
  if (sentence.section !== current.section || sentence.table !== current.table) return true;
  if (!adjacent(text, current, sentence)) return true;
  if (current.table) return breaksTable(sentence, current.table, current.start);
  const length = current.end - current.start;
  if (sentence.end - current.start > MAX_LENGTH) return true;
  return (sentence.startsPoint || sentence.startsParagraph) && length >= MIN_LENGTH;
}

/** The rows of a head stay together. */
function breaksTable(row: Span, { headEnd, hasNames }: TableOfLines, begin: number): boolean {
  return hasNames ? row.start >= headEnd : row.end - begin > MAX_TABLE_LENGTH;
}

/** A short passage joins the one before it in the same section; rows that can be read alone stay alone. */
function mergeShort(text: string, passages: GrowingPassage[]): GrowingPassage[] {
  const merged: GrowingPassage[] = [];
  for (const passage of passages) {
    const before = merged.at(-1);
    const isShort = passage.end - passage.start < MIN_LENGTH && !passage.table?.hasNames;
    const fits = before && passage.end - before.start <= MAX_LENGTH + MIN_LENGTH;
    const isSameBlock = before?.section === passage.section && before.table === passage.table;
    if (fits && isShort && isSameBlock && adjacent(text, before, passage)) {
      before.end = passage.end;
      before.sentences.push(...passage.sentences);
    } else merged.push(passage);
  }
  return merged;
}
