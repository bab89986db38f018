// The domain lexicon: English phrases with Chinese terms, and groups of Chinese synonyms. The format of its
// files is described in lexicon/README.md; a user's own file has the same format.
import fs from 'node:fs';
import path from 'node:path';
import { englishWords } from './english.ts';
import { normalise } from './normalise.ts';

/** Chinese keys and terms are normalised. */
export interface Lexicon {
  /** English phrase (lower case, base forms) → Chinese terms, the usual one first. */
  english: Map<string, string[]>;
  /** Chinese term → the other terms of its groups. */
  synonyms: Map<string, string[]>;
  /** English phrase → other phrases of its concepts. */
  englishSynonyms: Map<string, string[]>;
  /** Words of the longest English phrase, and characters of the longest Chinese term. */
  longestPhrase: number;
  longestTerm: number;
}

const DIRECTORY = path.join(import.meta.dirname, 'lexicon');

let shared: Lexicon | undefined;

/**
 * The bundled lexicon, read on first use.
 * @param own the text of a user's file, whose entries come first
 */
export function lexicon(own = ''): Lexicon {
  if (own) return parseLexicon([own, ...bundledTexts()]);
  shared ??= parseLexicon(bundledTexts());
  return shared;
}

/** Takes the bundled lexicon as it was stored by this very version of its files: parsing them takes longer. */
export function adoptLexicon(stored: Lexicon): void {
  shared ??= stored;
}

const DOMAINS = path.join(DIRECTORY, 'domains');

function bundledTexts(): string[] {
  const domains = fs.readdirSync(DOMAINS).filter((name) => name.endsWith('.txt'));
  const files = [...['english.txt', 'synonyms.txt'].map((name) => path.join(DIRECTORY, name))];
  return [...files, ...domains.sort().map((name) => path.join(DOMAINS, name))].map((file) =>
    fs.readFileSync(file, 'utf8'),
  );
}

/** A line with = is an English entry, one without is a group of Chinese synonyms, # begins a comment. */
export function parseLexicon(texts: string[]): Lexicon {
  const target: Lexicon = {
    english: new Map(),
    synonyms: new Map(),
    englishSynonyms: new Map(),
    longestPhrase: 1,
    longestTerm: 1,
  };
  for (const line of texts.flatMap((text) => text.split(/\r?\n/))) {
    const entry = line.split('#', 1)[0].trim();
    const [left, right] = entry.split('=', 2);
    if (right === undefined) {
      if (entry) addGroup(target, termsOf(entry));
    } else if (/\p{Script=Han}/u.test(left)) addConcept(target, termsOf(left), phrasesOf(right));
    else addEnglish(target, phraseOf(left), termsOf(right));
  }
  return target;
}

const phraseOf = (text: string): string => englishWords(text).join(' ');
const phrasesOf = (list: string): string[] => [...new Set(list.split(',').map(phraseOf).filter(Boolean))];
const termsOf = (list: string): string[] => [
  ...new Set(list.trim().split(/\s+/).map(normalise).filter(Boolean)),
];

/** 中文 中文 = english phrase, english phrase: every term of a side means all of the other. */
function addConcept(target: Lexicon, terms: string[], phrases: string[]): void {
  for (const phrase of phrases) {
    addEnglish(target, phrase, terms);
    const others = phrases.filter((other) => other !== phrase);
    if (others.length > 0) append(target.englishSynonyms, phrase, others);
  }
  if (terms.length > 1) addGroup(target, terms);
}

function addEnglish(target: Lexicon, phrase: string, terms: string[]): void {
  if (!phrase || terms.length === 0) return;
  append(target.english, phrase, terms);
  target.longestPhrase = Math.max(target.longestPhrase, phrase.split(' ').length);
}

function addGroup(target: Lexicon, terms: string[]): void {
  for (const term of terms) {
    // 盖 finds 建设, but 建设 must not find every 覆盖
    append(
      target.synonyms,
      term,
      terms.filter((other) => other !== term && other.length > 1),
    );
    target.longestTerm = Math.max(target.longestTerm, term.length);
  }
}

/** Adds what a list does not have; lists may be shared between keys and are never changed. */
function append(lists: Map<string, string[]>, key: string, words: string[]): void {
  const known = lists.get(key);
  lists.set(key, known ? [...new Set([...known, ...words])] : words);
}
