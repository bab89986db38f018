// What was understood of a file, as far as it is told before the file is added.
import type { Report, ReportFiles, Warning } from '../reports/index.ts';

/** A report that a file holds. */
export interface FoundReport {
  title: string;
  agency?: string;
  /** The time that it covers, in words. */
  period?: string;
  passages: number;
}

export interface FileSummary {
  reports: FoundReport[];
  /** What was skipped or guessed in the file. */
  warnings: Warning[];
}

/** What was understood of what was read; without any report where it cannot serve. */
export const summaryOf = ({ files, warnings }: ReportFiles): FileSummary => ({
  reports: files.flatMap(({ reports }) => reports).map(foundReport),
  warnings: warnings.map(({ warning }) => warning),
});

/** A report in short. */
export const foundReport = ({ title, agency, period, passages }: Report): FoundReport => ({
  title,
  ...(agency ? { agency } : {}),
  ...(period ? { period: period.label } : {}),
  passages: passages.length,
});
