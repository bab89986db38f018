// Every kind of answer, and every reason for a no, in both languages over the whole sample set.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answer, compose } from '../../src/answer/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { indexOver, readFolder } from '../fixtures/read-reports.ts';
import { SAMPLE_SET, unfaithful } from './sample.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = indexOver((await readFolder(SAMPLE_SET)).files);
});

/** The answer to the last of some questions of one person. */
const asked = (...questions: string[]): Answer =>
  answer(questions[questions.length - 1], questions.slice(0, -1), index);

interface Shown {
  /** In any of the quotes. */
  words: string;
  /** All quotes are from these. */
  files?: string[];
  kind?: 'overview' | 'facts' | 'comparison';
}

function expectShown(given: Answer, { words, files, kind }: Shown): void {
  if (!given.answered) throw new Error(`declined: ${JSON.stringify(given)}`);
  expect(unfaithful(index, given.quotes)).toEqual([]);
  expect(given.quotes.map(({ text }) => text).join('\n')).toContain(words);
  if (files) expect([...new Set(given.quotes.map(({ file }) => file))].sort()).toEqual(files);
  if (kind) expect(given.kind).toBe(kind);
}

const FORESTRY = 'forestry-2023-h1.txt';
const PROBLEM = '一是造林用地越来越难找。';
const ZH = '林业局2023年上半年存在哪些问题';
const EN = 'What problems did the forestry bureau have in the first half of 2023?';

describe('an overview', () => {
  it.each<[of: string, question: string, shown: Shown]>([
    ['a part', ZH, { words: PROBLEM, files: [FORESTRY], kind: 'overview' }],
    ['a part', EN, { words: PROBLEM, files: [FORESTRY], kind: 'overview' }],
    [
      'a chapter',
      '卫健委2023年的医疗服务做了哪些',
      { words: '强基层，让看病更近一些', files: ['health-2023.txt'], kind: 'overview' },
    ],
    [
      'a chapter',
      'what did the health commission do in medical services in 2023',
      { words: '强基层，让看病更近一些', files: ['health-2023.txt'], kind: 'overview' },
    ],
    [
      'a topic in a report',
      '林业局2023年的森林防火工作怎么样',
      { words: '全年发生森林火警3起', files: ['forestry-2023.txt'], kind: 'overview' },
    ],
    [
      'a topic in a report',
      'what did the forestry bureau do about fires in 2023',
      { words: '火', files: ['forestry-2023.txt'], kind: 'overview' },
    ],
    [
      'a list under its heading',
      '栖鹭镇2023年上半年的民生实事有哪些',
      { words: '1.老年食堂开起来。', files: ['qilu-town-2023-h1.txt'], kind: 'overview' },
    ],
  ])('of %s: %s', (_, question, shown) => {
    expectShown(asked(question), shown);
  });
});

describe('one thing', () => {
  it.each<[what: string, question: string, words: string, file: string]>([
    ['fact', '县医院夜间门诊从几月开始', '自6月起开设夜间门诊', 'health-2023.txt'],
    ['fact', 'when did the night clinic open', '自6月起开设夜间门诊', 'health-2023.txt'],
    ['figure', '林业局2023年造林面积多少万亩', '全年完成营造林3.31万亩', 'forestry-2023.txt'],
    ['figure', '鹭汊湿地公园记录到几只东方白鹳', '东方白鹳', 'forestry-2024-h1.txt'],
    [
      'row of a table',
      '能源合作社2023/24年度发电多少',
      'Electricity generated (MWh)',
      'wrenfield-community-energy-annual-report-2023-24.md',
    ],
    [
      'row of a table',
      'How much electricity was generated in 2023/24?',
      'Electricity generated (MWh)',
      'wrenfield-community-energy-annual-report-2023-24.md',
    ],
  ])('%s, first: %s', (_, question, words, file) => {
    const given = asked(question);
    expectShown(given, { words });
    if (!given.answered) throw new Error('declined');
    expect(given.quotes[0].file).toBe(file);
    expect(given.quotes[0].text).toContain(words);
  });
});

