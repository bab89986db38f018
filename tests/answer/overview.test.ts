// Overviews of the sample reports: every point of the asked sections, in order, and nothing of other
// sections.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answer } from '../../src/answer/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex, sourceOf, unfaithful } from './sample.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

const HAN = [...'一二三四五六七八九'];
const brackets = (count: number) => HAN.slice(0, count).map((numeral) => `（${numeral}）`);
const arabic = (count: number, mark: string) => Array.from({ length: count }, (_, i) => `${i + 1}${mark}`);
const points = (count: number) => HAN.slice(0, count).map((numeral) => `${numeral}是`);

/** A stretch of a report: how it begins, how what follows it begins, and how its points begin. */
interface Stretch {
  file: string;
  begins: string;
  followedBy?: string;
  points: string[];
}

type Row = [question: string, stretch: Stretch];
const stretch = (file: string, begins: string, followedBy: string | undefined, list: string[]): Stretch => ({
  file,
  begins,
  ...(followedBy ? { followedBy } : {}),
  points: list,
});

const TRANSPORT = '交通运输局2023年工作总结及2024年工作计划';
const SHIMOLING = '石磨岭乡2023年工作总结和2024年工作计划';
/** A heading of one report, or the report itself: its title is in the table of contents too. */
const inCompilation = (heading: string, report: string) => `${report}\u0000${heading}`;

