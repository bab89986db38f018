// PDFs whose words are turned: by quarters of a circle they are read, otherwise they are told; what a PDF says
// about itself; tables.
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ReadDocument } from '../../../src/reports/formats/index.ts';
import { HELVETICA, latinPage, writePdf } from '../../fixtures/formats/pdf-writer.ts';
import { documentOf, reasonAgainst, wordsOf } from './read.ts';

const make = (...pages: string[]) => writePdf({ pages, fonts: { F1: HELVETICA } });
const read = (...pages: string[]) => documentOf('a.pdf', make(...pages));
const FULL = 'The harbour office dredged nine thousand tons of mud from the inner basin';
const MATRICES: Record<number, [number, number, number, number]> = {
  90: [0, 1, -1, 0],
  180: [-1, 0, 0, -1],
  270: [0, -1, 1, 0],
};
/** Where a text of two lines begins on a page of A4, by how it is turned. */
const STARTS: Record<number, [number, number]> = { 90: [120, 90], 180: [500, 700], 270: [400, 760] };
const turned = (degrees: number, lines: string[]) =>
  `BT /F1 12 Tf ${MATRICES[degrees].join(' ')} ${STARTS[degrees].join(' ')} Tm ${lines.map((line) => `(${line}) Tj 0 -20 Td`).join(' ')} ET`;
const wordsIn = (document: ReadDocument) => wordsOf(document).trim().split(/\n+/);

describe('a PDF with turned words', () => {
  it.each([90, 180, 270])('has them in their order, turned back by %i°', async (degrees) => {
    const document = await read(turned(degrees, ['Berths by quay', 'East quay has 4 berths.']));
    expect(document.text).toBe('Berths by quay\nEast quay has 4 berths.');
    expect(document.warnings).toEqual([]);
  });

  it('keeps them apart from the upright words of the same page and of others', async () => {
    const upright = latinPage(['Report of the harbour.', FULL]);
    const both = `${latinPage(['Third.', 'Boats came.'])}\n${turned(90, ['Table of the berths', 'East quay 4'])}`;
    const document = await read(upright, turned(270, ['goes on turned.']), both);
    expect(document.text).toBe(
      `Report of the harbour.\n${FULL}\n\ngoes on turned.\n\nThird.\nBoats came.\n\nTable of the berths\nEast quay 4`,
    );
    expect(document.pages?.map(({ page }) => page)).toEqual([1, 2, 3]);
  });

  it('leaves out a stamp beside the text of each page', async () => {
    const pages = [1, 2, 3].map(
      (i) => `${latinPage([`Page ${i}.`, FULL])}\n${turned(90, ['Harbour Papers'])}`,
    );
    expect(wordsIn(await read(...pages)).join(' ')).not.toContain('Harbour Papers');
  });

  it('is not called a scan where all words lean', async () => {
    const slanted = 'BT /F1 20 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (All words lean) Tj ET';
    expect(await reasonAgainst('a.pdf', make(slanted))).toMatch(/slant/);
  });

  it('is empty where nothing is drawn', async () => {
    expect(await reasonAgainst('a.pdf', make('', ''))).toMatch(/empty/);
  });
});

