// English words: tokenising, and the base forms under which a dictionary may list them.
import path from 'node:path';
import { readWordLists } from './word-lists.ts';

/**
 * The words of a text in lower case. Hyphens separate words; a possessive ending is dropped, any other
 * apostrophe too: don't is dont, which is a stop word.
 */
export function englishWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .replace(/(?<=[a-z])[’'](?=(?:t|re|ve|ll|d|m)\b)/g, '')
      .match(/\d+[a-z]{1,2}(?![a-z])|[a-z]+\d*|\d+(?:\.\d+)?/g) ?? []
  );
}

const IRREGULAR = new Map(
  readWordLists(path.join(import.meta.dirname, 'lexicon', 'irregular-words.txt'))
    .words('irregular')
    .map((pair) => pair.split(' ') as [inflected: string, base: string]),
);

/** The base form of an irregular inflection; any other word is its own. */
export const irregularBase = (word: string): string => IRREGULAR.get(word) ?? word;

/** The irregular inflections of a base form. */
export const irregularForms = (base: string): string[] =>
  [...IRREGULAR].flatMap(([inflected, of]) => (of === base ? [inflected] : []));

/**
 * The word itself and its possible base forms, likeliest first: applied → apply, stopping → stop, cases →
 * case.
 */
export function baseForms(word: string): string[] {
  const forms = [word];
  const irregular = IRREGULAR.get(word);
  if (irregular) forms.push(irregular);
  const add = (form: string) => {
    if (form.length >= 3) forms.push(form);
  };
  if (word.endsWith('ies')) add(`${word.slice(0, -3)}y`);
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) add(word.slice(0, -2));
  if (/[^s]s$/.test(word)) add(word.slice(0, -1));
  for (const ending of ['ed', 'ing', 'er']) {
    if (!word.endsWith(ending) || word.length < ending.length + 3) continue;
    const stem = word.slice(0, -ending.length);
    if (ending === 'ed' && word.endsWith('ied')) add(`${word.slice(0, -3)}y`);
    if (/([^aeiouls])\1$/.test(stem)) add(stem.slice(0, -1));
    add(stem);
    add(`${stem}e`);
  }
  return [...new Set(forms)];
}
