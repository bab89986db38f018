// The tokens of one file's passages, headings, heads of tables, titles and reports, by numbers of a vocabulary of its own;
// runs in any thread.
import { indexTokens } from '../language/index.ts';
import type { Report, ReportFile, ReportTable } from '../reports/index.ts';
import {
  buildCountedForwardIndex,
  buildForwardIndex,
  type FileTokens,
  type ForwardIndex,
  Vocabulary,
} from '../search/index.ts';
import { mergeUnits } from './merge-units.ts';

/** Tokens of a file with the vocabulary that numbers them. */
export interface OwnTokens extends FileTokens {
  /** The words by number, joined with spaces: one string reaches another thread faster than many. */
  words: string;
}

export function tokeniseFile({ text, reports }: ReportFile): OwnTokens {
  const vocabulary = new Vocabulary();
  const passages = buildCountedForwardIndex(bodiesOf(text, reports), vocabulary);
  const sections = buildForwardIndex(reports.flatMap(headingTokens), vocabulary);
  const tables = buildForwardIndex(
    reports.flatMap((report) => report.tables.map((table) => tableTokens(text, table))),
    vocabulary,
  );
  const titles = buildForwardIndex(reports.map(titleTokens), vocabulary);
  const groups = unitsOfReports(reports, { passages, sections, titles });
  return {
    passages,
    sections,
    tables,
    titles,
    reports: mergeUnits(groups, vocabulary.size),
    words: vocabulary.words().join(' '),
  };
}

/** One passage after the other: the tokens of a long text together take a hundred times its memory. */
function* bodiesOf(text: string, reports: Report[]): Generator<string[]> {
  for (const { passages } of reports)
    for (const { start, end } of passages) yield indexTokens(text.slice(start, end));
}

/** For each report, the units whose tokens are its own: title, passages and the headings above them. */
function* unitsOfReports(
  reports: Report[],
  { passages, sections, titles }: Pick<FileTokens, 'passages' | 'sections' | 'titles'>,
): Generator<[ForwardIndex, number][]> {
  let firstPassage = 0;
  let firstSection = 0;
  for (const [number, report] of reports.entries()) {
    const used = new Set(report.passages.map(({ section }) => firstSection + section));
    yield [
      [titles, number],
      ...report.passages.map((_, i): [ForwardIndex, number] => [passages, firstPassage + i]),
      ...[...used].map((section): [ForwardIndex, number] => [sections, section]),
    ];
    firstPassage += report.passages.length;
    firstSection += report.sections.length;
  }
}

/** For each section, the tokens of its heading and of those above it; section 0 is the report itself. */
function headingTokens(report: Report): string[][] {
  const own = report.sections.map((section, i) => (i === 0 ? [] : indexTokens(section.label)));
  return report.sections.map((section, i) => {
    let tokens = own[i];
    for (let at = section.parent; at > 0; at = report.sections[at].parent) tokens = tokens.concat(own[at]);
    return tokens;
  });
}

function tableTokens(text: string, { heads }: ReportTable): string[] {
  return heads.flatMap(({ start, end }) => indexTokens(text.slice(start, end)));
}

function titleTokens(report: Report): string[] {
  const { title, agency = '', person = '', period } = report;
  return indexTokens([title, agency, person, period?.label ?? ''].join('\n'));
}
