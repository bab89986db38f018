import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainReading, readingRecord } from '../../src/question/explain-reading.ts';
import { read, type Shape } from '../../src/question/reading.ts';
import type { SectionKind } from '../../src/reports/index.ts';

const named = (question: string, kind: 'agency' | 'place') =>
  read(question)
    .names.filter((name) => name.kind === kind)
    .map(({ text }) => text);

describe('the shape of the answer that a question wants', () => {
  it.each<[shape: Shape, questions: string[]]>([
    [
      'overview',
      [
        '畜牧局年后的安排说一说',
        '盐务所遇到哪些难处',
        'sum up the work of the housing bureau',
        'Tell me about wetland protection',
      ],
    ],
    [
      'fact',
      [
        '谁分管信访',
        '大坝何时竣工的',
        '学校搬到了什么地方',
        'who signed the agreement',
        'why was the ferry cancelled',
        'where was the clinic built',
      ],
    ],
    [
      'figure',
      [
        '栽了多少棵树',
        '花了几个亿',
        '公路有多长',
        'how many bridges were repaired',
        'what percentage of roads are paved',
      ],
    ],
    [
      'comparison',
      [
        '财政局和教育局哪个花钱更多',
        '比较一下柳河镇和松山镇的养殖业',
        'compare Lanhe County with Baihe County on tourism',
      ],
    ],
    [
      'survey',
      [
        '哪些部门提到了乡村医生',
        '都有谁在搞光伏',
        'which bureaus mention drones',
        'who else talks about apples',
      ],
    ],
    [
      'existence',
      [
        '报告里提没提养蜂',
        '有没有说到地震',
        'is there any mention of tea',
        'does the report mention cherries',
      ],
    ],
    [
      'chat',
      ['你好呀', '多谢多谢', '你会唱歌吗', '哈哈哈', 'hello there', 'thanks a lot', 'who made you', 'ok'],
    ],
  ])('is %s', (shape, questions) => {
    for (const question of questions) expect([question, read(question).shape]).toEqual([question, shape]);
  });
});

describe('the part of a report that a question is about', () => {
  it.each<[part: SectionKind | undefined, questions: string[]]>([
    [
      'plans',
      [
        '渔业局下一步怎么走',
        '明年要抓哪几件大事',
        'what is the port office aiming for',
        'next steps of the school',
      ],
    ],
    [
      'problems',
      [
        '档案局卡在哪',
        '工作中有什么短板',
        '邮政局有咩困难',
        'where does the bureau fall short',
        'what went wrong at the library',
      ],
    ],
    [
      'achievements',
      [
        '文化馆去年干成了哪些事',
        '取得了什么成绩',
        'what did the land office accomplish',
        'successes of the fire brigade',
      ],
    ],
    ['highlights', ['环卫所最得意的是什么', '有什么亮点', 'what is the school proud of']],
    [
      'suggestions',
      [
        '水文局有什么建议',
        '粮站盼上级解决什么',
        'what does the county recommend',
        'what is the town asking its superiors for',
      ],
    ],
    [undefined, ['栽了多少棵树', '说说茶产业', 'who signed the agreement']],
  ])('is %s', (part, questions) => {
    for (const question of questions) expect([question, read(question).part]).toEqual([question, part]);
  });

  it('is not named by a term that holds its word', () => {
    expect(read('计划生育工作').part).toBeUndefined();
  });
});

describe('the authors and places that a question names', () => {
  it.each<[question: string, agencies: string[], places: string[]]>([
    ['瞧瞧渔业局今年的成绩', ['渔业局'], []],
    ['沙河区教育局有什么打算', ['教育局'], ['沙河区']],
    ['县医院有什么困难', ['医院'], []],
    ['三中和五中的升学率', ['三中', '五中'], []],
    ['经开区管委会的目标', ['经开区管委会'], []],
    ['我们街道的计划', [], []],
    ['贵局有什么亮点', [], []],
    ['哪些局提到了养老', [], []],
    ['plans of the Land and Resources Bureau', ['Land and Resources Bureau'], []],
    ['what did the agri and rural affairs bureau do', ['agri and rural affairs bureau'], []],
    ['problems of No. 2 Hospital', ['No. 2 Hospital'], []],
    ['the county forestry bureau', ['forestry bureau'], []],
    ['Compare Lanhe County and Baihe County', [], ['Lanhe County', 'Baihe County']],
    ['which bureaus complain', [], []],
    ['畜牧局 and the tax office', ['畜牧局', 'tax office'], []],
  ])('of %j are %j and %j', (question, agencies, places) => {
    expect([named(question, 'agency'), named(question, 'place')]).toEqual([agencies, places]);
  });

  it.each([
    ['全省经济怎么样', 'province'],
    ['市林业局的计划', 'city'],
    ['the county forestry bureau', 'county'],
    ['哪些乡镇没完成', 'township'],
    ['哪些街道提到了电梯', 'subdistrict'],
    ['national plans', 'national'],
    ['沙河区教育局的计划', null],
    ['向县里要了什么', null],
  ])('mark the level: %j', (question, level) => {
    expect(read(question).level).toBe(level);
  });
});

