// The periods that a text names, in Chinese and English.
import { normalise } from '../../language/index.ts';
import type { ReportLanguage } from './evidence.ts';
import type { Period } from './period.ts';
import { FORMS, PART_DISTANCE, type Where } from './period-forms.ts';

/** A period where it is written. Offsets in UTF-16 units. */
export interface PeriodMention {
  period: Period;
  start: number;
  end: number;
  /** It is the month of a day: the text names a date. */
  isDate: boolean;
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
