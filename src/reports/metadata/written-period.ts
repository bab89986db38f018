// Periods as documents write them, in Chinese and English: years, halves, quarters, months, fiscal and school years, ranges
// and five-year plans, from 1900 to 2099.
import path from 'node:path';
import { normalise, parseChineseNumeral, readWordLists } from '../../language/index.ts';
import type { ReportLanguage } from './evidence.ts';
import { monthsPeriod, type Period, type PeriodPart, periodOf, yearsPeriod } from './period.ts';
import { MONTH_PATTERN, numberOf, YEAR_PATTERN } from './written-date.ts';

/** A period where it is written. Offsets in UTF-16 units. */
export interface PeriodMention {
  period: Period;
  start: number;
  end: number;
  /** It is the month of a day: the text names a date. */
  isDate: boolean;
}

/** In a title a bare 2022 is a year and 6月 a month; in running text numbers count things. */
type Where = 'title' | 'text';

const WORDS = readWordLists(path.join(import.meta.dirname, 'period-words.txt'));
const MONTH_NAMES = WORDS.words('month').map((line) => line.split(' '));
const Y = YEAR_PATTERN;
const M = MONTH_PATTERN;
const NAME = `(${MONTH_NAMES.flat()
  .sort((a, b) => b.length - a.length)
  .join('|')})\\.?`;
const DAY = '(?:\\d{1,2}(?:st|nd|rd|th)?)';
const DASH = '\\s*(?:[—–\\-－~～/至到]|--|to|until|and)\\s*';
/** 31 March 2019, March 31, 2019; year and month in either of two groups. */
const ENGLISH_DATE = `(?:${DAY} ${NAME},? ${Y}|${NAME} ${DAY},? ${Y})`;
const SPAN_LENGTHS = [12, 6, 3];
const ORDINALS = [1, 2, 3, 4];
const ORDINAL = `(${ORDINALS.map((n) => WORDS.pattern(`ordinal ${n}`)).join('|')})`;
const CENTURY = 100;
const SCHOOL_YEAR_START = 9;
/** Where a year is written as 2018/19 and no date is given, it begins in April. */
const FISCAL_YEAR_START = 4;

