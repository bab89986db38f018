// What a government work report is about itself: whose it is, the years that it covers, and the year that it plans for.
import path from 'node:path';
import { frontEvidenceOf } from '../front-lines.ts';
import { governmentOf } from './government.ts';
import { type Period, yearsPeriod } from './period.ts';
import { workReportYears } from './work-report-years.ts';

/** What is known of the report before it is understood. */
interface WorkReportSource {
  /** Its title line and the title that its format states, where there are any. */
  titles: readonly string[];
  /** Path of its file relative to the reports folder. */
  path: string;
  /** Its first lines, front matter included. */
  opening: readonly string[];
  lines: readonly string[];
}

interface WorkReportFacts {
  /** By its full name. */
  government?: string;
  period?: Period;
  plannedFor?: Period;
}

/** A part of a year in a title: such a report is no yearly one. */
const PART_OF_YEAR = /上半年|下半年|季度|\d月份|半年/;

/** A heading that looks back on a part of a year: such a report without a title is no yearly one either. */
const PART_REVIEWED = /^.{0,12}(?:上半年|前三季度|[一三]季度).{0,6}(?:回顾|总结|情况)$/m;

/** Whether a document is the yearly report of a government to its congress. */
export const isWorkReport = (titles: readonly string[], text: string): boolean =>
  !titles.some((title) => PART_OF_YEAR.test(title)) &&
  !(titles.length === 0 && PART_REVIEWED.test(text)) &&
  (titles.some((title) => /政府工作报告/.test(title)) || /^各位代表[：:！!，,]/m.test(text));

export function workReportFacts({ titles, path: file, opening, lines }: WorkReportSource): WorkReportFacts {
  const { dir, name } = path.posix.parse(file);
  const front = frontEvidenceOf(opening);
  const government = governmentOf({
    names: [...dir.split('/').filter(Boolean), name],
    titles,
    assembly: front.assembly,
    speaker: front.speaker,
    text: lines.join('\n'),
  });
  const years = workReportYears({ given: front.given, titles, fileName: name, lines });
  return {
    ...(government ? { government } : {}),
    ...(years
      ? {
          period: yearsPeriod(years.given - years.yearsCovered, years.given - 1),
          plannedFor: yearsPeriod(years.given, years.given),
        }
      : {}),
  };
}
