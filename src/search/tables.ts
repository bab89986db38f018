// The words of a library by where they stand. One immutable state: what changes makes another that takes over the tokens
// of the files that stayed. Its vocabulary is shared with later states and only grows; newer words are unknown to this one.
import type { Report, ReportFile } from '../reports/index.ts';
import { CharacterPairs } from './character-pairs.ts';
import { countUnits, cutTokens, type FileTokens, joinTokens, type UnitCounts } from './file-tokens.ts';
import { type Located, locate, numberSections } from './located.ts';
import { frequencyOf, type Postings, postingsOf, type Vocabulary } from './postings.ts';
import { invert, type TokenLists, type UnitPostings } from './token-lists.ts';

/** Looks up the tokens of the files that an earlier state did not have, by numbers of the vocabulary. */
export type TokensOf = (file: ReportFile) => FileTokens;

/** What is worked out from the files and their tokens. */
type Made = Pick<
  Tables,
  'all' | 'located' | 'sectionNumbers' | 'passages' | 'headingUnits' | 'titleUnits' | 'reportUnits'
>;

export class Tables {
  readonly files: ReportFile[];
  readonly all: Report[];
  readonly located: Located[];
  readonly vocabulary: Vocabulary;
  readonly passages: Postings;
  readonly sections: TokenLists;
  readonly titles: TokenLists;
  readonly reports: TokenLists;
  /** Turned round: sections by the tokens of their headings, reports by all of theirs, reports by those of their titles. */
  readonly headingUnits: UnitPostings;
  readonly reportUnits: UnitPostings;
  readonly titleUnits: UnitPostings;
  /** For each passage, the number of its section over all reports. */
  readonly sectionNumbers: Uint32Array;
  private words: string[] | undefined;

  private constructor(files: ReportFile[], tokens: FileTokens, vocabulary: Vocabulary, made: Made) {
    this.files = files;
    this.vocabulary = vocabulary;
    this.all = made.all;
    this.located = made.located;
    this.sectionNumbers = made.sectionNumbers;
    this.passages = made.passages;
    this.sections = tokens.sections;
    this.titles = tokens.titles;
    this.reports = tokens.reports;
    this.headingUnits = made.headingUnits;
    this.titleUnits = made.titleUnits;
    this.reportUnits = made.reportUnits;
  }

  /**
   * Tables of some files, step by step.
   * @param tokens of all files, in their order, by numbers of the vocabulary
   */
  static *fill(files: ReportFile[], tokens: FileTokens, vocabulary: Vocabulary): Generator<void, Tables> {
    const { size } = vocabulary;
    const all = files.flatMap(({ reports }) => reports);
    const located = locate(files);
    yield;
    const sectionNumbers = numberSections(located, all);
    const passages = postingsOf(tokens.passages, size);
    yield;
    const headingUnits = invert(tokens.sections, size);
    const titleUnits = invert(tokens.titles, size);
    yield;
    const reportUnits = invert(tokens.reports, size);
    yield;
    const made = { all, located, sectionNumbers, passages, headingUnits, titleUnits, reportUnits };
    return new Tables(files, tokens, vocabulary, made);
  }

  /** The same with the tokens of those files that an earlier state had. */
  static *of(
    files: ReportFile[],
    tokensOf: TokensOf,
    vocabulary: Vocabulary,
    earlier?: Tables,
  ): Generator<void, Tables> {
    const known = earlier?.startsOfFiles();
    const all = earlier?.tokens();
    const parts = files.map((file) => {
      const before = known?.get(file);
      return before && all ? cutTokens(all, before, countUnits(file)) : tokensOf(file);
    });
    yield;
    const tokens = joinTokens(parts);
    yield;
    return yield* Tables.fill(files, tokens, vocabulary);
  }

  /** The tokens of all files: what a snapshot keeps. */
  tokens(): FileTokens {
    const { offsets, tokens, counts, lengths } = this.passages;
    return {
      passages: { offsets, tokens, counts, lengths },
      sections: this.sections,
      titles: this.titles,
      reports: this.reports,
    };
  }

  /** For each file, what comes before it. */
  startsOfFiles(): Map<ReportFile, UnitCounts> {
    const starts = new Map<ReportFile, UnitCounts>();
    const at = { passages: 0, sections: 0, reports: 0 };
    for (const file of this.files) {
      starts.set(file, { ...at });
      const own = countUnits(file);
      at.passages += own.passages;
      at.sections += own.sections;
      at.reports += own.reports;
    }
    return starts;
  }

  /** The number of a token that stands anywhere in these files. */
  numberOf(token: string): number | undefined {
    const number = this.vocabulary.numberOf(token);
    return number !== undefined && this.holds(number) ? number : undefined;
  }

  /** In how many passages a token stands. */
  passageFrequency(token: string): number {
    const number = this.vocabulary.numberOf(token);
    return number === undefined ? 0 : frequencyOf(this.passages, number);
  }

  /** How common a word is: one character alone is as common as the pairs that hold it are many. */
  commonness(): (word: string) => number {
    const pairs = new CharacterPairs(this.presentWords(), () => 1);
    return (word) => (word.length === 1 ? pairs.count(word) : this.passageFrequency(word));
  }

  /** All tokens of these files, in no order that means anything. */
  presentWords(): string[] {
    this.words ??= this.vocabulary.words().filter((_, number) => this.holds(number));
    return this.words;
  }

  private holds(number: number): boolean {
    return occursIn(this.reportUnits, number) || occursIn(this.headingUnits, number);
  }
}

const occursIn = ({ offsets }: UnitPostings, number: number) =>
  number + 1 < offsets.length && offsets[number + 1] > offsets[number];
