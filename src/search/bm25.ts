// BM25 over concepts: of a concept's variants only the best one counts. Scores are in nats.
import type { CompiledConcept, CompiledVariant } from './concept.ts';
import {
  lengthOf,
  termFrequency,
  type UnitStatistics,
  unitCount,
  unitFrequencyOf,
} from './unit-statistics.ts';

/**
 * Term saturation and length normalisation
 * (Robertson & Zaragoza 2009, The Probabilistic Relevance Framework).
 */
const K1 = 1.2;
const B = 0.3;

/** Inverse unit frequency by token number. */
export type InverseFrequencies = Map<number, number>;

/** Inverse document frequency as in BM25, in nats, never negative. */
export function inverseFrequency(units: number, frequency: number): number {
  return Math.log(1 + (units - frequency + 0.5) / (frequency + 0.5));
}

/** A token's inverse frequency among the units. */
export function inverseUnitFrequency(statistics: UnitStatistics, token: number): number {
  return inverseFrequency(unitCount(statistics), unitFrequencyOf(statistics, token));
}

/** Inverse frequencies of all tokens of a query, computed once. */
export function inverseFrequencies(
  statistics: UnitStatistics,
  concepts: CompiledConcept[],
): InverseFrequencies {
  const frequencies: InverseFrequencies = new Map();
  for (const { variants } of concepts)
    for (const { numbers } of variants)
      for (const number of numbers) frequencies.set(number, inverseUnitFrequency(statistics, number));
  return frequencies;
}

/** BM25 of concepts in one unit: the best variant of each, summed. */
export function bm25(
  statistics: UnitStatistics,
  unit: number,
  concepts: CompiledConcept[],
  frequencies: InverseFrequencies,
): number {
  const norm = K1 * (1 - B + (B * lengthOf(statistics, unit)) / statistics.meanLength);
  const saturation = (token: number) => {
    const count = termFrequency(statistics, unit, token);
    return (count * (K1 + 1)) / (count + norm);
  };
  let sum = 0;
  for (const { weight, variants } of concepts) {
    let best = 0;
    for (const variant of variants) best = Math.max(best, variantScore(variant, frequencies, saturation));
    sum += weight * best;
  }
  return sum;
}

/** @param saturation of a token in the unit; 0 where it does not occur */
function variantScore(
  { weight, own, numbers, weights, unknownWeight }: CompiledVariant,
  frequencies: InverseFrequencies,
  saturation: (token: number) => number,
): number {
  let score = 0;
  let matched = 0;
  let all = unknownWeight;
  for (let i = 0; i < numbers.length; i++) {
    all += weights[i];
    const factor = saturation(numbers[i]);
    if (factor === 0) continue;
    matched += weights[i];
    score += weights[i] * (frequencies.get(numbers[i]) ?? 0) * factor;
  }
  return score === 0 ? 0 : weight * score * (own ? 1 : matched / all);
}
