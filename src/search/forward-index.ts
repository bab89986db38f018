// Forward index: from unit (passage, section, title, report) to its tokens. Flat arrays: small, quick to
// copy and to restore.
import type { Vocabulary } from './vocabulary.ts';

/** Unit u holds tokens[offsets[u]] … tokens[offsets[u + 1] - 1], as numbers of a vocabulary. */
export interface ForwardIndex {
  offsets: Uint32Array;
  tokens: Uint32Array;
}

/** A forward index with term frequencies; token numbers ascend within a unit. */
export interface CountedForwardIndex extends ForwardIndex {
  /** How often each token occurs in its unit, at most 255. */
  counts: Uint8Array;
  /** Tokens in each unit, repetitions included. */
  lengths: Uint32Array;
}

const MAX_COUNT = 255;

/** Indexes the distinct tokens of each unit, in order of first occurrence. */
export function buildForwardIndex(units: Iterable<string>[], vocabulary: Vocabulary): ForwardIndex {
  const lists = units.map((unit) => {
    const numbers = new Set<number>();
    for (const token of unit) numbers.add(vocabulary.add(token));
    return Uint32Array.from(numbers);
  });
  return { offsets: offsetsOf(lists.map(({ length }) => length)), tokens: joinArrays(lists) };
}

/** Counts the tokens of each unit. Units of a generator are never in memory together. */
export function buildCountedForwardIndex(
  units: Iterable<string[]>,
  vocabulary: Vocabulary,
): CountedForwardIndex {
  const counted: { tokens: Uint32Array; counts: Uint8Array; length: number }[] = [];
  for (const unit of units) counted.push({ ...countTokens(unit, vocabulary), length: unit.length });
  const offsets = offsetsOf(counted.map(({ tokens }) => tokens.length));
  const counts = new Uint8Array(offsets[counted.length]);
  for (const [number, unit] of counted.entries()) counts.set(unit.counts, offsets[number]);
  return {
    offsets,
    tokens: joinArrays(counted.map(({ tokens }) => tokens)),
    counts,
    lengths: Uint32Array.from(counted, ({ length }) => length),
  };
}

function countTokens(unit: string[], vocabulary: Vocabulary): { tokens: Uint32Array; counts: Uint8Array } {
  const countOf = new Map<number, number>();
  for (const token of unit) {
    const number = vocabulary.add(token);
    countOf.set(number, (countOf.get(number) ?? 0) + 1);
  }
  const tokens = Uint32Array.from(countOf.keys()).sort();
  const counts = Uint8Array.from(tokens, (number) => Math.min(MAX_COUNT, countOf.get(number) ?? 0));
  return { tokens, counts };
}

/** The units from `first` up to and excluding `end`. Shares memory with the whole. */
export function sliceUnits(index: ForwardIndex, first: number, end: number): ForwardIndex {
  const base = index.offsets[first];
  return {
    offsets: index.offsets.subarray(first, end + 1).map((offset) => offset - base),
    tokens: index.tokens.subarray(base, index.offsets[end]),
  };
}

/** The same with counts and lengths. */
export function sliceCountedUnits(
  index: CountedForwardIndex,
  first: number,
  end: number,
): CountedForwardIndex {
  const { offsets } = index;
  return {
    ...sliceUnits(index, first, end),
    counts: index.counts.subarray(offsets[first], offsets[end]),
    lengths: index.lengths.subarray(first, end),
  };
}

/** One forward index over the units of several, in order. */
export function joinForwardIndexes(parts: ForwardIndex[]): ForwardIndex {
  return { offsets: joinOffsets(parts), tokens: joinArrays(parts.map(({ tokens }) => tokens)) };
}

/** The offsets of several forward indexes once they are joined. */
export function joinOffsets(parts: Pick<ForwardIndex, 'offsets'>[]): Uint32Array {
  const joined = new Uint32Array(1 + parts.reduce((sum, { offsets }) => sum + offsets.length - 1, 0));
  let unit = 0;
  let base = 0;
  for (const { offsets } of parts) {
    for (let i = 1; i < offsets.length; i++) joined[++unit] = base + offsets[i];
    base += offsets[offsets.length - 1];
  }
  return joined;
}

/** The start of each of several consecutive runs, and the end of the last. */
export function offsetsOf(lengths: ArrayLike<number>): Uint32Array {
  const offsets = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) offsets[i + 1] = offsets[i] + lengths[i];
  return offsets;
}

function joinArrays(parts: Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
