// Spans of time that reports cover, plan for or are dated by: how they are called, and which one follows.
import type { ReportLanguage } from './evidence.ts';

/** `start` and `end` are ISO dates, both inclusive. The label is in the report's language. */
export interface Period {
  label: string;
  start: string;
  end: string;
}

export type PeriodPart = 'year' | 'first-half' | 'second-half' | 'three-quarters' | 1 | 2 | 3 | 4;

/** Parts of a year by their first and last month, and what they are called after or before it. */
const PARTS: { part: PeriodPart; months: [number, number]; zh: string; en: string }[] = [
  { part: 'first-half', months: [1, 6], zh: '上半年', en: 'first half of ' },
  { part: 'second-half', months: [7, 12], zh: '下半年', en: 'second half of ' },
  { part: 'three-quarters', months: [1, 9], zh: '前三季度', en: 'first three quarters of ' },
  { part: 1, months: [1, 3], zh: '第一季度', en: 'Q1 ' },
  { part: 2, months: [4, 6], zh: '第二季度', en: 'Q2 ' },
  { part: 3, months: [7, 9], zh: '第三季度', en: 'Q3 ' },
  { part: 4, months: [10, 12], zh: '第四季度', en: 'Q4 ' },
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

/** The same time, called as in another language. */
export const periodIn = ({ start, end }: Omit<Period, 'label'>, language: ReportLanguage): Period => ({
  label: periodLabel({ start, end }, language),
  start,
  end,
});

/** What a span of whole months is called: 2023年上半年, Q3 2025, June 1998, 2018/19. */
export function periodLabel(span: Omit<Period, 'label'>, language: ReportLanguage): string {
  const from = monthOf(span.start);
  const to = monthOf(span.end);
  if (from.month === 1 && to.month === MONTHS_PER_YEAR) return yearsLabel(from.year, to.year, language);
  if (from.year === to.year) return partLabel(from.year, from.month, to.month, language);
  if (language === 'zh') return `${from.year}年${from.month}月—${to.year}年${to.month}月`;
  if (monthCount(span) === MONTHS_PER_YEAR) return `${from.year}/${String(to.year).slice(2)}`;
  return `${monthName(from.month)} ${from.year} – ${monthName(to.month)} ${to.year}`;
}

const yearsLabel = (first: number, last: number, language: ReportLanguage): string =>
  language === 'zh'
    ? first === last
      ? `${first}年`
      : `${first}—${last}年`
    : first === last
      ? `${first}`
      : `${first}–${last}`;

function partLabel(year: number, first: number, last: number, language: ReportLanguage): string {
  const part = PARTS.find(({ months }) => months[0] === first && months[1] === last);
  if (part) return language === 'zh' ? `${year}年${part.zh}` : `${part.en}${year}`;
  if (language === 'zh') return first === last ? `${year}年${first}月` : `${year}年${first}—${last}月`;
  return first === last ? `${monthName(first)} ${year}` : `${monthName(first)}–${monthName(last)} ${year}`;
}

const monthName = (month: number): string =>
  new Date(Date.UTC(2000, month - 1, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });

const monthOf = (date: string) => ({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) });

function monthCount({ start, end }: Omit<Period, 'label'>): number {
  const from = monthOf(start);
  const to = monthOf(end);
  return (to.year - from.year) * MONTHS_PER_YEAR + to.month - from.month + 1;
}

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
