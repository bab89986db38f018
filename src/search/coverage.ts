// Coverage: the share of a query's concepts that a stretch of text holds, weighted by rarity.
import { indexOfToken } from '../language/index.ts';
import type { Concept, Variant } from './concept.ts';

/** The inverse document frequency of a token, in nats. */
type Rarity = (token: string) => number;

/** A share from here on counts as the whole concept. */
const WHOLE_SHARE = 0.95;

/** A variant of this weight or less is only a guess from its sound. */
const GUESS_WEIGHT = 0.4;

/** A synonym of this weight counts as much as the question's own word. */
const FULL_WEIGHT_FACTOR = 1.2;

/** A concept and its variants with their worth: weight × rarity, in nats. */
interface WeightedConcept {
  concept: Concept;
  worth: number;
  variants: WeightedVariant[];
}

interface WeightedVariant {
  own: boolean;
  weight: number;
  /** Each with the number of its text among all of the query. */
  tokens: { number: number; worth: number }[];
  worth: number;
}

/** Numbers for the different texts of the tokens of a query: wordings share many of them. */
class TokenTexts {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** Measures texts against the concepts of one query; hints do not count. */
export class CoverageMeter {
  private concepts: WeightedConcept[];
  private tokens = new TokenTexts();
  /** Worth of all concepts, in nats. */
  total: number;

  constructor(concepts: Concept[], rarity: Rarity) {
    this.concepts = concepts
      .filter(({ hint }) => !hint)
      .map((concept) => weigh(concept, rarity, this.tokens));
    this.total = this.concepts.reduce((sum, { worth }) => sum + worth, 0);
  }

  /**
   * The same meter for stretches of one text: what is nowhere in the text is not looked for in each of them.
   * @param text normalised
   */
  within(text: string): CoverageMeter {
    const isThere = this.tokens.texts.map((token) => indexOfToken(text, token) >= 0);
    const occurs = ({ tokens }: WeightedVariant) => tokens.some(({ number }) => isThere[number]);
    const narrowed = new CoverageMeter([], () => 0);
    narrowed.tokens = this.tokens;
    narrowed.total = this.total;
    narrowed.concepts = this.concepts.map((concept) => ({
      ...concept,
      variants: concept.variants.filter(occurs),
    }));
    return narrowed;
  }

  /**
   * For each concept of the query, the share of it that a text holds, 0 to 1.
   * @param text normalised
   */
  shares(text: string): number[] {
    const { texts } = this.tokens;
    const looked = new Int8Array(texts.length); // 0 not yet, 1 found, -1 not there
    const holds = (number: number): boolean => {
      if (looked[number] === 0) looked[number] = indexOfToken(text, texts[number]) >= 0 ? 1 : -1;
      return looked[number] === 1;
    };
    return this.concepts.map(({ variants }) => {
      let best = 0;
      for (const { own, weight, tokens, worth } of variants) {
        let found = 0;
        for (const token of tokens) if (holds(token.number)) found += token.worth;
        const share = found / worth;
        best = Math.max(best, Math.min(1, weight * FULL_WEIGHT_FACTOR) * (own ? share : share * share));
        if (best === 1) break;
      }
      return best;
    });
  }

  /** Worth of what the shares amount to, in nats. */
  worthOf(shares: number[]): number {
    return shares.reduce((sum, share, i) => sum + share * this.concepts[i].worth, 0);
  }

  /** Worth of the rarest certain concept that is covered whole, in nats; 0 for none. */
  rarestWhole(shares: number[]): number {
    return shares.reduce((max, share, i) => {
      const { concept, worth } = this.concepts[i];
      return share >= WHOLE_SHARE && concept.certain ? Math.max(max, worth) : max;
    }, 0);
  }

  /** The share of the whole query that the shares amount to, 0 to 1. */
  coverage(shares: number[]): number {
    return this.total === 0 ? 0 : this.worthOf(shares) / this.total;
  }

  /** Labels of the certain concepts that the reports have no words for, and their worth in nats. */
  unknownConcepts(hasWordsFor: (term: string) => boolean): { worth: number; labels: string[] } {
    const missing = this.concepts.filter(
      ({ concept }) =>
        concept.certain &&
        !concept.variants.some(({ text, weight }) => weight > GUESS_WEIGHT && hasWordsFor(text)),
    );
    return {
      worth: missing.reduce((sum, { worth }) => sum + worth, 0),
      labels: missing.map(({ concept }) => concept.label),
    };
  }

  /** Labels of the concepts, in the order of the shares. */
  labels(): string[] {
    return this.concepts.map(({ concept }) => concept.label);
  }
}

function weigh(concept: Concept, rarity: Rarity, texts: TokenTexts): WeightedConcept {
  const variants = concept.variants.map(({ own, weight, tokens }): WeightedVariant => {
    const weighted = tokens
      .filter(isWord)
      .map(({ text, weight: share }) => ({ number: texts.numberOf(text), worth: share * rarity(text) }));
    return { own, weight, tokens: weighted, worth: weighted.reduce((sum, token) => sum + token.worth, 0) };
  });
  return {
    concept,
    worth: concept.weight * rarityOf(concept, rarity),
    variants: variants.filter(({ worth }) => worth > 0),
  };
}

/**
 * The mean rarity of the commonest variant's words, so that no odd synonym makes a concept rare. A translation
 * counts only where the reports hold nothing in the question's own language.
 */
function rarityOf({ label, variants }: Concept, rarity: Rarity): number {
  const meanOf = ({ tokens }: Variant) => {
    const words = tokens.filter(isWord);
    return words.length
      ? words.reduce((sum, { text }) => sum + rarity(text), 0) / words.length
      : Number.POSITIVE_INFINITY;
  };
  const own = variants.filter(({ text }) => isLatin(text) === isLatin(label)).map(meanOf);
  const min = Math.min(...own);
  if (min < rarity(UNKNOWN)) return min;
  const any = Math.min(...variants.map(meanOf));
  return Number.isFinite(any) ? any : 0;
}

/** No token of any report. */
const UNKNOWN = '';

const isLatin = (text: string): boolean => /^[a-z]/.test(text);

/** Numerals are indexed in a form that no text shows. */
const isWord = ({ text }: { text: string }) => !text.startsWith('#');
