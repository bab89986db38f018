// A summary of what was read of a file, for the preview before it is added.
import type { Report, ReportFiles, Warning } from '../reports/index.ts';

/** A report in a file, in short. */
export interface FoundReport {
  title: string;
  agency?: string;
  /** The label of the time that it covers, or else plans for. */
  period?: string;
  passages: number;
}

export interface FileSummary {
  reports: FoundReport[];
  warnings: Warning[];
}

/** Without any report where the file cannot be served. */
export const summaryOf = ({ files, warnings }: ReportFiles): FileSummary => ({
  reports: files.flatMap(({ reports }) => reports).map(foundReport),
  warnings: warnings.map(({ warning }) => warning),
});

export const foundReport = ({
  title,
  agency,
  plannedFor,
  period = plannedFor,
  passages,
}: Report): FoundReport => ({
  title,
  ...(agency ? { agency } : {}),
  ...(period ? { period: period.label } : {}),
  passages: passages.length,
});
