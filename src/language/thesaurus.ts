// The dictionary inverted over the words that occur in the reports: English words and other Chinese words
// lead to them. Built with the index, so that a start from a snapshot needs no dictionary.
import { MAX_PHRASE_WORDS, readDictionary } from './dictionary.ts';
import type { Dictionary } from './dictionary-cache.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { stem } from './stem.ts';

/** Terms of one key are joined with spaces, the likeliest first. */
export interface Thesaurus {
  /**
   * English word or phrase in base form → words of the reports, each with its certainty (1 to 9) as its first
   * character.
   */
  english: Map<string, string>;
  /** Chinese word → words of the reports that share a sense with it. */
  chinese: Map<string, string>;
  /** Chinese word → what it means in English words of the reports, separated by |, the likeliest first. */
  translations: Map<string, string>;
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

/**
 * @param frequency in how many passages a token (bigram or longer word) occurs; 0 for none
 * @param words tokens of the reports, among which the English ones are looked for
 */
export function buildThesaurus(
  frequency: (token: string) => number,
  ownLexicon = '',
  dictionary: Dictionary = readDictionary(),
  words: readonly string[] = [],
): Thesaurus {
  const steps = thesaurusSteps({ frequency, words }, ownLexicon, dictionary);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The words of some reports. */
interface ReportWords {
  /** In how many passages a token occurs; 0 for none. */
  frequency: (token: string) => number;
  words: readonly string[];
}

/** Dictionary words, or thesaurus keys, processed in one step: some milliseconds. */
const STEP_SIZE = 2000;

/** Like `buildThesaurus`, in steps that let other work run in between. */
export function* thesaurusSteps(
  { frequency, words: tokens }: ReportWords,
  ownLexicon: string,
  { words, glosses, senses }: Dictionary,
): Generator<void, Thesaurus> {
  const english = new Map<string, Map<string, number>>();
  const translations = new Map<string, string>();
  const formOf = formsByStem(tokens, frequency);
  const occurring = new Set<string>();
  const glossesOfWords = glosses.split('\n');
  for (const [i, word] of words.split('\n').entries()) {
    if (i % STEP_SIZE === 0) yield;
    const translated = inWordsOfReports(glossesOfWords[i], formOf);
    if (translated.length > 0) addTranslation(translations, word, translated);
    const occurs = occurrence(word, frequency);
    if (occurs === 0) continue;
    occurring.add(word);
    if (glossesOfWords[i] === '') continue;
    for (const gloss of glossesOfWords[i].split('|')) addEnglish(english, gloss.split(' '), word, occurs);
  }
  return {
    english: yield* joinEnglish(english),
    chinese: yield* joinChinese(senses, occurring),
    translations,
    lexicon: lexicon(ownLexicon),
  };
}

/** No English text is without this word; others stand in Chinese texts too, as names (App, WiFi). */
const SIGN_OF_ENGLISH = 'the';

/** A shorter English word is as often an abbreviation of something else. */
const MIN_ENGLISH_LENGTH = 3;

/** The commonest English word of the reports for each stem. */
function formsByStem(words: readonly string[], frequency: (token: string) => number): Map<string, string> {
  const forms = new Map<string, string>();
  if (frequency(SIGN_OF_ENGLISH) === 0) return forms;
  for (const word of words) {
    if (word.length < MIN_ENGLISH_LENGTH || !/^[a-z]+$/.test(word)) continue;
    const key = stem(word);
    const known = forms.get(key);
    if (known === undefined || isCommoner(word, known, frequency)) forms.set(key, word);
  }
  return forms;
}

/** Of equally common words the first of the alphabet, so that the order of the files does not matter. */
const isCommoner = (word: string, other: string, frequency: (token: string) => number): boolean =>
  frequency(word) - frequency(other) > 0 || (frequency(word) === frequency(other) && word < other);

/** Longer glosses explain. */
const MAX_TRANSLATION_WORDS = 3;
const MAX_TRANSLATIONS = 5;

/** The glosses of a headword that the reports have all words for. */
function inWordsOfReports(glosses: string, formOf: ReadonlyMap<string, string>): string[] {
  if (glosses === '' || formOf.size === 0) return [];
  return glosses.split('|').flatMap((gloss) => {
    const stems = gloss.split(' ');
    const words = stems.flatMap((each) => formOf.get(each) ?? []);
    return words.length === stems.length && stems.length <= MAX_TRANSLATION_WORDS ? [words.join(' ')] : [];
  });
}

/** Headwords of several readings stand in several lines of the dictionary. */
function addTranslation(translations: Map<string, string>, word: string, phrases: string[]): void {
  const known = translations.get(word)?.split('|') ?? [];
  translations.set(word, [...new Set([...known, ...phrases])].slice(0, MAX_TRANSLATIONS).join('|'));
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
    const all = sense.split(' ');
    const others = all.filter((word) => occurring.has(word));
    if (others.length === 0) continue; // most senses have no word of the reports
    const words = all.filter((word) => word.length <= MAX_SYNONYM_LENGTH || occurring.has(word));
    if (words.length < 2 || words.length > MAX_SHARING) continue;
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
