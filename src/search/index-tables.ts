// The tables of one state of the index: files, passages, tokens, statistics and inverted indexes.
// Immutable; the vocabulary is shared with later states and only grows, and tokens that came later are
// unknown here.
import type { Report, ReportFile } from '../reports/index.ts';
import { CharacterPairs } from './character-pairs.ts';
import type { FileTokens } from './file-tokens.ts';
import { type IndexedPassage, passagesOf, sectionNumbersOf, tableNumbersOf } from './indexed-passage.ts';
import { holderCount, type InvertedIndex, invert } from './inverted-index.ts';
import { statisticsOf, type UnitStatistics, unitFrequencyOf } from './unit-statistics.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is derived from files and tokens. */
type Derived = Pick<
  IndexTables,
  | 'reports'
  | 'passages'
  | 'sectionNumbers'
  | 'tableNumbers'
  | 'statistics'
  | 'byHeading'
  | 'byTableHead'
  | 'byTitle'
  | 'byReport'
>;

export class IndexTables {
  readonly files: ReportFile[];
  readonly reports: Report[];
  readonly passages: IndexedPassage[];
  readonly vocabulary: Vocabulary;
  /** By file. */
  readonly tokens: FileTokens[];
  /** Over passages. */
  readonly statistics: UnitStatistics;
  /** From token to the sections with it in their own or a higher heading. */
  readonly byHeading: InvertedIndex;
  /** From token to the tables with it in their head. */
  readonly byTableHead: InvertedIndex;
  /** From token to the reports with it in title, agency, person or period. */
  readonly byTitle: InvertedIndex;
  /** From token to the reports with it anywhere. */
  readonly byReport: InvertedIndex;
  /** For each passage, the number of its section over all reports. */
  readonly sectionNumbers: Uint32Array;
  /** For each passage, the number of the table whose head is above it; or a number beyond the last one. */
  readonly tableNumbers: Uint32Array;
  private words: string[] | undefined;

  private constructor(files: ReportFile[], tokens: FileTokens[], vocabulary: Vocabulary, derived: Derived) {
    this.files = files;
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.reports = derived.reports;
    this.passages = derived.passages;
    this.sectionNumbers = derived.sectionNumbers;
    this.tableNumbers = derived.tableNumbers;
    this.statistics = derived.statistics;
    this.byHeading = derived.byHeading;
    this.byTableHead = derived.byTableHead;
    this.byTitle = derived.byTitle;
    this.byReport = derived.byReport;
  }

  /**
   * Builds the tables of some files, step by step.
   * @param tokens of each file, by numbers of the vocabulary
   */
  static *steps(
    files: ReportFile[],
    tokens: FileTokens[],
    vocabulary: Vocabulary,
  ): Generator<void, IndexTables> {
    const { size } = vocabulary;
    const each = <Name extends keyof FileTokens>(name: Name) => tokens.map((own) => own[name]);
    const reports = files.flatMap((file) => file.reports);
    const passages = passagesOf(files);
    yield;
    const sectionNumbers = sectionNumbersOf(passages, reports);
    const tableNumbers = tableNumbersOf(passages, reports);
    const statistics = statisticsOf(each('passages'), size);
    yield;
    const byHeading = invert(each('sections'), size);
    const byTableHead = invert(each('tables'), size);
    const byTitle = invert(each('titles'), size);
    yield;
    const byReport = invert(each('reports'), size);
    yield;
    return new IndexTables(files, tokens, vocabulary, {
      reports,
      passages,
      sectionNumbers,
      tableNumbers,
      statistics,
      byHeading,
      byTableHead,
      byTitle,
      byReport,
    });
  }

  /** The number of a token that occurs anywhere in these files. */
  numberOf(token: string): number | undefined {
    const number = this.vocabulary.numberOf(token);
    return number !== undefined && this.holds(number) ? number : undefined;
  }

  /** In how many passages a token occurs. */
  passageFrequency(token: string): number {
    const number = this.vocabulary.numberOf(token);
    return number === undefined ? 0 : unitFrequencyOf(this.statistics, number);
  }

  /** A word's passage frequency; for a single character, the number of pairs that hold it. */
  commonness(): (word: string) => number {
    const pairs = new CharacterPairs(this.presentWords(), () => 1);
    return (word) => (word.length === 1 ? pairs.count(word) : this.passageFrequency(word));
  }

  /** All tokens of these files, in no particular order. */
  presentWords(): string[] {
    this.words ??= this.vocabulary.words().filter((_, number) => this.holds(number));
    return this.words;
  }

  private holds(number: number): boolean {
    return holderCount(this.byReport, number) > 0 || holderCount(this.byHeading, number) > 0;
  }
}
