// The words of a library by where they stand. One immutable state: what changes makes another that takes over the tokens
// of the files that stayed. Its vocabulary is shared with later states and only grows; newer words are unknown to this one.
import type { Report, ReportFile } from '../reports/index.ts';
import { CharacterPairs } from './character-pairs.ts';
import { type FileTokens, startsOf, type UnitCounts } from './file-tokens.ts';
import { type Located, locate, numberSections } from './located.ts';
import { frequencyOf, type Postings, postingsOf, type Vocabulary } from './postings.ts';
import { invert, type UnitPostings } from './token-lists.ts';

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
  /** Of each file. */
  readonly tokens: FileTokens[];
  readonly passages: Postings;
  /** Turned round: sections by the tokens of their headings, reports by all of theirs, reports by those of their titles. */
  readonly headingUnits: UnitPostings;
  readonly reportUnits: UnitPostings;
  readonly titleUnits: UnitPostings;
  /** For each passage, the number of its section over all reports. */
  readonly sectionNumbers: Uint32Array;
  private words: string[] | undefined;

  private constructor(files: ReportFile[], tokens: FileTokens[], vocabulary: Vocabulary, made: Made) {
    this.files = files;
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.all = made.all;
    this.located = made.located;
    this.sectionNumbers = made.sectionNumbers;
    this.passages = made.passages;
    this.headingUnits = made.headingUnits;
    this.titleUnits = made.titleUnits;
    this.reportUnits = made.reportUnits;
  }

  /**
   * Tables of some files, step by step.
   * @param tokens of each file, by numbers of the vocabulary
   */
  static *fill(files: ReportFile[], tokens: FileTokens[], vocabulary: Vocabulary): Generator<void, Tables> {
    const { size } = vocabulary;
    const each = <Name extends keyof FileTokens>(name: Name) => tokens.map((own) => own[name]);
    const all = files.flatMap(({ reports }) => reports);
    const located = locate(files);
    yield;
    const sectionNumbers = numberSections(located, all);
    const passages = postingsOf(each('passages'), size);
    yield;
    const headingUnits = invert(each('sections'), size);
    const titleUnits = invert(each('titles'), size);
    yield;
    const reportUnits = invert(each('reports'), size);
    yield;
    const made = { all, located, sectionNumbers, passages, headingUnits, titleUnits, reportUnits };
    return new Tables(files, tokens, vocabulary, made);
  }

  /** The same with the tokens of those files that an earlier state had. */
  static of(
    files: ReportFile[],
    tokensOf: TokensOf,
    vocabulary: Vocabulary,
    earlier?: Tables,
  ): Generator<void, Tables> {
    const known = new Map(earlier?.files.map((file, i) => [file, earlier.tokens[i]]));
    const tokens = files.map((file) => known.get(file) ?? tokensOf(file));
    return Tables.fill(files, tokens, vocabulary);
  }

  /** For each file, what comes before it. */
  startsOfFiles(): Map<ReportFile, UnitCounts> {
    return startsOf(this.files);
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
