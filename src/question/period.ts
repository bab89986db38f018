// Which time a question names, and how well a report's covered and planned periods fit it.
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

const FIRST_HALF =
  /上半年|年中(?![考央国小医学心])|半年来|半年下来|(?:6月|六月)底|\bh1\b|\bfirst half\b|\bfirst six months\b|\bmid[- ]?(?:year|20\d\d)\b|\bend of june\b/;
const SECOND_HALF = /下半年|\bh2\b|\bsecond half\b|\bsecond six months\b/;
const QUARTERS: [number, RegExp][] = [
  [1, /[一1]季度|\bq1\b|\bfirst quarter\b/],
  [2, /[二2]季度|\bq2\b|\bsecond quarter\b/],
  [3, /(?<!前)[三3]季度|\bq3\b|\bthird quarter\b/],
  [4, /[四4]季度|\bq4\b|\bfourth quarter\b/],
];
const WHOLE_YEAR =
  /全年|整年|[到至]了?年[底末]|\b(?:whole|full) year\b|\ball of 20\d\d\b|\bend of (?:the year|20\d\d|december)\b|\byear-end\b/;
const NEXT_YEAR = /明年|来年|下一年|\bnext year\b/;

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

const TIME_WORDS =
  /(?<!\d)(?:20)?\d\d年(?:度)?|(?<!\d)20\d\d(?!\d)|(?:今年|去年|前年|本年)?(?:上|下)半年(?:度)?|半年下来|半年来|全年|今年|去年|本年度?|年度|[一二三四1-4]季度|明年|来年|下一年|\b(?:h[12]|q[1-4])\b|\b(?:the )?(?:first|second) half(?: of(?: the year| 20\d\d)?)?\b|\b(?:first|second|third|fourth) quarter\b|\b(?:this|last|next) year(?:'s)?\b/g;

/** A normalised question without the words that name a time. */
export function withoutPeriod(question: string): string {
  return question.replace(TIME_WORDS, ' ');
}

/** 2023年 and a bare 2023, but not 2023万元, 2023株: a number before a measure word counts something. */
function longYear(question: string): string | undefined {
  return /(?<![\d.])(20\d\d)(?:(?=年)|(?![\d.%％]|\s*[万亿余多]|\s*(?:[元亩户株个件次家吨米斤名头棵盏座套条]|公[里顷斤]|平方|人次)))/.exec(
    question,
  )?.[1];
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
