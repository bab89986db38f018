// Every kind of overview over the whole sample set, in both languages: a part, a topic inside a report, a list that its
// sentences label, points of a text without headings; and how long lists are cut to one screen.
import { beforeAll, describe, expect, it } from 'vitest';
import { announcedLists } from '../../src/answer/announced-lists.ts';
import { askedCount } from '../../src/answer/asked-count.ts';
import { fitted, SCREEN_CHARACTERS } from '../../src/answer/fitted-points.ts';
import { answer } from '../../src/answer/index.ts';
import { readReports } from '../../src/reports/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { openIndex } from '../fixtures/read-reports.ts';
import { SAMPLE_SET, SHARED_INDEX_FOLDER, unfaithful } from './sample.ts';

let index: PassageIndex;
beforeAll(async () => {
  const opened = await openIndex(SAMPLE_SET, `${SHARED_INDEX_FOLDER}-sample-set`);
  if (!opened.ok) throw new Error(opened.reason);
  index = opened.index;
});

/** The beginnings of points that an answer must show, all from one report. */
type Row = [kind: string, question: string, points: string[]];
const ROWS: Row[] = [
  [
    'a part',
    '卫健委2023年上半年有哪些问题',
    ['一是人才', '二是监管力量不足', '三是经费压力大', '四是信息系统'],
  ],
  [
    'a part, short',
    '水务公司2023年存在哪些问题',
    ['一是应收水费偏高', '二是水源比较单一', '三是技术力量薄弱'],
  ],
  [
    'a part of an English report',
    'What went wrong at Wrenfield Community Energy?',
    ['Ridge Farm was connected', 'Too few installers', 'Vandalism'],
  ],
  [
    'the headings of a part of an English report',
    'What did Wrenfield Community Energy achieve?',
    ['Three more roofs', 'Warmer homes', 'A battery that earned its keep'],
  ],
  [
    'a topic inside a report',
    '石磨岭乡2023年民生方面做了哪些事',
    ['1.在碓窝、云碾两村', '2.引进巡回医疗车', '3.办理群众反映'],
  ],
  [
    'sentences with one label',
    'What did the library friends decide in May 2024?',
    ['DECIDED: to keep', 'DECIDED: to oppose', 'DECIDED: unanimously'],
  ],
  [
    'sentences with another label',
    'List the actions agreed at the Wrenfield library friends meeting',
    ['ACTION: Odile', 'ACTION: Tom', 'ACTION: Samir', 'ACTION: Bea'],
  ],
];

describe('an overview of the sample set', () => {
  it.each(ROWS)('of %s: %s', (_, question, points) => {
    const given = answer(question, [], index);
    if (!given.answered) throw new Error('declined');
    expect(given.kind).toBe('overview');
    expect(unfaithful(index, given.quotes)).toEqual([]);
    expect(new Set(given.quotes.map(({ reportId }) => reportId)).size).toBe(1);
    const shown = given.quotes.map(({ text }) => text);
    expect(points.filter((point) => !shown.some((text) => text.startsWith(point)))).toEqual([]);
  });
});

describe('the count that a question names', () => {
  it.each([
    ['今年的十件民生实事是哪些', 10],
    ['分成5个方面说说', 5],
    ['what are the five main directions', 5],
    ['its three big priorities', 3],
    ['the report of 2023', undefined],
    ['over the next three years', undefined],
    ['第三条写了什么', undefined],
  ])('%s: %s', (question, count) => {
    expect(askedCount(question)).toBe(count);
  });
});

const fileOf = (text: string) => readReports('a.txt', { text, markup: [], headings: [], warnings: [] });

describe('lists inside a text', () => {
  it('begin anew where the numbers do, each with the sentence before it', () => {
    const file = fileOf(
      '某局2023年工作总结\n一、做法\n今年办了以下实事。一是修路；二是架桥；三是通水。\n还有以下困难。一是缺人；二是缺钱。\n',
    );
    const lists = announcedLists(file, file.reports[0]);
    expect(lists.map(({ points }) => points.length)).toEqual([3, 2]);
    const introductions = lists.map(
      ({ introduction }) => introduction && file.text.slice(introduction.start, introduction.end),
    );
    expect(introductions).toEqual(['今年办了以下实事。', '还有以下困难。']);
  });

  it('are counted by words in English', () => {
    const file = fileOf(
      'Budget Speech\n\nWe have three strategies.\n\nFirst, we will expand our ties with many partners abroad.\n\nSecond, we will strengthen the competitiveness of our firms.\n\nFinally, we will invest in our people and their skills.\n',
    );
    expect(announcedLists(file, file.reports[0]).map(({ points }) => points.length)).toEqual([3]);
  });

  it('are sentences that begin with one label, wherever they stand', () => {
    const file = fileOf(
      '专题会议纪要\n会议议定，旧码头立面由县里修缮。\n\n会议强调，要成立指挥部。\n\n会议议定，鱼市搬到东堤。\n',
    );
    const [list] = announcedLists(file, file.reports[0]);
    expect(list.points.map(({ start, end }) => file.text.slice(start, end))).toEqual([
      '会议议定，旧码头立面由县里修缮。',
      '会议议定，鱼市搬到东堤。',
    ]);
  });
});

describe('points on one screen', () => {
  const sentence = (i: number) => `第${i}件是修好一条路。`;
  const file = fileOf(
    Array.from({ length: 8 }, (_, i) => sentence(i) + '后面还有许多细节，'.repeat(40)).join('\n'),
  );
  const length = sentence(0).length + 9 * 40;
  const points = Array.from({ length: 8 }, (_, i) => {
    const start = file.text.indexOf(sentence(i));
    return { section: 0, start, end: start + length };
  });

  it('are all shown, cut to their leading words where they are too long together', () => {
    const shown = fitted(file, points);
    expect(shown).toHaveLength(points.length);
    expect(shown.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThanOrEqual(
      SCREEN_CHARACTERS,
    );
    for (const [i, { start, end }] of shown.entries())
      expect(file.text.slice(start, end).startsWith(sentence(i))).toBe(true);
  });

  it('are whole where they fit', () => {
    expect(fitted(file, points.slice(0, 2))).toEqual(points.slice(0, 2));
  });
});
