// Inverted index: from token to the units (passages, sections, titles, reports) that hold it, without
// frequencies.
import type { ForwardIndex } from './forward-index.ts';

/** Token t occurs in units[offsets[t]] … units[offsets[t + 1] - 1], ascending. */
export interface InvertedIndex {
  offsets: Uint32Array;
  units: Uint32Array;
  unitCount: number;
}

/**
 * Inverts a forward index that is given in parts, in order.
 * @param vocabularySize later tokens are unknown to the result
 */
export function invert(parts: ForwardIndex[], vocabularySize: number): InvertedIndex {
  const offsets = new Uint32Array(vocabularySize + 1);
  for (const { tokens } of parts) for (let at = 0; at < tokens.length; at++) offsets[tokens[at] + 1]++;
  const next = accumulate(offsets);
  const units = new Uint32Array(offsets[vocabularySize]);
  let unitCount = 0;
  for (const { offsets: begins, tokens } of parts)
    for (let own = 0; own + 1 < begins.length; own++, unitCount++)
      for (let at = begins[own]; at < begins[own + 1]; at++) units[next[tokens[at]]++] = unitCount;
  return { offsets, units, unitCount };
}

/**
 * Inverts for units that share token lists, as passages share the headings of their section.
 * @param listOf for each unit, the number of its list in the forward index; a number beyond the last one for none
 */
export function invertShared(
  index: ForwardIndex,
  vocabularySize: number,
  listOf: Uint32Array,
): InvertedIndex {
  const { offsets: begins, tokens } = index;
  const unitCount = listOf.length;
  const offsets = new Uint32Array(vocabularySize + 1);
  for (let unit = 0; unit < unitCount; unit++)
    for (let at = begins[listOf[unit]]; at < begins[listOf[unit] + 1]; at++) offsets[tokens[at] + 1]++;
  const next = accumulate(offsets);
  const units = new Uint32Array(offsets[vocabularySize]);
  for (let unit = 0; unit < unitCount; unit++)
    for (let at = begins[listOf[unit]]; at < begins[listOf[unit] + 1]; at++) units[next[tokens[at]]++] = unit;
  return { offsets, units, unitCount };
}

/** Turns counts, each stored one place further on, into offsets in place; returns a copy of the starts. */
function accumulate(offsets: Uint32Array): Uint32Array {
  for (let token = 0; token + 1 < offsets.length; token++) offsets[token + 1] += offsets[token];
  return offsets.slice(0, -1);
}

/** How many units hold a token; 0 for a token that is newer than the index. */
export function holderCount({ offsets }: InvertedIndex, token: number): number {
  return token + 1 < offsets.length ? offsets[token + 1] - offsets[token] : 0;
}
