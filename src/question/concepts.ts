// What a question is about: its content words as concepts, each with the words of the reports that may stand for it.
import {
  baseForms,
  englishWords,
  isKnownWord,
  isStopWord,
  normalise,
  stem,
  tagWords,
  termTokens,
} from '../language/index.ts';
import type { Concept, PassageIndex, Variant } from '../search/index.ts';

/** How sure it is that a variant says what the question says. */
const CERTAINTY = { own: 1, lexicon: 0.85, dictionary: 0.45, sound: 0.4, name: 0.9, inside: 0.6 };
/** A pair of characters across two words of the question: a hint at a word that segmentation cut. */
const ACROSS_WEIGHT = 0.5;
const MAX_VARIANTS = 8;
const MAX_CHINESE_VARIANTS = 16;

/** A term of so many characters is made of several words: each of them counts for its share. */
const COMPOUND_LENGTH = 4;

function variant(text: string, weight: number, own: boolean): Variant {
  return { text, weight, own: own || text.length >= COMPOUND_LENGTH, tokens: termTokens(text) };
}

/** A term as a variant; one character alone stands for the words of the reports that hold it. */
function variantsOf(term: string, weight: number, index: PassageIndex): Variant[] {
  if (term.length > 1) return [variant(term, weight, false)];
  return index.wordsWith(term).map((word) => variant(word, weight * CERTAINTY.inside, false));
}

/** True for a term whose last word is a noun: where nothing holds it, the thing is missing, not only a way to say it. */
function isNounPhrase(term: string): boolean {
  return /^(?:n|vn|nz|j|l|i)/.test(tagWords(term).at(-1)?.tag ?? '');
}

