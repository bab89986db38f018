// English words as they were meant: one that nothing knows is read as the known word that it is closest to.
import {
  englishSynonyms,
  isStopWord,
  nearestWords,
  type SpellingTable,
  spellingTable,
  stem,
} from '../language/index.ts';
import type { PassageIndex } from '../search/index.ts';

const tables = new WeakMap<PassageIndex, SpellingTable>();

/** Words of the lexicon and of the reports. */
function tableOf(index: PassageIndex): SpellingTable {
  let table = tables.get(index);
  if (!table) {
    const ofLexicon = [...index.thesaurus.lexicon.english.keys()].flatMap((phrase) => phrase.split(' '));
    table = spellingTable([...ofLexicon, ...index.englishWords()].filter((word) => /^[a-z]+$/.test(word)));
    tables.set(index, table);
  }
  return table;
}

/**
 * The likeliest word for one that neither the reports nor any word list know.
 * @param word in lower case
 * @returns undefined for a known word, and where nothing is close enough
 */
export function corrected(word: string, index: PassageIndex): string | undefined {
  if (!/^[a-z]{5,}$/.test(word) || isKnown(word, index)) return undefined;
  const nearest = nearestWords(word, tableOf(index));
  return nearest.toSorted(
    (a, b) => index.passageFrequency(b) - index.passageFrequency(a) || (a < b ? -1 : 1),
  )[0];
}

const isKnown = (word: string, index: PassageIndex): boolean =>
  isStopWord(word) ||
  index.formsOf(word).length > 0 ||
  index.thesaurus.english.has(stem(word)) ||
  index.thesaurus.lexicon.english.has(word) ||
  index.sounds.spelled(word).length > 0 ||
  englishSynonyms(word).length > 0;
