// Which time a question names, and how well a report's covered and planned periods fit it.
import path from 'node:path';
import { phrasePattern, readPhrases } from '../language/index.ts';
import type { Report, SectionKind } from '../reports/index.ts';

type Half = 'first-half' | 'second-half';

/** The time that a question names. Everything that it does not say is undefined. */
export interface NamedPeriod {
  year?: number;
  half?: Half;
  quarter?: number;
  /** 全年, by the end of the year: not a half of it. */
  wholeYear?: true;
  /** 明年, next year: the year after the one that a report covers. */
  nextYear: boolean;
}

const PHRASES = readPhrases(path.join(import.meta.dirname, 'phrases/periods.txt'));
const FIRST_HALF = phrasePattern(PHRASES('first half'));
const SECOND_HALF = phrasePattern(PHRASES('second half'));
const QUARTERS: [number, RegExp][] = [
  [1, phrasePattern(PHRASES('first quarter'))],
  [2, phrasePattern(PHRASES('second quarter'))],
  [3, phrasePattern(PHRASES('third quarter'))],
  [4, phrasePattern(PHRASES('fourth quarter'))],
];
const WHOLE_YEAR = phrasePattern(PHRASES('whole year'));
const NEXT_YEAR = phrasePattern(PHRASES('next year'));
const TIME_WORDS = phrasePattern(PHRASES('time words'), 'g');
/** At the beginning of what follows a number. */
const COUNTED = phrasePattern(PHRASES('counted').map((phrase) => `^${phrase}`));

/** The time that a normalised question names, or undefined. */
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

/** A normalised question without the words that name a time. */
export function withoutPeriod(question: string): string {
  return question.replace(TIME_WORDS, ' ');
}

const LONG_YEAR = /(?<![\d.])20\d\d(?![\d.%％])/g;

/** 2023年 and a bare 2023, but not 2023万元, 2023株: a number before a measure word counts something. */
function longYear(question: string): string | undefined {
  const years = [...question.matchAll(LONG_YEAR)];
  const isCounted = ({ 0: year, index }: RegExpExecArray) =>
    COUNTED.test(question.slice(index + year.length).trimStart());
  return years.find((match) => !isCounted(match))?.[0];
}

/** 23年, but not 15年前, a span of years. */
function shortYear(question: string): string | undefined {
  const match = /(?<!\d)([12]\d)年(?![前来间内多])/.exec(question);
  return match ? `20${match[1]}` : undefined;
}

/**
 * How well a report fits a named time: 1 where it covers or plans for just that, 0 where nothing tells, -1 where it cannot.
 * @param part a plan is about the planned period, everything else about the covered one
 */
export function periodFit(time: NamedPeriod, report: Report, part: SectionKind | undefined): number {
  const { period, plannedFor } = report;
  if (!period) return 0;
  const covered = overlapScore(time, period.start, period.end);
  const planned = plannedFor ? overlapScore(time, plannedFor.start, plannedFor.end) : -1;
  if (part === 'plans') {
    if (time.nextYear)
      return plannedFor?.end.endsWith('-12-31') && plannedFor.start.endsWith('-01-01') ? 1 : -1;
    return time.half === 'second-half' || planned === 1 ? planned : Math.max(planned, covered * 0.8);
  }
  if (time.half === 'second-half' && !time.year) return Math.max(covered, planned * 0.8);
  if (part === 'achievements' || part === 'problems') return covered; // what is only planned for is not done yet
  return Math.max(covered, planned * 0.3);
}

/** Whether a report covers a named time and plans for another one: its plans are not what is asked about. */
export function plansAreLater(time: NamedPeriod, { period, plannedFor }: Report): boolean {
  if (!period || !plannedFor || time.nextYear) return false;
  return (
    overlapScore(time, period.start, period.end) > 0 &&
    overlapScore(time, plannedFor.start, plannedFor.end) < 0
  );
}

function overlapScore(time: NamedPeriod, start: string, end: string): number {
  if (time.year !== undefined && Number(start.slice(0, 4)) !== time.year) return -1;
  const months = `${start.slice(5, 7)}-${end.slice(5, 7)}`;
  if (time.half === 'first-half') return months === '01-06' ? 1 : months === '01-12' ? -0.5 : -1;
  if (time.half === 'second-half') return months === '07-12' ? 1 : months === '01-12' ? -0.5 : -1;
  if (time.quarter !== undefined) {
    const first = String(time.quarter * 3 - 2).padStart(2, '0');
    return months.startsWith(first) && months !== '01-06' && months !== '01-12' ? 1 : -0.3;
  }
  if (time.wholeYear) return months === '01-12' ? 1 : -0.5;
  return time.year === undefined ? 0 : months === '01-12' ? 1 : 0.6;
}
