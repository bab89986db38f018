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
  const forms = baseForms(word);
  const longest = (forms.at(-1) ?? word).length;
  return (forms.find((form) => form.length <= longest && form !== word) ?? word).replace(/(?<=...)e$/, '');
}
