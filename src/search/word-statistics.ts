// The Chinese words of a library and in how many passages each stands: what a thesaurus is made over, in any thread.
import { buildThesaurus, type Dictionary, type Thesaurus } from '../language/index.ts';
import { CharacterPairs } from './character-pairs.ts';
import type { Tables } from './tables.ts';

export interface WordStatistics {
  /** Joined with spaces: one text goes to another thread faster than many. */
  words: string;
  /** In how many passages each word stands. */
  counts: Uint32Array;
}

/** The dictionary has no longer words than these. */
const CHINESE_WORD = /^[\u3400-\u9fff]{1,6}$/;

/** The statistics of a library. */
export function statisticsOf(tables: Tables): WordStatistics {
  const words = tables.presentWords().filter((word) => CHINESE_WORD.test(word));
  return {
    words: words.join(' '),
    counts: Uint32Array.from(words, (word) => tables.passageFrequency(word)),
  };
}

/** The thesaurus over a library's words. One character alone is as common as the pairs that hold it are many. */
export function thesaurusOver(
  { words, counts }: WordStatistics,
  ownLexicon = '',
  dictionary?: Dictionary,
): Thesaurus {
  const list = words.split(' ');
  const frequencies = new Map(list.map((word, i) => [word, counts[i] ?? 0]));
  const pairs = new CharacterPairs(list, () => 1);
  const frequency = (token: string) =>
    token.length === 1 ? pairs.count(token) : (frequencies.get(token) ?? 0);
  return buildThesaurus(frequency, ownLexicon, dictionary);
}
