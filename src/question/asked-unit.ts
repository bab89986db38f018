// Which value answers a question, and the measure words that its number may have in the reports.
import path from 'node:path';
import { escapedPattern, familyKey, isStopWord, readWordLists } from '../language/index.ts';
import { type AnswerType, type ExpectedAnswer, PEOPLE } from './expected-answer.ts';

/** The value that a question asks for, as a text can be held against it. */
export interface AskedValue {
  type: AnswerType;
  /** Fits the beginning of what follows a number: the asked measure word, or one that counts the same. */
  measure?: RegExp;
  /** English nouns of which one follows the number, by their families. */
  nouns?: ReadonlySet<string>;
}

const LISTS = readWordLists(path.join(import.meta.dirname, 'phrases/measures.txt'));
const GROUPS = [
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
  const [measures, nouns] = LISTS.words(name);
  return { measures: measures.split(' '), nouns: new Set(nouns.split(' ').map(familyKey)) };
});

/** @param expected undefined or null where no value is asked for */
export function askedValue(expected: ExpectedAnswer | null): AskedValue | undefined {
  if (!expected) return undefined;
  const { type, unit } = expected;
  if (!unit || (type !== 'count' && type !== 'size')) return { type };
  return /[a-z]/.test(unit) ? englishUnit(type, unit) : chineseUnit(type, unit);
}

function chineseUnit(type: AnswerType, unit: string): AskedValue {
  const alike = GROUPS.filter(({ measures }) => measures.includes(unit)).flatMap(({ measures }) => measures);
  const measures = [...new Set([unit, ...alike])].toSorted((a, b) => b.length - a.length);
  return { type, measure: new RegExp(`^(?:${measures.map(escapedPattern).join('|')})`) };
}

function englishUnit(type: AnswerType, unit: string): AskedValue {
  const keys = unit
    .split(/[ -]+/)
    .filter((word) => !isStopWord(word) || word === PEOPLE)
    .map(familyKey);
  const groups = GROUPS.filter(({ nouns }) => nouns.has(keys.at(-1) ?? ''));
  const measures = [...new Set(groups.flatMap((group) => group.measures))].toSorted(
    (a, b) => b.length - a.length,
  );
  return {
    type,
    nouns: new Set(keys),
    ...(measures.length > 0 ? { measure: new RegExp(`^(?:${measures.join('|')})`) } : {}),
  };
}
