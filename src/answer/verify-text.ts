// Whether a text is in the reports word for word, and where; else the nearest passage and what differs.
// White space, width, traditional or simplified characters and the form of quotation marks do not count.
// The only importer of diff.
import { diffArrays } from 'diff';
import { normalise, segment } from '../language/index.ts';
import type { ReportFile, Span } from '../reports/index.ts';
import type { Hit, PassageIndex } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import { locationIn } from './source-location.ts';

/** A run of words that both texts have, or only one of them. */
export interface Difference {
  type: 'same' | 'only-source' | 'only-given';
  text: string;
}

/** The outcome of checking a text. */
export type Verification =
  | { kind: 'verbatim'; quotes: CitedQuote[] }
  /** Word for word in text that is recognised in pictures only: the paper may read differently. */
  | { kind: 'as-recognised'; quotes: CitedQuote[] }
  | { kind: 'different'; nearest: CitedQuote; differences: Difference[]; similarity: number }
  | { kind: 'not-found' };

const MAX_OCCURRENCES = 5;
/** Lengths in UTF-16 units: a shorter text is not looked for, and of a longer one the rest is not read. */
const MIN_LENGTH = 4;
const MAX_LENGTH = 2000;
/** Minimum share of words in common with which a passage counts as a version of the text. */
const MIN_SIMILARITY = 0.45;
const MAX_COMPARED = 8;

/** Checks a text against the reports. */
export function verify(text: string, index: PassageIndex): Verification {
  const wanted = compact(text.slice(0, MAX_LENGTH)).text;
  if (wanted.length < MIN_LENGTH) return { kind: 'not-found' };
  const quotesOf = (words: string) => index.files.flatMap((file) => occurrences(file, words));
  const exact = quotesOf(wanted);
  // The quotation marks around a text may be added by the person who quotes it.
  const isQuoted = wanted.length > MIN_LENGTH + 2 && wanted.startsWith('"') && wanted.endsWith('"');
  const found = exact.length === 0 && isQuoted ? quotesOf(wanted.slice(1, -1)) : exact;
  if (found.length === 0) return nearest(text.slice(0, MAX_LENGTH), index);
  const verbatim = found.filter(({ recognised }) => !recognised);
  return verbatim.length > 0
    ? { kind: 'verbatim', quotes: verbatim.slice(0, MAX_OCCURRENCES) }
    : { kind: 'as-recognised', quotes: found.slice(0, MAX_OCCURRENCES) };
}

interface Compact {
  text: string;
  /** For each unit of the compact text, its offset in the source. */
  offsets: Uint32Array;
}

const QUOTATION_MARKS = /["“”„‟«»「」『』‘’'`]/;

/** A text in its form for comparison, with the offsets of the source. */
function compact(source: string): Compact {
  const plain = normalise(source);
  const units: string[] = [];
  const offsets: number[] = [];
  for (let i = 0; i < plain.length; i++) {
    if (/[\s\u200b\ufeff]/.test(plain[i])) continue;
    units.push(QUOTATION_MARKS.test(plain[i]) ? '"' : plain[i]);
    offsets.push(i);
  }
  return { text: units.join(''), offsets: Uint32Array.from(offsets) };
}

const compacted = new WeakMap<ReportFile, Compact>();

function compactFile(file: ReportFile): Compact {
  let known = compacted.get(file);
  if (!known) {
    known = compact(file.text);
    compacted.set(file, known);
  }
  return known;
}

function occurrences(file: ReportFile, wanted: string): CitedQuote[] {
  const { text, offsets } = compactFile(file);
  const found: CitedQuote[] = [];
  for (
    let at = text.indexOf(wanted);
    at >= 0 && found.length < MAX_OCCURRENCES;
    at = text.indexOf(wanted, at + 1)
  ) {
    const span: Span = { start: offsets[at], end: offsets[at + wanted.length - 1] + 1 };
    const report = file.reports.find(({ start, end }) => start <= span.start && span.end <= end);
    if (report) found.push(cite(locationIn(file, report, span)));
  }
  return found;
}

/** The passage with the most words in common, and the differences word by word. */
function nearest(text: string, index: PassageIndex): Verification {
  const given = wordsOf(text);
  const length = given.reduce((sum, { word }) => sum + word.length, 0);
  let best: { hit: Hit; differences: Difference[]; similarity: number } | undefined;
  for (const hit of index.similar(text, MAX_COMPARED)) {
    const source = wordsOf(hit.file.text.slice(hit.passage.start, hit.passage.end));
    const { differences, common } = differencesOf(alignedWith(given, source), given);
    const similarity = common / Math.max(1, length);
    if (!best || similarity > best.similarity) best = { hit, differences, similarity };
  }
  if (!best || best.similarity < MIN_SIMILARITY) return { kind: 'not-found' };
  const { hit, differences, similarity } = best;
  const quote = cite({ file: hit.file, report: hit.report, section: hit.passage.section, span: hit.passage });
  return { kind: 'different', nearest: quote, differences, similarity };
}

/** A word in its form for comparison, and as it is written. */
interface ComparedWord {
  word: string;
  asWritten: string;
}

function wordsOf(text: string): ComparedWord[] {
  const { text: plain, offsets } = compact(text);
  let at = 0;
  return segment(plain).map((word) => {
    const asWritten = text.slice(offsets[at], offsets[at + word.length - 1] + 1);
    at += word.length;
    return { word, asWritten };
  });
}

const changesOf = (source: ComparedWord[], given: ComparedWord[]) =>
  diffArrays(
    source.map(({ word }) => word),
    given.map(({ word }) => word),
  );

/** The words of the source that a given text quotes: what is before and after them is no difference. */
function alignedWith(given: ComparedWord[], source: ComparedWord[]): ComparedWord[] {
  const changes = changesOf(source, given);
  const [first, second] = changes;
  const [beforeLast, last] = changes.slice(-2);
  const unreplaced = (missing: number, instead: (typeof changes)[number] | undefined) =>
    Math.max(0, missing - (instead?.added ? instead.value.length : 0));
  const leading = first?.removed ? unreplaced(first.value.length, second) : 0;
  const trailing = last?.removed
    ? last.value.length
    : last?.added && beforeLast?.removed
      ? unreplaced(beforeLast.value.length, last)
      : 0;
  return changes.length < 2 ? source : source.slice(leading, source.length - trailing);
}

/** Differences in the words as each side writes them; `common` counts the UTF-16 units that both have. */
function differencesOf(
  source: ComparedWord[],
  given: ComparedWord[],
): { differences: Difference[]; common: number } {
  const written = (words: ComparedWord[]) => words.map(({ asWritten }) => asWritten).join('');
  let inSource = 0;
  let inGiven = 0;
  let common = 0;
  const changes = changesOf(source, given);
  const differences = changes.map(({ added, removed, value }): Difference => {
    if (added) {
      inGiven += value.length;
      return { type: 'only-given', text: written(given.slice(inGiven - value.length, inGiven)) };
    }
    const text = written(source.slice(inSource, inSource + value.length));
    inSource += value.length;
    if (removed) return { type: 'only-source', text };
    inGiven += value.length;
    common += value.join('').length;
    return { type: 'same', text };
  });
  return { differences, common };
}