describe('a scan', () => {
  it('is refused as one however large its pictures say to be', async () => {
    const side = 16_000; // 768 MB once decoded
    // most of it is missing
    const packed = deflateSync(Buffer.alloc(1_000_000)).toString('latin1');
    const picture = `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
    const bytes = writePdf({ pages: ['q 500 0 0 700 40 60 cm /I1 Do Q'], pictures: { I1: picture } });
    expect(await reasonAgainst('a.pdf', bytes)).toMatch(/holds no text.*scan/);
  }, 30_000);
});

describe('what a PDF says about itself', () => {
  /** Objects are appended to a file of one page; its catalogue and trailer refer to them. */
  function withMore(bytes: Buffer, info: string, bookmarks: string[]): Buffer {
    const text = bytes.toString('latin1');
    const size = Number(/\/Size (\d+)/.exec(text)?.[1]);
    const page = /\/Kids \[(\d+ 0 R)/.exec(text)?.[1];
    const first = size + 2;
    const items = bookmarks.map((title, i) => {
      const next = i + 1 < bookmarks.length ? `/Next ${first + i + 1} 0 R` : '';
      return `${first + i} 0 obj\n<< /Title (${title}) /Parent ${size + 1} 0 R /Dest [${page} /Fit] ${next} >>\nendobj\n`;
    });
    const more = `${size} 0 obj\n<< ${info} >>\nendobj\n${size + 1} 0 obj\n<< /Type /Outlines /First ${first} 0 R /Last ${first + bookmarks.length - 1} 0 R /Count ${bookmarks.length} >>\nendobj\n${items.join('')}1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Outlines ${size + 1} 0 R >>\nendobj\n`;
    // without a table of offsets, it is found by searching
    const body = text.slice(0, text.indexOf('xref\n')).replace('/Type /Catalog', '/Type /Old');
    return Buffer.from(`${body}${more}trailer\n<< /Root 1 0 R /Info ${size} 0 R >>\n%%EOF\n`, 'latin1');
  }
  const page = make(
    latinPage(['Harbour Report', 'What was done', 'Little mud.', '2. What is planned', 'More mud.']),
  );

  it('is its title, its author and its date', async () => {
    const info =
      "/Title (Harbour Report 2021) /Author (Harbour Office) /CreationDate (D:20220203091500+08'00')";
    expect((await documentOf('a.pdf', withMore(page, info, ['x']))).properties).toEqual({
      title: 'Harbour Report 2021',
      author: 'Harbour Office',
      date: '2022-02-03T09:15:00',
    });
  });

  it('are its bookmarks where a line says the same, with or without a number', async () => {
    const bookmarks = ['What  was done', 'What is planned', 'Nowhere in it'];
    const { text, headings } = await documentOf('a.pdf', withMore(page, '', bookmarks));
    expect(headings.map(({ start, end, level }) => [level, text.slice(start, end)])).toEqual([
      [2, 'What was done'],
      [2, '2. What is planned'],
    ]);
  });
});

describe('a table of a PDF', () => {
  const at = (text: string, x: number, y: number) => ({ text, x, y, size: 10 });
  const tablesOf = ({ text, tables = [] }: ReadDocument) =>
    tables.map(({ start, end, headEnd }) => [text.slice(start, headEnd), text.slice(start, end).split('\n')]);

  it('is known by its place and its head', async () => {
    const rows = [
      ['Quay', 'Berths', 'Depth (m)'],
      ['East', '4', '7.5'],
      ['West', '11', '9'],
    ].flatMap((cells, i) => cells.map((cell, j) => at(cell, 72 + 120 * j, 700 - 20 * i)));
    expect(tablesOf(await read(latinPage(rows)))).toEqual([
      ['Quay  Berths  Depth (m)', ['Quay  Berths  Depth (m)', 'East  4  7.5', 'West  11  9']],
    ]);
  });

  it('keeps the lines of a cell in its row, also where the other cells stand between them', async () => {
    const cells = [
      ...[at('Quay', 72, 700), at('Berths', 220, 700), at('Owner', 340, 700)],
      ...[at('East quay and', 72, 680), at('4', 220, 673), at('Harbour office', 340, 673)],
      at('the old mole', 72, 666),
      ...[
        at('West quay', 72, 646),
        at('11', 220, 646),
        at('Fishermen and', 340, 646),
        at('divers', 340, 632),
      ],
    ];
    expect(tablesOf(await read(latinPage(cells)))).toEqual([
      [
        'Quay  Berths  Owner',
        [
          'Quay  Berths  Owner',
          'East quay and the old mole  4  Harbour office',
          'West quay  11  Fishermen and divers',
        ],
      ],
    ]);
  });

  it('has figures that stand below each other in rows of their own', async () => {
    const cells = Array.from({ length: 9 }, (_, i) =>
      ['Quay', '4', '9'].map((cell, j) =>
        at(j === 0 ? `${cell} ${i}` : `${i}${cell}`, 72 + 120 * j, 700 - 12 * i - 12 * Math.floor(i / 3)),
      ),
    ).flat();
    expect((await read(latinPage(cells))).text.split(/\n+/)).toHaveLength(9);
  });

  it('is no table of contents', async () => {
    const lines = ['Mud', 'Berths', 'Plans'].flatMap((title, i) => [
      at(title, 72, 700 - 20 * i),
      at(String(i + 1), 500, 700 - 20 * i),
    ]);
    expect(await read(latinPage(lines))).not.toHaveProperty('tables');
  });
});
