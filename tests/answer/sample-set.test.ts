// The sample set as it comes: documents of many kinds, in both languages, are understood and answer.
import { beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/index.ts';
import type { Report } from '../../src/reports/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { openIndex } from '../fixtures/read-reports.ts';
import { SAMPLE_SET, SHARED_INDEX_FOLDER, shownQuotes, unfaithful } from './sample.ts';

let index: PassageIndex;
beforeAll(async () => {
  const opened = await openIndex(SAMPLE_SET, SHARED_INDEX_FOLDER);
  if (!opened.ok) throw new Error(opened.reason);
  index = opened.index;
});

describe('a document of the sample set', () => {
  it.each<[file: string, expected: Partial<Record<'kind' | 'agency' | 'title' | 'language', string>>]>([
    [
      'civil-affairs-disclosure-2023.html',
      {
        kind: 'disclosure-report',
        agency: '澜棠县民政局',
        title: '澜棠县民政局2023年政府信息公开工作年度报告',
      },
    ],
    [
      'statistical-bulletin-2023.html',
      {
        kind: 'statistical-bulletin',
        agency: '澜棠县统计局',
        title: '澜棠县2023年国民经济和社会发展统计公报',
      },
    ],
    ['street-lighting-rules.txt', { kind: 'regulation', title: '澜棠县城乡照明管理办法' }],
    ['water-company-2023.txt', { agency: '澜棠水务有限公司', language: 'zh' }],
    [
      'wrenfield-community-energy-annual-report-2023-24.md',
      { kind: 'annual-report', agency: 'Wrenfield Community Energy Society', language: 'en' },
    ],
    ['wrenfield-library-friends-minutes-2024-05-14.txt', { kind: 'minutes', language: 'en' }],
  ])('is one report whose kind and author are known: %s', (file, expected) => {
    const reports: Report[] = index.reports.filter((report) => report.file === file);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject(expected);
  });

  it.each([
    ['第八条说什么', '接到报修后，主干道应当在二十四小时内修复'],
    ['民政局2023年新收信息公开申请多少件', '本年新收申请'],
    ['2023年莲藕产量是多少', '52800'],
    ['澜棠水务有限公司存在哪些问题', '应收水费偏高'],
    ['What are the plans of Wrenfield Community Energy for 2024/25?', 'Open a share offer'],
    ['What did the library friends decide about Saturday opening?', 'to oppose the closure'],
    ['Who has to write to the county librarian?', 'Odile Harker to write to the county librarian'],
  ])('answers %s', (question, words) => {
    const found = answer(question, [], index);
    expect(found.answered).toBe(true);
    expect(shownQuotes(found).some(({ text }) => text.includes(words))).toBe(true);
    expect(unfaithful(index, shownQuotes(found))).toEqual([]);
  });
});
