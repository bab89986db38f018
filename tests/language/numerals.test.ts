import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumerals, parseChineseNumeral } from '../../src/language/index.ts';

describe('parseChineseNumeral', () => {
  it.each([
    ['零', 0],
    ['三', 3],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['一百零五', 105],
    ['一百一十', 110],
    ['三百二十', 320],
    ['两千三百', 2300],
    ['三千零二', 3002],
    ['十万', 100_000],
    ['一万五千', 15_000],
    ['一百万', 1_000_000],
    ['三亿五千万', 350_000_000],
    ['一万亿', 1_000_000_000_000],
    ['二〇二三', 2023],
    ['一二三', 123],
  ])('reads %s as %d', (text, value) => {
    expect(parseChineseNumeral(text)).toBe(value);
  });

  it.each(['万', '千百', '百', '三四百', '十五六', '十百', '三x', '12', ''])(
    'reads no number in %j',
    (text) => {
      expect(parseChineseNumeral(text)).toBeUndefined();
    },
  );

  it('reads every number below a hundred million as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
        expect(parseChineseNumeral(inChinese(value))).toBe(value);
      }),
      { seed: 14, numRuns: 500 },
    );
  });
});

/** The usual way to write a number: 10200 is 一万零二百, 15 is 十五. */
function inChinese(value: number): string {
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return belowTenThousand(low).replace(/^一十/, '十');
  const gap = low > 0 && low < 1000 ? '零' : '';
  return `${belowTenThousand(high).replace(/^一十/, '十')}万${gap}${low ? belowTenThousand(low) : ''}`;
}

function belowTenThousand(value: number): string {
  return [...String(value).padStart(4, '0')]
    .map((digit, i) => (digit === '0' ? '零' : '零一二三四五六七八九'[Number(digit)] + '千百十'.charAt(i)))
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
}

describe('findNumerals', () => {
  const found = (text: string) =>
    findNumerals(text).map(({ start, end, value }) => [text.slice(start, end), value]);

  it.each<[string, [string, number][]]>([
    ['第十二届大会', [['十二', 12]]],
    ['面积3.6万亩', [['3.6万', 36_000]]],
    ['共10.86万人', [['10.86万', 108_600]]],
    ['总额1,234,567元', [['1,234,567', 1_234_567]]],
    ['总额三万亿元', [['三万亿', 3e12]]],
    ['总额3.2万亿元', [['3.2万亿', 3.2e12]]],
    ['5亿元和5%', [['5亿', 5e8], ['5', 5]]], // biome-ignore format: one row, one line
    ['2022,2023两年', [['2022', 2022], ['2023', 2023], ['两', 2]]], // biome-ignore format: one row, one line
    ['千方百计', []],
    ['没有数', []],
  ])('finds in %s what each numeral is worth', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('finds numerals in order, without overlap, in any text', () => {
    const pieces = fc.constantFrom('三', '十', '百', '万', '亿', '3', '.', ',', '5', '年', '第', ' ');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 15 }), (parts) => {
        let at = 0;
        for (const { start, end, value } of findNumerals(parts.join(''))) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(Number.isFinite(value)).toBe(true);
          at = end;
        }
      }),
      { seed: 15, numRuns: 300 },
    );
  });
});
