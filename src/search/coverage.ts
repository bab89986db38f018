// How much of a query a stretch of text holds: the share of its concepts, weighed by how rare their words are.
import type { Concept } from './concept.ts';

/** The inverse document frequency of a token, in nats. */
export type Rarity = (token: string) => number;

/** So much of a concept is all of it. */
const WHOLE_SHARE = 0.95;

/** A wording of this weight or less is only guessed from its sound. */
const GUESS_WEIGHT = 0.4;

/** A concept's worth and the words by which a text can hold it. */
interface Measured {
  concept: Concept;
  worth: number;
  variants: { own: boolean; weight: number; tokens: { text: string; worth: number }[]; worth: number }[];
}

/** Measures texts against the concepts of one query. */
export class CoverageMeter {
  private readonly measured: Measured[];
  readonly total: number;

  constructor(concepts: Concept[], rarity: Rarity) {
    this.measured = concepts
      .filter(({ hint }) => !hint)
      .map((concept) => {
        const variants = concept.variants.map(({ own, weight, tokens }) => {
          const words = tokens.filter(({ text }) => !text.startsWith('#'));
          const priced = words.map((token) => ({
            text: token.text,
            worth: token.weight * rarity(token.text),
          }));
          return { own, weight, tokens: priced, worth: priced.reduce((sum, token) => sum + token.worth, 0) };
        });
        const worth = concept.weight * meanRarity(concept, rarity);
        return { concept, worth, variants: variants.filter((variant) => variant.worth > 0) };
      });
    this.total = this.measured.reduce((sum, { worth }) => sum + worth, 0);
  }

  /** For each concept of the query, the share of it that a text (normalised) holds, 0 to 1. */
  shares(text: string): number[] {
    return this.measured.map(({ variants }) => {
      let best = 0;
      for (const { own, weight, tokens, worth } of variants) {
        let held = 0;
        for (const token of tokens) if (text.includes(token.text)) held += token.worth;
        const share = held / worth;
        best = Math.max(best, Math.min(1, weight * 1.2) * (own ? share : share * share));
      }
      return best;
    });
  }

  /** Sum of the held concepts' worth, in nats. */
  worthOf(shares: number[]): number {
    return shares.reduce((sum, share, i) => sum + share * this.measured[i].worth, 0);
  }

  /** Worth of the rarest concept that is held whole, in nats; of those whose meaning is certain. */
  rarestHeld(shares: number[]): number {
    return shares.reduce(
      (most, share, i) =>
        share >= WHOLE_SHARE && this.measured[i].concept.certain
          ? Math.max(most, this.measured[i].worth)
          : most,
      0,
    );
  }

  /** The share of the whole query that these shares amount to, 0 to 1. */
  coverage(shares: number[]): number {
    return this.total === 0 ? 0 : this.worthOf(shares) / this.total;
  }

  /** Worth of the certain concepts that the index cannot hold in any wording, in nats, and their labels. */
  unheard(isSayable: (term: string) => boolean): { worth: number; labels: string[] } {
    const missing = this.measured.filter(
      ({ concept }) =>
        concept.certain &&
        !concept.variants.some(({ text, weight }) => weight > GUESS_WEIGHT && isSayable(text)),
    );
    return {
      worth: missing.reduce((sum, { worth }) => sum + worth, 0),
      labels: missing.map(({ concept }) => concept.label),
    };
  }

  /** Labels of the concepts, in the order of the shares. */
  labels(): string[] {
    return this.measured.map(({ concept }) => concept.label);
  }
}

/** A concept is as rare as its best-known wording: the commonest of its variants decides, so that no odd synonym inflates it. */
function meanRarity(concept: Concept, rarity: Rarity): number {
  const rarities = concept.variants.map(({ tokens }) => {
    const words = tokens.filter(({ text }) => !text.startsWith('#'));
    return words.length
      ? words.reduce((sum, { text }) => sum + rarity(text), 0) / words.length
      : Number.POSITIVE_INFINITY;
  });
  const least = Math.min(...rarities);
  return Number.isFinite(least) ? least : 0;
}
