import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodLabel } from '../../../src/language/index.ts';
import { yearsPeriod } from '../../../src/reports/metadata/period.ts';
import { FORMS } from '../../../src/reports/metadata/period-forms.ts';
import { firstPeriodIn, periodsIn, withoutPeriods } from '../../../src/reports/metadata/written-period.ts';
import { growthOf } from '../../patterns/growth.ts';

describe('a period in Chinese', () => {
  it.each([
    ['1998年政府工作报告', '1998-01-01', '1998-12-31'],
    ['二〇〇四年工作总结', '2004-01-01', '2004-12-31'],
    ['一九八〇年统计公报', '1980-01-01', '1980-12-31'],
    ['二○一九年上半年工作总结', '2019-01-01', '2019-06-30'],
    ['2023年1—9月经济运行情况', '2023-01-01', '2023-09-30'],
    ['2023年1至5月工作情况', '2023-01-01', '2023-05-31'],
    ['2024年三月份工作小结', '2024-03-01', '2024-03-31'],
    ['1998年6月调查', '1998-06-01', '1998-06-30'],
    ['2021—2025年发展规划', '2021-01-01', '2025-12-31'],
    ['2021年至2025年规划', '2021-01-01', '2025-12-31'],
    ['“十四五”规划', '2021-01-01', '2025-12-31'],
    ['十三五时期成就', '2016-01-01', '2020-12-31'],
    ['第七个五年计划', '1986-01-01', '1990-12-31'],
    ['第一个五年计划', '1953-01-01', '1957-12-31'],
    ['2019财年报告', '2019-01-01', '2019-12-31'],
    ['民國九十八年度工作報告', '2009-01-01', '2009-12-31'],
    ['民國105年上半年施政報告', '2016-01-01', '2016-06-30'],
    ['一百零三年度決算', '2014-01-01', '2014-12-31'],
    ['112年度施政計畫', '2023-01-01', '2023-12-31'],
    ['2023—2024学年工作总结', '2023-09-01', '2024-08-31'],
    ['县林业局2023工作总结', '2023-01-01', '2023-12-31'],
    ['会议纪要（2024年4月9日）', '2024-04-01', '2024-04-30'],
  ])('%s is from %s to %s', (text, start, end) => {
    expect(firstPeriodIn(text)).toMatchObject({ start, end });
  });

  it('is the year and not the day on which a report was given, where both are named', () => {
    expect(firstPeriodIn('（2024年1月7日）2023年工作总结')?.label).toBe('2023年');
  });

  it.each(['新增2045人', '完成1998万元', '编号19985', '第2023号'])('is not read in a number: %s', (text) => {
    expect(firstPeriodIn(text, 'text')).toBeUndefined();
    expect(firstPeriodIn(text)).toBeUndefined();
  });
});

describe('a period in English', () => {
  it.each([
    ['Annual Report 2022', '2022', '2022-01-01', '2022-12-31'],
    ['FY2019 Accounts', '2019', '2019-01-01', '2019-12-31'],
    ['Accounts, FY 2018/19', '2018/19', '2018-04-01', '2019-03-31'],
    ['Annual Report 2018-19', '2018/19', '2018-04-01', '2019-03-31'],
    ['Annual Report 2024–25', '2024/25', '2024-04-01', '2025-03-31'],
    ['Budget for fiscal year 2019', '2019', '2019-01-01', '2019-12-31'],
    ['Accounts for the year ended 31 March 2019', '2018/19', '2018-04-01', '2019-03-31'],
    ['Accounts for the year ended June 30, 2020', '2019/20', '2019-07-01', '2020-06-30'],
    ['Results for the six months ended 30 June 2023', 'first half of 2023', '2023-01-01', '2023-06-30'],
    ['from 1 April 2024 to 31 March 2025', '2024/25', '2024-04-01', '2025-03-31'],
    ['Survey of June 1998', 'June 1998', '1998-06-01', '1998-06-30'],
    ['Ferry Survey, Q3 2025', 'Q3 2025', '2025-07-01', '2025-09-30'],
    ['Ferry Survey, third quarter of 2025', 'Q3 2025', '2025-07-01', '2025-09-30'],
    ['ferry-survey-2025-q3', 'Q3 2025', '2025-07-01', '2025-09-30'],
    ['First half 2024 review', 'first half of 2024', '2024-01-01', '2024-06-30'],
    ['Strategy 2021–2025', '2021–2025', '2021-01-01', '2025-12-31'],
    ['Strategy from 2021 to 2025', '2021–2025', '2021-01-01', '2025-12-31'],
    ['Minutes of 16 September 2025', 'September 2025', '2025-09-01', '2025-09-30'],
  ])('%s is %s, from %s to %s', (text, label, start, end) => {
    expect(firstPeriodIn(text, 'title', 'en')).toEqual({ label, start, end });
  });

  it.each(['a fall of 1998 pounds', 'some 2,024 firms', 'in 2019 or so'])(
    'is not read from a bare number in running text: %s',
    (text) => {
      expect(firstPeriodIn(text, 'text', 'en')).toBeUndefined();
    },
  );
});

describe('the forms of periods', () => {
  it('take no more steps for each character of a longer text', () => {
    expect(FORMS.flatMap(({ pattern }) => growthOf(pattern.source, pattern.flags) ?? [])).toEqual([]);
  });
});

describe('periods in a text', () => {
  it('never overlap, and stand where they are said to stand', () => {
    const words = fc.constantFrom(
      '2023',
      '年',
      '上半年',
      '—',
      'Q3',
      ' ',
      'June',
      '31',
      '月',
      '日',
      '二〇〇四',
      '十四五',
      '/',
      '19',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        let at = 0;
        for (const { start, end, period } of periodsIn(text, 'title')) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(period.start < period.end).toBe(true);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { seed: 14, numRuns: 300 },
    );
  });

  it('can be left out of it', () => {
    expect(withoutPeriods('雁汀县2023年统计公报')).toBe('雁汀县统计公报');
  });
});

describe('the label of a period', () => {
  it.each([
    [yearsPeriod(2021, 2025), '2021—2025年', '2021–2025'],
    [{ start: '2023-01-01', end: '2023-06-30' }, '2023年上半年', 'first half of 2023'],
    [{ start: '2024-04-01', end: '2025-03-31' }, '2024年4月—2025年3月', '2024/25'],
    [{ start: '2023-01-01', end: '2023-05-31' }, '2023年1—5月', 'January–May 2023'],
  ])('is in the language in which it is shown', (span, zh, en) => {
    expect(periodLabel(span, 'zh')).toBe(zh);
    expect(periodLabel(span, 'en')).toBe(en);
  });
});
