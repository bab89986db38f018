// What one file is indexed by: the tokens of its passages, headings and titles. Made once for a file, in any thread.
import { indexTokens } from '../language/index.ts';
import type { Report, ReportFile } from '../reports/index.ts';
import { ArraysInLine } from './binary-arrays.ts';
import { countTokens, cutUnits, type UnitTokens, Vocabulary } from './postings.ts';
import { finish } from './steps.ts';
import { buildTokenLists, cutLists, joinOffsets, mergeLists, type TokenLists } from './token-lists.ts';

/** Tokens of a file, or of several one after the other, as numbers of some vocabulary. */
export interface FileTokens {
  /** Of each passage. */
  passages: UnitTokens;
  /** Of each section: its heading and those above it, the report's title left out. */
  sections: TokenLists;
  /** Of each report: its title, author and period. */
  titles: TokenLists;
  /** Of each whole report: its title, its passages and the headings above them. */
  reports: TokenLists;
}

/** Tokens of a file by numbers of a vocabulary of its own. */
export interface OwnTokens extends FileTokens {
  /** The words by number, joined with spaces: one text goes to another thread faster than many. */
  words: string;
}

/** Finds the tokens of a file. */
export function tokensOf({ text, reports }: ReportFile): OwnTokens {
  const vocabulary = new Vocabulary();
  const passages = countTokens(bodiesOf(text, reports), vocabulary);
  const sections = buildTokenLists(reports.flatMap(headingTokens), vocabulary);
  const titles = buildTokenLists(reports.map(titleTokens), vocabulary);
  const lists = listsOfReports(reports, { passages, sections, titles });
  return {
    passages,
    sections,
    titles,
    reports: mergeLists(lists, vocabulary.size),
    words: vocabulary.words().join(' '),
  };
}

/** The tokens of each passage: all of a long text's together would take a hundred times its memory. */
function* bodiesOf(text: string, reports: Report[]): Generator<string[]> {
  for (const { passages } of reports)
    for (const { start, end } of passages) yield indexTokens(text.slice(start, end));
}

/** For each report, where its tokens stand: in its title, its passages and the headings above them. */
function* listsOfReports(
  reports: Report[],
  { passages, sections, titles }: Omit<FileTokens, 'reports'>,
): Generator<[TokenLists, number][]> {
  let firstPassage = 0;
  let firstSection = 0;
  for (const [number, report] of reports.entries()) {
    const above = new Set(report.passages.map(({ section }) => firstSection + section));
    yield [
      [titles, number],
      ...report.passages.map((_, i): [TokenLists, number] => [passages, firstPassage + i]),
      ...[...above].map((section): [TokenLists, number] => [sections, section]),
    ];
    firstPassage += report.passages.length;
    firstSection += report.sections.length;
  }
}

function headingTokens(report: Report): string[][] {
  const own = report.sections.map((section, i) => (i === 0 ? [] : indexTokens(section.label)));
  return report.sections.map((section, i) => {
    let tokens = own[i];
    for (let at = section.parent; at > 0; at = report.sections[at].parent) tokens = tokens.concat(own[at]);
    return tokens;
  });
}

function titleTokens(report: Report): string[] {
  return indexTokens([report.title, report.agency ?? '', report.period?.label ?? ''].join('\n'));
}

/** The same tokens by the numbers that a common vocabulary has, or now gives, for them. */
export function* renumbering(
  { words, ...own }: OwnTokens,
  vocabulary: Vocabulary,
): Generator<void, FileTokens> {
  const numbers = yield* numbersOf(words, vocabulary);
  return {
    passages: yield* renumberUnits(own.passages, numbers),
    sections: yield* renumberLists(own.sections, numbers),
    titles: yield* renumberLists(own.titles, numbers),
    reports: yield* renumberLists(own.reports, numbers),
  };
}

/** The same in one go. */
export const renumber = (tokens: OwnTokens, vocabulary: Vocabulary): FileTokens =>
  finish(renumbering(tokens, vocabulary));

/** So many words or tokens are renumbered in one step. */
const STEP = 50_000;

function* numbersOf(words: string, vocabulary: Vocabulary): Generator<void, Uint32Array> {
  const numbers: number[] = [];
  for (let start = 0; words !== '' && start <= words.length; ) {
    const found = words.indexOf(' ', start);
    const end = found < 0 ? words.length : found;
    numbers.push(vocabulary.add(words.slice(start, end)));
    start = end + 1;
    if (numbers.length % STEP === 0) yield;
  }
  return Uint32Array.from(numbers);
}

