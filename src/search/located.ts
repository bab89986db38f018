// Passages with what they stand in, numbered over all files.
import type { Passage, Report, ReportFile, Section, SectionKind } from '../reports/index.ts';
import type { Tags } from './engine.ts';

/** A passage with all that it stands in. */
export interface Located {
  /** The passage's number in the index. */
  id: number;
  file: ReportFile;
  report: Report;
  /** The report's number in the index. */
  reportNumber: number;
  passage: Passage;
  section: Section;
  part: SectionKind;
}

/** The passage as it stands in the source. */
export function textOf({ file, passage }: Pick<Located, 'file' | 'passage'>): string {
  return file.text.slice(passage.start, passage.end);
}

/** All passages of some files, in order. */
export function locate(files: ReportFile[]): Located[] {
  const located: Located[] = [];
  let reportNumber = 0;
  for (const file of files) {
    for (const report of file.reports) {
      for (const passage of report.passages) {
        const section = report.sections[passage.section];
        located.push({
          id: located.length,
          file,
          report,
          reportNumber,
          passage,
          section,
          part: section.kind,
        });
      }
      reportNumber++;
    }
  }
  return located;
}

/** For each passage, the number of its section over all reports: a report without a passage has sections too. */
export function numberSections(passages: Located[], reports: Report[]): Uint32Array {
  const firsts: number[] = [];
  let next = 0;
  for (const { sections } of reports) {
    firsts.push(next);
    next += sections.length;
  }
  return Uint32Array.from(passages, ({ reportNumber, passage }) => firsts[reportNumber] + passage.section);
}

/** What narrows a search to some passages. */
export function tagsOf({ report, part }: Located): Tags {
  return { agency: report.agency ?? '', period: report.period?.label ?? '', part };
}
