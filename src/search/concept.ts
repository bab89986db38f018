// What a query looks for: concepts, each with the variants that may stand for it, and their tokens as an
// index knows them.

/** The tokens of an index, by number. */
interface KnownTokens {
  numberOf(token: string): number | undefined;
}

/** A wording of a concept, with the tokens by which it is indexed. */
export interface Variant {
  /** Normalised. */
  text: string;
  /** 1 for the question's own words, less for synonyms and uncertain translations. */
  weight: number;
  tokens: readonly VariantToken[];
  /** The question's own words. A partial match counts by its share, of other variants by its square. */
  own: boolean;
  /** A word of the reports that holds a term of one character: it may be the name of something else. */
  isWidened?: true;
}

interface VariantToken {
  text: string;
  weight: number;
}

/** One idea of a query; any of its variants is enough. */
export interface Concept {
  /** The question's words for it. */
  label: string;
  weight: number;
  variants: Variant[];
  /**
   * Only for ranking (a pair of characters across two words, an agency's name): its absence means nothing.
   */
  hint?: boolean;
  /** Certain in meaning (a noun of the dictionary, a phrase of the lexicon): its absence counts. */
  certain?: boolean;
}

/** A concept with the token numbers of an index; tokens that the index lacks are left out. */
export interface CompiledConcept {
  weight: number;
  variants: CompiledVariant[];
}

export interface CompiledVariant {
  weight: number;
  own: boolean;
  /** Parallel arrays: text, number and weight of each known token. */
  texts: string[];
  numbers: number[];
  weights: number[];
  /** Weight of the tokens that the index lacks. */
  unknownWeight: number;
}

/** A variant of n tokens weighs n to the power of 1 - this: a long word has many bigrams but is one word. */
const LENGTH_DAMPING = 0.5;

/** Looks up the tokens of concepts; variants without a known token are left out. */
export function compile(concepts: Concept[], known: KnownTokens): CompiledConcept[] {
  return concepts.map(({ weight, variants }) => ({
    weight,
    variants: variants
      .map((variant) => compileVariant(variant, known))
      .filter(({ numbers }) => numbers.length > 0),
  }));
}

function compileVariant({ weight, own, tokens }: Variant, known: KnownTokens): CompiledVariant {
  const compiled: CompiledVariant = {
    weight,
    own,
    texts: [],
    numbers: [],
    weights: [],
    unknownWeight: 0,
  };
  for (const token of tokens) {
    const number = known.numberOf(token.text);
    if (number === undefined) compiled.unknownWeight += token.weight;
    else {
      compiled.texts.push(token.text);
      compiled.numbers.push(number);
      compiled.weights.push(token.weight);
    }
  }
  const sum = compiled.weights.reduce((total, each) => total + each, 0) + compiled.unknownWeight;
  const damping = sum ** -LENGTH_DAMPING;
  compiled.weights = compiled.weights.map((each) => each * damping);
  compiled.unknownWeight *= damping;
  return compiled;
}
