// The words of the lexicon that a shortened one (agri, admin) begins.
import type { Lexicon } from '../language/index.ts';

/** The single words of each lexicon, each before a line end: one text is looked through faster than a map. */
const wordsByLexicon = new WeakMap<Lexicon, string>();

function wordsOf(lexicon: Lexicon): string {
  let words = wordsByLexicon.get(lexicon);
  if (words === undefined) {
    const single = [...lexicon.english.keys()].filter((phrase) => !phrase.includes(' '));
    words = `\n${single.join('\n')}\n`;
    wordsByLexicon.set(lexicon, words);
  }
  return words;
}

/** The first words of the lexicon, in its order, that begin with some letters; at most `max`. */
export function wordsBeginningWith(letters: string, lexicon: Lexicon, max: number): string[] {
  const words = wordsOf(lexicon);
  const found: string[] = [];
  let at = words.indexOf(`\n${letters}`);
  while (at >= 0 && found.length < max) {
    const end = words.indexOf('\n', at + 1);
    found.push(words.slice(at + 1, end));
    at = words.indexOf(`\n${letters}`, end);
  }
  return found;
}
