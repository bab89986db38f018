// The wordings by which a passage may hold a concept, each with the certainty that it says the same.
import { tagWords, termTokens } from '../language/index.ts';
import type { PassageIndex, Variant } from '../search/index.ts';

/** How certain it is, by its origin, that a variant says what the question says. */
export const CERTAINTY = {
  own: 1,
  lexicon: 0.85,
  dictionary: 0.45,
  sound: 0.4,
  name: 0.9,
  inside: 0.6,
  translation: 0.7,
  madeFrom: 0.75,
  wordnet: 0.6,
  spelling: 0.8,
};
/** Weight of a pair of characters across two words: segmentation may have cut a word there. */
export const ACROSS_WEIGHT = 0.5;
export const MAX_VARIANTS = 8;
export const MAX_CHINESE_VARIANTS = 16;

/** A term of this many characters is made of several words, each of which counts for its share. */
const COMPOUND_LENGTH = 4;

/** Forms of one English word that are looked up; the rest are rare. */
const MAX_FORMS = 5;

/**
 * English words as variants: as they are given, and in the forms that the reports use (sales, sale; built,
 * building).
 */
export function inEnglish(words: string[], weight: number, own: boolean, index: PassageIndex): Variant[] {
  const forms = words.map((word) => [...new Set([word, ...index.formsOf(word)])].slice(0, MAX_FORMS));
  const count = Math.max(...forms.map(({ length }) => length));
  return Array.from({ length: count }, (_, i) =>
    variant(forms.map((each) => each[Math.min(i, each.length - 1)]).join(' '), weight, own),
  );
}

/** @param own whether its words are the question's own, so that a part of it counts */
export function variant(text: string, weight: number, own: boolean): Variant {
  return { text, weight, own: own || isCompound(text), tokens: termTokens(text) };
}

const isCompound = (text: string): boolean =>
  /^[a-z]/.test(text) ? text.includes(' ') : text.length >= COMPOUND_LENGTH;

/** A term as a variant; one character alone stands for the words of the reports that hold it. */
export function variantsOf(term: string, weight: number, index: PassageIndex): Variant[] {
  if (term.length > 1) return [variant(term, weight, false)];
  return index
    .pairsWith(term)
    .map((word) => ({ ...variant(word, weight * CERTAINTY.inside, false), isWidened: true }));
}

/** Whether a term ends in a noun: where no report holds it, the thing is missing and not only a wording. */
export function isNounPhrase(term: string): boolean {
  return /^(?:n|vn|nz|j|l|i)/.test(tagWords(term).at(-1)?.tag ?? '');
}
