// The forms in which periods are written, in Chinese and English: years, halves, quarters, months, fiscal and school years, ranges
// and five-year plans, from 1900 to 2099.
import path from 'node:path';
import { parseChineseNumeral, readWordLists } from '../../language/index.ts';
import type { ReportLanguage } from './evidence.ts';
import { monthsPeriod, type Period, type PeriodPart, periodOf, yearsPeriod } from './period.ts';
import { MONTH_PATTERN, numberOf, REPUBLIC_YEAR, republicYear, YEAR_PATTERN } from './written-date.ts';

/** In a title a bare 2022 is a year and 6月 a month; in running text numbers count things. */
export type Where = 'title' | 'text';

const WORDS = readWordLists(path.join(import.meta.dirname, 'period-words.txt'));
const MONTH_NAMES = WORDS.words('month').map((line) => line.split(' '));
const Y = YEAR_PATTERN;
const M = MONTH_PATTERN;
const NAME = `(${MONTH_NAMES.flat()
  .sort((a, b) => b.length - a.length)
  .join('|')})\\.?`;
const DAY = '(?:\\d{1,2}(?:st|nd|rd|th)?)';
const DASH = '\\s{0,3}(?:[—–\\-－~～/至到]|--|to|until|and)\\s{0,3}';
/** 31 March 2019, March 31, 2019; year and month in either of two groups. */
const ENGLISH_DATE = `(?:${DAY} ${NAME},? ${Y}|${NAME} ${DAY},? ${Y})`;
const ORDINALS = [1, 2, 3, 4];
const ORDINAL = `(${WORDS.pattern('ordinal 1')}|${WORDS.pattern('ordinal 2')}|${WORDS.pattern('ordinal 3')}|${WORDS.pattern('ordinal 4')})`;
const CENTURY = 100;
const SCHOOL_YEAR_START = 9;
/** Where a year is written as 2018/19 and no date is given, it begins in April. */
const FISCAL_YEAR_START = 4;

export interface Form {
  pattern: RegExp;
  only?: Where;
  isDate?: true;
  read(groups: (string | undefined)[], language: ReportLanguage, after: string): Period | undefined;
}

const monthNumber = (name: string | undefined): number =>
  MONTH_NAMES.findIndex((names) => names.includes(name ?? '')) + 1;
const ordinalOf = (word: string | undefined): number =>
  ORDINALS.find((n) => WORDS.words(`ordinal ${n}`).includes(word ?? '')) ?? 1;

/** Two years: 2018/19 and 2018-2019 may be one year across two, later ones are a range. */
function rangeOf(
  first: number,
  second: string,
  language: ReportLanguage,
  fiscal: boolean,
): Period | undefined {
  const last =
    second.length === 2 ? Math.floor(first / CENTURY) * CENTURY + Number(second) : numberOf(second);
  const end = last < first ? last + CENTURY : last;
  if (end === first + 1 && fiscal) return yearFrom(first, FISCAL_YEAR_START, language);
  return end > first && end - first < CENTURY / 2 ? yearsPeriod(first, end, language) : undefined;
}

const yearFrom = (year: number, month: number, language: ReportLanguage): Period =>
  monthsPeriod(year, month, month + 11, language);

/** The n-th plan of five years: the third began in 1966. */
function fiveYears(numeral: string | undefined, language: ReportLanguage): Period | undefined {
  const n = parseChineseNumeral(numeral ?? '');
  if (n === undefined || n < 1 || n > 30) return undefined;
  const first = n < 3 ? 1948 + 5 * n : 1951 + 5 * n;
  return yearsPeriod(first, first + 4, language);
}

const PARTS: { part: PeriodPart; pattern: RegExp }[] = [
  { part: 'first-half', pattern: new RegExp(WORDS.pattern('first-half')) },
  { part: 'second-half', pattern: new RegExp(WORDS.pattern('second-half')) },
  { part: 'three-quarters', pattern: new RegExp(WORDS.pattern('three-quarters')) },
  { part: 1, pattern: /(?<!前)第?[一1]季度/ },
  { part: 2, pattern: /第?[二2]季度/ },
  { part: 3, pattern: /(?<!前)第?[三3]季度/ },
  { part: 4, pattern: /第?[四4]季度/ },
];
/** A part of a year stands within this many characters after it. */
export const PART_DISTANCE = 8;
const MONTH_RANGE = new RegExp(
  `^度?\\s{0,3}${M}\\s{0,3}(?:月份?)?\\s{0,3}[—–\\-－~至到]{1,2}\\s{0,3}${M}\\s{0,3}月`,
);

