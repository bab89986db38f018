// What a question takes from the one before it, over a small index of several authors and periods.
import { beforeAll, describe, expect, it } from 'vitest';
import { type ResolvedQuestion, referentsOf, resolve, understand } from '../../src/question/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { indexOf } from '../search/corpus.ts';

const BODY = `

一、主要工作
今年以来，清出古井三口，修好台阶八十级，路灯照明亮到村口。
鸣鹤岭上搭起瞭望棚，执法人员轮班值守，森林火灾十分钟就能报到县里。
`;
const TITLES = [
  '县林业局2023年工作总结',
  '县林业局2024年上半年工作总结',
  '县卫生健康委员会2023年工作总结',
  '雁汀镇2023年工作总结',
];

let index: PassageIndex;
beforeAll(() => {
  index = indexOf(Object.fromEntries(TITLES.map((title, i) => [`${i}.txt`, title + BODY])));
});

const follow = (earlier: string, question: string): ResolvedQuestion =>
  resolve(understand(question, index), understand(earlier, index));

/** The titles of the reports that fit the question best. */
function meant(question: ResolvedQuestion): string[] {
  const scores = referentsOf(question, index);
  const best = Math.max(...scores);
  return index.reports.filter((_, number) => best > 0 && scores[number] === best).map(({ title }) => title);
}

const labels = (question: ResolvedQuestion) => question.topic.map(({ label }) => label);

describe('a follow-up', () => {
  it.each<[earlier: string, question: string, reports: string[]]>([
    ['林业局2023年清了几口古井', '路灯呢', [TITLES[0]]],
    ['林业局2023年清了几口古井', '2024年上半年呢', [TITLES[1]]],
    ['林业局2023年有什么打算', '存在哪些问题', [TITLES[0]]],
    ['雁汀镇修了几级台阶', '它的路灯亮到哪', [TITLES[3]]],
    ['林业局清了几口古井', '卫健委呢', [TITLES[2]]],
    ['How many wells did the forestry bureau clear in 2023?', 'and in the first half of 2024?', [TITLES[1]]],
    ['what did the forestry bureau do in 2023', 'and the street lights?', [TITLES[0]]],
    ['what did the forestry bureau do', 'what about the health commission?', [TITLES[2]]],
  ])('after %j, %j means %j', (earlier, question, reports) => {
    expect(meant(follow(earlier, question))).toEqual(reports);
  });

  it('takes over the agency that it does not name', () => {
    const { agencies, continues } = follow('林业局2023年清了几口古井', '路灯呢');
    expect(agencies.map(({ text }) => text)).toEqual(['林业局']);
    expect(continues).toBe(true);
  });

  it('takes over the period that it does not name', () => {
    expect(follow('林业局2023年清了几口古井', '路灯呢').period?.year).toBe(2023);
    expect(follow('林业局2023年清了几口古井', '2024年上半年呢').period).toMatchObject({
      year: 2024,
      half: 'first-half',
    });
  });

  it('takes over the year where it names another half of it', () => {
    expect(follow('林业局2023年上半年清了几口古井', '下半年呢').period).toMatchObject({
      year: 2023,
      half: 'second-half',
    });
    expect(
      follow('How many wells were cleared in the first half of 2023?', 'and in the second half?').period,
    ).toMatchObject({ year: 2023, half: 'second-half' });
  });

  it.each([
    ['前一年呢', 2022],
    ['第二年呢', 2024],
    ['十年前呢', 2013],
    ['and the year before?', 2022],
    ['what about two years later?', 2025],
  ])('counts from the year before it: %s', (question, year) => {
    const resolved = follow('林业局2023年清了几口古井', question);
    expect(resolved.period?.year).toBe(year);
    expect(labels(resolved)).toContain('古井');
  });

  it('takes over the section kind that it does not name', () => {
    expect(follow('林业局2023年存在哪些问题', '2024年上半年呢').sectionKind).toBe('problems');
    expect(follow('What problems did the forestry bureau have in 2023?', 'and in 2024?').sectionKind).toBe(
      'problems',
    );
  });

  it('takes over the topic that it does not name', () => {
    expect(labels(follow('林业局2023年清了几口古井', '2024年上半年呢'))).toContain('古井');
    expect(labels(follow('How many wells did the forestry bureau clear?', 'and in 2024?'))).toContain(
      'wells',
    );
  });

  it('puts its own topic before that of the question before', () => {
    const { topic } = follow('林业局2023年清了几口古井', '路灯呢');
    const weightOf = (label: string) => topic.find((concept) => concept.label === label)?.weight ?? 0;
    expect(weightOf('路灯')).toBe(1);
    expect(weightOf('古井')).toBeLessThan(1);
  });

  it('asks for the section kind that it names, not for the one before', () => {
    expect(follow('林业局2023年有什么打算', '存在哪些问题').sectionKind).toBe('problems');
  });
});

