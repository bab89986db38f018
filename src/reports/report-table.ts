// The tables of a report: by which words a row is found and shown that does not hold them itself.
import type { Span } from './span.ts';

export interface ReportTable {
  /** Its captions with the rows that name its columns; before these, what names them and stands apart, above. */
  heads: Span[];
}

/** The table that lines belong to: one object for all of them. */
export interface TableOfLines extends Span {
  /** Lines that begin before it are captions or head rows. */
  headEnd: number;
  /** As in `ReportTable`. */
  heads: Span[];
  /** Its columns have names: a row can be read without its neighbours. */
  hasNames: boolean;
}

/** A passage, or what is known of one. */
interface OfTable {
  start: number;
  table?: number;
}

/** The heads of the table that a passage's rows belong to; none where it holds them itself, or is of no table. */
export function headsAbove({ tables }: { tables: ReportTable[] }, { table, start }: OfTable): Span[] {
  return table === undefined ? [] : tables[table].heads.filter(({ end }) => end <= start);
}

/** Rows are read together up to this length, in UTF-16 units. */
const MAX_TOGETHER = 600;

/** Stretches for reading: passages, but rows of one table together as long as they follow each other. */
export function rowsTogether<Each extends OfTable & Span & { section: number }>(
  passages: Each[],
): (Span & { section: number })[] {
  const stretches: (OfTable & Span & { section: number })[] = [];
  let last: (typeof stretches)[number] | undefined;
  for (const passage of passages) {
    const { start, end, section, table } = passage;
    const isNext = last?.table !== undefined && last.table === table && last.section === section;
    if (last && isNext && end - last.start <= MAX_TOGETHER) last.end = end;
    else {
      last = { start, end, section, ...(table === undefined ? {} : { table }) };
      stretches.push(last);
    }
  }
  return stretches.map(({ table: _, ...stretch }) => stretch);
}

/** The passages that are no rows of tables with heads; all of them where there are no others. */
export function withoutTables<Each extends OfTable>(passages: Each[]): Each[] {
  const others = passages.filter(({ table }) => table === undefined);
  return others.length > 0 ? others : passages;
}
