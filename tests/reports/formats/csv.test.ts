// Separated values: each record is a row, whatever separates its cells.
import { describe, expect, it } from 'vitest';
import { coverageFaults } from '../reading.ts';
import { documentOf, reportsOf } from './read.ts';
import { shownTables } from './tables.ts';

const read = (text: string | Buffer, name = 'a.csv') => documentOf(name, Buffer.from(text));
const textOf = async (text: string | Buffer, name?: string) => (await read(text, name)).text;
const GB18030 = Buffer.from('d6d6c0e02cb9abbdef0acbc9c3e72c31320a', 'hex');

describe('the text of a table of separated values', () => {
  it.each([
    ['commas', '树种,株数\n松,12\n柏,7\n'],
    ['semicolons, with commas in numbers', '树种;株数\n松;12\n柏;7'],
    ['tabs', '树种\t株数\n松\t12\n柏\t7\r\n'],
    ['line ends of Windows', '树种,株数\r\n松,12\r\n柏,7'],
    ["Excel's line about the separator", 'sep=;\n树种;株数\n松;12\n柏;7'],
    ['a byte order mark', '\ufeff树种,株数\n松,12\n柏,7'],
    ['quotation marks', '"树种","株数"\n"松","12"\n"柏",7'],
  ])('has a line for each row, with %s', async (_, source) => {
    expect(await textOf(source)).toBe('树种\u3000株数\n松\u300012\n柏\u30007');
  });

  it('keeps what is quoted in one cell and on one line', async () => {
    expect(await textOf('名称,说明\n"甲,乙","第一行\n第二行 ""引文"""\n丙,丁')).toBe(
      '名称\u3000说明\n甲,乙\u3000第一行 第二行 "引文"\n丙\u3000丁',
    );
  });

  it('keeps the place of empty cells and drops those at the end of a row', async () => {
    expect(await textOf('甲,乙,丙,丁\n1,,3,\n,2,,4')).toBe(
      '甲\u3000乙\u3000丙\u3000丁\n1\u3000\u30003\n\u30002\u3000\u30004',
    );
  });

  it('is whole where a quotation mark is never closed', async () => {
    expect(await textOf('名称,数量\n"甲,1\n乙,2')).toBe('名称\u3000数量\n"甲\u30001\n乙\u30002');
  });

  it('tells semicolons from decimal commas', async () => {
    expect(await textOf('项;值\n长;1,5\n宽;2,5')).toBe('项\u3000值\n长\u30001,5\n宽\u30002,5');
  });

  it('is read from GB18030, and as .tsv', async () => {
    expect(await textOf(GB18030)).toBe('种类\u3000公斤\n松苗\u300012');
    expect(await textOf('甲\t乙\n1\t2', 'a.TSV')).toBe('甲\u3000乙\n1\u30002');
  });
});

describe('the tables', () => {
  it('have the row that names the columns as their head', async () => {
    expect(shownTables(await read('村,户数,日期\n甲村,31,2024-05-01\n乙村,8,2024-06-01'))).toEqual([
      ['村|户数|日期', '甲村|31|2024-05-01', '乙村|8|2024-06-01'],
    ]);
  });

  it.each([
    ['figures', '1,2\n3,4'],
    ['a sentence', '村里的路修好了。,12\n甲村,31'],
    ['names and figures as below', '甲村,31\n乙村,8'],
  ])('have none where the first row holds %s', async (_, source) => {
    const [[head]] = shownTables(await read(source));
    expect(head).toBe('');
  });

  it('begin below a title and end above a note', async () => {
    const document = await read('清河镇2024年植树统计\n村,株数\n甲村,31\n乙村,8\n注：截至年底。');
    expect(document.headings).toEqual([{ start: 0, end: 12, level: 1 }]);
    expect(shownTables(document)).toEqual([['村|株数', '甲村|31', '乙村|8']]);
    expect(document.text.split('\n').at(-1)).toBe('注：截至年底。');
  });

  it('end at an empty row', async () => {
    expect(shownTables(await read('村,株数\n甲村,31\n\n季度,天数\n一季度,90'))).toEqual([
      ['村|株数', '甲村|31'],
      ['季度|天数', '一季度|90'],
    ]);
  });
});

describe('a table of separated values', () => {
  it('is one report, of which every character is accounted for', async () => {
    const file = await reportsOf('清河镇植树.csv', Buffer.from('村,株数\n甲村,31\n乙村,8\n\n合计,39'));
    expect(file.reports).toHaveLength(1);
    expect(coverageFaults(file)).toEqual([]);
  });
});
