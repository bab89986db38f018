// The phrases of asking/*.txt by their groups, written out. Notation: asking/README.md.
import fs from 'node:fs';
import path from 'node:path';
import { lexicon, parseWordLists } from '../language/index.ts';
import { phraseUnits } from './asking-form.ts';
import { UnitTrie } from './unit-trie.ts';

const DIRECTORY = path.join(import.meta.dirname, 'asking');
/** Files of other kinds of lists. */
const NO_PHRASES = new Set(['variants.txt', 'names.txt']);
const GAP = ' … ';

/** What a phrase says; one with a gap is found where its two halves stand one after the other. */
export interface AskingPhrase {
  group: string;
  /** Of a phrase with a gap: which one it is, and which half. */
  gap?: { id: number; half: 'left' | 'right' };
}

export const TERM = 'term';

/** At the beginning and the end of a question stand these units. */
export const BEGINNING = '^';
export const END = '$';

/** All readings of a line with `[xy]`, `(a|b)` and `?` written out. */
export function writtenOut(line: string): string[] {
  if (!/[[(?]/.test(line)) return [line];
  let forms = [''];
  for (let at = 0; at < line.length; ) {
    const { options, end } = optionsAt(line, at);
    const optional = line[end] === '?';
    forms = forms.flatMap((form) => [...(optional ? [form] : []), ...options.map((option) => form + option)]);
    at = optional ? end + 1 : end;
  }
  return forms;
}

function optionsAt(line: string, at: number): { options: string[]; end: number } {
  if (line[at] === '[') {
    const end = line.indexOf(']', at);
    return { options: [...line.slice(at + 1, end)], end: end + 1 };
  }
  if (line[at] !== '(') return { options: [line[at]], end: at + 1 };
  let depth = 0;
  let from = at + 1;
  const options: string[] = [];
  for (let i = at; ; i++) {
    if (i >= line.length) throw new Error(`An open bracket in the phrase ${line}`);
    if (line[i] === '(') depth++;
    if (line[i] === ')') depth--;
    if ((line[i] === '|' && depth === 1) || depth === 0) {
      options.push(...writtenOut(line.slice(from, i)));
      from = i + 1;
    }
    if (depth === 0) return { options, end: i + 1 };
  }
}

function unitsOf(phrase: string): string[] {
  const begins = phrase.startsWith(BEGINNING);
  const ends = phrase.endsWith(END);
  const units = phraseUnits(phrase.slice(begins ? 1 : 0, ends ? -1 : undefined));
  return [...(begins ? [BEGINNING] : []), ...units, ...(ends ? [END] : [])];
}

function readPhrases(): UnitTrie<AskingPhrase> {
  const trie = new UnitTrie<AskingPhrase>();
  let gaps = 0;
  for (const file of fs
    .readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.txt') && !NO_PHRASES.has(name))
    .sort())
    for (const [group, lines] of parseWordLists(fs.readFileSync(path.join(DIRECTORY, file), 'utf8'))) {
      const whole: AskingPhrase = { group };
      for (const phrase of lines.flatMap(writtenOut)) {
        const [left, right] = phrase.split(GAP);
        if (right === undefined) trie.add(unitsOf(phrase), whole);
        else {
          const id = gaps++;
          trie.add(unitsOf(left), { group, gap: { id, half: 'left' } });
          trie.add(unitsOf(right), { group, gap: { id, half: 'right' } });
        }
      }
    }
  addTerms(trie);
  return trie;
}

const SHORTEST_TERM = 3;
/** Phrases of the lexicon that hold one may be phrases of asking: number of visitors. */
const FUNCTION_WORD = /\b(?:of|to|the|for|in|on|at|how|what|who|which|be|have|do)\b/;

/** Terms of several words: 计划生育 is not a plan. They compete with the phrases that they contain. */
function addTerms(trie: UnitTrie<AskingPhrase>): void {
  const term: AskingPhrase = { group: TERM };
  const { english, synonyms } = lexicon();
  for (const word of synonyms.keys()) if (word.length > SHORTEST_TERM) trie.add(phraseUnits(word), term);
  for (const phrase of english.keys())
    if (phrase.includes(' ') && !FUNCTION_WORD.test(phrase)) trie.add(phraseUnits(phrase), term);
}

let phrases: UnitTrie<AskingPhrase> | undefined;
/** Read on first use. */
export const askingPhrases = (): UnitTrie<AskingPhrase> => (phrases ??= readPhrases());
