// A question as units in which phrases of asking are matched: a Chinese character, the stem of an English word, a number.
// Dialect words, typed pinyin and usual misspellings stand as the standard word. No regular expression is made of data.
import path from 'node:path';
import { readWordLists, stem } from '../language/index.ts';
import { type QuestionWords, questionWords } from './question-words.ts';
import { UnitTrie } from './unit-trie.ts';

/** One unit; offsets in the question. Units of one replaced word share its offsets. */
export interface Unit {
  text: string;
  /** An English word as written. */
  exact?: string;
  start: number;
  end: number;
  /** Of the units of one replaced word: whether it is not the first, not the last of them. */
  isLater?: boolean;
  isEarlier?: boolean;
}

/** A number of any length in the matching form; in phrases: `\d`. */
const NUMBER = '#';
const TOKEN = /=?[a-z]+(?:[’'][a-z]+)*|\d+(?:[.,]\d+)*[a-z]*|[\u3400-\u9fff]|[^\s\p{L}\p{N}_–—-]/gu;
/** In the order of trial: the first that fits a word is written out. */
const CONTRACTIONS: [RegExp, string][] = [
  [/^can[’']?t$/, 'can not'],
  [/^won[’']?t$/, 'will not'],
  [/^(?:don|isn|aren|wasn|weren|didn|doesn|hasn|haven|couldn|shouldn|wouldn)t$/, '$& not'],
  [/n[’']t$/, ' not'],
  [/[’']ll$/, ' will'],
  [/[’']re$/, ' are'],
  [/[’']ve$/, ' have'],
  [/[’']m$/, ' am'],
  [/[’']d$/, ' would'],
];
/** 's is a verb after these; elsewhere it is a possessive. */
const WITH_IS = /^(?:what|where|who|how|when|why|that|there|here|it|he|she|let)[’']s$/;
const RUN_TOGETHER = /^(what|where|who|how|when|why)s$/;

function written(word: string): string {
  if (/^[a-z]+$/.test(word) && !RUN_TOGETHER.test(word) && !/(?:t|s)$/.test(word)) return word;
  if (WITH_IS.test(word)) return `${word.slice(0, -2)} is`;
  const [, asking] = RUN_TOGETHER.exec(word) ?? [];
  if (asking) return `${asking} is`;
  for (const [ending, words] of CONTRACTIONS)
    if (ending.test(word)) return word.replace(ending, words).replace(/nt not$/, ' not');
  return word.split(/[’']/, 1)[0];
}

const exactOf = ({ text, exact }: Unit): string => exact ?? text;

function textOf({ text }: Unit): string {
  return text;
}

/** Plurals and forms of words in -ing, -er have the stem of the word itself: hampering, hamper; short words stay whole: use is not us. */
const SHORT_WORD = 3;
const stemOf = (word: string): string =>
  word.length <= SHORT_WORD && word.endsWith('e') ? word : stemAgain(stem(word));
const stemAgain = (form: string): string => (/(?:ing|er|ed)$/.test(form) ? stem(form) : form);

function plainUnits(text: string): Unit[] {
  const units: Unit[] = [];
  for (const { 0: token, index: start } of text.matchAll(TOKEN)) {
    const end = start + token.length;
    if (token.startsWith('=')) units.push({ text: token, start, end });
    else if (/^[a-z]/.test(token))
      for (const word of written(token).split(' '))
        units.push({ text: stemOf(word), exact: `=${word}`, start, end });
    else
      units.push(
        /^\d[\d.,]*$/.test(token)
          ? { text: NUMBER, exact: `=${token}`, start, end }
          : { text: token, start, end },
      );
  }
  return units;
}

const VARIANTS = new UnitTrie<Unit['text'][]>();
/** The first units of standard words by the first unit of a variant. */
const STANDARD_FIRSTS = new Map<string, Set<string>>();
for (const line of readWordLists(path.join(import.meta.dirname, 'asking/variants.txt')).words('variants')) {
  const [standard, variants] = line.split(' = ');
  const units = plainUnits(standard).map(textOf);
  for (const variant of variants.split(' | ')) {
    const keys = plainUnits(variant).map(exactOf);
    VARIANTS.add(keys, units);
    STANDARD_FIRSTS.set(keys[0], (STANDARD_FIRSTS.get(keys[0]) ?? new Set()).add(units[0]));
  }
}

/**
 * @param question normalised
 * @param isInside whether an offset lies inside a known Chinese word: one character of it is no dialect word
 */
export function askingUnits(question: string, isInside: (offset: number) => boolean = () => false): Unit[] {
  const plain = plainUnits(question);
  const units: Unit[] = [];
  for (let at = 0; at < plain.length; ) {
    const match = VARIANTS.longest(plain, at);
    const last = match && plain[at + match.length - 1];
    const { start } = plain[at];
    if (!match || !last || (last.end - start < 2 && (isInside(start) || isInside(last.end)))) {
      units.push(plain[at++]);
      continue;
    }
    for (const [i, text] of match.value.entries())
      units.push({ text, start, end: last.end, isLater: i > 0, isEarlier: i < match.value.length - 1 });
    at += match.length;
  }
  return units;
}

const FIRST_TOKEN = /^\s*(?:=?[a-z]+(?:[’'][a-z]+)*|[\u3400-\u9fff])/;

const firstsByToken = new Map<string, ReadonlySet<string>>();

/** The units with one of which `phraseUnits` begins, told by the first token; where that tells nothing, by all. */
export function firstUnits(phrase: string): ReadonlySet<string> {
  const token = FIRST_TOKEN.exec(phrase)?.[0];
  if (token === undefined) return new Set(phraseUnits(phrase).slice(0, 1));
  let firsts = firstsByToken.get(token);
  if (!firsts) {
    const [first] = plainUnits(token);
    firsts = new Set([first.text, ...(STANDARD_FIRSTS.get(exactOf(first)) ?? [])]);
    firstsByToken.set(token, firsts);
  }
  return firsts;
}

/** The units of a phrase of a list. */
export function phraseUnits(phrase: string): string[] {
  let words: QuestionWords | undefined;
  const isInside = (offset: number) => {
    words ??= questionWords(phrase);
    return words.isInside(offset);
  };
  return askingUnits(phrase.replaceAll('\\d', '0'), isInside).map((unit) =>
    unit.text === NUMBER && unit.exact !== '=0' ? exactOf(unit) : unit.text,
  );
}
