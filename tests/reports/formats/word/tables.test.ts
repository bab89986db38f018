// Tables of Word documents: where they are, which rows name the columns, and how large they may be.
import { describe, expect, it } from 'vitest';
import type { ReadDocument } from '../../../../src/reports/formats/index.ts';
import { wordParagraph as p, wordParts, writeZip } from '../../../fixtures/formats/zip-writer.ts';
import { documentOf } from '../read.ts';

const cell = (words: string) => `<w:tc><w:tcPr/>${words}</w:tc>`;
const rowOf = (cells: string[], properties = '') =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
const row = (...words: string[]) => rowOf(words.map((each) => cell(p(each))));
const headRow = (...words: string[]) =>
  rowOf(
    words.map((each) => cell(p(each))),
    '<w:tblHeader/>',
  );
const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const read = (body: string) => documentOf('a.docx', writeZip(wordParts(body)));
const tablesOf = ({ text, tables = [] }: ReadDocument) =>
  tables.map(({ start, end, headEnd }) => [text.slice(start, headEnd), text.slice(start, end).split('\n')]);
const headOf = async (...rows: string[]) => tablesOf(await read(table(...rows)))[0]?.[0];

describe('a table of a Word document', () => {
  it('is known by its place, from its head to its last row', async () => {
    const rows = table(row('乡镇', '水库（座）'), row('栖鹭镇', '3'), row('石梁镇', '11'));
    expect(tablesOf(await read(p('各镇水库如下。') + rows + p('完。')))).toEqual([
      ['乡镇\u3000水库（座）', ['乡镇\u3000水库（座）', '栖鹭镇\u30003', '石梁镇\u300011']],
    ]);
  });

  it.each<[string, string[], string]>([
    [
      'declared',
      [headRow('类别', '去年', '今年'), headRow('甲类', '1', '2'), row('乙类', '3', '4')],
      '类别\u3000去年\u3000今年\n甲类\u30001\u30002',
    ],
    [
      'years',
      [row('指标', '2022年', '2023年计划'), row('桥', '5', '6'), row('路', '7公里', '8公里')],
      '指标\u30002022年\u30002023年计划',
    ],
    [
      'below a title in one cell',
      [row('全县桥梁表', ''), row('镇', '桥'), row('栖鹭镇', '5'), row('石梁镇', '6')],
      '全县桥梁表\n镇\u3000桥',
    ],
    [
      'names above texts',
      [row('单位', '任务', '时限'), row('水利局', '修渠', '年底'), row('林业局', '种树', '开春')],
      '单位\u3000任务\u3000时限',
    ],
    ['none above a form', [row('姓名', '柳一'), row('单位', '林业局')], ''],
    ['none in figures', [row('栖鹭镇', '3'), row('石梁镇', '11')], ''],
    ['none in a row alone', [row('镇', '桥')], undefined as unknown as string],
  ])('has the head that is %s', async (_, rows, head) => {
    expect(await headOf(...rows)).toBe(head);
  });

  it('has a long cell of several lines in its row where it has a grid', async () => {
    const task = '沿河修渠，清淤固堤，按月通报进度。'.repeat(20);
    const long = rowOf([cell(p('2')), cell(p(task) + p(task)), cell(p('水利局'))]);
    const { text } = await read(table(row('序号', '任务', '单位'), row('1', '种树', '林业局'), long));
    expect(text.split('\n')).toEqual([
      '序号\u3000任务\u3000单位',
      '1\u3000种树\u3000林业局',
      `2\u3000${task} ${task}\u3000水利局`,
    ]);
  });

  it('around other tables is layout and no table', async () => {
    const inner = table(row('镇', '桥'), row('栖鹭镇', '5'));
    const outer = table(rowOf([cell(p('左') + inner + p('')), cell(p('右'))]), row('下', '底'));
    expect(tablesOf(await read(outer)).map(([head]) => head)).toEqual(['镇\u3000桥']);
  });
});

describe('a very large table', () => {
  const LOOKS =
    '<w:rPr><w:rFonts w:ascii="SimSun" w:eastAsia="SimSun" w:cs="SimSun"/><w:color w:val="000000"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>';
  const looking = (words: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/><w:tcBorders><w:top w:val="single" w:sz="4"/></w:tcBorders></w:tcPr><w:p><w:pPr><w:widowControl/><w:jc w:val="center"/>${LOOKS}</w:pPr><w:r>${LOOKS}<w:t>${words}</w:t></w:r></w:p></w:tc>`;

  it('of 30,000 cells is read within the limits of a reader, to its last cell', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) =>
      rowOf(Array.from({ length: 10 }, (_, j) => looking(`${i}行${j}`))),
    );
    const { text, tables } = await read(p('清单') + table(...rows));
    expect(text.split('\n')).toHaveLength(3_001);
    expect(text.endsWith('2999行8\u30002999行9')).toBe(true);
    expect(tables).toHaveLength(1);
  }, 60_000);
});
