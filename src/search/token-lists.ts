// Which tokens stand in which unit (passage, section, report), and turned round: in which units a token stands.
// Flat arrays: small, quick to copy from one state of an index to the next, and quick to restore.
import type { Vocabulary } from './postings.ts';

/** Unit u holds tokens[offsets[u]] … tokens[offsets[u + 1]]: numbers of a vocabulary. */
export interface TokenLists {
  offsets: Uint32Array;
  tokens: Uint32Array;
}

/** Units by token number: token t stands in units[offsets[t]] … units[offsets[t + 1]], ascending. */
export interface UnitPostings {
  offsets: Uint32Array;
  units: Uint32Array;
  unitCount: number;
}

/** Lists the tokens of each unit; repetitions do not count. */
export function buildTokenLists(units: Iterable<string>[], vocabulary: Vocabulary): TokenLists {
  const lists = units.map((tokens) => {
    const own = new Set<number>();
    for (const token of tokens) own.add(vocabulary.add(token));
    return Uint32Array.from(own);
  });
  return {
    offsets: offsetsOf(lists.map(({ length }) => length)),
    tokens: joinArrays(lists),
  };
}

/** The units from `first` up to, not with, `end`. Shares memory with the whole. */
export function cutLists(lists: TokenLists, first: number, end: number): TokenLists {
  const base = lists.offsets[first];
  return {
    offsets: lists.offsets.subarray(first, end + 1).map((offset) => offset - base),
    tokens: lists.tokens.subarray(base, lists.offsets[end]),
  };
}

/** All units of several lists, one after the other. */
export function joinLists(parts: TokenLists[]): TokenLists {
  return { offsets: joinOffsets(parts), tokens: joinArrays(parts.map(({ tokens }) => tokens)) };
}

/** Where each unit of several lists begins, once they are joined. */
export function joinOffsets(parts: Pick<TokenLists, 'offsets'>[]): Uint32Array {
  const joined = new Uint32Array(1 + parts.reduce((sum, { offsets }) => sum + offsets.length - 1, 0));
  let unit = 0;
  let base = 0;
  for (const { offsets } of parts) {
    for (let i = 1; i < offsets.length; i++) joined[++unit] = base + offsets[i];
    base += offsets[offsets.length - 1];
  }
  return joined;
}

/** Where each of several stretches begins, and where the last one ends. */
export function offsetsOf(lengths: ArrayLike<number>): Uint32Array {
  const offsets = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) offsets[i + 1] = offsets[i] + lengths[i];
  return offsets;
}

/** The numbers of several arrays in one. */
export function joinArrays(parts: Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/**
 * Turns lists round.
 * @param parts lists of many units, one part after the other
 * @param size of the vocabulary
 */
export function invert(parts: TokenLists[], size: number): UnitPostings {
  const offsets = new Uint32Array(size + 1);
  for (const { tokens } of parts) for (let at = 0; at < tokens.length; at++) offsets[tokens[at] + 1]++;
  const next = startsOf(offsets);
  const units = new Uint32Array(offsets[size]);
  let unitCount = 0;
  for (const { offsets: begins, tokens } of parts)
    for (let own = 0; own + 1 < begins.length; own++, unitCount++)
      for (let at = begins[own]; at < begins[own + 1]; at++) units[next[tokens[at]]++] = unitCount;
  return { offsets, units, unitCount };
}

/**
 * Turns lists round for units that share them.
 * @param listOf for each unit, which list it has
 */
export function invertShared(lists: TokenLists, size: number, listOf: Uint32Array): UnitPostings {
  const { offsets: begins, tokens } = lists;
  const unitCount = listOf.length;
  const offsets = new Uint32Array(size + 1);
  for (let unit = 0; unit < unitCount; unit++)
    for (let at = begins[listOf[unit]]; at < begins[listOf[unit] + 1]; at++) offsets[tokens[at] + 1]++;
  const next = startsOf(offsets);
  const units = new Uint32Array(offsets[size]);
  for (let unit = 0; unit < unitCount; unit++)
    for (let at = begins[listOf[unit]]; at < begins[listOf[unit] + 1]; at++) units[next[tokens[at]]++] = unit;
  return { offsets, units, unitCount };
}

/** Makes of counts, each one place further on, offsets; gives where each token's units begin. */
function startsOf(offsets: Uint32Array): Uint32Array {
  for (let token = 0; token + 1 < offsets.length; token++) offsets[token + 1] += offsets[token];
  return offsets.slice(0, -1);
}

/** A list for each group of lists, with every token once. Groups are given in order by their lists, in any. */
export function mergeLists(groups: Iterable<Iterable<[TokenLists, number]>>, size: number): TokenLists {
  const seenIn = new Int32Array(size).fill(-1);
  const merged = new GrowingArray();
  const ends: number[] = [0];
  let group = 0;
  for (const members of groups) {
    for (const [{ offsets, tokens }, unit] of members) {
      for (let at = offsets[unit]; at < offsets[unit + 1]; at++) {
        const token = tokens[at];
        if (seenIn[token] === group) continue;
        seenIn[token] = group;
        merged.push(token);
      }
    }
    ends.push(merged.length);
    group++;
  }
  return { offsets: Uint32Array.from(ends), tokens: merged.array() };
}

const FIRST_CAPACITY = 1024;

/** Numbers whose count is not known in advance. */
class GrowingArray {
  length = 0;
  private numbers = new Uint32Array(FIRST_CAPACITY);

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = number;
  }

  array(): Uint32Array {
    return this.numbers.subarray(0, this.length);
  }
}
