// What a query looks for: concepts, each with the words that may stand for it. One of them is enough.

/** The tokens that an index holds, by number. */
export interface KnownTokens {
  numberOf(token: string): number | undefined;
}

/** A way to say a concept, with the tokens that its text is indexed by. */
export interface Variant {
  /** The words, normalised. */
  text: string;
  /** 1 for the question's own words, less for synonyms and uncertain translations. */
  weight: number;
  tokens: VariantToken[];
  /** A part of it counts for its share (own words) or for the square of its share (synonyms, translations). */
  own: boolean;
}

export interface VariantToken {
  text: string;
  weight: number;
}

/** One thing that a question names. */
export interface Concept {
  /** The question's words for it. */
  label: string;
  weight: number;
  variants: Variant[];
  /** Only a hint for the ranking (a pair of characters across two words, an agency's name): never missed where it lacks. */
  hint?: boolean;
  /** It is sure what it means (a noun of the dictionary, a phrase of the lexicon): where it is missing, something is. */
  certain?: boolean;
}

/** A concept as an index knows it: tokens by number, unknown ones left out. */
export interface CompiledConcept {
  concept: Concept;
  weight: number;
  variants: CompiledVariant[];
}

export interface CompiledVariant {
  text: string;
  weight: number;
  own: boolean;
  /** The known tokens: text, number and weight side by side. */
  texts: string[];
  numbers: number[];
  weights: number[];
  /** How much of the variant's weight is in tokens that the index does not hold at all. */
  unknownWeight: number;
}

/** Looks the tokens of concepts up. */
export function compile(concepts: Concept[], known: KnownTokens): CompiledConcept[] {
  return concepts.map((concept) => ({
    concept,
    weight: concept.weight,
    variants: concept.variants
      .map((variant) => compileVariant(variant, known))
      .filter(({ numbers }) => numbers.length > 0),
  }));
}

function compileVariant(variant: Variant, known: KnownTokens): CompiledVariant {
  const compiled: CompiledVariant = {
    text: variant.text,
    weight: variant.weight,
    own: variant.own,
    texts: [],
    numbers: [],
    weights: [],
    unknownWeight: 0,
  };
  for (const token of variant.tokens) {
    const number = known.numberOf(token.text);
    if (number === undefined) compiled.unknownWeight += token.weight;
    else {
      compiled.texts.push(token.text);
      compiled.numbers.push(number);
      compiled.weights.push(token.weight);
    }
  }
  const damping =
    (compiled.weights.reduce((sum, weight) => sum + weight, 0) + compiled.unknownWeight) ** -LENGTH_DAMPING;
  compiled.weights = compiled.weights.map((weight) => weight * damping);
  compiled.unknownWeight *= damping;
  return compiled;
}

/** A long word has many pairs of characters, but it is one word: its weight grows with its length to the power 1 - this. */
const LENGTH_DAMPING = 0.5;
