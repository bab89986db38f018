// A report in one line.
import { markedTitle, type Texts } from '../../message/index.ts';
import type { Report } from '../../reports/index.ts';

/** The time that it covers, or else plans for; empty where neither is known. */
export function timeOf({ period, plannedFor }: Pick<Report, 'period' | 'plannedFor'>, texts: Texts): string {
  const time = period ?? plannedFor;
  return time ? texts.periodName(time) : '';
}

/** Its agency and period, where they are known. */
export const aboutReport = (report: Report, texts: Texts): string =>
  [report.agency, timeOf(report, texts)].filter(Boolean).join(' · ');

export const reportLine = (report: Report, texts: Texts): string =>
  titleWith(report.title, aboutReport(report, texts));

export const titleWith = (title: string, about: string): string =>
  about ? `${markedTitle(title)} — ${about}` : markedTitle(title);
