// The wordings by which a passage may hold a concept, with how sure each is.
import { tagWords, termTokens } from '../language/index.ts';
import type { PassageIndex, Variant } from '../search/index.ts';

/** How sure it is that a variant says what the question says. */
export const CERTAINTY = { own: 1, lexicon: 0.85, dictionary: 0.45, sound: 0.4, name: 0.9, inside: 0.6 };
/** A pair of characters across two words of the question: a hint at a word that segmentation cut. */
export const ACROSS_WEIGHT = 0.5;
export const MAX_VARIANTS = 8;
export const MAX_CHINESE_VARIANTS = 16;

/** A term of so many characters is made of several words: each of them counts for its share. */
const COMPOUND_LENGTH = 4;

export function variant(text: string, weight: number, own: boolean): Variant {
  return { text, weight, own: own || text.length >= COMPOUND_LENGTH, tokens: termTokens(text) };
}

/** A term as a variant; one character alone stands for the words of the reports that hold it. */
export function variantsOf(term: string, weight: number, index: PassageIndex): Variant[] {
  if (term.length > 1) return [variant(term, weight, false)];
  return index.pairsWith(term).map((word) => variant(word, weight * CERTAINTY.inside, false));
}

/** True for a term whose last word is a noun: where nothing holds it, the thing is missing, not only a way to say it. */
export function isNounPhrase(term: string): boolean {
  return /^(?:n|vn|nz|j|l|i)/.test(tagWords(term).at(-1)?.tag ?? '');
}
