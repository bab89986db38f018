// Passages with their section, report and file, numbered over all files of an index.
import type { Passage, Report, ReportFile, Section, SectionKind } from '../reports/index.ts';
import type { Tags } from './flexsearch.ts';

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
  const firsts: number[] = [];
  let next = 0;
  for (const { sections } of reports) {
    firsts.push(next);
    next += sections.length;
  }
  return Uint32Array.from(passages, ({ reportNumber, passage }) => firsts[reportNumber] + passage.section);
}

export function tagsOf({ report, section }: IndexedPassage): Tags {
  const { agency = '', period } = report;
  return { agency, period: period?.label ?? '', sectionKind: section.kind satisfies SectionKind };
}
