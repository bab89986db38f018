import { describe, expect, it } from 'vitest';
import { type NamedPeriod, periodFit, periodIn, withoutPeriod } from '../../src/question/period.ts';
import { type Period, periodOf, type Report, type SectionKind } from '../../src/reports/index.ts';

describe('the period that a question names', () => {
  it.each<[question: string, period: Partial<NamedPeriod> | undefined]>([
    ['2023年造林多少', { year: 2023 }],
    ['23年造林多少', { year: 2023 }],
    ['2023造林多少', { year: 2023 }],
    ['how much in 2023', { year: 2023 }],
    ['2023年上半年造林多少', { year: 2023, half: 'first-half' }],
    ['24年下半年有什么打算', { year: 2024, half: 'second-half' }],
    ['上半年造林多少', { half: 'first-half' }],
    ['年中的总结', { half: 'first-half' }],
    ['2023年中考成绩怎么样', { year: 2023 }],
    ['2023年中央资金到位多少', { year: 2023 }],
    ['in the first half of 2023', { year: 2023, half: 'first-half' }],
    ["the june '98 survey", { year: 1998, months: [6, 6] }],
    ['jan 85 report', { year: 1985, months: [1, 1] }],
    ['what ran short in mid 1998.', { year: 1998 }],
    ['spending in mid-98', { year: 1998 }],
    ['bad loans, winter 84/85', { year: 1984, untilYear: 1985 }],
    ['harvest in autumn 2018', { year: 2018, months: [9, 11] }],
    ['1998年6月的调查', { year: 1998, months: [6, 6] }],
    ['98年6月的调查', { year: 1998, months: [6, 6] }],
    ['产权70年的地', undefined],
    ['80年代的路', undefined],
    ['the meeting on may 15', undefined],
    ['the first six months', { half: 'first-half' }],
    ['h1 2024', { year: 2024, half: 'first-half' }],
    ['second half', { half: 'second-half' }],
    ['一季度怎么样', { quarter: 1 }],
    ['2024年第2季度', { year: 2024, quarter: 2 }],
    ['q3 2023', { year: 2023, quarter: 3 }],
    ['the fourth quarter', { quarter: 4 }],
    ['明年修几条路', { nextYear: true }],
    ['plans for next year', { nextYear: true }],
    ['造林多少', undefined],
    ['修了120条路', undefined],
    ['60年的老井', undefined],
    ['1999年的老井', { year: 1999 }],
    ['十五年前的老井', undefined],
    ['2023和2025年的产量', { year: 2023, untilYear: 2025 }],
    ['FY2019的收入'.toLowerCase(), { year: 2019 }],
    ['', undefined],
  ])('of %j is %j', (question, time) => {
    expect(periodIn(question)).toEqual(time && { nextYear: false, ...time });
  });

  it.each<[question: string, what: string]>([
    ['总投资2030万元的项目', 'an amount'],
    ['补种枫香2023株', 'a count'],
    ['15年前修的老井', 'a span of years'],
    ['前三季度造林多少', 'the third quarter alone'],
  ])('of %j is not read from %s', (question) => {
    const time = periodIn(question);
    expect(time?.year).toBeUndefined();
    expect(time?.quarter).toBeUndefined();
  });
});

describe('a question without the words for its period', () => {
  it.each([
    ['2023年上半年造林多少', '造林多少'],
    ['今年下半年有什么打算', '有什么打算'],
    ['明年修几条路', '修几条路'],
    ['二季度怎么样', '怎么样'],
    ['grain output in the first half of 2023', 'grain output'],
    ['plans for next year', 'plans'],
    ['造林多少', '造林多少'],
    ['修了120条路', '修了120条路'],
  ])('%j is %j', (question, rest) => {
    expect(withoutPeriod(question).replace(/\s+/g, ' ').trim()).toBe(rest);
  });
});

describe('how well a report fits a period', () => {
  const report = (period: Period | undefined, plannedFor?: Period) =>
    ({ ...(period ? { period } : {}), ...(plannedFor ? { plannedFor } : {}) }) as Report;
  const first2023 = report(periodOf(2023, 'first-half'), periodOf(2023, 'second-half'));
  const year2023 = report(periodOf(2023, 'year'), periodOf(2024, 'year'));
  const first2024 = report(periodOf(2024, 'first-half'), periodOf(2024, 'second-half'));
  const ALL = { first2023, year2023, first2024 };

  it.each<[question: string, kind: SectionKind | undefined, fitting: keyof typeof ALL]>([
    ['2023年上半年', undefined, 'first2023'],
    ['2023年', undefined, 'year2023'],
    ['2024年上半年', undefined, 'first2024'],
    ['2024年', undefined, 'first2024'],
    ['2023年上半年', 'problems', 'first2023'],
    ['2023年', 'achievements', 'year2023'],
    ['2024年上半年', 'achievements', 'first2024'],
    ['2023年下半年', 'plans', 'first2023'],
    ['2024年下半年', 'plans', 'first2024'],
    ['2024年', 'plans', 'year2023'],
    ['明年', 'plans', 'year2023'],
  ])('is best for %s, asked for %s: %s', (question, kind, fitting) => {
    const asked = periodIn(question) as NamedPeriod;
    const fits = Object.entries(ALL).map(([name, each]) => ({ name, fit: periodFit(asked, each, kind) }));
    const best = Math.max(...fits.map(({ fit }) => fit));
    expect(fits.filter(({ fit }) => fit === best).map(({ name }) => name)).toEqual([fitting]);
  });

  it('is 0 for a report without a period', () => {
    expect(periodFit(periodIn('2023年') as NamedPeriod, report(undefined), undefined)).toBe(0);
  });

  it('lies between -1 and 1', () => {
    for (const question of ['2023年', '2024年上半年', '二季度', '明年', '下半年', '2019年三季度'])
      for (const each of Object.values(ALL))
        for (const kind of ['plans', 'problems', undefined] as const) {
          const fit = periodFit(periodIn(question) as NamedPeriod, each, kind);
          expect(fit).toBeGreaterThanOrEqual(-1);
          expect(fit).toBeLessThanOrEqual(1);
        }
  });

  it('is low for achievements in a report of another year', () => {
    expect(periodFit(periodIn('2023年') as NamedPeriod, first2024, 'achievements')).toBeLessThanOrEqual(-0.3);
  });

  it('is low for achievements in a period that a report only plans for', () => {
    expect(periodFit(periodIn('2024年上半年') as NamedPeriod, year2023, 'achievements')).toBeLessThanOrEqual(
      -0.5,
    );
  });
});
