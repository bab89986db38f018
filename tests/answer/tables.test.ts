// Rows of tables: found by the names of their columns, quoted alone, shown below the head of their table.
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answer, compose, verbatimMessage } from '../../src/answer/index.ts';
import { readAny } from '../../src/reports/formats/read-any.ts';
import { type ReportFile, readReports } from '../../src/reports/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { prose } from '../fixtures/prose.ts';
import { indexOver } from '../fixtures/read-reports.ts';
import { shownQuotes, unfaithful } from './sample.ts';

async function readAs(name: string, source: string | Uint8Array): Promise<ReportFile> {
  const read = await readAny(name, typeof source === 'string' ? new TextEncoder().encode(source) : source);
  if (!read.ok) throw new Error(read.reason.kind);
  return readReports(name, read);
}

const cells = (name: string, rows: string[]) =>
  rows
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<${name}>${cell}</${name}>`)
          .join('')}</tr>`,
    )
    .join('');
const page = (title: string, words: string, head: string, rows: string[]) =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${words}</p><table>${cells('th', [head])}${cells('td', rows)}</table><p>${prose(3)}</p></body></html>`;

const FORM = page('雁汀县林业局2023年政务公开报告', '有关数字列表如下。', '事项|上年办结件数|本年办结件数', [
  '一、采伐许可|88|97',
  '二、检疫证书|412|436',
  '三、林权登记|19|23',
]);
const SURVEY = `# Harbour Traders Survey 2024

The survey was open in June, and the answers came from all five wards of the town.

| Trade | Turnover 2022 (£) | Turnover 2023 (£) | Posts vacant |
|---|---|---|---|
| Chandlers | 41,200 | 43,900 | 2 |
| Bakeries | 88,600 | 91,300 | 5 |
| Boat hire | 27,400 | 25,800 | 1 |
`;
const LIST =
  '编号,村名,水渠长度（米）,修缮费用（元）\nQ1,上岭村,1240,86000\nQ2,下湾村,930,51200\nQ3,石桥村,2110,140700\n';
const YEARS = `雁汀镇2024年工作总结

一、各年情况
历年的数字在这里列出，都来自年终盘点，可供以后参考。
年份\t造林面积（亩）\t补植株数
2022年\t1310\t52000
2023年\t1675\t61400
2024年\t1820\t70300

二、其他工作
${prose(4)}
`;

let index: PassageIndex;
beforeAll(async () => {
  index = indexOver([
    await readAs('form.html', FORM),
    await readAs('survey.md', SURVEY),
    await readAs('list.csv', LIST),
    await readAs('years.txt', YEARS),
  ]);
});

const ask = (question: string): Answer => answer(question, [], index);
const shown = (text: string) => text.replace(/[\u3000\t]+/g, '|');

describe('a question about a figure of a table', () => {
  it.each([
    ['采伐许可本年办结多少件', '一、采伐许可|88|97', '事项|上年办结件数|本年办结件数'],
    ['检疫证书办结件数是多少', '二、检疫证书|412|436', '事项|上年办结件数|本年办结件数'],
    ['下湾村修缮费用多少元', 'Q2|下湾村|930|51200', '编号|村名|水渠长度（米）|修缮费用（元）'],
    ['石桥村水渠长度多少米', 'Q3|石桥村|2110|140700', '编号|村名|水渠长度（米）|修缮费用（元）'],
    [
      'How many posts are vacant in bakeries?',
      'Bakeries|88,600|91,300|5',
      'Trade|Turnover 2022 (£)|Turnover 2023 (£)|Posts vacant',
    ],
    [
      '2023 turnover of boat hire',
      'Boat hire|27,400|25,800|1',
      'Trade|Turnover 2022 (£)|Turnover 2023 (£)|Posts vacant',
    ],
    ['雁汀镇2023年造林面积多少亩', '2023年|1675|61400', '年份|造林面积（亩）|补植株数'],
  ])('is answered by its row, with its head: %s', (question, row, head) => {
    const given = ask(question);
    expect(given.answered).toBe(true);
    const [first] = shownQuotes(given);
    expect(shown(first.text)).toBe(row);
    expect(first.heads?.map(({ text }) => shown(text))).toEqual([head]);
    expect(
      unfaithful(
        index,
        shownQuotes(given).flatMap((quote) => [
          quote,
          ...(quote.heads ?? []).map((each) => ({ ...quote, ...each })),
        ]),
      ),
    ).toEqual([]);
  });

  it('shows the head once above rows that follow each other', () => {
    const message = compose(ask('采伐许可、检疫证书办结件数'), 'zh');
    const quotes = message.flatMap((block) => (block.type === 'quote' ? [block.quote] : []));
    const rows = quotes.filter(({ text }) => /采伐|检疫/.test(text));
    expect(rows).toHaveLength(2);
    expect(rows.filter(({ heads }) => heads !== undefined)).toHaveLength(1);
  });

  it('leaves no quote whose head differs from its source', () => {
    const message = compose(ask('下湾村修缮费用多少元'), 'zh');
    const falsified = message.map((block) =>
      block.type === 'quote' && block.quote.heads
        ? {
            ...block,
            quote: { ...block.quote, heads: block.quote.heads.map((head) => ({ ...head, text: '村名' })) },
          }
        : block,
    );
    const dropped: string[] = [];
    const sent = verbatimMessage(falsified, index, (id) => dropped.push(id));
    expect(dropped.length).toBeGreaterThan(0);
    expect(sent.some((block) => block.type === 'quote' && block.quote.heads)).toBe(false);
  });
});

const CASES = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'cases');

describe.skipIf(!fs.existsSync(CASES))(
  'the case of a disclosure form (skipped where ../shared is absent)',
  () => {
    it('is answered by the row and its head', async () => {
      const names = ['disclosure-form.html', 'disclosure-report.txt'];
      const files = names.map((name) => readAs(name, fs.readFileSync(path.join(CASES, name))));
      const over = indexOver(await Promise.all(files));
      const [first] = shownQuotes(answer('本年新收申请多少件', [], over));
      expect(shown(first.text)).toMatch(/^一、本年新收.*\|12\|13$/);
      expect(first.heads?.map(({ text }) => shown(text))).toEqual(['项目|自然人|总计']);
    });
  },
);
