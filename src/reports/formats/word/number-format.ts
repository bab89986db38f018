// Word's number formats (ECMA-376 Part 1, 17.18.59), as far as Chinese and English documents use them.

/**
 * @param count from 0 on
 * @returns undefined where the format cannot express the count
 */
type Formatter = (count: number) => string | undefined;

/** Letters are repeated once for each 26 counts; more repetitions are unreadable. */
const MAX_LETTERS = 30;
const MAX_ROMAN = 3999;
const ALPHABET = 26;

/** a … z, aa, bb: the letter is repeated, it does not carry. */
function letters(count: number): string | undefined {
  const repeats = Math.ceil(count / ALPHABET);
  if (count < 1 || repeats > MAX_LETTERS) return undefined;
  return String.fromCharCode(0x61 + ((count - 1) % ALPHABET)).repeat(repeats);
}

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(count: number): string | undefined {
  if (count < 1 || count > MAX_ROMAN) return undefined;
  let rest = count;
  let signs = '';
  for (const [value, sign] of ROMAN)
    while (rest >= value) {
      signs += sign;
      rest -= value;
    }
  return signs;
}

const upper =
  (write: Formatter): Formatter =>
  (count) =>
    write(count)?.toUpperCase();

/** Consecutive characters, the first one for 1; decimal figures after the last one. */
const oneOf =
  (signs: string): Formatter =>
  (count) =>
    [...signs][count - 1] ?? String(count);

const run = (first: number, length: number) =>
  Array.from({ length }, (_, i) => String.fromCharCode(first + i)).join('');

const digits =
  (signs: string): Formatter =>
  (count) =>
    [...String(count)].map((digit) => signs[Number(digit)]).join('');

/** A way to write a number in Chinese characters. */
interface CountingSystem {
  digits: string;
  /** Ten, hundred, thousand. */
  units: string;
  /** Ten thousand, hundred million. */
  groups: string;
  /** Units before which a one is written at the beginning of the number: 一十 or 十. */
  leadingOne: (unit: number) => boolean;
  /** Units before which a one is written elsewhere. */
  innerOne: (unit: number) => boolean;
  /** Whether a zero marks a gap: 一百〇一. */
  gaps: boolean;
}

const TEN_THOUSAND = 10_000;
const MAX_COUNTED = 1e12;

function counting(system: CountingSystem): Formatter {
  return (count) => {
    if (count === 0) return system.digits[0];
    if (count >= MAX_COUNTED) return undefined;
    let words = '';
    let gap = false;
    for (let power = 2; power >= 0; power--) {
      const group = Math.floor(count / TEN_THOUSAND ** power) % TEN_THOUSAND;
      if (group === 0) {
        gap ||= words !== '';
        continue;
      }
      const open = words === '';
      if (!open && system.gaps && (gap || group < 1000)) words += system.digits[0];
      words += groupOf(group, system, open) + (power > 0 ? system.groups[power - 1] : '');
      gap = false;
    }
    return words;
  };
}

/** 1 to 9999 in characters. */
function groupOf(group: number, system: CountingSystem, open: boolean): string {
  let words = '';
  let gap = false;
  for (let unit = 3; unit >= 0; unit--) {
    const digit = Math.floor(group / 10 ** unit) % 10;
    if (digit === 0) {
      gap = words !== '';
      continue;
    }
    if (gap && system.gaps) words += system.digits[0];
    gap = false;
    const saysOne = open && words === '' ? system.leadingOne(unit) : system.innerOne(unit);
    if (digit > 1 || unit === 0 || saysOne) words += system.digits[digit];
    if (unit > 0) words += system.units[unit - 1];
  }
  return words;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';
const ROUND_ZERO_DIGITS = `○${CHINESE_DIGITS.slice(1)}`;
const always = () => true;
const aboveTen = (unit: number) => unit > 1;
const never = () => false;

const thousands = counting({
  digits: CHINESE_DIGITS,
  units: '十百千',
  groups: '万亿',
  leadingOne: aboveTen,
  innerOne: always,
  gaps: true,
});
const taiwaneseThousands: Formatter = (count) =>
  thousands(count)?.replaceAll('万', '萬').replaceAll('亿', '億');
/** 一 to 九十九, then digit by digit. */
const tens: Formatter = (count) =>
  count > 0 && count < 100 ? thousands(count) : digits(ROUND_ZERO_DIGITS)(count);
const japanese = counting({
  digits: CHINESE_DIGITS,
  units: '十百千',
  groups: '万億',
  leadingOne: never,
  innerOne: never,
  gaps: false,
});
const legal = (signs: string, groups: string) =>
  counting({
    digits: signs,
    units: '拾佰仟',
    groups,
    leadingOne: always,
    innerOne: always,
    gaps: true,
  });

const decimal: Formatter = String;
const fullWidth = digits('０１２３４５６７８９');
const circled = oneOf(run(0x2460, 20));

const FORMATS = new Map<string, Formatter>(
  Object.entries({
    decimal,
    decimalHalfWidth: decimal,
    decimalZero: (count) => String(count).padStart(2, '0'),
    decimalFullWidth: fullWidth,
    decimalFullWidth2: fullWidth,
    decimalEnclosedCircle: circled,
    decimalEnclosedCircleChinese: circled,
    decimalEnclosedFullstop: oneOf(run(0x2488, 20)),
    decimalEnclosedParen: oneOf(run(0x2474, 20)),
    numberInDash: (count) => `- ${count} -`,
    lowerLetter: letters,
    upperLetter: upper(letters),
    lowerRoman: roman,
    upperRoman: upper(roman),
    chineseCounting: tens,
    chineseCountingThousand: thousands,
    chineseLegalSimplified: legal('零壹贰叁肆伍陆柒捌玖', '萬億'),
    ideographDigital: digits(CHINESE_DIGITS),
    ideographEnclosedCircle: oneOf(run(0x3220, 10)),
    ideographLegalTraditional: legal('零壹貳參肆伍陸柒捌玖', '萬億'),
    ideographTraditional: oneOf('甲乙丙丁戊己庚辛壬癸'),
    ideographZodiac: oneOf('子丑寅卯辰巳午未申酉戌亥'),
    japaneseCounting: japanese,
    taiwaneseCounting: tens,
    taiwaneseCountingThousand: taiwaneseThousands,
    taiwaneseDigital: digits(ROUND_ZERO_DIGITS),
    none: () => '',
  } satisfies Record<string, Formatter>),
);

/**
 * @param format its name in the file, such as `chineseCounting`
 * @returns undefined for an unsupported format, or one that cannot express the count
 */
export const formatNumber = (count: number, format: string): string | undefined =>
  FORMATS.get(format)?.(count);
