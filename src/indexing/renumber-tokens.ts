// From a file's own token numbers to those of the index's vocabulary, which gets the file's new words.
import {
  type CountedForwardIndex,
  type FileTokens,
  type ForwardIndex,
  finish,
  type Vocabulary,
} from '../search/index.ts';
import type { OwnTokens } from './tokenise-file.ts';

/** Words or tokens that are renumbered in one step. */
const STEP = 50_000;

/** Renumbers step by step. */
export function* renumberSteps(
  { words, ...own }: OwnTokens,
  vocabulary: Vocabulary,
): Generator<void, FileTokens> {
  const numbers = yield* numbersOf(words, vocabulary);
  return {
    passages: yield* renumberCounted(own.passages, numbers),
    sections: yield* renumberPlain(own.sections, numbers),
    tables: yield* renumberPlain(own.tables, numbers),
    titles: yield* renumberPlain(own.titles, numbers),
    reports: yield* renumberPlain(own.reports, numbers),
  };
}

/** Renumbers in one go. */
export const renumber = (tokens: OwnTokens, vocabulary: Vocabulary): FileTokens =>
  finish(renumberSteps(tokens, vocabulary));

/** By the file's own numbers, those of the vocabulary. */
function* numbersOf(words: string, vocabulary: Vocabulary): Generator<void, Uint32Array> {
  const numbers: number[] = [];
  for (let start = 0; words !== '' && start <= words.length; ) {
    const space = words.indexOf(' ', start);
    const end = space < 0 ? words.length : space;
    numbers.push(vocabulary.add(words.slice(start, end)));
    start = end + 1;
    if (numbers.length % STEP === 0) yield;
  }
  return Uint32Array.from(numbers);
}

function* renumberPlain(
  { offsets, tokens }: ForwardIndex,
  numbers: Uint32Array,
): Generator<void, ForwardIndex> {
  const renumbered = new Uint32Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    renumbered[at] = numbers[tokens[at]];
    if (at % STEP === STEP - 1) yield;
  }
  return { offsets, tokens: renumbered };
}

/** A token and its count, which is less than this, are sorted as one number. */
const COUNT_RANGE = 256;

/** Tokens must ascend within a unit, so each unit is sorted again. */
function* renumberCounted(
  units: CountedForwardIndex,
  numbers: Uint32Array,
): Generator<void, CountedForwardIndex> {
  const { offsets, lengths } = units;
  const tokens = new Uint32Array(units.tokens.length);
  const counts = new Uint8Array(tokens.length);
  let done = 0;
  for (let unit = 0; unit + 1 < offsets.length; unit++) {
    const [start, end] = [offsets[unit], offsets[unit + 1]];
    const pairs = Float64Array.from(
      units.tokens.subarray(start, end),
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
