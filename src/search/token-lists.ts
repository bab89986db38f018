// Which tokens stand in which unit (passage, section, report), and turned round: in which units a token stands.
// Flat arrays: small, quick to copy from one state of an index to the next, and quick to restore.
import type { Vocabulary } from './postings.ts';

/** Unit u holds tokens[offsets[u]] … tokens[offsets[u + 1]]: numbers of a vocabulary, ascending, each once. */
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
    return Uint32Array.from(own).sort();
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

function joinOffsets(parts: TokenLists[]): Uint32Array {
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
 * @param size of the vocabulary
 * @param listOf for each unit, which list it has; by default its own
 */
export function invert(lists: TokenLists, size: number, listOf?: Uint32Array): UnitPostings {
  const unitCount = listOf ? listOf.length : lists.offsets.length - 1;
  const each = (visit: (token: number, unit: number) => void) => {
    for (let unit = 0; unit < unitCount; unit++) {
      const list = listOf ? listOf[unit] : unit;
      for (let at = lists.offsets[list]; at < lists.offsets[list + 1]; at++) visit(lists.tokens[at], unit);
    }
  };
  return collect(size, unitCount, each);
}

/** Gathers pairs of token and unit, which come with ascending units, in the same order each time they are asked for. */
export function collect(
  size: number,
  unitCount: number,
  each: (visit: (token: number, unit: number) => void) => void,
): UnitPostings {
  const offsets = new Uint32Array(size + 1);
  each((token) => {
    offsets[token + 1]++;
  });
  for (let token = 0; token < size; token++) offsets[token + 1] += offsets[token];
  const next = offsets.slice(0, size);
  const units = new Uint32Array(offsets[size]);
  each((token, unit) => {
    units[next[token]++] = unit;
  });
  return { offsets, units, unitCount };
}
