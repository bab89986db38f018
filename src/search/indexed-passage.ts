// Passages with their section, report and file, numbered over all files of an index.
import {
  headsAbove,
  type Passage,
  type Report,
  type ReportFile,
  type Section,
  type SectionKind,
} from '../reports/index.ts';
import type { Tags } from './flexsearch.ts';
import { offsetsOf } from './forward-index.ts';

export interface IndexedPassage {
  /** The passage's number in the index. */
  id: number;
  file: ReportFile;
  report: Report;
  /** The report's number in the index. */
  reportNumber: number;
  passage: Passage;
  section: Section;
}

/** The passage's text in the source. */
export function textOf({ file, passage }: Pick<IndexedPassage, 'file' | 'passage'>): string {
  return file.text.slice(passage.start, passage.end);
}

/** The heads above a passage of a table's rows; empty for other passages. */
export function headTextOf({
  file,
  report,
  passage,
}: Pick<IndexedPassage, 'file' | 'report' | 'passage'>): string {
  return headsAbove(report, passage)
    .map(({ start, end }) => file.text.slice(start, end))
    .join('\n');
}

/** All passages of some files, in order. */
export function passagesOf(files: ReportFile[]): IndexedPassage[] {
  const passages: IndexedPassage[] = [];
  let reportNumber = 0;
  for (const file of files) {
    for (const report of file.reports) {
      for (const passage of report.passages) {
        const section = report.sections[passage.section];
        passages.push({ id: passages.length, file, report, reportNumber, passage, section });
      }
      reportNumber++;
    }
  }
  return passages;
}

/**
 * For each passage, the number of its section over all reports.
 * @param reports all of them: one without passages has sections too
 */
export function sectionNumbersOf(passages: IndexedPassage[], reports: Report[]): Uint32Array {
  const firsts = offsetsOf(reports.map(({ sections }) => sections.length));
  return Uint32Array.from(passages, ({ reportNumber, passage }) => firsts[reportNumber] + passage.section);
}

/** Not the number of a table. */
const NO_TABLE = 0xffffffff;

/** For each passage, the number of the table whose head is above it, over all reports; or `NO_TABLE`. */
export function tableNumbersOf(passages: IndexedPassage[], reports: Report[]): Uint32Array {
  const firsts = offsetsOf(reports.map(({ tables }) => tables.length));
  return Uint32Array.from(passages, ({ report, reportNumber, passage }) =>
    headsAbove(report, passage).length === 0 ? NO_TABLE : firsts[reportNumber] + (passage.table ?? 0),
  );
}

export function tagsOf({ report, section }: IndexedPassage): Tags {
  const { agency = '', period } = report;
  return { agency, period: period?.label ?? '', sectionKind: section.kind satisfies SectionKind };
}
