// Inverse frequencies of tokens, as BM25 weighs them. In nats.
import type { CompiledConcept } from './concept.ts';
import { type UnitStatistics, unitCount, unitFrequencyOf } from './unit-statistics.ts';

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
