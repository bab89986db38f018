// English names of places: a head such as County with its name, and words that are spelt like a place of China.
import { lexicon, stem } from '../language/index.ts';
import {
  ENGLISH_LOOKALIKES,
  ENGLISH_NO_NAME,
  ENGLISH_OFFICES,
  ENGLISH_PLACES,
  ENGLISH_WORKS,
  KNOWN_PLACES,
  LEVEL_PREFIXES,
} from './name-lists.ts';
import type { EnglishWord } from './names-english-words.ts';
import { isPinyinName } from './pinyin-name.ts';

function englishWordsKnown(): Set<string> {
  const words = new Set<string>();
  for (const phrase of lexicon().english.keys()) for (const word of phrase.split(' ')) words.add(word);
  return words;
}

let englishStems: Set<string> | undefined;

/** Whether a word is one of the phrases of the lexicon: no name of a place, however it is spelt. */
export function isLexiconWord(word: string): boolean {
  englishStems ??= new Set([...englishWordsKnown()].map(stem));
  return englishStems.has(stem(word));
}

/** A word that is spelt like the name of a Chinese place, or a known one. */
export const isPlaceName = (word: EnglishWord | undefined): boolean =>
  word !== undefined &&
  (KNOWN_PLACES.has(word.text) ||
    (!ENGLISH_NO_NAME.has(word.text) &&
      !ENGLISH_LOOKALIKES.has(word.text) &&
      isPinyinName(word.text) &&
      !isLexiconWord(word.text)));

export function placeSpan(words: readonly EnglishWord[], i: number): [number, number] | undefined {
  const word = words[i];
  const before = words[i - 1];
  if (ENGLISH_PLACES.has(word.text) && before && !word.breaks && !before.isPossessive) {
    if (!isNamed(words, i - 1)) return undefined;
    const first =
      words[i - 2] && !before.breaks && isNamed(words, i - 2) && words[i - 2].isCapital && i > 2
        ? i - 2
        : i - 1;
    return [first, i];
  }
  if (ENGLISH_PLACES.has(words[i + 1]?.text ?? '') && !words[i + 1].breaks) return undefined;
  if (!isPlaceName(word) || (!word.isCapital && !standsAsPlace(words, i))) return undefined;
  const next = words[i + 1];
  if (
    next &&
    !next.breaks &&
    !word.isPossessive &&
    (ENGLISH_WORKS.has(next.text) || (next.isCapital && !isPlaceName(next)))
  )
    return undefined;
  return [i, i];
}

const isNamed = (words: readonly EnglishWord[], at: number): boolean => {
  const word = words[at];
  if (ENGLISH_NO_NAME.has(word.text) || LEVEL_PREFIXES.has(word.text) || ENGLISH_OFFICES.has(word.text))
    return false;
  return isPlaceName(word) || (word.isCapital && (at > 0 || !isLexiconWord(word.text)));
};

/** All in lower case: a place only where one stands. */
const standsAsPlace = (words: readonly EnglishWord[], i: number): boolean =>
  words[i].isPossessive ||
  /^(?:in|of|from|for|at|to|did|does|is|was|between|versus|vs|and|or|than)$/.test(words[i - 1]?.text ?? '');
