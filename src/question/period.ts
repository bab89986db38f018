// Which period a question names, and how well a report's covered and planned periods fit it.
import path from 'node:path';
import { phrasePattern, readWordLists } from '../language/index.ts';
import type { Report, SectionKind } from '../reports/index.ts';

type Half = 'first-half' | 'second-half';

/** The period that a question names; parts that it does not state are undefined. */
export interface NamedPeriod {
  year?: number;
  half?: Half;
  quarter?: number;
  /** 全年, by the end of the year: not a half of it. */
  wholeYear?: true;
  /** 明年, next year: the year after the one that a report covers. */
  nextYear: boolean;
}

const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/periods.txt'));
const FIRST_HALF = phrasePattern(PHRASES.words('first half'));
const SECOND_HALF = phrasePattern(PHRASES.words('second half'));
const QUARTERS: [number, RegExp][] = [
  [1, phrasePattern(PHRASES.words('first quarter'))],
  [2, phrasePattern(PHRASES.words('second quarter'))],
  [3, phrasePattern(PHRASES.words('third quarter'))],
  [4, phrasePattern(PHRASES.words('fourth quarter'))],
];
const WHOLE_YEAR = phrasePattern(PHRASES.words('whole year'));
const NEXT_YEAR = phrasePattern(PHRASES.words('next year'));
const PERIOD_WORDS = phrasePattern(PHRASES.words('period words'), 'g');
/** Fits the beginning of what follows a number. */
const COUNTED = phrasePattern(PHRASES.words('counted').map((phrase) => `^${phrase}`));

/** The period that a normalised question names. */
export function periodIn(question: string): NamedPeriod | undefined {
  const year = longYear(question) ?? shortYear(question);
  const half: Half | undefined = SECOND_HALF.test(question)
    ? 'second-half'
    : FIRST_HALF.test(question)
      ? 'first-half'
      : undefined;
  const quarter = QUARTERS.find(([, pattern]) => pattern.test(question))?.[0];
  const nextYear = NEXT_YEAR.test(question);
  const wholeYear = !half && !quarter && WHOLE_YEAR.test(question);
  if (!year && !half && !quarter && !wholeYear && !nextYear) return undefined;
  return {
    ...(year ? { year: Number(year) } : {}),
    ...(half ? { half } : {}),
    ...(quarter ? { quarter } : {}),
    ...(wholeYear ? { wholeYear } : {}),
    nextYear,
  };
}

/** A normalised question without the words that name a period. */
export function withoutPeriod(question: string): string {
  return question.replace(PERIOD_WORDS, ' ');
}

const LONG_YEAR = /(?<![\d.])20\d\d(?![\d.%％])/g;

/** 2023年 and a bare 2023, but not 2023万元, 2023株: a number before a measure word counts something. */
function longYear(question: string): string | undefined {
  const years = [...question.matchAll(LONG_YEAR)];
  const isCounted = ({ 0: year, index }: RegExpExecArray) =>
    COUNTED.test(question.slice(index + year.length).trimStart());
  return years.find((match) => !isCounted(match))?.[0];
}

/** The years that a normalised question names, in order, with their offsets: 2019、2023年, 24年, June 1998. */
export function yearsNamedIn(question: string): { year: number; start: number }[] {
  const found = [...question.matchAll(ANY_YEAR)].filter(
    ({ 0: text, index }) => !COUNTED.test(question.slice(index + text.length).trimStart()),
  );
  return found.map(({ 0: text, index }) => ({
    year: Number(text.length === 2 ? `20${text}` : text),
    start: index,
  }));
}

const ANY_YEAR = /(?<![\d.])(?:20\d\d|19[5-9]\d)(?![\d.%％])|(?<!\d)[012]\d(?=年(?![前来间内多]))/g;

/** 23年, but not 15年前, a span of years. */
function shortYear(question: string): string | undefined {
  const match = /(?<!\d)([12]\d)年(?![前来间内多])/.exec(question);
  return match ? `20${match[1]}` : undefined;
}

/** The fit of several years with one of them. */
const SHARE_OF_YEARS = 0.6;
/** The fit of a report that plans for a period, as a share of that of one that covers it. */
const PLANNED_SHARE = 0.8;
const UNASKED_PLAN_SHARE = 0.3;

/**
 * How well a report fits a named period: 1 where it covers or plans for exactly that, 0 where it is unknown,
 * -1 where it cannot.
 * @param kind a plan is about the planned period, every other section about the covered one
 */
export function periodFit(asked: NamedPeriod, report: Report, kind: SectionKind | undefined): number {
  const { period, plannedFor } = report;
  if (!period && !plannedFor) return 0;
  const covered = period ? overlapScore(asked, period.start, period.end) : -1;
  if (!period && kind !== 'plans' && plannedFor) return overlapScore(asked, plannedFor.start, plannedFor.end);
  const planned = plannedFor ? overlapScore(asked, plannedFor.start, plannedFor.end) : -1;
  if (kind === 'plans') {
    if (asked.nextYear)
      return plannedFor?.end.endsWith('-12-31') && plannedFor.start.endsWith('-01-01') ? 1 : -1;
    return asked.half === 'second-half' || planned === 1
      ? planned
      : Math.max(planned, covered * PLANNED_SHARE);
  }
  if (asked.half === 'second-half' && !asked.year) return Math.max(covered, planned * PLANNED_SHARE);
  if (kind === 'achievements' || kind === 'problems') return covered; // not yet done if planned for
  return Math.max(covered, planned * UNASKED_PLAN_SHARE);
}

/** A report with this fit or less is outside a period. */
const MAX_MISFIT = -0.5;

/** Whether a named period is outside the periods that a report covers and plans for. */
export const isOutsidePeriod = (asked: NamedPeriod, report: Report, kind: SectionKind | undefined): boolean =>
  periodFit(asked, report, kind) <= MAX_MISFIT;

/** Whether a report covers a named period and plans for another: its plans are not what is asked about. */
export function plansAreLater(asked: NamedPeriod, { period, plannedFor }: Report): boolean {
  if (!period || !plannedFor || asked.nextYear) return false;
  return (
    overlapScore(asked, period.start, period.end) > 0 &&
    overlapScore(asked, plannedFor.start, plannedFor.end) < 0
  );
}

/** How well a period (ISO dates) is the asked one: 1 the same, 0 unknown, -1 another. */
function overlapScore(asked: NamedPeriod, start: string, end: string): number {
  const first = Number(start.slice(0, 4));
  const last = Number(end.slice(0, 4));
  if (asked.year !== undefined && (asked.year < first || asked.year > last)) return -1;
  if (asked.year !== undefined && first !== last) return SHARE_OF_YEARS;
  const months = `${start.slice(5, 7)}-${end.slice(5, 7)}`;
  if (asked.half === 'first-half') return months === '01-06' ? 1 : months === '01-12' ? -0.5 : -1;
  if (asked.half === 'second-half') return months === '07-12' ? 1 : months === '01-12' ? -0.5 : -1;
  if (asked.quarter !== undefined) {
    const month = String(asked.quarter * 3 - 2).padStart(2, '0');
    return months.startsWith(month) && months !== '01-06' && months !== '01-12' ? 1 : -0.3;
  }
  if (asked.wholeYear) return months === '01-12' ? 1 : -0.5;
  return asked.year === undefined ? 0 : months === '01-12' ? 1 : 0.6;
}