describe('a comparison', () => {
  it.each<[of: string, question: string, files: string[]]>([
    ['authors', '比较林业局和农业农村局2023年的问题', ['agriculture-2023.txt', 'forestry-2023.txt']],
    [
      'authors',
      'compare the problems of the forestry bureau and the agriculture bureau in 2023',
      ['agriculture-2023.txt', 'forestry-2023.txt'],
    ],
    [
      'years',
      '林业局2023年和2024年上半年的造林任务有什么变化',
      ['forestry-2023-h1.txt', 'forestry-2024-h1.txt'],
    ],
    [
      'years',
      'how did the forestry bureau plans change between 2023 and 2024',
      ['forestry-2023-h1.txt', 'forestry-2023.txt', 'forestry-2024-h1.txt'],
    ],
  ])('of %s shows each side: %s', (_, question, files) => {
    const given = asked(question);
    expectShown(given, { words: '', files, kind: 'comparison' });
  });
});

describe('a survey', () => {
  it.each([
    '哪些报告提到了老年食堂',
    '多少份报告提到了老年食堂',
    'which reports mention canteens for the elderly',
    'how many reports mention canteens for the elderly',
  ])('tells how many of all reports say so, and shows several: %s', (question) => {
    const given = asked(question);
    if (!given.answered) throw new Error('declined');
    const { count, quotes } = given;
    expect(count?.asked).toBe(index.reports.length);
    expect(count?.saying).toBeGreaterThanOrEqual(7);
    expect(new Set(quotes.map(({ file }) => file)).size).toBeGreaterThan(4);
  });

  it.each(['哪些报告没有提到油茶', 'which reports do not mention camellia oil'])(
    'names those that are silent: %s',
    (question) => {
      const given = asked(question);
      if (!given.answered) throw new Error('declined');
      expect(given.unmentioned.length).toBe(index.reports.length - (given.count?.saying ?? 0));
      expect(given.unmentioned.join()).not.toContain('林业局2023年上半年');
    },
  );

  it.each(['哪份报告最早提到老年食堂', 'which report mentions the canteens first'])(
    'begins with the earliest: %s',
    (question) => {
      const given = asked(question);
      if (!given.answered) throw new Error('declined');
      const years = given.quotes.map(({ reportId }) => index.report(reportId)?.period?.end ?? '');
      // those of one author stand together
      expect(years[0]).toBe(years.toSorted()[0]);
      expect(years).toContain('2024-06-30');
    },
  );
});

describe('a follow-up', () => {
  it.each<[asks: string, questions: string[], shown: Shown]>([
    ['a point', [ZH, '第2条展开'], { words: '生物防火林带62公里', files: [FORESTRY] }],
    ['a point', [EN, 'tell me more about the second one'], { words: '62公里', files: [FORESTRY] }],
    [
      'another author',
      [ZH, '那农业农村局呢'],
      { words: '建设资金缺口大', files: ['agriculture-2023-h1.txt'] },
    ],
    [
      'another author',
      [EN, 'and the agriculture bureau?'],
      { words: '建设资金缺口大', files: ['agriculture-2023-h1.txt'] },
    ],
    ['another year', [ZH, '那2024年上半年呢'], { words: '收储后劲不足', files: ['forestry-2024-h1.txt'] }],
    [
      'another year',
      [EN, 'and in the first half of 2024?'],
      { words: '收储后劲不足', files: ['forestry-2024-h1.txt'] },
    ],
    ['another part', [ZH, '那打算呢'], { words: '1、对照任务补进度。', files: [FORESTRY], kind: 'overview' }],
    [
      'another part',
      [EN, 'and the plans?'],
      { words: '1、对照任务补进度。', files: [FORESTRY], kind: 'overview' },
    ],
    ['another subject', [ZH, '那老年食堂开了几家'], { words: '建成2家老年食堂' }],
    ['why', ['栖鹭镇2023年新建了几家老年食堂', '为什么'], { words: '老年食堂' }],
    [
      'why',
      ['How many canteens for the elderly opened in Qilu town in 2023?', 'why?'],
      { words: '老年食堂' },
    ],
  ])('for %s: %j', (_, questions, shown) => {
    expectShown(asked(...questions), shown);
  });
});

