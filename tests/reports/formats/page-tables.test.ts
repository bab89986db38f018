// Tables of web pages: rows that can be read alone, whatever spans rows and columns.
import { describe, expect, it } from 'vitest';
import { readMarkup } from '../../../src/reports/formats/markup-reader.ts';
import { threadMs } from '../../speed.ts';
import { shownTables } from './tables.ts';

const row = (name: string, ...cells: string[]) =>
  `<tr>${cells.map((cell) => (cell.startsWith('<') ? cell : `<${name}>${cell}</${name}>`)).join('')}</tr>`;
const page = (...rows: string[]) => readMarkup(`<p>水利如下。</p><table>${rows.join('')}</table><p>完。</p>`);
const linesOf = (...rows: string[]) =>
  page(...rows)
    .text.split('\n')
    .slice(1, -1);

describe('a row of a page', () => {
  it('has the lines of each cell together', () => {
    const rows = linesOf(
      row('th', '镇', '水闸<br>（座）', '负责人'),
      row('td', '<td><p>栖鹭镇</p><p>（含分场）</p></td>', '31', '<td>柳一<br><br>桂二</td>'),
      row('td', '石梁镇', '12', '梅三'),
    );
    expect(rows).toEqual([
      '镇\u3000水闸 （座）\u3000负责人',
      '栖鹭镇 （含分场）\u300031\u3000柳一 桂二',
      '石梁镇\u300012\u3000梅三',
    ]);
  });

  it('repeats a cell that reaches down into it, in its column', () => {
    const rows = linesOf(
      row('th', '片区', '镇', '水闸', '片长'),
      row('td', '<td rowspan="2">东片</td>', '栖鹭镇', '31', '<td rowspan="2">柳一</td>'),
      row('td', '石梁镇', '12'),
      row('td', '西片', '白石镇', '9', '桂二'),
    );
    expect(rows.slice(1)).toEqual([
      '东片\u3000栖鹭镇\u300031\u3000柳一',
      '东片\u3000石梁镇\u300012\u3000柳一',
      '西片\u3000白石镇\u30009\u3000桂二',
    ]);
  });

  it('keeps a place for its empty cells', () => {
    expect(
      linesOf(row('th', '镇', '闸', '堤'), row('td', '栖鹭镇', '', '4'), row('td', '石梁镇', '5', '6'))[1],
    ).toBe('栖鹭镇\u3000\u30004');
  });
});

describe('the tables of a page', () => {
  it('begin anew at a head in the middle, below which the columns of that head hold', () => {
    const tables = shownTables(
      page(
        row('th', '水闸', '座数'),
        row('td', '大型', '3'),
        row('td', '小型', '8'),
        row('th', '堤防', '公里数'),
        row('td', '干流', '42'),
      ),
    );
    expect(tables).toEqual([
      ['水闸|座数', '大型|3', '小型|8'],
      ['堤防|公里数', '干流|42'],
    ]);
  });

  it('keep the names of the columns for the rows below a title in the middle', () => {
    const document = page(
      row('th', '工程', '座数', '投资'),
      row('td', '<td colspan="3">东片</td>'),
      row('td', '水闸', '3', '120'),
      row('td', '<td colspan="3">西片</td>'),
      row('td', '水闸', '5', '90'),
    );
    expect(shownTables(document)).toEqual([
      ['工程|座数|投资 / 东片', '水闸|3|120'],
      ['西片', '水闸|5|90'],
    ]);
    const [, west] = document.tables ?? [];
    expect(west.above?.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      '工程\u3000座数\u3000投资',
    ]);
  });

  it('have their caption in their head', () => {
    const rows = `<caption>表3 水闸</caption>${row('th', '镇', '座数')}${row('td', '栖鹭镇', '3')}`;
    expect(shownTables(page(rows))).toEqual([['表3 水闸 / 镇|座数', '栖鹭镇|3']]);
  });

  it.each([
    [
      'around other tables',
      row('td', '左', `<td><table>${row('td', '甲')}</table></td>`) + row('td', '下', '底'),
    ],
    ['of headings', row('td', '<td><h2>水利</h2></td>', '图') + row('td', '<td><h2>林业</h2></td>', '图')],
    ['of paragraphs', row('td', '目录', '修渠清淤，固堤护岸。'.repeat(30)).repeat(2)],
    ['of one column', row('td', '水利') + row('td', '林业')],
  ])('are none: a table %s', (_, rows) => {
    expect(page(rows).tables).toBeUndefined();
  });
});

it.each([
  [
    'cells that reach down very far',
    `<tr>${'<td rowspan="60000">东片东片东片</td>'.repeat(900)}</tr>${'<tr><td>1</td></tr>'.repeat(40_000)}`,
  ],
  ['cells that are as wide', '<tr><td colspan="60000">东片</td><td>1</td></tr>'.repeat(40_000)],
  ['heads only', '<tr><th>东片</th><th>西片</th></tr>'.repeat(40_000)],
  ['titles only', '<tr><td colspan="3">东片</td></tr>'.repeat(40_000) + row('td', '1', '2').repeat(2)],
  ['empty cells', `<tr>${'<td></td>'.repeat(400)}<td>1</td><td>2</td></tr>`.repeat(300)],
])('time and text are bounded for %s', async (_, rows) => {
  let length = 0;
  const read = async () => {
    length = page(rows).text.length;
  };
  expect(await threadMs(read)).toBeLessThan(10_000);
  expect(length).toBeLessThan(2 * rows.length);
});
