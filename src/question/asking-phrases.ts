// The phrases of asking/*.txt by their groups, written out. Notation: asking/README.md.
import fs from 'node:fs';
import path from 'node:path';
import { lexicon, parseWordLists } from '../language/index.ts';
import { firstUnits, phraseUnits } from './asking-form.ts';
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
function writtenOut(line: string): string[] {
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

/** A line whose first token is in every form the same. */
const PLAIN_BEGINNING = /^(?:=?[a-z]+(?:[’'][a-z]+)*(?![[(?’'a-z])|[\u3400-\u9fff](?!\?))/;

function firstsOf(line: string): Iterable<string> {
  if (line.startsWith(BEGINNING)) return [BEGINNING];
  if (PLAIN_BEGINNING.test(line)) return firstUnits(line);
  return new Set(writtenOut(line).flatMap((form) => [...firstUnits(form)]));
}

const formsOf = (source: string, { group }: AskingPhrase): string[][] =>
  group === TERM ? [phraseUnits(source)] : writtenOut(source).map(unitsOf);

const SHORTEST_TERM = 3;
/** Terms of several words: 计划生育 is not a plan. They compete with the phrases that they contain. */
const TERM_PHRASE: AskingPhrase = { group: TERM };

/** Its forms have no stem in common. */
const BE = /(?<![=\w])be(?!\w)/g;
const FORMS_OF_BE = '(be|is|are|was|were|been)';

function readPhrases(): UnitTrie<AskingPhrase> {
  const trie = new UnitTrie<AskingPhrase>(formsOf);
  let gaps = 0;
  for (const file of fs
    .readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.txt') && !NO_PHRASES.has(name))
    .sort())
    for (const [group, lines] of parseWordLists(fs.readFileSync(path.join(DIRECTORY, file), 'utf8'))) {
      const whole: AskingPhrase = { group };
      for (const line of lines
        .map((each) => each.replace(BE, FORMS_OF_BE))
        .flatMap((each) => (each.includes(GAP) ? writtenOut(each) : [each])))
        if (line.includes(GAP)) addHalves(trie, line, group, gaps++);
        else trie.addLater(firstsOf(line), line, whole);
    }
  for (const word of lexicon().synonyms.keys())
    if (word.length > SHORTEST_TERM) trie.addLater(firstUnits(word), word, TERM_PHRASE);
  return trie;
}

function addHalves(trie: UnitTrie<AskingPhrase>, form: string, group: string, id: number): void {
  const [left, right] = form.split(GAP);
  trie.addLater(firstsOf(left), left, { group, gap: { id, half: 'left' } });
  trie.addLater(firstsOf(right), right, { group, gap: { id, half: 'right' } });
}

/** Phrases of the lexicon that hold one may be phrases of asking: number of visitors. */
const FUNCTION_WORD = /\b(?:of|to|the|for|in|on|at|how|what|who|which|be|have|do)\b/;

function addEnglishTerms(trie: UnitTrie<AskingPhrase>): void {
  for (const phrase of lexicon().english.keys())
    if (phrase.includes(' ') && !FUNCTION_WORD.test(phrase))
      trie.addLater(firstUnits(phrase), phrase, TERM_PHRASE);
}

let phrases: UnitTrie<AskingPhrase> | undefined;
let hasEnglishTerms = false;

/**
 * The phrases that a question may hold, read on first use; the English terms with the first question that has letters.
 * @param question normalised
 */
export function askingPhrases(question: string): UnitTrie<AskingPhrase> {
  phrases ??= readPhrases();
  if (!hasEnglishTerms && /[a-z]/.test(question)) {
    addEnglishTerms(phrases);
    hasEnglishTerms = true;
  }
  return phrases;
}