/** Points that have a heading or a paragraph of their own. */
const HEADINGS: Row[] = [
  [
    '农业农村局2023年上半年做了哪些工作',
    stretch('agriculture-2023-h1.txt', '一、上半年工作开展情况', '二、存在的问题', brackets(5)),
  ],
  [
    '农业农村局2023年上半年存在哪些问题',
    stretch('agriculture-2023-h1.txt', '二、存在的问题', '三、下半年工作安排', brackets(4)),
  ],
  [
    '农业农村局2023年下半年有什么打算',
    stretch('agriculture-2023-h1.txt', '三、下半年工作安排', undefined, brackets(5)),
  ],
  [
    '农业农村局2023年全年做了哪些工作',
    stretch('agriculture-2023.txt', '一、2023年主要工作', '二、工作亮点', brackets(6)),
  ],
  [
    '农业农村局2024年的工作计划是什么',
    stretch('agriculture-2023.txt', '四、2024年工作计划', undefined, brackets(6)),
  ],
  [
    '农业农村局2024年上半年做了哪些工作',
    stretch('agriculture-2024-h1.txt', '一、上半年主要工作及成效', '二、存在的问题和不足', arabic(7, '、')),
  ],
  [
    '农业农村局2024年下半年有什么打算',
    stretch('agriculture-2024-h1.txt', '三、下半年工作打算', undefined, arabic(6, '、')),
  ],
  [
    '发改局2023年做了哪些工作',
    stretch('compilation-2023.txt', '一、2023年工作开展情况', '二、存在的主要问题', brackets(6)),
  ],
  [
    '发改局2023年存在哪些问题',
    stretch('compilation-2023.txt', '二、存在的主要问题', '三、2024年工作计划', arabic(4, '.')),
  ],
  [
    '发改局2024年有什么计划',
    stretch('compilation-2023.txt', '三、2024年工作计划', inCompilation(TRANSPORT, TRANSPORT), [
      '（一）',
      '（二）',
      '（四）',
      '（五）',
      '（六）',
    ]),
  ],
  [
    '交通运输局2023年做了哪些工作',
    stretch('compilation-2023.txt', '一、主要工作完成情况', '二、存在的问题和不足', arabic(6, '、')),
  ],
  [
    '交通运输局2024年有什么计划',
    stretch(
      'compilation-2023.txt',
      inCompilation('三、2024年工作计划', TRANSPORT),
      inCompilation(SHIMOLING, SHIMOLING),
      ['一是抓好建设', '二是抓好养护', '三是抓好服务', '四是抓好监管', '五是抓好安全'],
    ),
  ],
  [
    '石磨岭乡2023年做了哪些工作',
    stretch('compilation-2023.txt', '一、工作开展情况', inCompilation('二、存在的问题\n', SHIMOLING), [
      '坚持抓D建',
      '坚持兴产业',
      '坚持强基础',
      '坚持巩x成果',
      '坚持办实事',
      '坚持保安全',
    ]),
  ],
  [
    '石磨岭乡2023年存在哪些问题',
    stretch(
      'compilation-2023.txt',
      inCompilation('二、存在的问题\n', SHIMOLING),
      inCompilation('三、2024年工作计划', SHIMOLING),
      ['(一)', '(二)', '(三)', '（四）', '(五)'],
    ),
  ],
  [
    '石磨岭乡2024年有什么计划',
    stretch(
      'compilation-2023.txt',
      inCompilation('三、2024年工作计划', SHIMOLING),
      '今年以来，柳汀街道',
      arabic(5, '.'),
    ),
  ],
  [
    '柳汀街道2023年做了哪些工作',
    stretch('compilation-2023.txt', '一、D建引领强根基', '\n存在的问题\n', [
      '一、D建引领',
      '二、老城改造',
      '三、养老托幼',
      '四、平安建设',
      '五、经济发展',
      '六、文明创建',
    ]),
  ],
  [
    '柳汀街道2023年存在哪些问题',
    stretch('compilation-2023.txt', '\n存在的问题\n', '\n下一步打算\n', arabic(4, '、')),
  ],
  ['柳汀街道下一步有什么打算', stretch('compilation-2023.txt', '\n下一步打算\n', '##end##', brackets(4))],
  [
    '林业局2023年上半年做了哪些工作',
    stretch('forestry-2023-h1.txt', '一、上半年工作开展情况', '二、存在的问题', brackets(6)),
  ],
  [
    '林业局2023年上半年存在哪些问题',
    stretch('forestry-2023-h1.txt', '二、存在的问题', '三、下半年工作打算', points(4)),
  ],
  [
    '林业局2023年下半年有什么打算',
    stretch('forestry-2023-h1.txt', '三、下半年工作打算', undefined, arabic(5, '、')),
  ],
  [
    '林业局2023年全年做了哪些工作',
    stretch('forestry-2023.txt', '一、2023年工作完成情况', '二、工作亮点', brackets(6)),
  ],
  [
    '林业局2023年有哪些工作亮点',
    stretch('forestry-2023.txt', '二、工作亮点', '三、存在的主要问题', arabic(2, '.')),
  ],
  [
    '林业局2023年全年存在哪些问题',
    stretch('forestry-2023.txt', '三、存在的主要问题', '四、2024年工作计划', brackets(4)),
  ],
  [
    '林业局2024年的工作计划是什么',
    stretch('forestry-2023.txt', '四、2024年工作计划', undefined, brackets(5)),
  ],
  [
    '林业局2024年上半年做了哪些工作',
    stretch('forestry-2024-h1.txt', '一、上半年重点工作推进情况', '二、存在的问题', brackets(5)),
  ],
  [
    '林业局2024年下半年有什么打算',
    stretch('forestry-2024-h1.txt', '三、下半年工作打算', '四、意见建议', brackets(4)),
  ],
  [
    '卫健委2023年上半年做了哪些工作',
    stretch('health-2023-h1.txt', '一、上半年工作开展情况', '二、存在的问题', brackets(7)),
  ],
  [
    '卫健委2023年上半年存在哪些问题',
    stretch('health-2023-h1.txt', '二、存在的问题', '三、下半年工作打算', points(4)),
  ],
  [
    '卫健委2023年下半年有什么打算',
    stretch('health-2023-h1.txt', '三、下半年工作打算', undefined, brackets(6)),
  ],
  [
    '卫健委2023年全年做了哪些工作',
    stretch('health-2023.txt', '一、2023年工作总结', '二、工作亮点', brackets(7)),
  ],
  [
    '卫健委2023年全年存在哪些问题',
    stretch('health-2023.txt', '三、存在的困难和问题', '四、2024年工作计划', brackets(4)),
  ],
  ['卫健委2024年的工作计划是什么', stretch('health-2023.txt', '四、2024年工作计划', undefined, points(6))],
  [
    '卫健委2024年上半年做了哪些工作',
    stretch('health-2024-h1.txt', '一、上半年工作开展情况', '二、存在的不足', brackets(6)),
  ],
  [
    '卫健委2024年上半年存在哪些问题',
    stretch('health-2024-h1.txt', '二、存在的不足', '三、下半年工作计划', brackets(4)),
  ],
  [
    '卫健委2024年下半年有什么打算',
    stretch('health-2024-h1.txt', '三、下半年工作计划', '四、意见建议', brackets(6)),
  ],
  [
    '栖鹭镇2023年上半年做了哪些工作',
    stretch('qilu-town-2023-h1.txt', '一、上半年工作回顾', '二、存在的困难和问题', brackets(6)),
  ],
  [
    '栖鹭镇2023年下半年有什么打算',
    stretch('qilu-town-2023-h1.txt', '三、下半年工作打算', undefined, brackets(5)),
  ],
  [
    '栖鹭镇2023年全年做了哪些工作',
    stretch('qilu-town-2023.txt', '一、2023年工作回顾', '二、存在的不足', arabic(6, '.')),
  ],
  ['栖鹭镇2024年有什么计划', stretch('qilu-town-2023.txt', '三、2024年工作建议', undefined, brackets(6))],
  [
    '栖鹭镇2024年上半年做了哪些工作',
    stretch('qilu-town-2024-h1.md', '\n一、上半年工作完成情况', '\n二、存在的困难和问题', brackets(6)),
  ],
  [
    '栖鹭镇2024年下半年有什么打算',
    stretch('qilu-town-2024-h1.md', '\n三、下半年工作打算', undefined, brackets(5)),
  ],
  [
    'What did the health commission do in the first half of 2024?',
    stretch('health-2024-h1.txt', '一、上半年工作开展情况', '二、存在的不足', brackets(6)),
  ],
  [
    'What problems did the forestry bureau name in its report for 2023?',
    stretch('forestry-2023.txt', '三、存在的主要问题', '四、2024年工作计划', brackets(4)),
  ],
  [
    'What does the agriculture bureau plan for the second half of 2024?',
    stretch('agriculture-2024-h1.txt', '三、下半年工作打算', undefined, arabic(6, '、')),
  ],
];

