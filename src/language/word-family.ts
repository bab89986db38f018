// Which English words are inflections or spellings of one another (reduce, reduces, reduced, reducing; labour,
// labor), and which are made from one another (reduce, reduction). The results are keys to compare, no words
// to show.
import path from 'node:path';
import { baseForms, irregularBase, irregularForms } from './english.ts';
import { readWordLists } from './word-lists.ts';

const SPELLINGS = readWordLists(path.join(import.meta.dirname, 'lexicon', 'spellings.txt'))
  .words('endings')
  .map((pair) => pair.split(' ') as [british: string, american: string]);

const SUFFIXES = readWordLists(path.join(import.meta.dirname, 'lexicon', 'suffixes.txt'))
  .words('suffixes')
  .toSorted((a, b) => b.length - a.length);

/** A word this short has no ending to take off. */
const MIN_LENGTH = 4;
/** Letters that a word keeps before its ending, a vowel among them: string has none. */
const MIN_KEPT = 3;

/**
 * The same key for all inflections and spellings of an English word.
 * @param word in lower case
 */
export function familyKey(word: string): string {
  const base = irregularBase(word);
  return withoutFinal(americanEnding(base === word ? withoutEnding(word) : base));
}

/** Letters that are left of a word without its suffix; shorter roots are alike by chance. */
const MIN_ROOT = 4;

/**
 * The same key for most words that are made from one another.
 * @param word in lower case
 */
export function rootKey(word: string): string {
  const key = familyKey(word);
  const suffix = SUFFIXES.find((each) => key.endsWith(each) && key.length - each.length >= MIN_ROOT);
  return suffix === undefined ? key : key.slice(0, -suffix.length);
}

/** What is left of a word must have this many letters, or else the whole word is looked for. */
const MIN_BEGINNING = 3;

/**
 * Letters with which every form of a word, and most words made from it, begin: an irregular form each has its
 * own.
 */
export function beginningsOf(word: string): string[] {
  const base = irregularBase(word);
  const root = rootKey(base);
  let length = 0;
  while (length < base.length && base[length] === root[length]) length++;
  return [length < MIN_BEGINNING ? base : base.slice(0, length), ...baseForms(base).flatMap(irregularForms)];
}

function withoutEnding(word: string): string {
  if (word.length < MIN_LENGTH) return word;
  if (word.endsWith('ies')) return word.length > MIN_LENGTH ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/[^sui]s$/.test(word)) return word.slice(0, -1);
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  return withoutParticiple(word);
}

function withoutParticiple(word: string): string {
  const kept = /^(.*?)(?:(?<!e)ed|ing)$/.exec(word)?.[1] ?? '';
  return kept.length >= MIN_KEPT && /[aeiouy]/.test(kept) ? kept : word;
}

function americanEnding(word: string): string {
  for (const [british, american] of SPELLINGS)
    if (word.endsWith(british) && word.length > british.length + 1)
      return word.slice(0, -british.length) + american;
  return word;
}

/** Without the final letters that come and go: planned, plan; reducing, reduce; movies, movie. */
const withoutFinal = (word: string): string =>
  word.length < MIN_LENGTH
    ? word
    : word
        .replace(/ie$/, 'y')
        .replace(/e$/, '')
        .replace(/([^aeiou])\1$/, '$1');
