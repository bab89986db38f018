// Spans of time that reports cover, plan for or are dated by: how they are called, and which one follows.
import { monthCount, monthOf, periodLabel } from '../../language/index.ts';
import type { ReportLanguage } from './evidence.ts';

/** `start` and `end` are ISO dates, both inclusive. The label is in the report's language. */
export interface Period {
  label: string;
  start: string;
  end: string;
}

export type PeriodPart = 'year' | 'first-half' | 'second-half' | 'three-quarters' | 1 | 2 | 3 | 4;

const PARTS: { part: PeriodPart; months: [number, number] }[] = [
  { part: 'first-half', months: [1, 6] },
  { part: 'second-half', months: [7, 12] },
  { part: 'three-quarters', months: [1, 9] },
  { part: 1, months: [1, 3] },
  { part: 2, months: [4, 6] },
  { part: 3, months: [7, 9] },
  { part: 4, months: [10, 12] },
];

const MONTHS_PER_YEAR = 12;
const MONTHS_PER_QUARTER = 3;

/** Months from the first to the last one, both included. They may lie outside a year: month 13 is the next January. */
export function monthsPeriod(
  year: number,
  first: number,
  last: number,
  language: ReportLanguage = 'zh',
): Period {
  const start = new Date(Date.UTC(year, first - 1, 1));
  const end = new Date(Date.UTC(year, last, 0));
  const span = { start: isoDate(start), end: isoDate(end) };
  return { label: periodLabel(span, language), ...span };
}

const isoDate = (date: Date): string => date.toISOString().slice(0, 10);

export function periodOf(year: number, part: PeriodPart, language: ReportLanguage = 'zh'): Period {
  const [first, last] = PARTS.find((each) => each.part === part)?.months ?? [1, MONTHS_PER_YEAR];
  return monthsPeriod(year, first, last, language);
}

/** Whole years, both included. */
export const yearsPeriod = (first: number, last: number, language: ReportLanguage = 'zh'): Period =>
  monthsPeriod(first, 1, (last - first + 1) * MONTHS_PER_YEAR, language);

/**
 * The following period: the second half after the first, the last quarter after three, the next year after a second half,
 * else as many months as before.
 */
export function nextPeriod(period: Period): Period {
  const language: ReportLanguage = /[年月]/.test(period.label) ? 'zh' : 'en';
  const { year, month } = monthOf(period.start);
  const count = monthCount(period);
  if (month === MONTHS_PER_YEAR / 2 + 1 && count === MONTHS_PER_YEAR / 2)
    return periodOf(year + 1, 'year', language);
  const next = month + count;
  const length = month === 1 && count === 3 * MONTHS_PER_QUARTER ? MONTHS_PER_QUARTER : count;
  return monthsPeriod(year, next, next + length - 1, language);
}

/** Whether one period lies within another. */
export const isWithin = (inner: Period, outer: Period): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** Whether a period is a year long. */
export const isYear = (period: Period): boolean => monthCount(period) === MONTHS_PER_YEAR;