/** Concepts of a question in either language. `question` is normalised. */
export function conceptsOf(question: string, index: PassageIndex): Concept[] {
  const concepts: Concept[] = [];
  for (const [run] of question.matchAll(/[\u3400-\u9fff]+|[a-z0-9][a-z0-9 .,'’%+-]*/g)) {
    concepts.push(
      ...(/[\u3400-\u9fff]/.test(run) ? chineseConcepts(run, index) : englishConcepts(run, index)),
    );
  }
  return mergeSame(concepts);
}

function mergeSame(concepts: Concept[]): Concept[] {
  const byLabel = new Map<string, Concept>();
  for (const concept of concepts) {
    const known = byLabel.get(concept.label);
    if (!known || known.weight < concept.weight) byLabel.set(concept.label, concept);
  }
  return [...byLabel.values()].filter(({ variants }) => variants.some(({ tokens }) => tokens.length > 0));
}

/** How much a word tells what a question is about, by its part of speech (jieba's tags). */
const WORD_WEIGHTS: [RegExp, number][] = [
  [/^(?:m|q|mq)$/, 0.15], // 两个, 几份, 亩: counted things, seldom written so in the report
  [/^(?:d|r|p|c|u|y|e|o|f|t|h|k)/, 0.15],
  [/^(?:vn|an)$/, 0.9],
  [/^v/, 0.45],
  [/^(?:a|b|z)/, 0.45],
];
const NOUN_WEIGHT = 1;
/** A word of one character is found only by chance. */
const SINGLE_WEIGHT = 0.5;

function wordWeight(word: string, tag: string): number {
  const known = WORD_WEIGHTS.find(([pattern]) => pattern.test(tag))?.[1] ?? NOUN_WEIGHT;
  return word.length === 1 ? known * SINGLE_WEIGHT : known;
}

/** A run of Chinese: terms of the lexicon first, then words; pairs across words as hints. */
function chineseConcepts(run: string, index: PassageIndex): Concept[] {
  const concepts: Concept[] = [];
  let previous = '';
  for (const { word, tag } of joinNames(splitTerms(run, index), index)) {
    if (isStopWord(word)) {
      previous = '';
      continue;
    }
    if (previous) {
      const pair = previous.slice(-1) + word[0];
      concepts.push({
        label: pair,
        weight: ACROSS_WEIGHT,
        variants: [variant(pair, CERTAINTY.own, true)],
        hint: true,
      });
    }
    const weight = wordWeight(word, tag);
    concepts.push({
      label: word,
      weight,
      variants: chineseVariants(word, index),
      certain: weight >= 0.9 && isKnownWord(word),
    });
    previous = word;
  }
  return concepts;
}

/** A pair of characters in at most this many passages is a name rather than chance. */
const MAX_NAME_FREQUENCY = 12;

/** Two single characters that the reports write together, but seldom, are a name that segmentation does not know. */
function joinNames(
  words: { word: string; tag: string }[],
  index: PassageIndex,
): { word: string; tag: string }[] {
  const joined: { word: string; tag: string }[] = [];
  for (const each of words) {
    const last = joined.at(-1);
    const single = (word: string) => word.length === 1 && !isStopWord(word);
    const pair = last && single(last.word) && single(each.word) ? last.word + each.word : '';
    const frequency = pair ? index.passageFrequency(pair) : 0;
    if (last && frequency > 0 && frequency <= MAX_NAME_FREQUENCY) {
      last.word = pair;
      last.tag = 'nz';
    } else joined.push({ ...each });
  }
  return joined;
}

/** Cuts a run into terms that the lexicon knows (two characters and more, longest first) and words. */
function splitTerms(run: string, index: PassageIndex): { word: string; tag: string }[] {
  const { synonyms, longestTerm } = index.thesaurus.lexicon;
  const tags = new Map<number, { word: string; tag: string }>();
  let at = 0;
  for (const tagged of tagWords(run)) {
    tags.set(at, tagged);
    at += tagged.word.length;
  }
  const ends = new Set([...tags.keys(), run.length]);
  const terms: { word: string; tag: string }[] = [];
  at = 0;
  while (at < run.length) {
    let length = Math.min(longestTerm, run.length - at);
    while (
      length >= 2 &&
      !(synonyms.has(run.slice(at, at + length)) && (ends.has(at + length) || length >= 3))
    )
      length--;
    const known = length >= 2;
    if (!known) {
      length = 1;
      while (!ends.has(at + length)) length++;
    }
    const word = run.slice(at, at + length);
    terms.push({ word, tag: tags.get(at)?.word === word ? (tags.get(at)?.tag ?? 'n') : known ? 'n' : 'x' });
    at += length;
  }
  return terms;
}

function chineseVariants(word: string, index: PassageIndex): Variant[] {
  const variants = [variant(word, CERTAINTY.own, true)];
  const known = new Set([word]);
  const add = (text: string, weight: number) => {
    if (known.has(text)) return;
    known.add(text);
    variants.push(...variantsOf(text, weight, index));
  };
  for (const term of index.thesaurus.lexicon.synonyms.get(word) ?? []) add(term, CERTAINTY.lexicon);
  if (word.length === 1) for (const term of index.wordsWith(word)) add(term, CERTAINTY.inside);
  if (word.length >= 2) {
    for (const term of index.thesaurus.chinese.get(word)?.split(' ') ?? []) add(term, CERTAINTY.dictionary);
    const unknown =
      index.passageFrequency(word) === 0 &&
      termTokens(word).every(({ text }) => index.passageFrequency(text) === 0);
    if (unknown) for (const term of index.sounds.homophones(word)) add(term, CERTAINTY.sound);
  }
  return variants.slice(0, MAX_CHINESE_VARIANTS);
}

/** A run of English: phrases of the lexicon first, then phrases and words of the dictionary, then names by their sound. */
function englishConcepts(run: string, index: PassageIndex): Concept[] {
  const words = englishWords(run);
  const concepts: Concept[] = [];
  let at = 0;
  while (at < words.length) {
    const phrase = longestPhrase(words, at, index) ?? dictionaryPhrase(words, at, index);
    if (phrase) {
      concepts.push({
        label: words.slice(at, at + phrase.length).join(' '),
        weight: 1,
        variants: phrase.variants,
        certain: phrase.certain,
      });
      at += phrase.length;
      continue;
    }
    const name = spelledOut(words, at, index);
    if (name) {
      concepts.push({
        label: words.slice(at, at + name.length).join(' '),
        weight: 1,
        variants: name.variants,
      });
      at += name.length;
      continue;
    }
    const word = words[at];
    at++;
    if (isStopWord(word)) continue;
    concepts.push({ label: word, weight: 1, variants: englishVariants(word, index) });
  }
  return concepts;
}

const MAX_SYLLABLES = 4;

/** A name written syllable by syllable: San Yue San. */
function spelledOut(words: string[], at: number, index: PassageIndex): Phrase | undefined {
  for (let length = Math.min(MAX_SYLLABLES, words.length - at); length >= 2; length--) {
    const syllables = words.slice(at, at + length);
    if (!syllables.every((word) => /^[a-z]{2,6}$/.test(word) && !isStopWord(word))) continue;
    const names = index.sounds.spelled(syllables.join(''));
    if (names.length > 0)
      return { length, certain: false, variants: names.map((name) => variant(name, CERTAINTY.name, false)) };
  }
  return undefined;
}

interface Phrase {
  length: number;
  certain: boolean;
  variants: Variant[];
}

function longestPhrase(words: string[], at: number, index: PassageIndex): Phrase | undefined {
  const { english, longestPhrase: longest } = index.thesaurus.lexicon;
  for (let length = Math.min(longest, words.length - at); length >= 1; length--) {
    const slice = words.slice(at, at + length);
    if (length === 1 && isStopWord(slice[0])) continue;
    for (const key of phraseKeys(slice)) {
      const terms = english.get(key);
      if (terms)
        return {
          length,
          certain: isNounPhrase(terms[0]),
          variants: [
            ...(length === 1 ? [variant(slice[0], CERTAINTY.own, true)] : []), // App, PPP, KTV stand so in the reports
            ...terms
              .slice(0, MAX_VARIANTS)
              .flatMap((term, i) => variantsOf(term, i < 3 ? 1 : CERTAINTY.lexicon, index)),
          ],
        };
    }
  }
  return undefined;
}

/** The phrase as it stands, and with its last and its first word in base form. */
function phraseKeys(words: string[]): string[] {
  const last = baseForms(words[words.length - 1]).map((form) => [...words.slice(0, -1), form].join(' '));
  if (words.length === 1) return last;
  const first = baseForms(words[0]);
  return [
    ...last,
    ...first.flatMap((form) =>
      baseForms(words[words.length - 1]).map((end) => [form, ...words.slice(1, -1), end].join(' ')),
    ),
  ];
}

const MAX_DICTIONARY_PHRASE = 3;

function dictionaryPhrase(words: string[], at: number, index: PassageIndex): Phrase | undefined {
  for (let length = Math.min(MAX_DICTIONARY_PHRASE, words.length - at); length >= 2; length--) {
    const slice = words.slice(at, at + length);
    if (slice.some(isStopWord)) continue;
    const terms = index.thesaurus.english.get(slice.map(stem).join(' '));
    if (terms) return { length, certain: false, variants: dictionaryVariants(terms, index) };
  }
  return undefined;
}

/** Terms as the thesaurus lists them: a digit of certainty, then the word. */
function dictionaryVariants(terms: string, index: PassageIndex): Variant[] {
  return terms.split(' ').flatMap((term) => variantsOf(term.slice(1), Number(term[0]) / 10, index));
}

function englishVariants(word: string, index: PassageIndex): Variant[] {
  const own = variant(word, CERTAINTY.own, true);
  const terms = index.thesaurus.english.get(stem(word));
  const translated = terms ? dictionaryVariants(terms, index) : [];
  const named = /^[a-z]{4,}$/.test(word)
    ? index.sounds.spelled(word).map((name) => variant(name, CERTAINTY.name, false))
    : [];
  if (translated.length === 0 && named.length === 0) return [own, ...shortened(word, index)];
  const variants = translated.length
    ? [...translated, ...named.slice(0, 4).map((each) => ({ ...each, weight: each.weight / 2 }))]
    : named;
  return [own, ...variants.slice(0, MAX_VARIANTS + 4)];
}

const MIN_SHORTENED = 4;

/** Words of the lexicon that a shortened one (agri, admin) begins. */
function shortened(word: string, index: PassageIndex): Variant[] {
  if (word.length < MIN_SHORTENED) return [];
  const longer = [...index.thesaurus.lexicon.english]
    .filter(([phrase]) => phrase.startsWith(word) && !phrase.includes(' '))
    .slice(0, 3);
  return longer.flatMap(([, terms]) =>
    terms.slice(0, 2).map((term) => variant(term, CERTAINTY.dictionary, false)),
  );
}

export const normaliseQuestion = (text: string): string =>
  normalise(text).replace(/\p{Extended_Pictographic}/gu, ' ');
