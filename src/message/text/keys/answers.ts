// The sentences around quotes, and the buttons under them.
import type { SectionKind } from '../../../reports/index.ts';

/** Values that a report can leave out. */
export type AskedValueName =
  | 'count'
  | 'money'
  | 'share'
  | 'size'
  | 'duration'
  | 'date'
  | 'person'
  | 'body'
  | 'place'
  | 'name'
  | 'reason'
  | 'method'
  | 'thing'
  | 'yes or no'
  | 'list';

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
  /** Prompt of the other questions of the same message. */
  alsoAsked(): string;
  /** In reply to “more” after the last point of an answer, and to a number that none of its points has. */
  noMore(): string;
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
  /** Offices that wrote none of the reports. */
  unknownAuthors(names: string[]): string;
  /** There are reports by these authors, but none of this year. */
  missingYear(authors: string[], year: number, years: number[]): string;
  /** The thing is in the reports, and no value of the asked type beside it. */
  notGiven(value: AskedValueName): string;
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
