// The tables of a document in short.
import type { ReadDocument } from '../../../src/reports/formats/index.ts';

/** For each table its head and its other rows, with `|` between cells; head rows are joined by ` / `. */
export function shownTables({ text, tables = [] }: ReadDocument): string[][] {
  const shown = (start: number, end: number) => text.slice(start, end).replaceAll('\u3000', '|');
  return tables.map(({ start, end, headEnd }) => [
    shown(start, headEnd).replaceAll('\n', ' / '),
    ...shown(headEnd, end)
      .split('\n')
      .filter((row) => row !== ''),
  ]);
}
