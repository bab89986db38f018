// The sentences around quotes, and the buttons under them.
import type { SectionKind } from '../../../reports/index.ts';

export interface AnswerTexts {
  factsIntro(count: number): string;
  /** `shown` of `count` points; the others are behind a button. */
  overviewIntro(report: string, count: number, shown: number): string;
  comparisonIntro(reports: number): string;
  /** @param saying of the reports that were asked, how many say it */
  surveyIntro(saying: number, asked: number): string;
  /** Titles of other reports that fit the question as well. */
  others(titles: string[]): string;
  /** Agencies that were asked about and whose reports do not mention it. */
  notMentioned(names: string[]): string;
  notFound(): string;
  /** At the start, where the reports folder holds no report. */
  emptyFolder(folder: string): string;
  /** At the start. */
  unreadFiles(count: number): string;
  /** There are no reports, or none that the place may read. */
  nothingToRead(): string;
  /** The report has no section of the kind that was asked for. */
  sectionLacking(report: string, sectionKind: string): string;
  /** Within a sentence. */
  sectionKindName(kind: SectionKind): string;
  /** The figure that was asked for is masked in the source (XX万元). */
  masked(): string;
  unknownWords(words: string[]): string;
  nearMisses(): string;
  source(report: string, path: string[], id: string): string;
  /** Pages of a file, both included. */
  pages(first: number, last: number): string;
  /** After the pages of a quote whose text is recognised in pictures. */
  recognised(pages: string): string;
  /** Under an excerpt of a quote that continues in the next message. */
  continued(): string;
  moreContext(): string;
  wholeSection(): string;
  citeThis(): string;
  helpful(): string;
  unhelpful(): string;
  otherCandidates(count: number): string;
  remainingPoints(count: number): string;
  /** Prompts of choices. */
  otherReports(): string;
  contextOfWhich(): string;
  numberedQuote(number: number): string;
}
