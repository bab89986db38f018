import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPeriod, periodOf } from '../../../src/reports/index.ts';
import type { PeriodPart } from '../../../src/reports/metadata/period.ts';
import { plannedPeriod } from '../../../src/reports/metadata/periods.ts';
import { firstPeriodIn } from '../../../src/reports/metadata/written-period.ts';

describe('firstPeriodIn', () => {
  it.each([
    ['县林业局2023年工作总结', '2023年', '2023-01-01', '2023-12-31'],
    ['2023年度工作总结', '2023年', '2023-01-01', '2023-12-31'],
    ['2023年上半年工作总结', '2023年上半年', '2023-01-01', '2023-06-30'],
    ['2023年度上半年政府工作报告', '2023年上半年', '2023-01-01', '2023-06-30'],
    ['2023年半年度工作总结', '2023年上半年', '2023-01-01', '2023-06-30'],
    ['2023年下半年工作总结', '2023年下半年', '2023-07-01', '2023-12-31'],
    ['2024年第一季度工作总结', '2024年第一季度', '2024-01-01', '2024-03-31'],
    ['2024年二季度工作总结', '2024年第二季度', '2024-04-01', '2024-06-30'],
    ['2023年第三季度工作总结', '2023年第三季度', '2023-07-01', '2023-09-30'],
    ['2023年4季度工作总结', '2023年第四季度', '2023-10-01', '2023-12-31'],
    ['2023年工作总结及2024年工作计划', '2023年', '2023-01-01', '2023-12-31'],
    ['2023年上半年工作总结和下半年工作思路', '2023年上半年', '2023-01-01', '2023-06-30'],
    ['2023年工作总结及2024年上半年计划', '2023年', '2023-01-01', '2023-12-31'],
  ])('reads %s as %s, %s to %s', (text, label, start, end) => {
    expect(firstPeriodIn(text)).toEqual({ label, start, end });
  });

  it('does not take the first three quarters for the third', () => {
    expect(firstPeriodIn('2023年前三季度工作总结')?.start).toBe('2023-01-01');
  });

  it.each(['工作总结', 'xxxx年工作总结', '财政收入2086万元', '新增2045人', '总额12023元', ''])(
    'reads no year in %j',
    (text) => {
      expect(firstPeriodIn(text)).toBeUndefined();
    },
  );
});

describe('nextPeriod', () => {
  it.each<[PeriodPart, string]>([
    ['year', '2024年'],
    ['first-half', '2023年下半年'],
    ['second-half', '2024年'],
    [1, '2023年第二季度'],
    [3, '2023年第四季度'],
    [4, '2024年第一季度'],
  ])('after %s of 2023 comes %s', (part, label) => {
    expect(nextPeriod(periodOf(2023, part)).label).toBe(label);
  });

  it('begins after the previous one ends', () => {
    const parts = fc.constantFrom<PeriodPart>('year', 'first-half', 'second-half', 1, 2, 3, 4);
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2098 }), parts, (year, part) => {
        const period = periodOf(year, part);
        expect(period.start < period.end).toBe(true);
        expect(nextPeriod(period).start > period.end).toBe(true);
      }),
      { seed: 33, numRuns: 200 },
    );
  });
});

describe('periodOf', () => {
  it('ends a quarter on the last day of its month, in leap years too', () => {
    expect(periodOf(2024, 1)).toEqual({ label: '2024年第一季度', start: '2024-01-01', end: '2024-03-31' });
  });
});

describe('plannedPeriod', () => {
  const half = periodOf(2023, 'first-half');
  const year = periodOf(2023, 'year');

  it.each([
    ['a first half plans the second', half, '2023年上半年工作总结', ['下一步工作打算'], '2023年下半年'],
    ['a year plans the next', year, '2023年工作总结', ['下一步工作打算'], '2024年'],
    ['a later year in the title', year, '2023年工作总结及2024年工作计划', ['下步打算'], '2024年'],
    ['a half year in a heading', year, '2023年工作总结', ['2024年上半年打算'], '2024年上半年'],
    ['the second half in a heading', half, '工作总结', ['下半年工作计划'], '2023年下半年'],
  ])('%s', (_, covered, title, headings, label) => {
    expect(plannedPeriod(covered, title, headings)?.label).toBe(label);
  });

  it('is undefined without a plan section', () => {
    expect(plannedPeriod(year, '2023年工作总结及2024年工作计划', [])).toBeUndefined();
  });

  it('is undefined where the covered period is unknown', () => {
    expect(plannedPeriod(undefined, '工作总结', ['下一步打算'])).toBeUndefined();
  });
});
