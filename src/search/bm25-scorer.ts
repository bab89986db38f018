// BM25 over concepts: of a concept's variants only the best one counts. Scores are in nats.
import type { InverseFrequencies } from './bm25.ts';
import type { CompiledConcept, CompiledVariant } from './concept.ts';
import { lengthOf, type UnitStatistics } from './unit-statistics.ts';

/**
 * Term saturation and length normalisation
 * (Robertson & Zaragoza 2009, The Probabilistic Relevance Framework).
 */
const K1 = 1.2;
const B = 0.3;

/** A variant with its tokens as places among those of the query. */
interface PlacedVariant {
  concept: number;
  weight: number;
  own: boolean;
  places: number[];
  weights: number[];
  /** Weight × inverse frequency of each token. */
  worths: number[];
  /** Weight of all tokens, those that the index lacks too. */
  totalWeight: number;
  /** The unit that it was last scored in. */
  unit: number;
}

/** The concepts of a query, their different tokens in places from 1 on. */
interface PlacedQuery {
  tokens: number[];
  /** Of the concepts. */
  weights: number[];
  /** For each place, the variants that hold its token. */
  variantsAt: PlacedVariant[][];
}

/**
 * Scores units, each in one walk over its own tokens. Keeps a table of all tokens between queries, so that a query allocates
 * little.
 */
export class Bm25Scorer {
  private readonly statistics: UnitStatistics;
  /** By token number, its place in the current query; 0 for one that is not in it. */
  private readonly placeOf: Uint32Array;

  constructor(statistics: UnitStatistics) {
    this.statistics = statistics;
    this.placeOf = new Uint32Array(statistics.unitFrequency.length);
  }

  /** For each of some units, the best variant of each concept, summed. */
  scores(
    units: readonly number[],
    concepts: CompiledConcept[],
    frequencies: InverseFrequencies,
  ): Float64Array {
    const query = this.place(concepts, frequencies);
    const saturations = new Float64Array(query.tokens.length + 1);
    const best = new Float64Array(concepts.length);
    const scores = new Float64Array(units.length);
    for (let i = 0; i < units.length; i++) {
      const matched = this.matchedPlaces(units[i], saturations);
      for (const place of matched)
        for (const variant of query.variantsAt[place])
          if (variant.unit !== i) {
            variant.unit = i;
            best[variant.concept] = Math.max(best[variant.concept], variantScore(variant, saturations));
          }
      for (const place of matched) saturations[place] = 0;
      if (matched.length === 0) continue;
      for (let concept = 0; concept < best.length; concept++)
        scores[i] += query.weights[concept] * best[concept];
      best.fill(0);
    }
    for (const token of query.tokens) this.placeOf[token] = 0;
    return scores;
  }

  /** Gives each token of a query its place. */
  private place(concepts: CompiledConcept[], frequencies: InverseFrequencies): PlacedQuery {
    const tokens: number[] = [];
    const variantsAt: PlacedVariant[][] = [[]];
    const placed = (token: number): number => {
      if (this.placeOf[token] === 0) {
        this.placeOf[token] = tokens.push(token);
        variantsAt.push([]);
      }
      return this.placeOf[token];
    };
    for (const [concept, { variants: own }] of concepts.entries())
      for (const variant of own) {
        const at = placedVariant(concept, variant, variant.numbers.map(placed), frequencies);
        for (const each of at.places) variantsAt[each].push(at);
      }
    return { tokens, weights: concepts.map(({ weight }) => weight), variantsAt };
  }

  /** The places of the query's tokens that a unit holds; sets the saturations of these. */
  private matchedPlaces(unit: number, saturations: Float64Array): number[] {
    const { parts, partOf, firsts, meanLength } = this.statistics;
    const { placeOf } = this;
    const part = partOf[unit];
    const { offsets, tokens, counts } = parts[part];
    const own = unit - firsts[part];
    const norm = K1 * (1 - B + (B * lengthOf(this.statistics, unit)) / meanLength);
    const matched: number[] = [];
    for (let at = offsets[own]; at < offsets[own + 1]; at++) {
      const place = placeOf[tokens[at]];
      if (place === 0) continue;
      saturations[place] = (counts[at] * (K1 + 1)) / (counts[at] + norm);
      matched.push(place);
    }
    return matched;
  }
}

function placedVariant(
  concept: number,
  { weight, own, numbers, weights, unknownWeight }: CompiledVariant,
  places: number[],
  frequencies: InverseFrequencies,
): PlacedVariant {
  const worths = weights.map((each, i) => each * (frequencies.get(numbers[i]) ?? 0));
  const totalWeight = weights.reduce((sum, each) => sum + each, unknownWeight);
  return { concept, weight, own, places, weights, worths, totalWeight, unit: -1 };
}

/** @param saturations by place; 0 for a token that the unit lacks */
function variantScore(
  { weight, own, places, weights, worths, totalWeight }: PlacedVariant,
  saturations: Float64Array,
): number {
  let score = 0;
  let matched = 0;
  for (let i = 0; i < places.length; i++) {
    const saturation = saturations[places[i]];
    if (saturation === 0) continue;
    matched += weights[i];
    score += worths[i] * saturation;
  }
  return score === 0 ? 0 : weight * score * (own ? 1 : matched / totalWeight);
}
