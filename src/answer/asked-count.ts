// How many points a question says there are: 十件实事, 五个方面, the five directions.
import path from 'node:path';
import { parseChineseNumeral, readWordLists } from '../language/index.ts';

const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/points.txt'));
const NUMBERS = PHRASES.words('numbers en');
const CHINESE = new RegExp(
  `(?<![第\\d])([二两三四五六七八九十]{1,3}|\\d{1,2})(?:${PHRASES.pattern('counted zh')})`,
);
/** "five big directions"; a plural that counts time or money is another number. */
const ENGLISH = new RegExp(`\\b(${NUMBERS.join('|')}|\\d{1,2})\\s+(?:[a-z-]+\\s+){0,2}?([a-z-]+s)\\b`, 'g');
const MEASURED = new RegExp(`^(?:${PHRASES.pattern('measured en')})$`);
/** The second number word is two. */
const FIRST_NUMBER = 2;

/** @param question normalised; undefined where it does not say */
export function askedCount(question: string): number | undefined {
  const zh = CHINESE.exec(question)?.[1];
  if (zh) return /^\d/.test(zh) ? Number(zh) : parseChineseNumeral(zh);
  for (const [, number, noun] of question.matchAll(ENGLISH))
    if (!MEASURED.test(noun))
      return /^\d/.test(number) ? Number(number) : NUMBERS.indexOf(number) + FIRST_NUMBER;
  return undefined;
}
