// Which period a question names, and how well a report's covered and planned periods fit it.
import type { Period, Report, SectionKind } from '../reports/index.ts';
import { type AskedPeriod, periodRead } from './asked-period.ts';

type Half = 'first-half' | 'second-half';

/** The period that a question names, as reports are dated; parts that it does not state are undefined. */
export interface NamedPeriod {
  year?: number;
  /** The last one of several years. */
  untilYear?: number;
  half?: Half;
  quarter?: number;
  /** First and last month, 1 to 12, beside a year. */
  months?: [number, number];
  /** 全年, by the end of the year: not a half of it. */
  wholeYear?: true;
  /** The year is the one by which a report is called (2024年政府工作报告), whatever it covers. */
  called?: true;
  /** 明年, next year: the year after the one that a report covers. */
  nextYear: boolean;
}

/** The period that a normalised question names; undefined for none, and for months alone. */
export function periodIn(question: string): NamedPeriod | undefined {
  const { period } = periodRead(question);
  return period ? namedPeriod(period) : undefined;
}

/** @param period as it was read */
export function namedPeriod({
  year,
  untilYear,
  half,
  quarter,
  relative,
  wholeYear,
  months,
}: AskedPeriod): NamedPeriod | undefined {
  const nextYear = relative === 'next';
  const isWhole = wholeYear && !half && !quarter;
  if (!year && !half && !quarter && !isWhole && !nextYear) return undefined;
  return {
    ...(year ? { year } : {}),
    ...(untilYear ? { untilYear } : {}),
    ...(half ? { half: half === 1 ? 'first-half' : 'second-half' } : {}),
    ...(quarter ? { quarter } : {}),
    ...(year && months ? { months } : {}),
    ...(isWhole ? { wholeYear } : {}),
    nextYear,
  };
}

/** A normalised question without the words that name a period. */
export function withoutPeriod(question: string): string {
  return periodRead(question).spans.reduce(
    (words, { start, end }) => words.slice(0, start) + ' '.repeat(end - start) + words.slice(end),
    question,
  );
}

/** The fit of several years with one of them. */
const SHARE_OF_YEARS = 0.6;
/** The fit of a report that plans for a period, as a share of that of one that covers it. */
const PLANNED_SHARE = 0.8;
const UNASKED_PLAN_SHARE = 0.3;
/** The fit of a report that covers the year by which another one is called. */
const CALLED_OTHERWISE_SHARE = 0.4;

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
  if (asked.called && isCalledByPlannedYear(report))
    return Math.max(planned, covered > 0 ? covered * CALLED_OTHERWISE_SHARE : covered);
  if (kind === 'plans') {
    if (asked.nextYear) return plannedFor && isWholeYear(plannedFor) ? 1 : -1;
    return asked.half === 'second-half' || planned === 1
      ? planned
      : Math.max(planned, covered * PLANNED_SHARE);
  }
  if (isCalledByPlannedYear(report)) return Math.max(covered, planned * PLANNED_SHARE);
  if (asked.half === 'second-half' && !asked.year) return Math.max(covered, planned * PLANNED_SHARE);
  if (kind === 'achievements' || kind === 'problems') return covered; // not yet done if planned for
  return planned > 0 ? Math.max(covered, planned * UNASKED_PLAN_SHARE) : covered;
}

/** Also a financial year: 2025/26. */
const isWholeYear = ({ start, end }: Period): boolean =>
  (Date.parse(end) - Date.parse(start)) / MS_PER_DAY >= DAYS_OF_A_YEAR;
const MS_PER_DAY = 86_400_000;
const DAYS_OF_A_YEAR = 360;

/** The work report of a government is given in the year that it plans for, and called by it unless its title says otherwise. */
function isCalledByPlannedYear({ kind, title, period, plannedFor }: Report): boolean {
  if (kind !== 'government-work-report' || !plannedFor) return false;
  return !title.includes(period?.end.slice(0, 4) ?? '-') || title.includes(plannedFor.end.slice(0, 4));
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

/** A report on less than so many months is one of several in a year. */
const SHORT_MONTHS = 3;

/** How well a period (ISO dates) is the asked one: 1 the same, 0 unknown, -1 another. */
function overlapScore(asked: NamedPeriod, start: string, end: string): number {
  const first = Number(start.slice(0, 4));
  const last = Number(end.slice(0, 4));
  if (asked.year !== undefined && ((asked.untilYear ?? asked.year) < first || asked.year > last)) return -1;
  if (asked.year !== undefined && first !== last) return SHARE_OF_YEARS;
  const months = `${start.slice(5, 7)}-${end.slice(5, 7)}`;
  if (asked.months && first === last) {
    const [from, to] = [Number(start.slice(5, 7)), Number(end.slice(5, 7))];
    if (to - from < SHORT_MONTHS) return from <= asked.months[1] && to >= asked.months[0] ? 1 : -1;
  }
  if (asked.half === 'first-half') return months === '01-06' ? 1 : months === '01-12' ? -0.5 : -1;
  if (asked.half === 'second-half') return months === '07-12' ? 1 : months === '01-12' ? -0.5 : -1;
  if (asked.quarter !== undefined) {
    const month = String(asked.quarter * 3 - 2).padStart(2, '0');
    return months.startsWith(month) && months !== '01-06' && months !== '01-12' ? 1 : -0.3;
  }
  if (asked.wholeYear) return months === '01-12' ? 1 : -0.5;
  return asked.year === undefined ? 0 : months === '01-12' ? 1 : 0.6;
}
