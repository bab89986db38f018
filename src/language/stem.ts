// One form for all inflections of an English word.
import { baseForms } from './english.ts';

const stems = new Map<string, string>();

/** The word without its commonest endings. */
export function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = stemOf(word);
    stems.set(word, known);
  }
  return known;
}

function stemOf(word: string): string {
  const form = baseForms(word).at(-1) ?? word;
  return (
    baseForms(word).find((candidate) => candidate.length <= form.length && candidate !== word) ?? word
  ).replace(/(?<=...)e$/, '');
}
