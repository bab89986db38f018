// Dates as documents write them, in Arabic or Chinese numerals, from 1900 on.
import { parseChineseNumeral } from '../../language/index.ts';

/** A date as far as it is written. */
export interface WrittenDate {
  year: number;
  month?: number;
}

const ARABIC = '(?<!\\d)(?:19|20)\\d\\d(?!\\d)';
/** 二〇〇四, 一九六四; the zero has several forms. */
const HAN = '(?:一九|二[〇○零OoＯ０0])[〇○零OoＯ０0一二三四五六七八九]{2}';
/** One group: a year from 1900 to 2099. */
export const YEAR_PATTERN = `(${ARABIC}|${HAN})`;
/** One group: a month in either kind of numerals. */
export const MONTH_PATTERN = '(\\d{1,2}|十[一二]?|[一二三四五六七八九])';
/** A year of the Republic of China by its name, or three digits where 年度 follows: 民国一百零九年, 110年度. */
export const REPUBLIC_YEAR =
  '(?:(?:中华)?民国\\s?(?:\\d{1,3}|[一二三四五六七八九十百零〇]{1,7})(?=年)|(?<!\\d)1\\d\\d(?=年度)|一百[零〇]?[一二三四五六七八九十]{1,3}(?=年度))';
const DATE = new RegExp(`${YEAR_PATTERN}\\s*(?:年|[-./])(?:\\s*${MONTH_PATTERN}\\s*(?:月|[-./]))?`);

/** The first date of a text. */
export function dateIn(text: string): WrittenDate | undefined {
  const [, year, month] = DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const value = month === undefined ? undefined : numberOf(month);
  return { year: numberOf(year), ...(value === undefined ? {} : { month: value }) };
}

const YEARS = new RegExp(`${YEAR_PATTERN}\\s*年`, 'g');

/** All years that a text writes out, in order. */
export const yearsIn = (text: string): number[] =>
  [...text.matchAll(YEARS)].map(([, year]) => numberOf(year));

/** The first year of the Republic is 1912. */
const BEFORE_REPUBLIC = 1911;

/** The year that `REPUBLIC_YEAR` writes. */
export function republicYear(written: string): number {
  return BEFORE_REPUBLIC + numberOf(written.replace(/^(?:中华)?民国\s?/, ''));
}

/** The value of a year or month as it is written. */
export function numberOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  return parseChineseNumeral(numeral.replace(/[○零OoＯ０0]/g, '〇')) ?? Number.NaN;
}
