// Words besides its label by which a period is called: h1, first half, 23h1, q1.
import type { Period } from '../reports/index.ts';

/** First and last month → words for that stretch of a year. */
const WORDS_BY_MONTHS: Record<string, string> = {
  '01-06': 'h1 first 1st half year six months midyear mid 年中 半年',
  '07-12': 'h2 second 2nd half year six months',
  '01-12': 'whole full year annual yearly 全年 年度 整年',
  '01-09': 'first three quarters nine months q1 q2 q3',
  '01-03': 'q1 first 1st quarter 1季度',
  '04-06': 'q2 second 2nd quarter 2季度',
  '07-09': 'q3 third 3rd quarter 3季度',
  '10-12': 'q4 fourth 4th quarter 4季度',
};
/** Words that are also written together with the year: 2023h1, h12023. */
const JOINED = /^[hq]\d$/;

/** The words that may be typed for a period, in their matching form. */
export function periodWordsFor({ start, end }: Period): string[] {
  const year = start.slice(0, 4);
  const words = WORDS_BY_MONTHS[`${start.slice(5, 7)}-${end.slice(5, 7)}`]?.split(' ') ?? [];
  const joined = words
    .filter((word) => JOINED.test(word))
    .flatMap((word) => [year + word, year.slice(2) + word, word + year]);
  return [...words, ...joined];
}

/** Newest first; of periods with the same end the shorter one first. */
export function newestFirst(a: Period | undefined, b: Period | undefined): number {
  return descending(a?.end ?? '', b?.end ?? '') || descending(a?.start ?? '', b?.start ?? '');
}

const descending = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);
