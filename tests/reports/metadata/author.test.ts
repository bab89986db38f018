// Who wrote a document, by all that names somebody. The documents are made up.
import { describe, expect, it } from 'vitest';
import { longBody } from '../../fixtures/prose.ts';
import { readMarkdown, readText } from '../reading.ts';

const ENGLISH = 'The weir was rebuilt and three sluices were mended. The water rose by 8 per cent. '.repeat(
  4,
);
const authorOf = (text: string, name?: string) => readText(text, name).reports[0].agency;

describe('the author of an English document', () => {
  it.each([
    [
      'stands above its title, whatever it is called',
      'Thorne Valley Lines\nQuarterly Report, second quarter 2017',
      'Thorne Valley Lines',
    ],
    [
      'stands before what it reports',
      'Arkwright Gauges plc Annual Report and Accounts 2013',
      'Arkwright Gauges plc',
    ],
    ['may be a choir', 'Minutes of the Osier Brook Choir, 3 March 2013', 'Osier Brook Choir'],
    [
      'speaks',
      'Speech by the Mayor of Ashcombe, Edna Thwaite, at the Reopening of the Weir',
      'Mayor of Ashcombe, Edna Thwaite',
    ],
  ])('%s', (_, head, author) => {
    expect(authorOf(`${head}\n\n${ENGLISH}\n`)).toBe(author);
  });

  it('is what its first sentence is about', () => {
    const text = `# Notice of Closure: Weir Lane\n\nAshcombe District Council gives notice that Weir Lane will be closed in May.\n\n${ENGLISH}\n`;
    expect(readMarkdown(text).reports[0].agency).toBe('Ashcombe District Council');
  });
});

describe('the author of a Chinese document', () => {
  it.each([
    ['芦浦县残疾人联合会一九九三年工作总结', '芦浦县残疾人联合会'],
    ['芦浦县总工会2016年工作总结', '芦浦县总工会'],
    ['芦浦县图书馆2016年工作总结', '芦浦县图书馆'],
    ['芦浦縣環境保護局一百零三年度工作報告', '芦浦縣環境保護局'],
    ['芦浦县供销合作社2016年工作总结', '芦浦县供销合作社'],
  ])('is a body of any kind, before a year in any numerals: %s', (title, author) => {
    expect(authorOf(`${title}\n\n一、做了什么\n\n${longBody()}\n`)).toBe(author);
  });

  it('is the office that its title names, not the government of the place', () => {
    const title = '芦浦县水利局2019年政府信息公开工作年度报告';
    expect(authorOf(`${title}\n\n一、总体情况\n\n${longBody()}\n`, '芦浦县/公开年报.txt')).toBe(
      '芦浦县水利局',
    );
  });

  it('is the office that a government charged with it', () => {
    const text = `关于芦浦县2018年预算执行情况和2019年预算草案的报告\n\n——2019年1月8日在芦浦县第九届人民代表大会第四次会议上\n\n芦浦县财政局\n\n各位代表：\n\n受县人民政府委托，现将有关情况提请大会审议。\n\n一、2018年预算执行情况\n\n${longBody()}\n`;
    expect(authorOf(text)).toBe('芦浦县财政局');
  });

  it('is the government of a province that no list knows, by the folder alone', () => {
    const text = `各位代表：\n\n现在，我代表省人民政府，向大会报告工作。\n\n一、2012年工作回顾\n\n${longBody()}\n`;
    expect(authorOf(text, '苍岭省/2013.md')).toBe('苍岭省人民政府');
  });

  it('is a group of people who asked', () => {
    const text = `芦浦县乡村饮水问卷调查报告\n\n芦浦县水利局调研组\n\n2015年6月\n\n一、调查概况\n\n${longBody()}\n`;
    expect(authorOf(text)).toBe('芦浦县水利局调研组');
  });
});

describe('a document planned for', () => {
  it.each([
    ['Budget Report FY2015', '2015-01-01'],
    ['芦浦县水利局2021年部门预算', '2021-01-01'],
  ])('is a budget for its own year: %s', (title, start) => {
    expect(
      readText(`${title}\n\n${/[a-z]/.test(title) ? ENGLISH : longBody()}\n`).reports[0].plannedFor?.start,
    ).toBe(start);
  });

  it('is not the month after its date', () => {
    const text = `芦浦县关于扶持茶业的若干意见\n\n一、总体目标\n\n到2025年，茶园达到八万亩。\n\n二、主要措施\n\n${longBody()}\n\n芦浦县人民政府\n2021年6月30日\n`;
    expect(readText(text).reports[0].plannedFor?.label).not.toBe('2021年7月');
  });
});
