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
  const scoreOf = (variant: CompiledVariant): number => {
    let score = 0;
    let matched = 0;
    let all = variant.unknownWeight;
    for (let i = 0; i < variant.numbers.length; i++) {
      const number = variant.numbers[i];
      const weight = variant.weights[i];
      all += weight;
      const count = termFrequency(statistics, unit, number);
      if (count === 0) continue;
      matched += weight;
      score += weight * (frequencies.get(number) ?? 0) * ((count * (K1 + 1)) / (count + norm));
    }
    if (score === 0) return 0;
    return variant.weight * score * (variant.own ? 1 : matched / all);
  };
  let sum = 0;
  for (const { weight, variants } of concepts) {
    let best = 0;
    for (const variant of variants) best = Math.max(best, scoreOf(variant));
    sum += weight * best;
  }
  return sum;
}