describe('however it is written', () => {
  it.each([
    ['typed pinyin', 'linyeju 2023 nian shangbannian you shenme wenti'],
    ['a typo', '林业局2023年上半年存在那些问提'],
    ['an English typo', 'What problms did the forestry bureau have in the first half of 2023?'],
    ['traditional characters', '林業局2023年上半年存在哪些問題'],
    ['mixed language', 'forestry bureau 2023上半年的problems有哪些'],
  ])('it is understood: %s', (_, question) => {
    expectShown(asked(question), { words: PROBLEM, files: [FORESTRY], kind: 'overview' });
  });

  it.each([
    ['林业局2023年有什么问题？栖鹭镇有几家老年食堂？', '栖鹭镇有几家老年食堂？'],
    [
      'What problems did forestry have in 2023? How many canteens are there in Qilu town?',
      'How many canteens are there in Qilu town?',
    ],
  ])('the first of several questions is answered, the others are offered: %s', (message, other) => {
    const given = asked(message);
    expectShown(given, { words: '', files: ['forestry-2023.txt'], kind: 'overview' });
    expect(given.alsoAsked).toEqual([other]);
  });
});

type Declined = Extract<Answer, { answered: false }>;

describe('a no', () => {
  it.each<[why: string, questions: string[], reason: Partial<Declined>, said: string]>([
    ['the word is absent', ['动物园有没有企鹅'], { unknownWords: ['动物园', '企鹅'] }, '企鹅'],
    ['the word is absent', ['how many penguins are there'], { unknownWords: ['penguins'] }, 'penguins'],
    ['the author is not there', ['教育局2023年做了哪些工作'], { unknownAuthors: ['教育局'] }, '教育局'],
    [
      'the author is not there',
      ['what did the education bureau do in 2023'],
      { unknownAuthors: ['education bureau'] },
      'education bureau',
    ],
    [
      'the year is not there',
      ['林业局2019年做了哪些工作'],
      { missingYear: { authors: ['林业局'], year: 2019, years: [2023, 2024] } },
      '2019',
    ],
    [
      'the year is not there',
      ['what did the forestry bureau do in 2019'],
      { missingYear: { authors: ['forestry bureau'], year: 2019, years: [2023, 2024] } },
      '2019',
    ],
    [
      'the value is not given',
      ['how much did the night clinics cost'],
      { notGiven: 'money' },
      TEXTS.en.notGiven('money'),
    ],
    ['the value is masked', ['老旧小区改造总投资多少万元'], { masked: true }, TEXTS.zh.masked()],
    [
      'the value is masked',
      ['how much is the total investment in renovating old residential areas'],
      { masked: true },
      TEXTS.en.masked(),
    ],
    [
      'the value is masked',
      ['how much does Shimoling township still owe on past projects'],
      { masked: true },
      TEXTS.en.masked(),
    ],
    [
      'the report lacks the part',
      ['交通运输局2023年提了哪些建议'],
      { lacking: { report: '交通运输局2023年工作总结及2024年工作计划', sectionKind: 'suggestions' } },
      '交通运输局2023年工作总结及2024年工作计划',
    ],
    [
      'the report lacks the part',
      ['what suggestions did the transport bureau make'],
      { lacking: { report: '交通运输局2023年工作总结及2024年工作计划', sectionKind: 'suggestions' } },
      '交通运输局2023年工作总结及2024年工作计划',
    ],
    ['nothing more is there', [ZH, '还有吗'], { noMore: true }, TEXTS.zh.noMore()],
    ['nothing more is there, still', [ZH, '还有吗', '还有吗'], { noMore: true }, TEXTS.zh.noMore()],
    ['nothing more is there', [EN, 'anything else?'], { noMore: true }, TEXTS.en.noMore()],
    ['nothing was asked', ['你是谁'], { smallTalk: true }, TEXTS.zh.aboutBot()],
    ['nothing was asked', ['what can you do'], { smallTalk: true }, TEXTS.en.aboutBot()],
  ])('says that %s: %j', (_, questions, reason, said) => {
    const given = asked(...questions);
    expect(given).toMatchObject({ answered: false, ...reason });
    const words = compose(given, given.language).map((block) =>
      block.type === 'paragraph' ? block.text : '',
    );
    expect(words.join('\n')).toContain(said);
  });
});