/** A year and what follows it: 上半年, 第三季度, 1—9月, or the whole of it. */
function yearWithPart(year: number, after: string, language: ReportLanguage): Period {
  const phrase = after.slice(0, PART_DISTANCE).split(/(?:19|20)\d\d/, 1)[0];
  const range = MONTH_RANGE.exec(after);
  if (range) return monthsPeriod(year, numberOf(range[1]), numberOf(range[2]), language);
  const [part] = PARTS.map(({ part: each, pattern }) => ({ each, at: phrase.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return periodOf(year, part?.each ?? 'year', language);
}

const FISCAL = `\\b(?:${WORDS.pattern('fiscal')}) ?'?`;
const SPAN_END = `(?:${WORDS.pattern('span end')})`;
const form = (pattern: RegExp, read: Form['read'], rest: Pick<Form, 'only' | 'isDate'> = {}): Form => ({
  pattern,
  read,
  ...rest,
});

/** Of forms that begin at one place the longest match counts, then the first of the list. */
export const FORMS: readonly Form[] = [
  form(new RegExp(`${Y}\\s{0,3}年?${DASH}(?:${Y}\\s{0,3})?学年`, 'g'), ([year], language) =>
    yearFrom(numberOf(year ?? ''), SCHOOL_YEAR_START, language),
  ),
  form(
    new RegExp(`${Y}\\s{0,3}年?度?\\s{0,3}[—–\\-－~～至到]{1,2}\\s{0,3}${Y}\\s{0,3}年`, 'g'),
    ([first, last], language) => rangeOf(numberOf(first ?? ''), last ?? '', language, false),
  ),
  form(/第([一二三四五六七八九十]{1,3})个五年/g, ([n], language) => fiveYears(n, language)),
  form(
    /[“"]?(?<![一二三四五六七八九十第])([一二三四五六七八九十]{1,2})五(?:[”"]|(?=规划|计划|时期|期间|发展))/g,
    ([n], language) => fiveYears(n, language),
  ),
  form(
    new RegExp(`${Y}\\s{0,3}年\\s{0,3}${M}\\s{0,3}月\\s{0,3}[\\d一二三四五六七八九十]{1,3}\\s{0,3}日`, 'g'),
    ([year, month], language) => monthOf(numberOf(year ?? ''), numberOf(month ?? ''), language),
    { isDate: true },
  ),
  form(
    new RegExp(`${Y}\\s{0,3}年\\s{0,3}${M}\\s{0,3}月(?:份)?`, 'g'),
    ([year, month], language) => monthOf(numberOf(year ?? ''), numberOf(month ?? ''), language),
    { only: 'title' },
  ),
  form(
    new RegExp(`${Y}[-./](\\d{1,2})[-./]\\d{1,2}(?!\\d)`, 'g'),
    ([year, month], language) => monthOf(numberOf(year ?? ''), Number(month), language),
    { isDate: true },
  ),
  form(
    /(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)/g,
    ([year, month], language) => monthOf(Number(year), Number(month), language),
    { only: 'title', isDate: true },
  ),
  form(new RegExp(`${Y}\\s{0,3}(?:年|财年|财政年度)`, 'g'), ([year], language, after) =>
    yearWithPart(numberOf(year ?? ''), after, language),
  ),
  form(new RegExp(`(${REPUBLIC_YEAR})年度?`, 'g'), ([year], language, after) => {
    const value = republicYear(year ?? '');
    return Number.isNaN(value) ? undefined : yearWithPart(value, after, language);
  }),
  form(
    new RegExp(`\\b(?:${WORDS.pattern('span 12')}) ${SPAN_END} ${ENGLISH_DATE}`, 'g'),
    (groups, language) => spanTo(dateOf(groups), 12, language),
  ),
  form(new RegExp(`\\b(?:${WORDS.pattern('span 6')}) ${SPAN_END} ${ENGLISH_DATE}`, 'g'), (groups, language) =>
    spanTo(dateOf(groups), 6, language),
  ),
  form(new RegExp(`\\b(?:${WORDS.pattern('span 3')}) ${SPAN_END} ${ENGLISH_DATE}`, 'g'), (groups, language) =>
    spanTo(dateOf(groups), 3, language),
  ),
  form(new RegExp(`${ENGLISH_DATE}${DASH}${ENGLISH_DATE}`, 'g'), (groups, language) => {
    const from = dateOf(groups.slice(0, 4));
    const to = dateOf(groups.slice(4));
    return monthsPeriod(from.year, from.month, (to.year - from.year) * 12 + to.month, language);
  }),
  form(
    new RegExp(ENGLISH_DATE, 'g'),
    (groups, language) => {
      const { year, month } = dateOf(groups);
      return monthOf(year, month, language);
    },
    { isDate: true },
  ),
  form(
    new RegExp(`${FISCAL}${Y}(?:\\s{0,3}[/–—-]\\s{0,3}(\\d{4}|\\d\\d)(?!\\d))?`, 'g'),
    ([year, second], language) => {
      const first = numberOf(year ?? '');
      return second ? rangeOf(first, second, language, true) : yearsPeriod(first, first, language);
    },
  ),
  form(
    new RegExp(`\\b${NAME}(?:\\s{0,3}[–—-]\\s{0,3}| to | until | through )${NAME},? ${Y}`, 'g'),
    ([first, last, year], language) =>
      monthsPeriod(numberOf(year ?? ''), monthNumber(first), monthNumber(last), language),
  ),
  form(new RegExp(`\\b${NAME},? ${Y}`, 'g'), ([month, year], language) =>
    monthOf(numberOf(year ?? ''), monthNumber(month), language),
  ),
  form(new RegExp(`\\bq([1-4])[,\\s_-]{0,2}${Y}`, 'g'), ([quarter, year], language) =>
    quarterOf(numberOf(year ?? ''), Number(quarter), language),
  ),
  form(new RegExp(`${Y}[,\\s_-]{0,2}q([1-4])\\b`, 'g'), ([year, quarter], language) =>
    quarterOf(numberOf(year ?? ''), Number(quarter), language),
  ),
  form(new RegExp(`\\b${ORDINAL} quarter(?: of)?,? ${Y}`, 'g'), ([ordinal, year], language) =>
    quarterOf(numberOf(year ?? ''), ordinalOf(ordinal), language),
  ),
  form(new RegExp(`\\bh([12])[,\\s_-]{0,2}${Y}`, 'g'), ([half, year], language) =>
    halfOf(numberOf(year ?? ''), Number(half), language),
  ),
  form(new RegExp(`${Y}[,\\s_-]{0,2}h([12])\\b`, 'g'), ([year, half], language) =>
    halfOf(numberOf(year ?? ''), Number(half), language),
  ),
  form(new RegExp(`\\b${ORDINAL} half(?: of)?,? ${Y}`, 'g'), ([ordinal, year], language) =>
    halfOf(numberOf(year ?? ''), ordinalOf(ordinal), language),
  ),
  form(
    new RegExp(`${Y}${DASH}${Y}(?![\\d年])`, 'g'),
    ([first, last], language) => rangeOf(numberOf(first ?? ''), last ?? '', language, false),
    { only: 'title' },
  ),
  form(
    new RegExp(`${Y}\\s{0,3}[/–—-]\\s{0,3}(\\d\\d)(?![\\d\\-/年月.%])`, 'g'),
    ([first, second], language) =>
      rangeOf(numberOf(first ?? ''), second ?? '', language, true) ??
      monthOf(numberOf(first ?? ''), Number(second), language),
    { only: 'title' },
  ),
  form(
    new RegExp(
      `(?<![\\d.,:：第$€£¥])${Y}(?![\\d.,%:]\\d|%|\\s{0,3}[万亿元人个件项户名次号家所亩吨公米])`,
      'g',
    ),
    ([year], language, after) => yearWithPart(numberOf(year ?? ''), after, language),
    { only: 'title' },
  ),
];

const monthOf = (year: number, month: number, language: ReportLanguage): Period | undefined =>
  month >= 1 && month <= 12 ? monthsPeriod(year, month, month, language) : undefined;
const quarterOf = (year: number, quarter: number, language: ReportLanguage): Period =>
  monthsPeriod(year, quarter * 3 - 2, quarter * 3, language);
const halfOf = (year: number, half: number, language: ReportLanguage): Period =>
  periodOf(year, half === 1 ? 'first-half' : 'second-half', language);

/** So many months up to one. */
const spanTo = (end: { year: number; month: number }, count: number, language: ReportLanguage): Period =>
  monthsPeriod(end.year, end.month - count + 1, end.month, language);

/** Year and month of the groups of ENGLISH_DATE: month, year, or month, year of the other order. */
function dateOf([month, year, otherMonth, otherYear]: (string | undefined)[]) {
  return { year: numberOf(year ?? otherYear ?? ''), month: monthNumber(month ?? otherMonth) };
}
