// The yearly report of a government to its congress, and what may be assumed of it: given early in a year, it looks back on the
// one before, or on five at the end of a term, and plans for its own.
import type { FrontEvidence } from '../front-lines.ts';
import { type Period, yearsPeriod } from './period.ts';
import { workReportYears } from './work-report-years.ts';

/** A part of a year in a title: such a report is no yearly one. */
const PART_OF_YEAR = /上半年|下半年|季度|\d月份|半年/;

/** A heading that looks back on a part of a year: such a report without a title is no yearly one either. */
const PART_REVIEWED = /^.{0,12}(?:上半年|前三季度|[一三]季度).{0,6}(?:回顾|总结|情况)$/;

/** Whether a government work report is the yearly one. */
export const isYearly = (titles: readonly string[], lines: readonly string[]): boolean =>
  !titles.some((title) => PART_OF_YEAR.test(title)) &&
  !(titles.length === 0 && lines.some((line) => PART_REVIEWED.test(line)));

/** What is known of its time. */
interface WorkReportTimes {
  titles: readonly string[];
  /** The file's name without its ending. */
  fileName: string;
  front: FrontEvidence;
  lines: readonly string[];
}

/** The periods that it covers and plans for; undefined where nothing names a year. */
export function workReportPeriods({
  titles,
  fileName,
  front,
  lines,
}: WorkReportTimes): { period: Period; plannedFor: Period } | undefined {
  const years = workReportYears({ given: front.given, titles, fileName, lines });
  if (!years) return undefined;
  return {
    period: yearsPeriod(years.given - years.yearsCovered, years.given - 1),
    plannedFor: yearsPeriod(years.given, years.given),
  };
}
