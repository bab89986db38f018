// How many units a file has, and how many come before it in an index.
import type { ReportFile } from '../reports/index.ts';

export interface UnitCounts {
  passages: number;
  sections: number;
  tables: number;
  reports: number;
}

export function countUnits({ reports }: ReportFile): UnitCounts {
  const counts = { passages: 0, sections: 0, tables: 0, reports: reports.length };
  for (const { passages, sections, tables } of reports) {
    counts.passages += passages.length;
    counts.sections += sections.length;
    counts.tables += tables.length;
  }
  return counts;
}

/** For each file, the units of the files before it: the numbers of its first passage, section and report. */
export function unitsBefore(files: ReportFile[]): Map<ReportFile, UnitCounts> {
  const before = new Map<ReportFile, UnitCounts>();
  const sum = { passages: 0, sections: 0, tables: 0, reports: 0 };
  for (const file of files) {
    before.set(file, { ...sum });
    const own = countUnits(file);
    sum.passages += own.passages;
    sum.sections += own.sections;
    sum.tables += own.tables;
    sum.reports += own.reports;
  }
  return before;
}
