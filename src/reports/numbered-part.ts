// Names of the parts of a document with their number: 第十四条, Chapter 3, Annex B, and the key under which such a part is
// found, however its number is written.
import path from 'node:path';
import { parseChineseNumeral, readWordLists } from '../language/index.ts';

/** What is numbered. An item is a point of an agenda; slides and pages are parts of the file. */
export type NumberedPartName =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'annex'
  | 'item'
  | 'slide'
  | 'page';

const WORDS = readWordLists(path.join(import.meta.dirname, 'numbering-words.txt'));
const NUMBER_WORDS = WORDS.words('numbers en');

/** Alternatives for a regular expression, longer words first. */
const alternatives = (group: string): string =>
  [...WORDS.words(group)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace('.', '\\.'))
    .join('|');

/** The words for a part in each language. */
export const chineseNames = (name: NumberedPartName): string => alternatives(`${name} zh`);
export const englishNames = (name: NumberedPartName): string => alternatives(`${name} en`);

export const HAN_NUMBER = '[零〇一二三四五六七八九十百]{1,7}|\\d{1,3}';
/** 4, 4.2, 14A, IV, B, Four; lower case too where the text is folded. */
export const LATIN_NUMBER = `\\d{1,3}(?:\\.\\d{1,3}){0,4}[A-Za-z]?|[IVXLCivxlc]{1,7}|[A-Za-z]|${NUMBER_WORDS.join('|')}`;

const ROMAN = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const ROMAN_VALUES: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The value of a roman numeral; undefined where the letters are none. */
export function romanValue(letters: string): number | undefined {
  const lower = letters.toLowerCase();
  if (lower === '' || !ROMAN.test(lower)) return undefined;
  const values = [...lower].map((letter) => ROMAN_VALUES[letter]);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/** The key of a number: 十四, 14 and XIV are 14, B is b, 3.2 is 3.2. */
export function numberKey(written: string): string {
  const lower = written.toLowerCase();
  if (/^\d/.test(lower)) return lower.replace(/\d+/g, (digits) => String(Number(digits)));
  const word = NUMBER_WORDS.indexOf(lower);
  if (word >= 0) return String(word + 1);
  if (/^[a-z]$/.test(lower) && !/^[ivx]$/.test(lower)) return lower;
  return String(romanValue(lower) ?? parseChineseNumeral(lower) ?? lower);
}

/** The place of a key in its order: 14 of 14 and of 14a, 2 of b, the last number of 3.2. */
export function ordinalOfKey(key: string): number {
  const last = /(?:^|\D)(\d{1,4})[a-z]?$/.exec(key)?.[1];
  return last === undefined ? key.charCodeAt(0) - 'a'.charCodeAt(0) + 1 : Number(last);
}

/** The order of two keys: 3 before 3.1 before 4, 14 before 14-1. */
export function compareKeys(a: string, b: string): number {
  const partsOf = (key: string): number[] =>
    key.split(/[.-]/).map((part) => (/^\d/.test(part) ? Number.parseInt(part, 10) : ordinalOfKey(part)));
  const [first, second] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.max(first.length, second.length); i++) {
    const difference = (first[i] ?? -1) - (second[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The words and numbers for whoever reads references to parts. */
export const partNames = {
  hanNumber: HAN_NUMBER,
  latinNumber: LATIN_NUMBER,
  chinese: chineseNames,
  english: englishNames,
  ordinalWords: WORDS.words('ordinals en'),
};
