// Synonyms of English words that the lexicon does not know, from WordNet (lexicon/wordnet.txt), read on first use.
import fs from 'node:fs';
import path from 'node:path';
import { baseForms } from './english.ts';

const FILE = path.join(import.meta.dirname, 'lexicon', 'wordnet.txt');

interface SynonymTable {
  text: string;
  /** For each word, where the lines of its usual senses begin. */
  lines: Map<string, number[]>;
}

let table: SynonymTable | undefined;

function readTable(): SynonymTable {
  const text = fs.readFileSync(FILE, 'utf8');
  const lines = new Map<string, number[]>();
  let start = 0;
  for (const line of text.split('\n')) {
    if (!line.startsWith('#'))
      for (const word of line.split(' ')) {
        if (word === '' || word.startsWith('~')) continue;
        const known = lines.get(word);
        if (known) known.push(start);
        else lines.set(word, [start]);
      }
    start += line.length + 1;
  }
  return { text, lines };
}

/**
 * Words and phrases that mean the same as a word in one of its usual senses.
 * @param word in lower case, in any form
 */
export function englishSynonyms(word: string): string[] {
  table ??= readTable();
  const { text, lines } = table;
  const base = baseForms(word).find((form) => lines.has(form));
  if (base === undefined) return [];
  const sets = (lines.get(base) ?? []).map((start) => text.slice(start, text.indexOf('\n', start)));
  const others = sets.flatMap((set) =>
    set
      .replaceAll('~', '')
      .replaceAll('_', ' ~')
      .split(/ (?!~)/),
  );
  return [...new Set(others.map((each) => each.replaceAll('~', '')))].filter((each) => each !== base);
}