function* renumberLists({ offsets, tokens }: TokenLists, numbers: Uint32Array): Generator<void, TokenLists> {
  const renumbered = new Uint32Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    renumbered[at] = numbers[tokens[at]];
    if (at % STEP === STEP - 1) yield;
  }
  return { offsets, tokens: renumbered };
}

/** Counts are less than this: a token and its count are sorted as one number. */
const COUNT_RANGE = 256;

function* renumberUnits(units: UnitTokens, numbers: Uint32Array): Generator<void, UnitTokens> {
  const { offsets, lengths } = units;
  const tokens = new Uint32Array(units.tokens.length);
  const counts = new Uint8Array(tokens.length);
  let done = 0;
  for (let unit = 0; unit + 1 < offsets.length; unit++) {
    const [start, end] = [offsets[unit], offsets[unit + 1]];
    const own = units.tokens.subarray(start, end);
    const pairs = Float64Array.from(
      own,
      (token, at) => numbers[token] * COUNT_RANGE + units.counts[start + at],
    );
    pairs.sort().forEach((pair, at) => {
      tokens[start + at] = Math.floor(pair / COUNT_RANGE);
      counts[start + at] = pair % COUNT_RANGE;
    });
    done += end - start;
    if (done < STEP) continue;
    done = 0;
    yield;
  }
  return { offsets, tokens, counts, lengths };
}

/** How many passages, sections and reports there are, or come before something. */
export interface UnitCounts {
  passages: number;
  sections: number;
  reports: number;
}

/** How many units a file has. */
export function countUnits({ reports }: ReportFile): UnitCounts {
  const counts = { passages: 0, sections: 0, reports: reports.length };
  for (const { passages, sections } of reports) {
    counts.passages += passages.length;
    counts.sections += sections.length;
  }
  return counts;
}

/** The tokens of many files one after the other, as a snapshot keeps them. */
export interface TokensInLine {
  passages: ListsInLine & { counts: ArraysInLine<Uint8Array>; lengths: ArraysInLine<Uint32Array> };
  sections: ListsInLine;
  titles: ListsInLine;
  reports: ListsInLine;
}

interface ListsInLine {
  offsets: Uint32Array;
  tokens: ArraysInLine<Uint32Array>;
}

/** Puts the tokens of files in line. They share memory with it. */
export function tokensInLine(files: FileTokens[]): TokensInLine {
  const lists = (name: keyof FileTokens): ListsInLine => ({
    offsets: joinOffsets(files.map((own) => own[name])),
    tokens: new ArraysInLine(
      files.map((own) => own[name].tokens),
      Uint32Array.BYTES_PER_ELEMENT,
    ),
  });
  const counts = files.map(({ passages }) => passages.counts);
  const lengths = files.map(({ passages }) => passages.lengths);
  return {
    passages: {
      ...lists('passages'),
      counts: new ArraysInLine(counts, Uint8Array.BYTES_PER_ELEMENT),
      lengths: new ArraysInLine(lengths, Uint32Array.BYTES_PER_ELEMENT),
    },
    sections: lists('sections'),
    titles: lists('titles'),
    reports: lists('reports'),
  };
}

/** For each file, what comes before it. */
export function startsOf(files: ReportFile[]): Map<ReportFile, UnitCounts> {
  const starts = new Map<ReportFile, UnitCounts>();
  const at = { passages: 0, sections: 0, reports: 0 };
  for (const file of files) {
    starts.set(file, { ...at });
    const own = countUnits(file);
    at.passages += own.passages;
    at.sections += own.sections;
    at.reports += own.reports;
  }
  return starts;
}

/** The tokens of one file of several. Shares memory with the whole. */
export function cutTokens(tokens: FileTokens, before: UnitCounts, own: UnitCounts): FileTokens {
  const end = (name: keyof UnitCounts) => before[name] + own[name];
  return {
    passages: cutUnits(tokens.passages, before.passages, end('passages')),
    sections: cutLists(tokens.sections, before.sections, end('sections')),
    titles: cutLists(tokens.titles, before.reports, end('reports')),
    reports: cutLists(tokens.reports, before.reports, end('reports')),
  };
}
