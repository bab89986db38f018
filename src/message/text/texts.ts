// Every sentence that the bot says itself, as keys with parameters. A language is one file that fills them all.

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
