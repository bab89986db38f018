// A report in one line.
import type { Report } from '../../reports/index.ts';

/** Its agency and period, where they are known. */
export const aboutReport = ({ agency, period }: Report): string =>
  [agency, period?.label].filter(Boolean).join(' · ');

export const reportLine = (report: Report): string => titleWith(report.title, aboutReport(report));

export const titleWith = (title: string, about: string): string =>
  about ? `《${title}》 — ${about}` : `《${title}》`;
