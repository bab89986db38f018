// English questions to concepts: phrases of the lexicon, words of the dictionary, names by their pinyin.
import { baseForms, englishSynonyms, englishWords, isStopWord, stem } from '../language/index.ts';
import type { Concept, PassageIndex, Variant } from '../search/index.ts';
import { wordsBeginningWith } from './shortened-words.ts';
import { corrected } from './spelling.ts';
import { CERTAINTY, inEnglish, isNounPhrase, MAX_VARIANTS, variant, variantsOf } from './variant.ts';

/** Concepts of a run of English: phrases of lexicon or dictionary, else names in pinyin, else words. */
export function englishConcepts(run: string, index: PassageIndex): Concept[] {
  const typed = englishWords(run);
  const words = typed.map((word) => corrected(word, index) ?? word);
  const concepts: Concept[] = [];
  let at = 0;
  while (at < words.length) {
    const phrase = longestPhrase(words, at, index) ?? dictionaryPhrase(words, at, index);
    if (phrase) {
      concepts.push({
        label: words.slice(at, at + phrase.length).join(' '),
        weight: 1,
        variants: [...ownVariants(words.slice(at, at + phrase.length), index), ...phrase.variants],
        certain: phrase.certain,
      });
      at += phrase.length;
      continue;
    }
    const name = inSyllables(words, at, index);
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

/** A name written in pinyin, syllable by syllable: San Yue San. */
function inSyllables(words: string[], at: number, index: PassageIndex): Phrase | undefined {
  for (let length = Math.min(MAX_SYLLABLES, words.length - at); length >= 2; length--) {
    const syllables = words.slice(at, at + length);
    const areSyllables = syllables.every((word) => /^[a-z]{2,6}$/.test(word));
    if (!areSyllables || isStopWord(syllables[0])) continue; // only the first: Ming He is a name
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
            ...synonymsOf(key, index),
            ...terms
              .slice(0, MAX_VARIANTS)
              .flatMap((term, i) => variantsOf(term, i < 3 ? 1 : CERTAINTY.lexicon, index)),
          ],
        };
    }
  }
  return undefined;
}

/** English phrases that mean the same. */
const synonymsOf = (phrase: string, index: PassageIndex): Variant[] =>
  (index.thesaurus.lexicon.englishSynonyms.get(phrase) ?? []).flatMap((other) =>
    inEnglish(englishWords(other), CERTAINTY.lexicon, false, index),
  );

/** The phrase itself, and with its last and its first word in base form. */
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

/** @param terms as the thesaurus has them: before each word a digit of certainty */
function dictionaryVariants(terms: string, index: PassageIndex): Variant[] {
  return terms.split(' ').flatMap((term) => variantsOf(term.slice(1), Number(term[0]) / 10, index));
}

/** The English words themselves, for English reports. */
const ownVariants = (words: string[], index: PassageIndex): Variant[] => [
  ...inEnglish(words, CERTAINTY.own, true, index),
  ...(words.length === 1 ? wordsMadeFrom(words[0], index) : []),
];

const MAX_MADE_FROM = 3;

/** Loan and lender are two words; invest and investment, California and Californian say nearly the same. */
const wordsMadeFrom = (word: string, index: PassageIndex): Variant[] =>
  index
    .madeFrom(word)
    .slice(0, MAX_MADE_FROM)
    .map((each) => variant(each, CERTAINTY.madeFrom, false));

const MAX_USUAL_SYNONYMS = 4;

/** Synonyms from the general table in words of the reports, for a word that the lexicon does not have. */
function usualSynonyms(word: string, index: PassageIndex): Variant[] {
  if (word.length < MIN_SHORTENED || !index.hasEnglish) return [];
  return englishSynonyms(word)
    .map(englishWords)
    .filter((words) => words.every((each) => index.formsOf(each).length > 0) && !words.every(isStopWord))
    .slice(0, MAX_USUAL_SYNONYMS)
    .flatMap((words) => inEnglish(words, CERTAINTY.wordnet, false, index));
}

function englishVariants(word: string, index: PassageIndex): Variant[] {
  const own = [...ownVariants([word], index), ...usualSynonyms(word, index)];
  const terms = index.thesaurus.english.get(stem(word));
  const translated = terms ? dictionaryVariants(terms, index) : [];
  const named = /^[a-z]{4,}$/.test(word)
    ? index.sounds.spelled(word).map((name) => variant(name, CERTAINTY.name, false))
    : [];
  if (translated.length === 0 && named.length === 0) return [...own, ...shortened(word, index)];
  const variants = translated.length
    ? [...translated, ...named.slice(0, 4).map((each) => ({ ...each, weight: each.weight / 2 }))]
    : named;
  return [...own, ...variants.slice(0, MAX_VARIANTS + 4)];
}

const MIN_SHORTENED = 4;
const MAX_LONGER = 3;

/** Variants by the words of the lexicon that a shortened one (agri, admin) begins. */
function shortened(word: string, index: PassageIndex): Variant[] {
  if (word.length < MIN_SHORTENED) return [];
  const { lexicon } = index.thesaurus;
  return wordsBeginningWith(word, lexicon, MAX_LONGER).flatMap((longer) =>
    (lexicon.english.get(longer) ?? []).slice(0, 2).map((term) => variant(term, CERTAINTY.dictionary, false)),
  );
}
