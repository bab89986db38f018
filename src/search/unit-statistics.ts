// What BM25 needs of units: term frequencies, unit frequencies and lengths, over the forward indexes of
// many files.
import { type CountedForwardIndex, offsetsOf } from './forward-index.ts';

/** Statistics over all units. The parts are not joined, so that unchanged files are not copied. */
export interface UnitStatistics {
  parts: CountedForwardIndex[];
  /** For each unit, the part that holds it. */
  partOf: Uint32Array;
  /** For each part, its first unit. */
  firsts: Uint32Array;
  /** Mean number of tokens in a unit. */
  meanLength: number;
  /** In how many units each token occurs, by token number. */
  unitFrequency: Uint32Array;
}

/** Statistics over units that are given in parts, in order; tokens are numbers below `vocabularySize`. */
export function statisticsOf(parts: CountedForwardIndex[], vocabularySize: number): UnitStatistics {
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

/** How often a token occurs in a unit. */
export function termFrequency(
  { parts, partOf, firsts }: UnitStatistics,
  unit: number,
  token: number,
): number {
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

/** In how many units a token occurs; 0 for a token that is newer than the statistics. */
export function unitFrequencyOf(statistics: UnitStatistics, token: number): number {
  return statistics.unitFrequency[token] ?? 0;
}

export const unitCount = (statistics: UnitStatistics): number => statistics.partOf.length;

/** How many tokens a unit has, repetitions included. */
export function lengthOf({ parts, partOf, firsts }: UnitStatistics, unit: number): number {
  const part = partOf[unit];
  return parts[part].lengths[unit - firsts[part]];
}
