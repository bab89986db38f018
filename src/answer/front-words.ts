// Lines that say which report it is, and nothing that it says: its title, its author, who speaks.
import { normalise } from '../language/index.ts';
import type { Report } from '../reports/index.ts';

const plain = (text: string): string =>
  normalise(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const MIN_WORDS = 2;
/** Marks and spaces that a line may have more than the name in it. */
const MAX_MARKS = 8;

/** Whether words are a report's title, or name its author; a Latin name may stand without what the author is. */
export function areFrontWords(words: string, { title, agency = '', person = '' }: Report): boolean {
  // most sentences are longer than any of them
  if (words.length > Math.max(title.length, agency.length, person.length) + MAX_MARKS) return false;
  const own = plain(words);
  if (own === '' || own === plain(title)) return own !== '';
  const isName = own.split(' ').length >= MIN_WORDS && /^[a-z .]+$/.test(own);
  return [agency, person]
    .map(plain)
    .some((name) => own === name || (isName && ` ${name} `.includes(` ${own} `)));
}