/** Points that share a paragraph: together the quotes hold each of them. */
const RUNNING: Row[] = [
  [
    '农业农村局2023年全年存在哪些问题',
    stretch('agriculture-2023.txt', '三、存在问题', '四、2024年工作计划', points(4)),
  ],
  [
    '农业农村局2024年上半年存在哪些问题',
    stretch('agriculture-2024-h1.txt', '二、存在的问题和不足', '三、下半年工作打算', points(5)),
  ],
  [
    '交通运输局2023年存在哪些问题',
    stretch(
      'compilation-2023.txt',
      '二、存在的问题和不足',
      inCompilation('三、2024年工作计划', TRANSPORT),
      points(5),
    ),
  ],
  [
    '林业局2024年上半年存在哪些问题',
    stretch('forestry-2024-h1.txt', '二、存在的问题', '三、下半年工作打算', points(4)),
  ],
  [
    '栖鹭镇2023年上半年存在哪些问题',
    stretch('qilu-town-2023-h1.txt', '二、存在的困难和问题', '三、下半年工作打算', points(4)),
  ],
  [
    '栖鹭镇2023年全年存在哪些问题',
    stretch('qilu-town-2023.txt', '二、存在的不足', '三、2024年工作建议', points(5)),
  ],
  [
    '栖鹭镇2024年上半年存在哪些问题',
    stretch('qilu-town-2024-h1.md', '\n二、存在的困难和问题', '\n三、下半年工作打算', points(5)),
  ],
  ['林业局2024年上半年提了哪些建议', stretch('forestry-2024-h1.txt', '四、意见建议', undefined, points(3))],
  ['卫健委2024年上半年有哪些建议', stretch('health-2024-h1.txt', '四、意见建议', undefined, points(3))],
];

/** The span of a stretch; a heading may be looked for behind a report's title. */
function bounds({ file, begins, followedBy }: Stretch): { start: number; end: number } {
  const source = sourceOf(index, file);
  const find = (words: string) => {
    const [heading, title] = words.split('\u0000').reverse();
    const at = source.indexOf(heading, title ? source.lastIndexOf(title) : 0);
    if (at < 0) throw new Error(`${file} has no ${heading}`);
    return at;
  };
  return { start: find(begins), end: followedBy ? find(followedBy) : source.length };
}

function quotesOf(given: Answer) {
  if (!given.answered) throw new Error('declined');
  expect(given.kind).toBe('overview');
  expect(unfaithful(index, given.quotes)).toEqual([]);
  return given.quotes;
}

function expectInside(quotes: ReturnType<typeof quotesOf>, asked: Stretch): void {
  const { start, end } = bounds(asked);
  const outside = quotes.filter(
    (quote) => quote.file !== asked.file || quote.start < start || quote.end > end,
  );
  expect(outside.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  const order = quotes.map((quote) => quote.start);
  expect(order).toEqual([...order].sort((a, b) => a - b));
}

describe('an overview', () => {
  it.each(HEADINGS)('lists exactly the headings of the asked sections, in order: %s', (question, asked) => {
    const quotes = quotesOf(answer(question, [], index));
    expectInside(quotes, asked);
    const beginnings = quotes.map(({ text }, i) => text.slice(0, asked.points[i]?.length ?? 8));
    expect(beginnings).toEqual(asked.points);
  });

  it.each(RUNNING)('lists exactly the points of a text without headings, in order: %s', (question, asked) => {
    const quotes = quotesOf(answer(question, [], index));
    expectInside(quotes, asked);
    const text = quotes.map((quote) => quote.text).join('\n');
    const offsets = asked.points.map((point) => text.indexOf(point));
    expect(asked.points.filter((_, i) => offsets[i] < 0)).toEqual([]);
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
  });

  it('names the heading above its points, and their report', () => {
    const quotes = quotesOf(answer('林业局2023年下半年有什么打算', [], index));
    for (const quote of quotes) {
      expect(quote.report).toBe('林业局2023年上半年工作总结');
      expect(quote.path).toEqual(['三、下半年工作打算']);
    }
  });

  it('fits one message', () => {
    for (const [question] of [...HEADINGS, ...RUNNING]) {
      const given = answer(question, [], index);
      const length = given.answered ? given.quotes.reduce((sum, { text }) => sum + text.length, 0) : 0;
      expect(length).toBeLessThanOrEqual(1800);
    }
  });

  it('of a section lists the headings below its own', () => {
    const quotes = quotesOf(answer('栖鹭镇2023年上半年的民生实事有哪些', [], index));
    expect(quotes.map(({ text }) => text)).toEqual([
      '1.老年食堂开起来。',
      '2.路灯亮起来。',
      '3.厕所、管网改起来。',
      '4.卫生院建起来。',
    ]);
    expect(quotes[0].path).toEqual(['一、上半年工作回顾', '（四）民生实事有温度，群众生活更便利了']);
  });
});
