// The period of a question that continues another: its own, seen from the year of the earlier one.
import { parseChineseNumeral } from '../language/index.ts';
import type { NamedPeriod } from './period.ts';
import type { Question } from './understand.ts';

/** Years from the earlier one on. */
const NEIGHBOURS: [pattern: RegExp, years: number][] = [
  [/\b(?:the )?(?:year after|following year)\b|\bthe next year\b|后一年|下一年|第二年|次年|翌年/, 1],
  [/\b(?:the )?(?:year before|previous year|preceding year)\b|前一年|上一年|头一年/, -1],
];
const DISTANCE =
  /\b(\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten) years? (earlier|before|later|after)\b|(\d{1,2}|[一二两三四五六七八九十]{1,2})年(之前|以前|前|之后|以后|后)/;
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Undefined where neither question names one. The object of the earlier question where this one says nothing. */
export function inheritedPeriod(
  { period, reading }: Question,
  { period: before }: Question,
): NamedPeriod | undefined {
  if (before?.year === undefined) return period ?? before;
  const away = period?.year === undefined && !period?.nextYear ? yearsAway(reading.normalised) : undefined;
  if (away) return { year: before.year + away.years, nextYear: false };
  if (!period) return before;
  // a half or a quarter without a year is one of the year that was asked about
  return period.year !== undefined || period.nextYear ? period : { ...period, year: before.year };
}

/** Years from that of the earlier question on, and the words for them. */
export function yearsAway(text: string): { years: number; words: string } | undefined {
  const match = DISTANCE.exec(text);
  if (match) {
    const count = countOf(match[1] ?? match[3]);
    return { years: /earlier|before|前/.test(match[2] ?? match[4]) ? -count : count, words: match[0] };
  }
  for (const [pattern, years] of NEIGHBOURS) {
    const words = pattern.exec(text)?.[0];
    if (words) return { years, words };
  }
  return undefined;
}

function countOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  if (/^an?$/.test(words)) return 1;
  return /^[a-z]/.test(words) ? NUMBERS.indexOf(words) : (parseChineseNumeral(words) ?? 0);
}
