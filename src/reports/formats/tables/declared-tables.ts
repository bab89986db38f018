// From the rows of a table, with their places, to the tables that a document declares. A head in the middle
// begins another one; where it only titles the rows below it, the names of the columns above hold on.
import type { Span } from '../../span.ts';
import type { DeclaredTable } from '../reader.ts';
import { headRowsOf } from './head-rows.ts';
import { filledIn, isGroupTitle, type PlacedRow } from './table-row.ts';

/**
 * @param runs rows in their order, a run each where something else stands between them
 * @param isData the format holds records
 */
export function declaredTables(runs: PlacedRow[][], isData = false): DeclaredTable[] {
  const tables: DeclaredTable[] = [];
  let columns: Span | undefined;
  for (const run of runs) {
    if (run.length === 0) continue;
    const first = columns === undefined ? headRowsOf(run, isData) : 0;
    const heads = first + leadingHeads(run, first);
    for (const { rows, headCount } of partsOf(run, heads)) {
      const names = rows.slice(0, headCount).filter((row) => filledIn(row) > 1);
      const hasOwn = names.length > 0;
      const [{ start }] = rows;
      const end = rows[rows.length - 1].end;
      const headEnd = headCount > 0 ? rows[headCount - 1].end : start;
      tables.push({ start, end, headEnd, ...(columns && !hasOwn ? { above: [columns] } : {}) });
      if (hasOwn) columns = { start: names[0].start, end: names[names.length - 1].end };
    }
  }
  return tables;
}

interface Part {
  rows: PlacedRow[];
  headCount: number;
}

/** The rows cut before each head in their middle. */
function partsOf(rows: PlacedRow[], heads: number): Part[] {
  const parts: Part[] = [];
  let begin = 0;
  let headCount = heads;
  const lastRow = rows.findLastIndex((row) => !isHead(row));
  for (let i = heads; i < lastRow; i++) {
    const own = i > begin + headCount ? leadingHeads(rows, i) : 0;
    if (own === 0) continue;
    parts.push({ rows: rows.slice(begin, i), headCount });
    begin = i;
    headCount = own;
    i += own - 1;
  }
  return [...parts, { rows: rows.slice(begin), headCount }];
}

const isHead = (row: PlacedRow): boolean => row.isHead === true || isGroupTitle(row);

/** How many rows from one on are declared heads or titles of the rows below them, of which there is one. */
function leadingHeads(rows: PlacedRow[], from = 0): number {
  let end = from;
  while (end < rows.length && isHead(rows[end])) end++;
  return end < rows.length ? end - from : 0;
}
