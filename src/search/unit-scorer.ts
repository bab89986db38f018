// Scores units (sections, reports, titles) by the tokens that they hold: from token to units, all units at once.
import type { CompiledConcept, CompiledVariant } from './concept.ts';
import type { UnitPostings } from './token-lists.ts';

/** Scores all units of some postings. Keeps working arrays, so that a query allocates only its result. */
export class UnitScorer {
  private readonly postings: UnitPostings;
  private readonly held: Float64Array;
  private readonly matched: Float64Array;
  private readonly best: Float64Array;

  constructor(postings: UnitPostings) {
    this.postings = postings;
    this.held = new Float64Array(postings.unitCount);
    this.matched = new Float64Array(postings.unitCount);
    this.best = new Float64Array(postings.unitCount);
  }

  /** In how many units a token stands; 0 for one numbered after these postings were built. */
  frequency(token: number): number {
    const { offsets } = this.postings;
    return token + 1 < offsets.length ? offsets[token + 1] - offsets[token] : 0;
  }

  /** Inverse document frequency as in BM25, never negative, in nats. */
  inverseFrequency(token: number): number {
    const frequency = this.frequency(token);
    return Math.log(1 + (this.postings.unitCount - frequency + 0.5) / (frequency + 0.5));
  }

  /**
   * For each unit, the best variant of each concept that it holds, summed.
   * @param rarity worth of a token, in nats; by default its rarity among these units
   */
  presence(
    concepts: CompiledConcept[],
    rarity: (token: number) => number = (token) => this.inverseFrequency(token),
  ): Float64Array {
    const sums = new Float64Array(this.postings.unitCount);
    for (const { weight, variants } of concepts) {
      const touched: number[] = [];
      for (const variant of variants) this.scoreVariant(variant, rarity, touched);
      for (const unit of touched) {
        sums[unit] += weight * this.best[unit];
        this.best[unit] = 0;
      }
    }
    return sums;
  }

  /** Raises the best score of the units that hold a part of a variant; names those that had none yet. */
  private scoreVariant(variant: CompiledVariant, rarity: (token: number) => number, touched: number[]): void {
    const { offsets, units } = this.postings;
    const { held, matched, best } = this;
    const own: number[] = [];
    let all = variant.unknownWeight;
    variant.numbers.forEach((number, i) => {
      const weight = variant.weights[i];
      all += weight;
      if (number + 1 >= offsets.length) return;
      const worth = weight * rarity(number);
      for (let at = offsets[number]; at < offsets[number + 1]; at++) {
        const unit = units[at];
        if (matched[unit] === 0) own.push(unit);
        held[unit] += worth;
        matched[unit] += weight;
      }
    });
    for (const unit of own) {
      const score = variant.weight * held[unit] * (variant.own ? 1 : matched[unit] / all);
      if (best[unit] === 0 && score > 0) touched.push(unit);
      if (score > best[unit]) best[unit] = score;
      held[unit] = 0;
      matched[unit] = 0;
    }
  }
}
