// Tokens: what a text is indexed and searched by. Character bigrams find every Chinese word without a dictionary;
// jieba's words of three and more characters and whole numbers make long matches count more.
import { normalise } from './normalise.ts';
import { findNumerals } from './numerals.ts';
import { segment } from './segment.ts';
import { isStopWord } from './stopwords.ts';

const RUN = /[\u3400-\u9fff\uf900-\ufaff]+|[a-z0-9]+(?:[.+-][a-z0-9]+)*/g;
const HAN = /^[\u3400-\u9fff\uf900-\ufaff]/;
const MEASURE = /^(?:[个家名人户亩次项处所座条只头米期届批年月天村镇份万亿元吨件套台场支株棵%公里]|季度)/;

/** GDP circulates masked as DP. */
const ALIASES = new Map([['dp', 'gdp']]);

/** Tokens of a text in order, repeated as often as they occur. A number's token is # and its value. */
export function indexTokens(text: string): string[] {
  const normalised = normalise(text);
  const tokens: string[] = [];
  for (const [run] of normalised.matchAll(RUN)) {
    if (HAN.test(run)) {
      pushBigrams(tokens, run);
      for (const word of segment(run)) if (word.length >= 3) tokens.push(word);
    } else tokens.push(ALIASES.get(run) ?? run);
  }
  pushNumbers(tokens, normalised);
  return tokens;
}

function pushBigrams(tokens: string[], run: string): void {
  if (run.length === 1) tokens.push(run);
  for (let i = 0; i + 1 < run.length; i++) tokens.push(run.slice(i, i + 2));
}

function pushNumbers(tokens: string[], normalised: string): void {
  for (const { start, end, value } of findNumerals(normalised)) {
    const single = end - start === 1 && !/\d/.test(normalised[start]);
    if (single && normalised[start - 1] !== '第' && !MEASURE.test(normalised.slice(end, end + 2))) continue; // 一是, 统一
    tokens.push(`#${value}`);
  }
}

/** A token of a question with how much it should count, 0 to 1. */
export interface QueryToken {
  text: string;
  weight: number;
}

/** A bigram across two words of the question says less than one inside a word. */
const ACROSS_WORDS = 0.35;
const LONG_WORD = 0.6;

/** Tokens of a question: stop words out, each token once with its highest weight. */
export function queryTokens(text: string): QueryToken[] {
  const weights = new Map<string, number>();
  const add = (token: string, weight: number) =>
    weights.set(token, Math.max(weight, weights.get(token) ?? 0));
  const normalised = normalise(text);
  for (const [run] of normalised.matchAll(RUN)) {
    if (HAN.test(run)) addHanRun(run, add);
    else if (!isStopWord(run)) add(ALIASES.get(run) ?? run, 1);
  }
  const numbers: string[] = [];
  pushNumbers(numbers, normalised);
  for (const number of numbers) add(number, LONG_WORD);
  return [...weights].map(([token, weight]) => ({ text: token, weight }));
}

function addHanRun(run: string, add: (token: string, weight: number) => void): void {
  let previous = '';
  for (const word of segment(run)) {
    if (isStopWord(word)) {
      previous = '';
      continue;
    }
    if (previous) add(previous.slice(-1) + word[0], ACROSS_WORDS);
    for (let i = 0; i + 1 < word.length; i++) add(word.slice(i, i + 2), 1);
    if (word.length >= 3) add(word, LONG_WORD);
    previous = word;
  }
}
