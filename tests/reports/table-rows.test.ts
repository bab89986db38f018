// Tables: their rows are no headings and no titles, and a row is a passage with its head.
import { describe, expect, it } from 'vitest';
import type { ReadDocument } from '../../src/reports/formats/index.ts';
import {
  headsAbove,
  packFile,
  type ReportFile,
  readReports,
  rowsTogether,
  unpackFile,
  withoutTables,
} from '../../src/reports/index.ts';
import { prose } from '../fixtures/prose.ts';
import {
  coverageFaults,
  droppedTexts,
  outlineLines,
  passageTexts,
  readText,
  sectionsAround,
  sentenceTexts,
  titlesOf,
} from './reading.ts';

const TITLE = '雁汀镇2023年工作总结';
const INTRODUCTION = '这一年各项指标完成得怎样，下面逐项列出，数字都来自年终盘点，可供来年参考。';
const ROWS = [
  ['指标', '2023年', '2024年'],
  ['新建公路', '62公里', '70公里'],
  ['改造街道', '3条', '5条'],
];
const GAPS: [string, string][] = [
  ['Word and of web pages', '\u3000'],
  ['.doc', '\t'],
  ['PDF', '  '],
];

describe.each(GAPS)('a table of %s', (_, gap) => {
  const rows = ROWS.map((cells) => cells.join(gap));
  const file = readText(
    `${TITLE}\n\n一、指标\n${INTRODUCTION}\n${rows.join('\n')}\n${prose(2)}\n二、打算\n${prose(3, 4)}\n`,
  );

  it('makes no headings, and the text after it is in the same section as the text before it', () => {
    expect(outlineLines(file.reports[0])).toEqual(['han: 指标', 'han: 打算']);
    expect(sectionsAround(file, prose(2).slice(0, 20))).toEqual(['指标']);
  });

  it('has each row in a line and a passage of its own', () => {
    expect(sentenceTexts(file)).toEqual(expect.arrayContaining(rows));
    expect(passageTexts(file)).toEqual(expect.arrayContaining(rows));
    expect(coverageFaults(file)).toEqual([]);
  });

  it('makes no title, even at the beginning of a file', () => {
    expect(titlesOf(readText(`${rows.join('\n')}\n${prose(6)}\n`))).not.toContain(rows[0]);
  });
});

describe('a table', () => {
  const rows = ROWS.map((cells) => cells.join('\u3000'));

  it('has its name and its unit with it', () => {
    const [head, ...others] = rows;
    const table = ['表1 主要指标', '单位：公里', head].join('\n');
    const file = readText(
      `${TITLE}\n\n一、指标\n${INTRODUCTION}\n${table}\n${others.join('\n')}\n${prose(2)}\n`,
    );
    expect(passageTexts(file)).toEqual(expect.arrayContaining([table, ...others]));
    expect(outlineLines(file.reports[0])).toEqual(['han: 指标']);
  });

  it('of moderate length stays one passage', () => {
    const some = Array.from({ length: 40 }, (_, i) => `第${i}村\u3000改造完成`).join('\n');
    const file = readText(`${TITLE}\n\n一、指标\n${INTRODUCTION}\n${some}\n${prose(2)}\n`);
    expect(passageTexts(file)).toContain(some);
  });

  it('is not in a section of the short sentence that announces it', () => {
    const file = readText(`${TITLE}\n\n一、指标\n主要指标完成情况如下。\n${rows.join('\n')}\n${prose(2)}\n`);
    expect(outlineLines(file.reports[0])).toEqual(['han: 指标']);
  });

  it('of many rows is split between rows', () => {
    const many = Array.from({ length: 80 }, (_, i) => `第${i}村\u3000${i}户\u3000改造完成`);
    const file = readText(`${TITLE}\n\n一、指标\n${INTRODUCTION}\n${many.join('\n')}\n${prose(2)}\n`);
    const passages = passageTexts(file).filter((words) => words.includes('户'));
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.join('\n')).toBe(many.join('\n'));
  });

  it('at the end of a report is no signature', () => {
    const table = ['牵头单位\u3000责任单位', '县财政局\u3000县林业局'];
    const file = readText(`${TITLE}\n\n${prose(6)}\n${table.join('\n')}\n`);
    expect(droppedTexts(file, 'signature')).toEqual([]);
    expect(passageTexts(file)).toContain(table.join('\n'));
  });

  it('does not prevent the next line from being a heading', () => {
    const file = readText(`${TITLE}\n\n一、指标\n${rows.join('\n')}\n道路建设\n${prose(3)}\n`);
    expect(outlineLines(file.reports[0])).toEqual(['han: 指标', '  standalone: 道路建设']);
  });
});

