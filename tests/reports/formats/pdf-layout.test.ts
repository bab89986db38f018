// PDFs laid out in the ways that people lay them out: the paragraphs are those that were set.
import { describe, expect, it } from 'vitest';
import type { ReportFile } from '../../../src/reports/index.ts';
import { type Block, chinesePdf, type SetLine, setParagraphs } from '../../fixtures/formats/chinese-page.ts';
import { HELVETICA, latinPage, writePdf } from '../../fixtures/formats/pdf-writer.ts';
import { sentencesOf } from '../warning-sentences.ts';
import { documentOf, fixture, reportsOf, sample, withoutSpaces, wordsOf } from './read.ts';

const REPORT = (await sample('forestry-2023-h1.txt')).split('\n').filter((line) => line.trim() !== '');
const [TITLE, ...PARAGRAPHS] = REPORT;
const LINE_COUNT = 40;

const paragraphsOf = async (...pages: SetLine[][]) => {
  const read = await documentOf('a.pdf', chinesePdf(...pages));
  return wordsOf(read).trim().split(/\n+/);
};

/** Puts lines into columns of so many, columns onto pages; `lefts` are the columns' left edges. */
function inColumns(lines: SetLine[], count: number, lefts: number[]): SetLine[][] {
  const pages: SetLine[][] = [];
  lines.forEach((line, i) => {
    const column = Math.floor(i / count);
    const page = Math.floor(column / lefts.length);
    const x = line.x + lefts[column % lefts.length];
    pages[page] = [...(pages[page] ?? []), { ...line, x, y: 780 - 16 * (i % count) }];
  });
  return pages;
}

const block = (more: Partial<Block> & { letters: number }): Block => ({ x: 0, y: 0, first: 2, ...more });

describe('columns of a PDF', () => {
  it.each([
    ['two, with a last page that has few lines', 22, 30, [60, 310]],
    ['three', 14, 20, [60, 220, 380]],
    ['two with a narrow gap', 24, 25, [55, 306]],
  ])(
    'are read one after the other, sentences whole over their ends: %s',
    async (_, letters, count, lefts) => {
      const lines = setParagraphs(PARAGRAPHS, block({ letters }));
      expect(await paragraphsOf(...inColumns(lines, count, lefts))).toEqual(PARAGRAPHS);
    },
  );

  it('are seen where the right one of a single page has only just begun', async () => {
    const some = PARAGRAPHS.slice(0, 5);
    const lines = setParagraphs(some, block({ letters: 22 }));
    expect(await paragraphsOf(...inColumns(lines, lines.length - 3, [60, 310]))).toEqual(some);
  });

  it('stand below a title that goes over all of them in two lines', async () => {
    const [page, ...others] = inColumns(setParagraphs(PARAGRAPHS, block({ letters: 22 })), 30, [60, 310]);
    const title = [
      { text: TITLE.slice(0, 12), x: 178, y: 828, size: 20 },
      { text: TITLE.slice(12), x: 298 - 10 * TITLE.slice(12).length, y: 804, size: 20 },
    ];
    expect(await paragraphsOf([...title, ...page], ...others)).toEqual(REPORT);
  });

  it('are not the cells of a table', async () => {
    const rows = Array.from({ length: 10 }, (_, i) => [
      { text: `乡镇${i}`, x: 60, y: 700 - 20 * i },
      { text: `面积${i}`, x: 320, y: 700 - 20 * i },
    ]);
    expect(await paragraphsOf(rows.flat())).toEqual(rows.map(([a, b]) => `${a.text}  ${b.text}`));
  });
});

describe('a row of a table in a PDF', () => {
  it('separates its cells, near ones too: no figure joins the words before it', async () => {
    const row = [
      { text: '全县财政收入', x: 60, y: 700 },
      { text: '3380', x: 132, y: 700 },
      { text: '增长', x: 300, y: 700 },
    ];
    expect(await paragraphsOf(row)).toEqual(['全县财政收入  3380  增长']);
  });
});

