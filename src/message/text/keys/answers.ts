// What frames an answer.
import type { SectionKind } from '../../../reports/index.ts';

export interface AnswerTexts {
  factsIntro(count: number): string;
  /** `shown` of `count` points; the others are behind a button. */
  overviewIntro(report: string, count: number, shown: number): string;
  comparisonIntro(reports: number): string;
  /** Titles of reports that may be meant just as well. */
  others(titles: string[]): string;
  /** What was named and no report says anything of. */
  notMentioned(names: string[]): string;
  notFound(): string;
  /** At the start, where the folder with the reports holds none. */
  emptyFolder(folder: string): string;
  /** At the start, where files could not be read. */
  unreadFiles(count: number): string;
  /** There are no reports, or none that may be read here. */
  nothingToRead(): string;
  /** The report that is meant has no part of the asked kind. */
  sectionLacking(report: string, part: string): string;
  /** What the parts of a report are called within a sentence. */
  sectionKindName(part: SectionKind): string;
  /** The figure asked for is masked in the source (XX万元). */
  masked(): string;
  unknownWords(words: string[]): string;
  nearMisses(): string;
  source(report: string, path: string[], id: string): string;
  /** Pages of a file, both included. */
  pages(first: number, last: number): string;
  /** Stands under the stretch of a quote that goes on in the next message. */
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