describe('words with wide spacing', () => {
  it.each([
    ['headings', '一、\u3000指标', '二、\u3000打算'],
    ['points', '1.\t新建公路', '2.\t改造街道'],
    ['labels', '联系人：\u3000王某', '电话：\u3000不详'],
    ['signs of a list', '●\t新建公路', '●\t改造街道'],
    ['a title with spread letters', '工\u3000作\u3000总\u3000结', '指\u3000标'],
    ['paragraphs behind their headings', '道路\u3000新建公路六十二公里。', '街道\u3000改造老旧街道三条。'],
  ])('are no table: %s', (_, first, second) => {
    const file = readText(`${TITLE}\n\n${INTRODUCTION}\n${first}\n${second}\n${prose(3)}\n`);
    expect(passageTexts(file)).not.toContain(`${first}\n${second}`);
  });

  it('in a single line are no table', () => {
    const file = readText(`${TITLE}\n\n一、指标\n${prose(2)}\n道路\u3000建设\n${prose(3)}\n`);
    expect(outlineLines(file.reports[0])).toContain('  standalone: 道路\u3000建设');
  });
});

describe('a table whose columns have names', () => {
  const head = '指标\u3000单位\u30002023年\u30002024年';
  const rows = [
    '1、新建公路\u3000公里\u300062\u300070',
    '2、改造街道\u3000条\u30003\u30005',
    '3、种树\u3000万株\u300012\u300018',
  ];
  const lines = [head, ...rows].join('\n');
  const textOf = (before: string) =>
    `${TITLE}\n\n一、指标\n${INTRODUCTION}\n${before}${lines}\n${prose(2)}\n`;
  const headsOf = (file: ReportFile, words: string) => {
    const [report] = file.reports;
    const passage = report.passages.find(({ start, end }) => file.text.slice(start, end).includes(words));
    return passage && headsAbove(report, passage).map(({ start, end }) => file.text.slice(start, end));
  };
  /** The table where it stands in the text, as a format declares it. */
  const declared = (text: string, above?: string): ReadDocument => {
    const start = text.indexOf(head);
    const table = { start, end: start + lines.length, headEnd: start + head.length };
    const place = above === undefined ? -1 : text.indexOf(above);
    const apart = above === undefined ? {} : { above: [{ start: place, end: place + above.length }] };
    return { text, markup: [], headings: [], warnings: [], tables: [{ ...table, ...apart }] };
  };

  it.each<[string, (text: string) => ReportFile]>([
    ['guessed', readText],
    ['declared', (text) => readReports('report.docx', declared(text))],
  ])('has each row as a passage with its head: %s', (_, read) => {
    const file = read(textOf('表2 主要指标\n计量单位：见表\n'));
    expect(passageTexts(file)).toEqual(expect.arrayContaining(rows));
    expect(headsOf(file, '种树')).toEqual([`表2 主要指标\n计量单位：见表\n${head}`]);
    expect(headsOf(file, '计量单位')).toEqual([]);
    expect(headsOf(file, INTRODUCTION)).toEqual([]);
    expect(outlineLines(file.reports[0])).toEqual(['han: 指标']);
    expect(coverageFaults(file)).toEqual([]);
  });

  it.each(['Table 4. Roads', 'Table B2: Roads and trees', 'Unit: km'])(
    'has its English caption: %s',
    (caption) => {
      const file = readReports('a.html', declared(textOf(`${caption}\n\n`)));
      expect(headsOf(file, '种树')).toEqual([`${caption}\n\n${head}`]);
    },
  );

  it('has what stands apart above before its own head', () => {
    const file = readReports('a.html', declared(textOf('下面是各项的数。\n'), INTRODUCTION));
    expect(headsOf(file, '种树')).toEqual([INTRODUCTION, head]);
  });

  it('begins no report by the numbers of its rows', () => {
    const text = `${TITLE}\n\n一、指标\n${prose(12)}\n\n\n\n一、新建公路\u300062\u300070\n二、种树\u300012\u300018\n`;
    const start = text.indexOf('一、新建');
    const tables = [{ start, end: text.length - 1, headEnd: start }];
    const file = readReports('a.docx', { text, markup: [], headings: [], warnings: [], tables });
    expect(titlesOf(file)).toEqual([TITLE]);
    expect(outlineLines(file.reports[0])).toEqual(['han: 指标']);
  });

  it('keeps its rows and heads in the snapshot', () => {
    const file = readText(textOf(''));
    expect(unpackFile(structuredClone(packFile(file)))).toEqual(file);
  });
});

describe('for reading', () => {
  const table = (start: number, end: number, number?: number) => ({
    start,
    end,
    section: 1,
    ...(number === undefined ? {} : { table: number }),
  });

  it('rows of one table are together up to a length, and all other passages apart', () => {
    const passages = [
      table(0, 90),
      table(91, 300, 0),
      table(301, 600, 0),
      table(601, 900, 0),
      table(901, 950, 1),
    ];
    expect(rowsTogether(passages).map(({ start, end }) => [start, end])).toEqual([
      [0, 90],
      [91, 600],
      [601, 900],
      [901, 950],
    ]);
  });

  it('rows are left out where something else can be told', () => {
    expect(withoutTables([table(0, 90), table(91, 300, 0)])).toEqual([table(0, 90)]);
    expect(withoutTables([table(91, 300, 0)])).toEqual([table(91, 300, 0)]);
  });
});
