// The formats of Word's numbers, as ECMA-376 Part 1, 17.18.59 tells them.
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../src/reports/formats/word/number-format.ts';

describe('a count', () => {
  it.each<[string, [number, string][]]>([
    [
      'decimal',
      [
        [1, '1'],
        [10, '10'],
        [1234, '1234'],
      ],
    ],
    [
      'decimalZero',
      [
        [1, '01'],
        [10, '10'],
        [100, '100'],
      ],
    ],
    [
      'decimalFullWidth',
      [
        [1, '１'],
        [20, '２０'],
      ],
    ],
    [
      'decimalEnclosedCircle',
      [
        [1, '①'],
        [10, '⑩'],
        [20, '⑳'],
        [21, '21'],
      ],
    ],
    [
      'decimalEnclosedCircleChinese',
      [
        [2, '②'],
        [11, '⑪'],
      ],
    ],
    [
      'decimalEnclosedFullstop',
      [
        [1, '⒈'],
        [20, '⒛'],
      ],
    ],
    [
      'decimalEnclosedParen',
      [
        [1, '⑴'],
        [20, '⒇'],
      ],
    ],
    ['numberInDash', [[3, '- 3 -']]],
    [
      'lowerLetter',
      [
        [1, 'a'],
        [26, 'z'],
        [27, 'aa'],
        [28, 'bb'],
        [53, 'aaa'],
      ],
    ],
    [
      'upperLetter',
      [
        [1, 'A'],
        [27, 'AA'],
      ],
    ],
    [
      'lowerRoman',
      [
        [1, 'i'],
        [4, 'iv'],
        [9, 'ix'],
        [14, 'xiv'],
        [1994, 'mcmxciv'],
      ],
    ],
    [
      'upperRoman',
      [
        [1, 'I'],
        [3999, 'MMMCMXCIX'],
      ],
    ],
    [
      'chineseCounting',
      [
        [1, '一'],
        [10, '十'],
        [11, '十一'],
        [20, '二十'],
        [99, '九十九'],
        [100, '一○○'],
      ],
    ],
    [
      'chineseCountingThousand',
      [
        [9, '九'],
        [10, '十'],
        [15, '十五'],
        [100, '一百'],
        [101, '一百〇一'],
        [110, '一百一十'],
        [1234, '一千二百三十四'],
        [10_000, '一万'],
        [10_010, '一万〇一十'],
        [100_010_000, '一亿〇一万'],
      ],
    ],
    [
      'taiwaneseCounting',
      [
        [3, '三'],
        [12, '十二'],
        [105, '一○五'],
      ],
    ],
    [
      'taiwaneseCountingThousand',
      [
        [12, '十二'],
        [100, '一百'],
        [20_000, '二萬'],
      ],
    ],
    [
      'japaneseCounting',
      [
        [10, '十'],
        [21, '二十一'],
        [100, '百'],
        [101, '百一'],
        [1110, '千百十'],
        [10_000, '一万'],
      ],
    ],
    [
      'ideographDigital',
      [
        [1, '一'],
        [10, '一〇'],
        [21, '二一'],
      ],
    ],
    ['taiwaneseDigital', [[10, '一○']]],
    [
      'ideographTraditional',
      [
        [1, '甲'],
        [10, '癸'],
        [11, '11'],
      ],
    ],
    [
      'ideographZodiac',
      [
        [1, '子'],
        [12, '亥'],
        [13, '13'],
      ],
    ],
    [
      'ideographEnclosedCircle',
      [
        [1, '㈠'],
        [10, '㈩'],
        [11, '11'],
      ],
    ],
    [
      'chineseLegalSimplified',
      [
        [1, '壹'],
        [2, '贰'],
        [10, '壹拾'],
        [12, '壹拾贰'],
        [101, '壹佰零壹'],
      ],
    ],
    [
      'ideographLegalTraditional',
      [
        [2, '貳'],
        [10, '壹拾'],
      ],
    ],
    [
      'none',
      [
        [1, ''],
        [7, ''],
      ],
    ],
  ])('as %s', (format, cases) => {
    expect(cases.map(([count]) => [count, formatNumber(count, format)])).toEqual(cases);
  });

  it.each([
    ['of a format that is not known', 5, 'hindiVowels'],
    ['of a bullet', 1, 'bullet'],
    ['of a name that every object has', 1, 'constructor'],
    ['too high for letters', 999_999_999, 'lowerLetter'],
    ['too high for Roman numerals', 999_999_999, 'upperRoman'],
    ['of nothing, in letters', 0, 'upperLetter'],
  ])('%s has no signs', (_, count, format) => {
    expect(formatNumber(count, format)).toBeUndefined();
  });

  it.each([
    'decimalZero',
    'chineseCounting',
    'chineseCountingThousand',
    'japaneseCounting',
    'chineseLegalSimplified',
  ])('is short in %s, however high it is', (format) => {
    expect(formatNumber(999_999_999, format)?.length).toBeLessThan(30);
  });
});
