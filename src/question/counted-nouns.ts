// What is counted alike: measure words, and the nouns of both languages that they count.
import path from 'node:path';
import { familyKey, readWordLists } from '../language/index.ts';

/** Measure words, and the nouns that they count: English ones by their families. */
export interface CountedGroup {
  measures: readonly string[];
  nouns: ReadonlySet<string>;
  chineseNouns: readonly string[];
}

const LISTS = readWordLists(path.join(import.meta.dirname, 'phrases/measures.txt'));
export const COUNTED_GROUPS: readonly CountedGroup[] = [
  'people',
  'households',
  'organisations',
  'matters',
  'times',
  'copies',
  'places',
  'things',
  'animals and plants',
  'dwellings',
  'projects',
  'areas of government',
].map((name) => {
  const [measures, nouns, chinese] = LISTS.words(name).map((line) => line.split(' '));
  return { measures, nouns: new Set(nouns.map(familyKey)), chineseNouns: chinese };
});

/** A stop word, and still a noun that is counted: how many people. */
export const PEOPLE = 'people';

const CHINESE_NOUNS = COUNTED_GROUPS.flatMap(({ chineseNouns }) => chineseNouns);
const ASKED_NOUN = new RegExp(
  `(?:多少|好多)(${CHINESE_NOUNS.toSorted((a, b) => b.length - a.length).join('|')})`,
);

/** The noun after 多少 without a measure word: 多少学生. */
export const chineseNounCounted = (question: string): string | undefined => ASKED_NOUN.exec(question)?.[1];
