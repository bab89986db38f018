// Scores all units (sections, titles, reports) of an inverted index at once, token by token.
import { inverseFrequency } from './bm25.ts';
import type { CompiledConcept, CompiledVariant } from './concept.ts';
import { holderCount, type InvertedIndex } from './inverted-index.ts';

type Rarity = (token: number) => number;

/** Keeps its working arrays between queries, so that a query allocates only its result. */
export class InvertedIndexScorer {
  private readonly index: InvertedIndex;
  /** By unit, for the current variant: worth and weight of the tokens found so far. */
  private readonly foundWorth: Float64Array;
  private readonly foundWeight: Float64Array;
  /** By unit, for the current concept: the score of its best variant. */
  private readonly best: Float64Array;

  constructor(index: InvertedIndex) {
    this.index = index;
    this.foundWorth = new Float64Array(index.unitCount);
    this.foundWeight = new Float64Array(index.unitCount);
    this.best = new Float64Array(index.unitCount);
  }

  /** In how many units a token occurs; 0 for a token that is newer than the index. */
  frequency(token: number): number {
    return holderCount(this.index, token);
  }

  /**
   * For each unit, the best variant of each concept that it holds, summed, in nats.
   * @param rarity worth of a token, in nats; by default its inverse frequency among these units
   */
  scores(
    concepts: CompiledConcept[],
    rarity: Rarity = (token) => inverseFrequency(this.index.unitCount, this.frequency(token)),
  ): Float64Array {
    const sums = new Float64Array(this.index.unitCount);
    for (const { weight, variants } of concepts) {
      const scored: number[] = [];
      for (const variant of variants) this.scoreVariant(variant, rarity, scored);
      for (const unit of scored) {
        sums[unit] += weight * this.best[unit];
        this.best[unit] = 0;
      }
    }
    return sums;
  }

  /**
   * Raises the best score of the units that hold any of the variant; units with a first score join `scored`.
   */
  private scoreVariant(variant: CompiledVariant, rarity: Rarity, scored: number[]): void {
    const { foundWorth, foundWeight, best } = this;
    const { units, totalWeight } = this.collect(variant, rarity);
    for (const unit of units) {
      const share = variant.own ? 1 : foundWeight[unit] / totalWeight;
      const score = variant.weight * foundWorth[unit] * share;
      if (best[unit] === 0 && score > 0) scored.push(unit);
      if (score > best[unit]) best[unit] = score;
      foundWorth[unit] = 0;
      foundWeight[unit] = 0;
    }
  }

  /** Sums worth and weight of a variant's tokens by unit; returns the units that hold any of them. */
  private collect(variant: CompiledVariant, rarity: Rarity): { units: number[]; totalWeight: number } {
    const { offsets, units: holders } = this.index;
    const units: number[] = [];
    let totalWeight = variant.unknownWeight;
    for (const [i, token] of variant.numbers.entries()) {
      const weight = variant.weights[i];
      totalWeight += weight;
      if (token + 1 >= offsets.length) continue;
      const worth = weight * rarity(token);
      for (let at = offsets[token]; at < offsets[token + 1]; at++) {
        const unit = holders[at];
        if (this.foundWeight[unit] === 0) units.push(unit);
        this.foundWorth[unit] += worth;
        this.foundWeight[unit] += weight;
      }
    }
    return { units, totalWeight };
  }
}
