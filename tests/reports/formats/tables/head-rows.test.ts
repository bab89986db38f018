// Which rows of a table are its head: what the format declares, or else what the cells show.
import { describe, expect, it } from 'vitest';
import { headRowsOf } from '../../../../src/reports/formats/tables/head-rows.ts';
import type { TableRow } from '../../../../src/reports/formats/tables/table-row.ts';

const rowsOf = (...rows: string[]): TableRow[] => rows.map((cells) => ({ cells: cells.split('|') }));
const headOf = (...rows: string[]) => headRowsOf(rowsOf(...rows));

describe('a head by evidence', () => {
  it.each<[string, string[], number]>([
    ['names above figures', ['乡镇|水库|面积', '栖鹭镇|3|12', '石梁镇|11|40'], 1],
    ['names above figures with units', ['Route|Length', 'Harbour|12 km', 'Mill|7 km'], 1],
    ['years beside a name', ['指标|2022年|2023年', '桥|5|6', '路|7|8'], 1],
    ['years beside an empty corner', ['|2022|2023', 'Bridges|5|6', 'Roads|7|8'], 1],
    ['quarters and fiscal years', ['Line|Q3 2024|FY2025', 'Sales|plus 3|minus 4', 'Jobs|plus 1|plus 2'], 1],
    ['months as columns', ['指标|1—6月|1—9月', '产值|31.2|47', '用电|9|12.5'], 1],
    ['a running number', ['序号|事项', '一|修桥', '二|种树'], 1],
    ['a title above the names', ['全县桥梁表|', '镇|桥', '栖鹭镇|5', '石梁镇|6'], 2],
    [
      'title and unit above the names',
      ['收支表||', '单位：万元||', '项目|预算|决算', '收入|5|6', '支出|4|5'],
      3,
    ],
    ['two rows of names', ['指标|粮食||油料', '|面积|产量|', '甲村|5|6|7', '乙村|8|9|1'], 2],
    ['three columns of names above texts', ['单位|任务|时限', '水利局|修渠|年底', '林业局|种树|开春'], 1],
  ])('is %s', (_, rows, head) => {
    expect(headOf(...rows)).toBe(head);
  });

  it.each<[string, string[]]>([
    ['rows of figures only', ['12|13', '14|15']],
    ['records with figures of their own', ['第一村|3户', '第二村|4户']],
    ['a form of names and values', ['姓名|柳一', '单位|林业局']],
    ['figures that look like years', ['2013|2014', '1998|2001']],
    ['sentences', ['路修好了。|树种上了。', '水来了。|电通了。']],
    ['one row', ['乡镇|水库']],
    ['nothing', []],
  ])('is not seen in %s', (_, rows) => {
    expect(headOf(...rows)).toBe(0);
  });

  it('is the first record of a data file whose columns all have different names', () => {
    const rows = rowsOf('名称|去向', '油菜|乡里', '茶叶|县里');
    expect(headRowsOf(rows)).toBe(0);
    expect(headRowsOf(rows, true)).toBe(1);
  });
});

describe('a declared head', () => {
  const [head, sub, ...rows] = rowsOf('种类|去年|今年', '甲类|1|2', '乙类|3|4');

  it('holds whatever its cells look like', () => {
    expect(headRowsOf([{ ...head, isHead: true }, { ...sub, isHead: true }, ...rows])).toBe(2);
  });

  it('goes on below the title that is declared alone', () => {
    const title = { cells: ['全年产量'], isGrouped: true, isHead: true };
    expect(headRowsOf([title, head, sub, ...rows])).toBe(2);
  });

  it('of all rows says nothing', () => {
    const all = rowsOf('姓名|柳一', '单位|林业局').map((row) => ({ ...row, isHead: true }));
    expect(headRowsOf(all)).toBe(0);
  });
});

it('names below a joined cell belong to the head', () => {
  const rows: TableRow[] = [
    { cells: ['镇', '水库', ''], height: 2, isGrouped: true },
    { cells: ['镇', '座数', '库容'] },
    { cells: ['栖鹭镇', '3', '12'] },
    { cells: ['石梁镇', '11', '40'] },
  ];
  expect(headRowsOf(rows)).toBe(2);
});
