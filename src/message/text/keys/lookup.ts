// Report cards, lists, reading sections, checking quotations.
import type { Period, ReportKind } from '../../../reports/index.ts';

export interface LookupTexts {
  contextHeading(report: string): string;
  pageOf(page: number, pages: number): string;
  previousPage(): string;
  nextPage(): string;
  passageList(count: number): string;
  catalogueIntro(count: number): string;
  openWhichReport(): string;
  whichReport(): string;
  /**
   * Some passages of a stored list can no longer be read here. Not how many: that may concern other chats.
   */
  passagesGone(): string;
  nothingFound(words: string): string;
  authorIs(agency: string): string;
  /** A span of time in the words of this language: 2023年上半年, June 1998. */
  periodName(period: Period): string;
  covers(period: string): string;
  /** The time by which minutes, a notice, a speech is dated. */
  timeIs(period: string): string;
  plansFor(period: string): string;
  kindIs(kind: string): string;
  kindName(kind: ReportKind): string;
  fileIs(file: string): string;
  /** The source has no title line. */
  untitled(): string;
  outlineHeading(): string;
  readWhichSection(): string;
  readAll(): string;
  citation(): string;
  /** On a button that copies a text. */
  copy(): string;
  noSuchQuote(id: string): string;
  quoteGone(): string;
  filterName(filter: 'report' | 'agency' | 'period' | 'kind'): string;
  noSuchReports(filter: string, text: string): string;
  thereAre(): string;
  verbatimIn(places: number): string;
  /** The same, of text that is recognised in pictures. */
  asRecognisedIn(places: number): string;
  /** The share of the text's words that are in the source, in percent. */
  differs(percent: number): string;
  sourceReads(): string;
  onlySource(): string;
  onlyGiven(): string;
  notInReports(): string;
}
