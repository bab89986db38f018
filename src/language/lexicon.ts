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
  const target: Lexicon = { english: new Map(), synonyms: new Map(), englishSynonyms: new Map(), longestPhrase: 1, longestTerm: 1 };
  for (const line of texts.flatMap((text) => text.split(/\r?\n/))) {
    const entry = line.split('#', 1)[0].trim();
    if (/^[^=]*\p{Script=Han}[^=]*=/u.test(entry)) addConcept(target, entry);
    else if (entry.includes('=')) addEnglish(target, entry);
    else if (entry) addGroup(target, entry);
  }
  return target;
}

/** 中文 中文 = english phrase, english phrase: every term of a side means all of the other. */
function addConcept(target: Lexicon, entry: string): void {
  const [chinese, english] = entry.split('=', 2);
  const terms = chinese.trim().split(/\s+/);
  for (const phrase of english.split(',')) addEnglish(target, `${phrase} = ${chinese}`);
  if (terms.length > 1) addGroup(target, chinese.trim());
  addEnglishGroup(
    target,
    english.split(',').map((phrase) => englishWords(phrase).join(' ')),
  );
}

function addEnglishGroup(target: Lexicon, phrases: string[]): void {
  const known = [...new Set(phrases.filter(Boolean))];
  for (const phrase of known) {
    const others = known.filter((other) => other !== phrase);
    if (others.length > 0)
      target.englishSynonyms.set(phrase, [...new Set([...(target.englishSynonyms.get(phrase) ?? []), ...others])]);
  }
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
    // 盖 finds 建设, but 建设 must not find every 覆盖
    const others = terms.filter((other) => other !== term && other.length > 1);
    target.synonyms.set(term, [...new Set([...(target.synonyms.get(term) ?? []), ...others])]);
    target.longestTerm = Math.max(target.longestTerm, term.length);
  }
}