interface Form {
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
const PART_DISTANCE = 8;
const MONTH_RANGE = new RegExp(`^度?\\s*${M}\\s*(?:月份?)?\\s*[—–\\-－~至到]{1,2}\\s*${M}\\s*月`);

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
const form = (source: string, read: Form['read'], rest: Pick<Form, 'only' | 'isDate'> = {}): Form => ({
  pattern: new RegExp(source, 'g'),
  read,
  ...rest,
});

/** Of forms that begin at one place the longest match counts, then the first of the list. */
const FORMS: Form[] = [
  form(`${Y}\\s*年?${DASH}(?:${Y}\\s*)?学年`, ([year], language) =>
    yearFrom(numberOf(year ?? ''), SCHOOL_YEAR_START, language),
  ),
  form(`${Y}\\s*年?度?\\s*[—–\\-－~～至到]{1,2}\\s*${Y}\\s*年`, ([first, last], language) =>
    rangeOf(numberOf(first ?? ''), last ?? '', language, false),
  ),
  form('第([一二三四五六七八九十]{1,3})个五年', ([n], language) => fiveYears(n, language)),
  form(
    '[“"]?(?<![一二三四五六七八九十第])([一二三四五六七八九十]{1,2})五(?:[”"]|(?=规划|计划|时期|期间|发展))',
    ([n], language) => fiveYears(n, language),
  ),
  form(
    `${Y}\\s*年\\s*${M}\\s*月\\s*[\\d一二三四五六七八九十]{1,3}\\s*日`,
    ([year, month], language) => monthOf(numberOf(year ?? ''), numberOf(month ?? ''), language),
    { isDate: true },
  ),
  form(
    `${Y}\\s*年\\s*${M}\\s*月(?:份)?`,
    ([year, month], language) => monthOf(numberOf(year ?? ''), numberOf(month ?? ''), language),
    { only: 'title' },
  ),
  form(
    `${Y}[-./](\\d{1,2})[-./]\\d{1,2}(?!\\d)`,
    ([year, month], language) => monthOf(numberOf(year ?? ''), Number(month), language),
    { isDate: true },
  ),
  form(
    '(?<!\\d)((?:19|20)\\d\\d)(0[1-9]|1[0-2])(?:[0-2]\\d|3[01])(?!\\d)',
    ([year, month], language) => monthOf(Number(year), Number(month), language),
    { only: 'title', isDate: true },
  ),
  form(`${Y}\\s*(?:年|财年|财政年度)`, ([year], language, after) =>
    yearWithPart(numberOf(year ?? ''), after, language),
  ),
  ...SPAN_LENGTHS.map((months) =>
    form(`\\b(?:${WORDS.pattern(`span ${months}`)}) ${SPAN_END} ${ENGLISH_DATE}`, (groups, language) => {
      const { year, month } = dateOf(groups);
      return monthsPeriod(year, month - months + 1, month, language);
    }),
  ),
  form(`${ENGLISH_DATE}${DASH}${ENGLISH_DATE}`, (groups, language) => {
    const from = dateOf(groups.slice(0, 4));
    const to = dateOf(groups.slice(4));
    return monthsPeriod(from.year, from.month, (to.year - from.year) * 12 + to.month, language);
  }),
  form(
    ENGLISH_DATE,
    (groups, language) => {
      const { year, month } = dateOf(groups);
      return monthOf(year, month, language);
    },
    { isDate: true },
  ),
  form(`${FISCAL}${Y}(?:\\s*[/–—-]\\s*(\\d{4}|\\d\\d)(?!\\d))?`, ([year, second], language) => {
    const first = numberOf(year ?? '');
    return second ? rangeOf(first, second, language, true) : yearsPeriod(first, first, language);
  }),
  form(`\\b${NAME}\\s*[–—-]\\s*${NAME} ${Y}`, ([first, last, year], language) =>
    monthsPeriod(numberOf(year ?? ''), monthNumber(first), monthNumber(last), language),
  ),
  form(`\\b${NAME},? ${Y}`, ([month, year], language) =>
    monthOf(numberOf(year ?? ''), monthNumber(month), language),
  ),
  form(`\\bq([1-4])[,\\s_-]{0,2}${Y}`, ([quarter, year], language) =>
    quarterOf(numberOf(year ?? ''), Number(quarter), language),
  ),
  form(`${Y}[,\\s_-]{0,2}q([1-4])\\b`, ([year, quarter], language) =>
    quarterOf(numberOf(year ?? ''), Number(quarter), language),
  ),
  form(`\\b${ORDINAL} quarter(?: of)?,? ${Y}`, ([ordinal, year], language) =>
    quarterOf(numberOf(year ?? ''), ordinalOf(ordinal), language),
  ),
  form(`\\bh([12])[,\\s_-]{0,2}${Y}`, ([half, year], language) =>
    halfOf(numberOf(year ?? ''), Number(half), language),
  ),
  form(`${Y}[,\\s_-]{0,2}h([12])\\b`, ([year, half], language) =>
    halfOf(numberOf(year ?? ''), Number(half), language),
  ),
  form(`\\b${ORDINAL} half(?: of)?,? ${Y}`, ([ordinal, year], language) =>
    halfOf(numberOf(year ?? ''), ordinalOf(ordinal), language),
  ),
  form(
    `${Y}${DASH}${Y}(?![\\d年])`,
    ([first, last], language) => rangeOf(numberOf(first ?? ''), last ?? '', language, false),
    { only: 'title' },
  ),
  form(
    `${Y}\\s*[/–—-]\\s*(\\d\\d)(?![\\d\\-/年月.%])`,
    ([first, second], language) =>
      rangeOf(numberOf(first ?? ''), second ?? '', language, true) ??
      monthOf(numberOf(first ?? ''), Number(second), language),
    { only: 'title' },
  ),
  form(
    `(?<![\\d.,:：第$€£¥])${Y}(?![\\d.,%:]\\d|%|\\s*[万亿元人个件项户名次号家所亩吨公米])`,
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

/** Year and month of the groups of ENGLISH_DATE: month, year, or month, year of the other order. */
function dateOf([month, year, otherMonth, otherYear]: (string | undefined)[]) {
  return { year: numberOf(year ?? otherYear ?? ''), month: monthNumber(month ?? otherMonth) };
}

/** The periods of a text in its order. */
export function periodsIn(text: string, where: Where, language: ReportLanguage = 'zh'): PeriodMention[] {
  const plain = normalise(text);
  const found: PeriodMention[] = [];
  for (const { pattern, only, isDate = false, read } of FORMS) {
    if (only === 'title' && where === 'text') continue;
    for (const match of plain.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const period = read(match.slice(1), language, plain.slice(end, end + 2 * PART_DISTANCE));
      if (period) found.push({ period, start: match.index, end, isDate });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: PeriodMention[] = [];
  for (const mention of found) if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
  return kept;
}

/** The first period that a text names; a day only where there is nothing else. */
export function firstPeriodIn(
  text: string,
  where: Where = 'title',
  language: ReportLanguage = 'zh',
): Period | undefined {
  const found = periodsIn(text, where, language);
  return (found.find(({ isDate }) => !isDate) ?? found[0])?.period;
}

/** The month of the first day that a text names. */
export const firstDateIn = (text: string, language: ReportLanguage = 'zh'): Period | undefined =>
  periodsIn(text, 'text', language).find(({ isDate }) => isDate)?.period;

/** A text without the periods that it names. */
export function withoutPeriods(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of periodsIn(text, 'title')) {
    result += text.slice(at, start);
    at = end;
  }
  return result + text.slice(at);
}