describe('the period that a question names', () => {
  const none = { year: null, half: null, quarter: null, relative: null };
  it.each([
    ['2023年造林多少', { year: 2023 }],
    ['二〇二四年栽了多少树', { year: 2024 }],
    ['24年下半年有什么打算', { year: 2024, half: 2 }],
    ['去年上半年修了几条路', { half: 1, relative: 'last' }],
    ['前六个月干了什么', { half: 1 }],
    ['三季度修了几条路', { quarter: 3 }],
    ['来年的目标', { relative: 'next' }],
    ['results for the first six months of 2022', { year: 2022, half: 1 }],
    ['FY2019 budget of the bureau', { year: 2019 }],
    ['which targets by 2028', { year: 2028 }],
    ['Q2 results', { quarter: 2 }],
    ['plans for the coming year', { relative: 'next' }],
    ['2021到2023年造林多少', { year: 2021, untilYear: 2023 }],
    ['5月份修了几条路', { months: [5, 5] }],
  ])('of %j', (question, period) => {
    expect(read(question).period).toEqual({ ...none, ...period });
  });

  it.each(['总投资2030万元的项目有几个', '15年前修的老井在哪', '现在有多少人', '造林多少'])(
    'is none in %j',
    (question) => {
      expect(read(question).period).toBeNull();
    },
  );
});

describe('the value that a question expects', () => {
  it.each([
    ['栽了多少棵树', 'count', '棵'],
    ['花了多少钱', 'money', undefined],
    ['入学率是多少', 'share', undefined],
    ['什么时候竣工', 'date', undefined],
    ['谁负责', 'person', undefined],
    ['为什么没完成', 'reason', undefined],
    ['哪家公司承建', 'body', undefined],
    ['how many hectares were burnt', 'count', 'hectares'],
    ['does the report mention tea', 'yes or no', undefined],
    ['list the plans of the tax office', 'list', undefined],
  ])('of %j is %s', (question, type, unit) => {
    const { expected } = read(question);
    expect(expected?.type === 'size' ? 'count' : expected?.type).toBe(type);
    if (unit) expect(expected?.unit).toBe(unit);
  });
});

describe('a question that continues', () => {
  it.each([
    '那渔业局呢',
    '第2条展开',
    '为什么',
    '谁负责',
    'and in 2024?',
    'what about the tax office',
    'more',
    'why?',
    '还有呢',
  ])('%s', (question) => {
    expect(read(question).continues).toBe(true);
  });
  it.each([
    '渔业局2023年有哪些问题',
    '沙河镇明年打算修哪条路',
    'What are the plans of the tax office for 2024?',
    '你好',
  ])('is not %s', (question) => {
    expect(read(question).continues).toBe(false);
  });
});

describe('a message', () => {
  it('of several questions gives the first, and the others apart', () => {
    const reading = read('渔业局明年有什么打算？谁牵头？花多少钱？');
    expect([reading.shape, reading.part, reading.others]).toEqual([
      'overview',
      'plans',
      ['谁牵头？', '花多少钱？'],
    ]);
  });

  it('is explained in plain words', () => {
    expect(explainReading(read('渔业局明年有什么打算'))).toContain('渔业局 (agency)');
    expect(readingRecord(read('哈哈'))).toMatchObject({ shape: 'chat', part: null, agencies: [], topic: [] });
  });
});

describe('any text', () => {
  const words = [
    '渔业局',
    '怎么',
    '2023年',
    '什么',
    '计划',
    '不',
    'the',
    'bureau',
    'of',
    '第',
    '咩',
    '，',
    '?',
    ' ',
    '\ud83d',
    '𠮷',
    '’s',
    '(',
    '[',
    'how many',
    '镇',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((all) => all.join('')),
  );
  it('is read, with spans inside it that do not overlap and stretches as written', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { spans, names, topic, normalised } = read(text);
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          ({ end } = span);
        }
        expect(end).toBeLessThanOrEqual(normalised.length);
        for (const stretch of [...names, ...topic])
          expect(text.slice(stretch.start, stretch.end)).toBe(stretch.text);
      }),
      { numRuns: 300 },
    );
  });
});
