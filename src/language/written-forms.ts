// Patterns that find words in texts as they were written: in either script and width, in any case, broken by
// line ends. No folded copy of the text is needed; matching takes time linear in the text.
import { normalise } from './normalise.ts';

/** Blocks whose characters fold to others: Latin, compatibility forms, Chinese characters, wide forms. */
const FOLDED_BLOCKS = [
  [0x20, 0x24f],
  [0x2100, 0x21ff],
  [0x2e80, 0x2fdf],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0xff00, 0xffef],
];

let sources: ReadonlyMap<string, string> | undefined;

/** By character of the matching form, the characters that are written for it. */
function sourcesOf(): ReadonlyMap<string, string> {
  if (sources) return sources;
  const found = new Map<string, string>();
  for (const [first, last] of FOLDED_BLOCKS) {
    const units = Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i));
    // one by one: beside others a D may be read as a masked character
    for (const unit of units) {
      const folded = normalise(unit);
      found.set(folded, (found.get(folded) ?? '') + unit);
    }
  }
  sources = found;
  return found;
}

const unicodeEscape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The characters that are written for one of the matching form, as a class of a regular expression. */
function classOf(character: string): string {
  const written = sourcesOf().get(character) ?? character;
  return `[${[...written].map(unicodeEscape).join('')}]`;
}

const classesOf = (word: string) => [...word].map(classOf);

/** A Chinese word may be cut by a line end or set with blanks. */
const BETWEEN_CHARACTERS = '\\s*';
/** An English word may be hyphenated, at a line end or not: e-mail, email. */
const BETWEEN_LETTERS = '(?:[-\\u00ad\\u2010\\u2011]\\s{0,3})?';

/** Pattern source for a Chinese word anywhere, or for English words that begin with some letters. */
function sourceOf(term: string): string {
  if (!/^[a-z]/.test(term)) return classesOf(term).join(BETWEEN_CHARACTERS);
  return `(?<![a-zA-Z])${classesOf(term).join(BETWEEN_LETTERS)}`;
}

/**
 * A pattern that finds any of some terms in a text as it was written.
 * @param terms normalised: Chinese words, or the beginnings of English words
 */
export const writtenForms = (terms: readonly string[]): RegExp => new RegExp(terms.map(sourceOf).join('|'));