describe('a report set in two columns with a running head', () => {
  it('is the report of the .txt', async () => {
    const plain = await reportsOf('a.txt', Buffer.from(await sample('agriculture-2023.txt')));
    const file = await reportsOf('a.pdf', await fixture('layouts/agriculture-2023-columns.pdf'));
    const passages = ({ text, reports }: ReportFile) =>
      reports.flatMap((report) =>
        report.passages.map(({ start, end }) => withoutSpaces(text.slice(start, end))),
      );
    expect(passages(file)).toEqual(passages(plain));
    expect(file.reports.map(({ title }) => title)).toEqual(plain.reports.map(({ title }) => title));
  });
});

describe('the paragraphs of a PDF', () => {
  it.each<[string, Partial<Block>]>([
    ['first lines two letters in', { first: 2 }],
    ['room between them and no indent', { first: 0, after: 7 }],
    ['little room between them and no indent', { first: 0, after: 4 }],
    ['all lines but the first two letters in', { first: 0, rest: 2 }],
  ])('are separated by %s', async (_, how) => {
    const lines = setParagraphs(PARAGRAPHS, block({ letters: LINE_COUNT, x: 90, y: 800, ...how }));
    const pages = Map.groupBy(lines, ({ y }) => Math.floor((800 - y) / 640));
    const set = [...pages].map(([page, own]) => own.map((line) => ({ ...line, y: line.y + page * 640 })));
    expect(await paragraphsOf(...set)).toEqual(PARAGRAPHS);
  });

  it('end where the next line is indented, even if their last line is full', async () => {
    const full = ['甲'.repeat(LINE_COUNT * 2 - 2), '乙'.repeat(LINE_COUNT * 3 - 2), '丙'.repeat(LINE_COUNT)];
    expect(await paragraphsOf(setParagraphs(full, block({ letters: LINE_COUNT, x: 90, y: 800 })))).toEqual(
      full,
    );
  });

  it('end where there is more room than between lines, even if their last line is full', async () => {
    const some = ['甲'.repeat(LINE_COUNT * 3), ...PARAGRAPHS.slice(0, 6)];
    const set = setParagraphs(some, block({ letters: LINE_COUNT, x: 90, y: 800, first: 0, after: 4 }));
    expect(await paragraphsOf(set)).toEqual(some);
  });

  it('continue where the next page has other margins', async () => {
    const lines = setParagraphs(PARAGRAPHS, block({ letters: LINE_COUNT }));
    const pages = inColumns(lines, 12, [110]);
    const mirrored = pages.map((page, i) => page.map((line) => ({ ...line, x: line.x - (i % 2) * 60 })));
    expect(mirrored.length).toBeGreaterThan(3);
    expect(await paragraphsOf(...mirrored)).toEqual(PARAGRAPHS);
  });

  it('continue below a line that is short because the next word did not fit', async () => {
    const words = [
      '甲'.repeat(40),
      '乙'.repeat(34),
      `ABCDEFGHIJKL${'丙'.repeat(28)}`,
      '丁'.repeat(38),
      `2024${'戊'.repeat(35)}`,
      `100%${'己'.repeat(36)}`,
      '庚'.repeat(20),
      '辛'.repeat(40),
      '壬'.repeat(8),
    ];
    const lines = words.map((text, i) => ({ text, x: 90, y: 800 - 16 * i }));
    expect(await paragraphsOf(lines)).toEqual([words.slice(0, 7).join(''), words.slice(7).join('')]);
  });

  it('are the entries of a table of contents, one by one', async () => {
    const entries = [
      '一、工作回顾',
      '二、存在的问题',
      '三、下一步打算',
      '四、保障措施',
      '五、其他事项',
      '六、附件',
    ];
    const lines = entries.map((words, i) => ({
      text: `${words}${'.'.repeat(LINE_COUNT - words.length - 1)}${i + 2}`,
      x: 90,
      y: 780 - 16 * i,
    }));
    expect(await paragraphsOf(lines)).toEqual(lines.map(({ text }) => text));
  });
});

const latin = (...pages: Parameters<typeof latinPage>[0][]) =>
  documentOf('a.pdf', writePdf({ pages: pages.map(latinPage), fonts: { F1: HELVETICA } }));

