// Chinese words in English, for English reports that are asked in Chinese.
import { englishWords, type Lexicon } from '../language/index.ts';
import type { PassageIndex, Variant } from '../search/index.ts';
import { CERTAINTY, inEnglish } from './variant.ts';

/** English phrases by their Chinese terms, for each lexicon. */
const phrasesByTerm = new WeakMap<Lexicon, ReadonlyMap<string, readonly string[]>>();

function phrasesOf(lexicon: Lexicon): ReadonlyMap<string, readonly string[]> {
  const made = phrasesByTerm.get(lexicon);
  if (made) return made;
  const phrases = new Map<string, string[]>();
  for (const [phrase, terms] of lexicon.english)
    for (const term of terms) {
      const known = phrases.get(term);
      if (known) known.push(phrase);
      else phrases.set(term, [phrase]);
    }
  phrasesByTerm.set(lexicon, phrases);
  return phrases;
}

const MAX_PHRASES = 4;

/** What a Chinese word is called in those English words that occur in the reports. */
function translationsOf(word: string, index: PassageIndex): string[][] {
  const { lexicon, translations } = index.thesaurus;
  const ofDomain = (phrasesOf(lexicon).get(word) ?? [])
    .map(englishWords)
    .filter((words) => words.every((each) => index.formsOf(each).length > 0));
  const ofDictionary = (translations.get(word)?.split('|') ?? []).map((phrase) => phrase.split(' '));
  return [...ofDomain, ...ofDictionary].slice(0, MAX_PHRASES);
}

/** The same as variants. */
export const translatedVariants = (word: string, index: PassageIndex): Variant[] =>
  translationsOf(word, index).flatMap((words) => inEnglish(words, CERTAINTY.translation, false, index));
