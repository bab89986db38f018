// Which tokens stand in which unit (passage, section, report) and how often, in flat arrays: small, and quick to restore.
import { cutLists, joinArrays, offsetsOf, type TokenLists } from './token-lists.ts';

/** Token numbers, ascending within a unit, and counts of many units, one after the other. */
export interface UnitTokens extends TokenLists {
  /** How often each token stands in its unit, at most 255. */
  counts: Uint8Array;
  /** Tokens in each unit, repetitions included. */
  lengths: Uint32Array;
}

/** The same for the units of many files, with what is known of all together. Each file's stay where they are. */
export interface Postings {
  parts: UnitTokens[];
  /** For each unit the part that it stands in; for each part its first unit. */
  partOf: Uint32Array;
  firsts: Uint32Array;
  meanLength: number;
  /** In how many units each token stands, by token number. */
  unitFrequency: Uint32Array;
}

/** Numbers the tokens that a vocabulary has not seen yet. */
export class Vocabulary {
  private readonly numbers: Map<string, number>;
  private readonly list: string[];

  constructor(words: string[] = []) {
    this.list = words;
    this.numbers = new Map(words.map((word, i) => [word, i]));
  }

  get size(): number {
    return this.numbers.size;
  }

  /** The token's number, given now where it has none. */
  add(token: string): number {
    const known = this.numbers.get(token);
    if (known !== undefined) return known;
    this.numbers.set(token, this.list.length);
    this.list.push(token);
    return this.list.length - 1;
  }

  /** The token's number, or undefined where no unit holds it. */
  numberOf(token: string): number | undefined {
    return this.numbers.get(token);
  }

  /** The token with a number. */
  word(number: number): string {
    return this.list[number];
  }

  /** All tokens by number. */
  words(): string[] {
    return this.list;
  }
}

const MAX_COUNT = 255;

/** Counts the tokens of each unit. Units that are made one after the other are never in memory together. */
export function countTokens(units: Iterable<string[]>, vocabulary: Vocabulary): UnitTokens {
  const perUnit: { tokens: Uint32Array; counts: Uint8Array; length: number }[] = [];
  for (const unit of units) perUnit.push({ ...countUnit(unit, vocabulary), length: unit.length });
  const offsets = offsetsOf(perUnit.map(({ tokens }) => tokens.length));
  const counts = new Uint8Array(offsets[perUnit.length]);
  for (const [number, unit] of perUnit.entries()) counts.set(unit.counts, offsets[number]);
  return {
    offsets,
    tokens: joinArrays(perUnit.map(({ tokens }) => tokens)),
    counts,
    lengths: Uint32Array.from(perUnit, ({ length }) => length),
  };
}

function countUnit(unit: string[], vocabulary: Vocabulary): { tokens: Uint32Array; counts: Uint8Array } {
  const found = new Map<number, number>();
  for (const token of unit) {
    const number = vocabulary.add(token);
    found.set(number, (found.get(number) ?? 0) + 1);
  }
  const tokens = Uint32Array.from(found.keys()).sort();
  const counts = Uint8Array.from(tokens, (number) => Math.min(MAX_COUNT, found.get(number) ?? 0));
  return { tokens, counts };
}

/** Postings over the tokens of units, one part after the other, numbered by a vocabulary of that size. */
export function postingsOf(parts: UnitTokens[], vocabularySize: number): Postings {
  const firsts = offsetsOf(parts.map(({ lengths }) => lengths.length));
  const partOf = new Uint32Array(firsts[parts.length]);
  const unitFrequency = new Uint32Array(vocabularySize);
  let sum = 0;
  for (const [part, { tokens, lengths }] of parts.entries()) {
    partOf.fill(part, firsts[part], firsts[part + 1]);
    for (let at = 0; at < tokens.length; at++) unitFrequency[tokens[at]]++;
    for (let unit = 0; unit < lengths.length; unit++) sum += lengths[unit];
  }
  return { parts, partOf, firsts, unitFrequency, meanLength: sum / Math.max(1, partOf.length) };
}

/** Builds postings from each unit's tokens. */
export function buildPostings(units: string[][], vocabulary: Vocabulary): Postings {
  return postingsOf([countTokens(units, vocabulary)], vocabulary.size);
}

/** The units from `first` up to, not with, `end`. Shares memory with the whole. */
export function cutUnits(units: UnitTokens, first: number, end: number): UnitTokens {
  const { offsets } = units;
  return {
    ...cutLists(units, first, end),
    counts: units.counts.subarray(offsets[first], offsets[end]),
    lengths: units.lengths.subarray(first, end),
  };
}

/** How often a token stands in a unit. */
export function countIn({ parts, partOf, firsts }: Postings, unit: number, token: number): number {
  const part = partOf[unit];
  const { offsets, tokens, counts } = parts[part];
  const own = unit - firsts[part];
  let low = offsets[own];
  let high = offsets[own + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = tokens[middle];
    if (found === token) return counts[middle];
    if (found < token) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** In how many units a token stands; 0 for a token numbered after these postings were built. */
export function frequencyOf(postings: Postings, token: number): number {
  return postings.unitFrequency[token] ?? 0;
}

export const unitCount = (postings: Postings): number => postings.partOf.length;

/** How many tokens a unit has, repetitions included. */
export function lengthOf({ parts, partOf, firsts }: Postings, unit: number): number {
  const part = partOf[unit];
  return parts[part].lengths[unit - firsts[part]];
}