describe('two lines of one paragraph', () => {
  const FULL = 'The county built sixty-two kilometres of rural roads and mended all bridges';

  it('keep a hyphen that the word has elsewhere', async () => {
    const { text } = await latin([`${FULL},`, `${FULL} with all its sixty-`, 'two instructors.']);
    expect(text).toContain('its sixty-two instructors');
  });

  it('keep a hyphen between two words of the document', async () => {
    const { text } = await latin([
      'A year of long and short term contracts,',
      FULL,
      `${FULL} for a long-`,
      'term plan.',
    ]);
    expect(text).toContain('a long-term plan');
  });

  it('have no space within a figure among Chinese, nor lose its dash', async () => {
    const lines = [`${'甲'.repeat(36)}36人6.`, `9万元。${'乙'.repeat(34)}x-`, 'x月丙'];
    const [text] = await paragraphsOf(lines.map((words, i) => ({ text: words, x: 90, y: 800 - 16 * i })));
    expect(text).toContain('36人6.9万元');
    expect(text).toContain('x-x月');
  });
});

describe('what is no text of a report', () => {
  const BODY = Array.from(
    { length: 12 },
    (_, i) => `Line ${i} of the text, which goes up to the right edge of its page.`,
  );
  const body = BODY.map((text, i) => ({ text, x: 72, y: 700 - 20 * i, size: 12 }));

  it('is the mark of a footnote and the note: the figure before it stays what it is', async () => {
    const { text, furniture = [] } = await latin([
      ...body,
      { text: 'They sent back 2100', x: 72, y: 440, size: 12 },
      { text: '2', x: 182, y: 446, size: 7 },
      { text: 'people in all.', x: 190, y: 440, size: 12 },
      { text: '2 A first count.', x: 72, y: 90, size: 9 },
    ]);
    expect(text).toContain('sent back 2100 people in all.');
    expect(furniture.map(({ start, end, reason }) => [reason, text.slice(start, end)])).toEqual([
      ['footnote', '2 A first count.'],
    ]);
  });

  it('is not a raised figure without a note', async () => {
    const { text } = await latin([
      ...body,
      { text: 'Some 30 m', x: 72, y: 440, size: 12 },
      { text: '2', x: 133.5, y: 446, size: 7 },
      { text: 'were built.', x: 140, y: 440, size: 12 },
    ]);
    expect(text).toContain('30 m2 were built.');
  });

  it('are line numbers, with a warning', async () => {
    const numbers = body.map(({ y }, i) => ({ text: `${i + 1}`, x: i < 9 ? 46 : 39.3, y, size: 12 }));
    const more = [
      { text: 'The last page has a line.', x: 72, y: 700, size: 12 },
      { text: '13', x: 39.3, y: 700, size: 12 },
    ];
    const { text, warnings } = await latin([...body, ...numbers], more);
    expect(text.match(/\b\d+\b/g)).toEqual(BODY.map((_, i) => `${i}`));
    expect(sentencesOf(warnings)).toEqual([
      'each of the pages 1–2 counts its lines; these numbers are left out',
    ]);
  });

  it('are not the numbers of the rows of a table', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => [
      { text: `${i + 1}`, x: 80, y: 400 - 20 * i, size: 12 },
      { text: `Town ${i}`, x: 200, y: 400 - 20 * i, size: 12 },
    ]);
    expect((await latin([...body, ...rows.flat()])).text).toContain('3  Town 2');
  });

  it('are small heads that differ from page to page', async () => {
    const head = (text: string) => ({ text, x: 72, y: 790, size: 9 });
    const { text, furniture = [] } = await latin([head('County Papers'), ...body], [head('Roads'), ...body]);
    expect(furniture.map(({ start, end }) => text.slice(start, end))).toEqual(['County Papers', 'Roads']);
  });

  it('are not the small rows of a table that goes on at the top of a page', async () => {
    const rows = (name: string) =>
      Array.from({ length: 3 }, (_, i) => ({ text: `${name} ${'abc'[i]}`, x: 72, y: 772 - 16 * i, size: 9 }));
    const first = body.map((line) => ({ ...line, y: line.y + 68 }));
    const { furniture } = await latin(first, [...rows('Town'), ...body], [...rows('Village'), ...body]);
    expect(furniture).toEqual([]);
  });
});
