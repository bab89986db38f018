// Whatever cells hold, all of it is in the text and in its column.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../src/reports/formats/csv.ts';
import { xlsx } from '../../../src/reports/formats/excel/reader.ts';
import type { ReadResult } from '../../../src/reports/formats/index.ts';
import { cellRows, writeWorkbook } from '../../fixtures/formats/office-writer.ts';

const PIECES = ['渔', '船', 'a', '7', '0.5', ',', ';', '"', '\n', ' ', '，', '。', '\t', '<', '&', '年'];
const cell = fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join(''));
/** Two filled cells at least: a line of one cell is no row. */
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(
    fc.array(cell, { minLength: width, maxLength: width }).map((cells) => ['甲', ...cells, '乙']),
    { minLength: 2, maxLength: 8 },
  ),
);

const shown = (words: string) => words.replace(/\s+/g, ' ').trim();
const rowsOf = (read: ReadResult) =>
  read.ok ? read.text.split('\n').map((line) => line.split('\u3000')) : [];

describe('any cells', () => {
  it.each([',', ';', '\t'])('separated by %j', (separator) => {
    const quoted = (words: string) => `"${words.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, (rows) => {
        const source = rows.map((cells) => cells.map(quoted).join(separator)).join('\r\n');
        expect(rowsOf(csv.read(Buffer.from(source)))).toEqual(rows.map((cells) => cells.map(shown)));
      }),
    );
  });

  it('of a workbook', () => {
    const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    fc.assert(
      fc.property(table, (rows) => {
        const written = cellRows(rows.map((cells) => cells.map(escaped)));
        const [name, ...read] = rowsOf(xlsx.read(writeWorkbook([{ rows: written }])));
        expect(name).toEqual(['表1']);
        expect(read).toEqual(rows.map((cells) => cells.map(shown)));
      }),
    );
  });
});