describe('another agency', () => {
  it.each([
    ['林业局2023年清了几口古井', '卫健委有什么打算'],
    ['what did the forestry bureau do about wells in 2023', 'which plans does the health commission have'],
    ['雁汀镇2023年修了几级台阶', '林业局存在哪些问题'],
    ['林业局2023年清了几口古井', '民政局有什么打算'],
    ['林业局2023年清了几口古井', '那住建局呢'],
    ['what did the forestry bureau do about wells in 2023', 'what about the civil affairs bureau?'],
    ['2023年清了几口古井', '卫健委有什么打算'],
    ['how many wells were cleared in 2023', 'which plans does the health commission have'],
  ])('after %j drops the old subject: %j', (earlier, question) => {
    const alone = resolve(understand(question, index), undefined);
    const resolved = follow(earlier, question);
    expect(resolved).toEqual(alone);
    expect(resolved.continues).toBe(false);
    expect(labels(resolved)).not.toContain('古井');
    expect(labels(resolved)).not.toContain('wells');
    expect(resolved.period).toBeUndefined();
  });

  it('is none where a committee or an office of the same town is named', () => {
    expect(follow('雁汀镇修了几级台阶', '那镇党委抓了什么').continues).toBe(true);
    expect(follow('what did Yanting do', 'how many bus stations did they build').continues).toBe(true);
  });

  it('without a question of its own is asked the question before, where that named none', () => {
    const resolved = follow('2023年清了几口古井', '县林业局');
    expect(resolved.continues).toBe(true);
    expect(labels(resolved)).toContain('古井');
  });

  it('is not a locality that a report names', () => {
    const reports = indexOf({ 'a.txt': `${TITLES[0]}${BODY}\n古井镇清泉村的路灯是今年换的。\n` });
    const earlier = understand('路灯亮到哪', reports);
    const question = understand('那清泉村呢', reports);
    expect(question.agencies).toMatchObject([{ text: '清泉村', isLocality: true }]);
    expect(resolve(question, earlier).continues).toBe(true);
    expect(labels(resolve(question, earlier))).toContain('路灯');
    // what names all that it needs takes nothing
    expect(resolve(understand('清泉村换了什么', reports), earlier).continues).toBe(false);
  });

  it('without a report may be asked about again', () => {
    expect(follow('民政局2023年清了几口古井', '民政局2024年呢').continues).toBe(true);
    expect(labels(follow('民政局2023年清了几口古井', '那卫健委呢'))).not.toContain('民政局');
    expect(labels(follow('民政局2023年清了几口古井', '那卫健委呢'))).toContain('古井');
  });

  it('is not the same one by its full name', () => {
    expect(follow('林业局2023年清了几口古井', '县林业局2024年上半年呢').continues).toBe(true);
  });
});

describe('a first question', () => {
  it('takes nothing over', () => {
    const question = understand('路灯亮到哪', index);
    expect(resolve(question, undefined)).toEqual({ ...question, continues: false, leaves: false });
  });

  it('is not changed by being resolved', () => {
    const question = understand('路灯呢', index);
    const before = structuredClone(question);
    resolve(question, understand('林业局2023年清了几口古井', index));
    expect(question).toEqual(before);
  });
});
