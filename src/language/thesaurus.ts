// The dictionary inverted over the words that occur in the reports: English words and other Chinese words
// lead to them. Built with the index, so that a start from a snapshot needs no dictionary.
import { MAX_PHRASE_WORDS, readDictionary } from './dictionary.ts';
import type { Dictionary } from './dictionary-cache.ts';
import { type Lexicon, lexicon } from './lexicon.ts';

/** Terms of one key are joined with spaces, the likeliest first. */
export interface Thesaurus {
  /**
   * English word or phrase in base form → words of the reports, each with its certainty (1 to 9) as its first
   * character.
   */
  english: Map<string, string>;
  /** Chinese word → words of the reports that share a sense with it. */
  chinese: Map<string, string>;
  /** The domain lexicon as it was when the index was built. */
  lexicon: Lexicon;
}

const MAX_TERMS = 10;
/** A gloss that more headwords share is too vague to make them synonyms. */
const MAX_SHARING = 7;
/** People do not type longer words that the reports lack. */
const MAX_SYNONYM_LENGTH = 3;
const MIN_CERTAINTY = 2;
/** A single character has many senses. */
const SINGLE_CERTAINTY = 5;

/** @param frequency in how many passages a token (bigram or longer word) occurs; 0 for none */
export function buildThesaurus(
  frequency: (token: string) => number,
  ownLexicon = '',
  dictionary: Dictionary = readDictionary(),
): Thesaurus {
  const steps = thesaurusSteps(frequency, ownLexicon, dictionary);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Dictionary words, or thesaurus keys, processed in one step: some milliseconds. */
const STEP_SIZE = 2000;

/** Like `buildThesaurus`, in steps that let other work run in between. */
export function* thesaurusSteps(
  frequency: (token: string) => number,
  ownLexicon: string,
  { words, glosses, senses }: Dictionary,
): Generator<void, Thesaurus> {
  const english = new Map<string, Map<string, number>>();
  const occurring = new Set<string>();
  const glossesOfWords = glosses.split('\n');
  for (const [i, word] of words.split('\n').entries()) {
    if (i % STEP_SIZE === 0) yield;
    const occurs = occurrence(word, frequency);
    if (occurs === 0) continue;
    occurring.add(word);
    if (glossesOfWords[i] === '') continue;
    for (const gloss of glossesOfWords[i].split('|')) addEnglish(english, gloss.split(' '), word, occurs);
  }
  return {
    english: yield* joinEnglish(english),
    chinese: yield* joinChinese(senses, occurring),
    lexicon: lexicon(ownLexicon),
  };
}

/** How many passages hold a word; for a word that is no token, the minimum over its bigrams. */
function occurrence(word: string, frequency: (token: string) => number): number {
  const whole = frequency(word);
  if (whole > 0 || word.length <= 2 || word.length > 4) return whole;
  let min = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < word.length; i++) min = Math.min(min, frequency(word.slice(i, i + 2)));
  return min;
}

function addEnglish(
  english: Map<string, Map<string, number>>,
  words: string[],
  word: string,
  occurs: number,
): void {
  const put = (key: string, certainty: number) => {
    const terms = english.get(key) ?? new Map<string, number>();
    const worth = certainty * (1 + 0.05 * Math.log(occurs));
    terms.set(word, Math.max(worth, terms.get(word) ?? 0));
    english.set(key, terms);
  };
  if (word.length === 1) {
    if (words.length === 1) put(words[0], SINGLE_CERTAINTY);
    return;
  }
  if (words.length <= MAX_PHRASE_WORDS) put(words.join(' '), 8 - (words.length === 1 ? 0 : -1));
  if (words.length === 2 || words.length === 3)
    for (const part of words) if (part.length > 2) put(part, words.length === 2 ? 4 : 2.5);
}

function* joinEnglish(english: Map<string, Map<string, number>>): Generator<void, Map<string, string>> {
  const joined = new Map<string, string>();
  let done = 0;
  for (const [key, terms] of english) {
    if (++done % STEP_SIZE === 0) yield;
    const best = [...terms].sort((a, b) => b[1] - a[1]).slice(0, MAX_TERMS);
    const certain = best.filter(([, certainty]) => certainty >= MIN_CERTAINTY);
    if (certain.length)
      joined.set(
        key,
        certain.map(([word, certainty]) => `${Math.min(9, Math.round(certainty))}${word}`).join(' '),
      );
  }
  return joined;
}

function* joinChinese(senses: string, occurring: ReadonlySet<string>): Generator<void, Map<string, string>> {
  const related = new Map<string, Set<string>>();
  for (const [i, sense] of senses.split('\n').entries()) {
    if (i % STEP_SIZE === 0) yield;
    const words = sense.split(' ').filter((word) => word.length <= MAX_SYNONYM_LENGTH || occurring.has(word));
    if (words.length < 2 || words.length > MAX_SHARING) continue;
    const others = words.filter((word) => occurring.has(word));
    for (const word of words) {
      for (const other of others) {
        if (other === word) continue;
        const known = related.get(word) ?? new Set<string>();
        known.add(other);
        related.set(word, known);
      }
    }
  }
  return new Map([...related].map(([word, others]) => [word, [...others].slice(0, MAX_TERMS).join(' ')]));
}
