// The domain lexicon: English phrases to Chinese terms, and Chinese terms that mean the same. One entry per line,
// see lexicon/README.md; a user's own file in the same two formats adds to it.
import fs from 'node:fs';
import path from 'node:path';
import { englishWords } from './english.ts';
import { normalise } from './normalise.ts';

/** Terms by phrase. Chinese keys and terms are normalised. */
export interface Lexicon {
  /** English phrase (lower case, base forms) → Chinese terms, the usual one first. */
  english: Map<string, string[]>;
  /** Chinese term → the other terms of its groups. */
  synonyms: Map<string, string[]>;
  /** The most words in an English phrase, and characters in a Chinese term. */
  longestPhrase: number;
  longestTerm: number;
}

const DIRECTORY = path.join(import.meta.dirname, 'lexicon');

let shared: Lexicon | undefined;

/**
 * The lexicon that comes along, read on first use.
 * @param own entries of the user's, which come before those that come along
 */
export function lexicon(own = ''): Lexicon {
  if (own) return parseLexicon([own, ...bundledTexts()]);
  shared ??= parseLexicon(bundledTexts());
  return shared;
}

const bundledTexts = () =>
  ['english.txt', 'synonyms.txt'].map((name) => fs.readFileSync(path.join(DIRECTORY, name), 'utf8'));

/** Reads lexicon files: a line with = is an English entry, one without is a group of Chinese synonyms, # begins a comment. */
export function parseLexicon(texts: string[]): Lexicon {
  const target: Lexicon = { english: new Map(), synonyms: new Map(), longestPhrase: 1, longestTerm: 1 };
  for (const line of texts.flatMap((text) => text.split(/\r?\n/))) {
    const entry = line.split('#', 1)[0].trim();
    if (entry.includes('=')) addEnglish(target, entry);
    else if (entry) addGroup(target, entry);
  }
  return target;
}

function addEnglish(target: Lexicon, entry: string): void {
  const [left, right] = entry.split('=', 2);
  const phrase = englishWords(left).join(' ');
  const terms = right.trim().split(/\s+/).map(normalise).filter(Boolean);
  if (!phrase || terms.length === 0) return;
  target.english.set(phrase, [...new Set([...(target.english.get(phrase) ?? []), ...terms])]);
  target.longestPhrase = Math.max(target.longestPhrase, phrase.split(' ').length);
}

function addGroup(target: Lexicon, entry: string): void {
  const terms = [...new Set(entry.split(/\s+/).map(normalise))];
  for (const term of terms) {
    const others = terms.filter((other) => other !== term && other.length > 1); // 盖 finds 建设, but 建设 not every 覆盖
    target.synonyms.set(term, [...new Set([...(target.synonyms.get(term) ?? []), ...others])]);
    target.longestTerm = Math.max(target.longestTerm, term.length);
  }
}
