// Every sentence that the bot says itself, as keys with parameters. A language is one file that fills them all.

/** The kinds of part that a report has. */
export type ReportPart = 'achievements' | 'highlights' | 'problems' | 'plans' | 'suggestions' | 'none';

export interface Texts {
  greeting(reports: number, files: number): string;
  examples(): string;
  factsIntro(count: number): string;
  overviewIntro(report: string, count: number): string;
  comparisonIntro(reports: number): string;
  /** Titles of reports that may be meant just as well. */
  others(titles: string[]): string;
  /** What was named and no report says anything of. */
  silent(names: string[]): string;
  notFound(): string;
  /** The report that is meant has no part of the asked kind. */
  partLacking(report: string, part: string): string;
  /** What the parts of a report are called within a sentence. */
  partName(part: ReportPart): string;
  /** The figure asked for is masked in the source (XX万元). */
  masked(): string;
  unknownWords(words: string[]): string;
  nearMisses(): string;
  source(report: string, path: string[], id: string): string;
  help(): string[];
  catalogueIntro(count: number): string;
  unknownCommand(command: string): string;
  goodbye(): string;
  prompt(): string;
}
