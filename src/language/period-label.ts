// What spans of time are called, in Chinese and English.

/** ISO dates, both inclusive; whole months. */
export interface TimeSpan {
  start: string;
  end: string;
}

/** Parts of a year by their first and last month, and what they are called after or before it. */
const PARTS: { months: [number, number]; zh: string; en: string }[] = [
  { months: [1, 6], zh: '上半年', en: 'first half of ' },
  { months: [7, 12], zh: '下半年', en: 'second half of ' },
  { months: [1, 9], zh: '前三季度', en: 'first three quarters of ' },
  { months: [1, 3], zh: '第一季度', en: 'Q1 ' },
  { months: [4, 6], zh: '第二季度', en: 'Q2 ' },
  { months: [7, 9], zh: '第三季度', en: 'Q3 ' },
  { months: [10, 12], zh: '第四季度', en: 'Q4 ' },
];
const MONTHS_PER_YEAR = 12;

/** What a span of whole months is called: 2023年上半年, Q3 2025, June 1998, 2018/19. */
export function periodLabel(span: TimeSpan, language: 'zh' | 'en'): string {
  const from = monthOf(span.start);
  const to = monthOf(span.end);
  if (from.month === 1 && to.month === MONTHS_PER_YEAR) return yearsLabel(from.year, to.year, language);
  if (from.year === to.year) return partLabel(from.year, from.month, to.month, language);
  if (language === 'zh') return `${from.year}年${from.month}月—${to.year}年${to.month}月`;
  if (monthCount(span) === MONTHS_PER_YEAR) return `${from.year}/${String(to.year).slice(2)}`;
  return `${monthName(from.month)} ${from.year} – ${monthName(to.month)} ${to.year}`;
}

const yearsLabel = (first: number, last: number, language: 'zh' | 'en'): string =>
  language === 'zh'
    ? first === last
      ? `${first}年`
      : `${first}—${last}年`
    : first === last
      ? `${first}`
      : `${first}–${last}`;

function partLabel(year: number, first: number, last: number, language: 'zh' | 'en'): string {
  const part = PARTS.find(({ months }) => months[0] === first && months[1] === last);
  if (part) return language === 'zh' ? `${year}年${part.zh}` : `${part.en}${year}`;
  if (language === 'zh') return first === last ? `${year}年${first}月` : `${year}年${first}—${last}月`;
  return first === last ? `${monthName(first)} ${year}` : `${monthName(first)}–${monthName(last)} ${year}`;
}

const monthName = (month: number): string =>
  new Date(Date.UTC(2000, month - 1, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });

export const monthOf = (date: string) => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
});

export function monthCount({ start, end }: TimeSpan): number {
  const from = monthOf(start);
  const to = monthOf(end);
  return (to.year - from.year) * MONTHS_PER_YEAR + to.month - from.month + 1;
}
