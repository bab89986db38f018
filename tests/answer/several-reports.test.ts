// Questions that several reports answer together: subjects side by side, and surveys of all reports.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answer, compose } from '../../src/answer/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { openIndex } from '../fixtures/read-reports.ts';
import { SAMPLE_SET, SHARED_INDEX_FOLDER, unfaithful } from './sample.ts';

let index: PassageIndex;
beforeAll(async () => {
  const opened = await openIndex(SAMPLE_SET, SHARED_INDEX_FOLDER);
  if (!opened.ok) throw new Error(opened.reason);
  index = opened.index;
});

const SCREEN_CHARACTERS = 1800;

type Answered = Extract<Answer, { answered: true }>;

function answeredTo(question: string): Answered {
  const given = answer(question, [], index);
  if (!given.answered) throw new Error(`${question} is declined`);
  expect(given.kind).toBe('comparison');
  expect(unfaithful(index, [...given.quotes, ...given.further])).toEqual([]);
  return given;
}

const filesOf = ({ quotes }: Answered): string[] => [...new Set(quotes.map(({ file }) => file))];
const textOf = ({ quotes }: Answered): string => quotes.map(({ text }) => text).join('\n');
const lengthOf = ({ quotes }: Answered): number => quotes.reduce((sum, { text }) => sum + text.length, 0);
const plain = (given: Answered, locale: 'zh' | 'en'): string => JSON.stringify(compose(given, locale));

describe('a comparison', () => {
  it.each([
    ['林业局和农业农村局2024年上半年各有什么困难', ['forestry-2024-h1.txt', 'agriculture-2024-h1.txt']],
    [
      'Compare the plans of the forestry bureau and the health commission',
      ['forestry-2024-h1.txt', 'health-2024-h1.txt'],
    ],
  ])('shows the newest asked report of each subject, in order: %s', (question, files) => {
    expect(filesOf(answeredTo(question))).toEqual(files);
  });

  it.each([
    '石磨岭乡和柳汀街道的路灯各装了多少',
    'How do Shimoling township and Liuting subdistrict compare on road lamps?',
  ])('finds what each says of the topic: %s', (question) => {
    const titles = new Set(answeredTo(question).quotes.map(({ report }) => report));
    expect([...titles]).toEqual(['石磨岭乡2023年工作总结和2024年工作计划', '柳汀街道2023年工作总结']);
  });

  it.each([
    '栖鹭镇2023年上半年和2024年上半年的莲藕面积',
    'Lotus root area of Qilu town in the first half of 2023 and 2024',
  ])('holds two years of one author against each other: %s', (question) => {
    const given = answeredTo(question);
    expect(textOf(given)).toContain('莲藕面积1.2万亩');
    expect(textOf(given)).toContain('莲藕面积扩大到1.35万亩');
  });

  it.each([
    ['林业局和教育局的防火有什么不同', '教育局', 'zh'],
    ['Forestry bureau versus the education bureau: fire prevention', 'education bureau', 'en'],
  ] as const)('names the subject that has no report: %s', (question, name, locale) => {
    const given = answeredTo(question);
    expect(given.unmentioned).toEqual([name]);
    expect(plain(given, locale)).toContain(name);
  });

  it('leaves no subject out for the length of another', () => {
    const given = answeredTo('林业局、农业农村局、卫健委和栖鹭镇的问题比一比');
    const authors = new Set(given.quotes.map(({ file }) => file.split('-')[0]));
    expect([...authors].sort()).toEqual(['agriculture', 'forestry', 'health', 'qilu']);
    expect(lengthOf(given)).toBeLessThanOrEqual(SCREEN_CHARACTERS);
  });
});

describe('a survey', () => {
  it.each(['哪些报告提到松材线虫', 'Which reports mention pine wilt?'])(
    'asks all reports and tells how many say so: %s',
    (question) => {
      const given = answeredTo(question);
      expect(given.count?.asked).toBe(index.reports.length);
      expect(given.count?.saying).toBe(3);
      expect(filesOf(given).every((file) => file.startsWith('forestry-'))).toBe(true);
      expect(plain(given, 'zh')).toContain(`查了 ${index.reports.length} 份报告，3 份写到`);
      expect(plain(given, 'en')).toContain(`3 of ${index.reports.length} reports say so`);
    },
  );

  it.each(['哪些局提到执法人员不足', 'Which bureaus mention a shortage of law enforcement staff?'])(
    'asks only the asked kind of author: %s',
    (question) => {
      const given = answeredTo(question);
      expect(given.count?.asked).toBeLessThan(index.reports.length);
      expect(given.quotes.some(({ report }) => /镇|乡|街道/.test(report))).toBe(false);
    },
  );

  it.each(['除了林业局，还有谁提到防火', 'Besides the forestry bureau, who else mentions fire prevention?'])(
    'leaves out whom the question leaves out: %s',
    (question) => {
      expect(filesOf(answeredTo(question)).some((file) => file.startsWith('forestry-'))).toBe(false);
    },
  );

  it.each(['最早哪份报告提到智慧林火', 'Which report first mentions the smart forest fire platform?'])(
    'begins with the first report that says it: %s',
    (question) => {
      expect(answeredTo(question).quotes[0].file).toBe('forestry-2023-h1.txt');
    },
  );

  it.each(['哪些报告没有提到莲藕', 'Which reports do not mention lotus root?'])(
    'names those that do not say it where they are asked for: %s',
    (question) => {
      const given = answeredTo(question);
      expect(given.unmentioned).toContain('澜棠县林业局2024年上半年工作总结和下半年工作打算');
      expect(given.unmentioned).not.toContain('栖鹭镇人民政府2023年上半年工作报告');
    },
  );

  it('makes all that is found reachable', () => {
    const given = answeredTo('哪些报告提到资金');
    const reports = new Set([...given.quotes, ...given.further].map(({ report }) => report));
    expect(reports.size).toBe(given.count?.saying);
    expect(lengthOf(given)).toBeLessThanOrEqual(SCREEN_CHARACTERS);
  });
});
