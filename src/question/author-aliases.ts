// What else an author with a Latin name is called: the other names that the lexicon gives it, Fed and 美联储 for Federal Reserve.
import { lexicon, normalise } from '../language/index.ts';

let phrasesOf: Map<string, string[]> | undefined;

/** English phrases by the Chinese terms that they mean. */
function phrasesByTerm(): Map<string, string[]> {
  if (phrasesOf) return phrasesOf;
  phrasesOf = new Map();
  for (const [phrase, terms] of lexicon().english)
    for (const term of terms) phrasesOf.set(term, [...(phrasesOf.get(term) ?? []), phrase]);
  return phrasesOf;
}

/** Other names of an author, normalised; none of an author with a Chinese name. */
export function aliasesOf(name: string): string[] {
  const own = normalise(name).replace(/^the /, '');
  const terms = lexicon().english.get(own) ?? [];
  const phrases = terms.flatMap((term) => phrasesByTerm().get(term) ?? []);
  return [...new Set([...terms, ...phrases])].filter((alias) => alias !== own);
}
