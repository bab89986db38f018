// Which value answers a question, and the measure words that its number may have in the reports.
import { escapedPattern, familyKey, isStopWord } from '../language/index.ts';
import { COUNTED_GROUPS, PEOPLE } from './counted-nouns.ts';
import type { AnswerType, ExpectedAnswer } from './expected-answer.ts';

/** The value that a question asks for, as a text can be held against it. */
export interface AskedValue {
  type: AnswerType;
  /** Fits the beginning of what follows a number: the asked measure word, or one that counts the same. */
  measure?: RegExp;
  /** English nouns of which one follows the number, by their families. */
  nouns?: ReadonlySet<string>;
}

/** @param expected undefined or null where no value is asked for */
export function askedValue(expected: ExpectedAnswer | null): AskedValue | undefined {
  if (!expected) return undefined;
  const { type, unit } = expected;
  if (!unit || (type !== 'count' && type !== 'size')) return { type };
  return /[a-z]/.test(unit) ? englishUnit(type, unit) : chineseUnit(type, unit);
}

function chineseUnit(type: AnswerType, unit: string): AskedValue {
  const ofNoun = COUNTED_GROUPS.filter(({ chineseNouns }) => chineseNouns.includes(unit));
  if (ofNoun.length > 0)
    return {
      type,
      measure: measureOfNoun(
        unit,
        ofNoun.flatMap(({ measures }) => measures),
      ),
    };
  const alike = COUNTED_GROUPS.filter(({ measures }) => measures.includes(unit)).flatMap(
    ({ measures }) => measures,
  );
  const measures = [...new Set([unit, ...alike])].toSorted((a, b) => b.length - a.length);
  return { type, measure: new RegExp(`^(?:${measures.map(escapedPattern).join('|')})`) };
}

/** 个 counts whatever stands behind it. */
const ANY_MEASURE = '个';

function measureOfNoun(noun: string, measures: readonly string[]): RegExp {
  const own = [...new Set(measures)]
    .filter((measure) => measure !== ANY_MEASURE)
    .toSorted((a, b) => b.length - a.length);
  return new RegExp(`^(?:${ANY_MEASURE}?${noun}|${own.join('|')}|${ANY_MEASURE}(?![一-鿿]))`);
}

function englishUnit(type: AnswerType, unit: string): AskedValue {
  const keys = unit
    .split(/[ -]+/)
    .filter((word) => !isStopWord(word) || word === PEOPLE)
    .map(familyKey);
  const groups = COUNTED_GROUPS.filter(({ nouns }) => nouns.has(keys.at(-1) ?? ''));
  const measures = [...new Set(groups.flatMap((group) => group.measures))].toSorted(
    (a, b) => b.length - a.length,
  );
  return {
    type,
    nouns: new Set(keys),
    ...(measures.length > 0 ? { measure: new RegExp(`^(?:${measures.join('|')})`) } : {}),
  };
}
