// Tokens: what a text is indexed and searched by. Character bigrams find every Chinese word without a
// dictionary; jieba's words of three and more characters and whole numbers give long matches more weight.
import { normalise } from './normalise.ts';
import { findNumerals } from './numerals.ts';
import { segment } from './segment.ts';

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
    } else tokens.push(ALIASES.get(run) ?? run, ...partsOf(run));
  }
  pushNumbers(tokens, normalised);
  return tokens;
}

/** The words of a compound: state-owned is found by owned too. */
function partsOf(run: string): string[] {
  const parts = run.split(/[+-]/);
  return parts.length > 1 ? parts.filter((part) => LATIN_WORD.test(part)) : [];
}

const LATIN_WORD = /^[a-z]{2,}$/;

/**
 * Where a token stands in a normalised text from an offset on, -1 for nowhere. One of Latin letters is no
 * part of a longer word: art is not in part.
 */
export function indexOfToken(text: string, token: string, from = 0): number {
  let at = text.indexOf(token, from);
  if (at < 0 || !isLatin(token, 0)) return at;
  while (at >= 0 && (isLatin(text, at - 1) || isLatin(text, at + token.length)))
    at = text.indexOf(token, at + 1);
  return at;
}

/** a to z; nothing stands before a text or after it. */
function isLatin(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character >= 'a' && character <= 'z';
}

function pushBigrams(tokens: string[], run: string): void {
  if (run.length === 1) tokens.push(run);
  for (let i = 0; i + 1 < run.length; i++) tokens.push(run.slice(i, i + 2));
}

function pushNumbers(tokens: string[], normalised: string): void {
  for (const { start, end, value } of findNumerals(normalised)) {
    const single = end - start === 1 && !/\d/.test(normalised[start]);
    // 一是, 统一
    if (single && normalised[start - 1] !== '第' && !MEASURE.test(normalised.slice(end, end + 2))) continue;
    tokens.push(`#${value}`);
  }
}

/** A token with its weight, 0 to 1. */
interface WeightedToken {
  text: string;
  weight: number;
}

/** A whole word of three or more characters adds this to the weight of its bigrams. */
const LONG_WORD = 0.6;

/** Terms whose tokens are kept: the same ones come again and again, in one question and in the next. */
const MAX_KEPT = 4096;
const kept = new Map<string, readonly WeightedToken[]>();

/**
 * The tokens by which one term of a query is found.
 * @param term normalised
 */
export function termTokens(term: string): readonly WeightedToken[] {
  const known = kept.get(term);
  if (known) return known;
  if (kept.size >= MAX_KEPT) kept.clear();
  const tokens = tokensOf(term);
  kept.set(term, tokens);
  return tokens;
}

function tokensOf(term: string): WeightedToken[] {
  const weights = new Map<string, number>();
  const add = (token: string, weight: number) =>
    weights.set(token, Math.max(weight, weights.get(token) ?? 0));
  for (const [run] of term.matchAll(RUN)) {
    if (!HAN.test(run)) {
      add(ALIASES.get(run) ?? run, 1);
      continue;
    }
    for (let i = 0; i + 1 < run.length; i++) add(run.slice(i, i + 2), 1);
    for (const word of segment(run)) if (word.length >= 3) add(word, LONG_WORD);
  }
  const numbers: string[] = [];
  pushNumbers(numbers, term);
  for (const number of numbers) add(number, LONG_WORD);
  return [...weights].map(([text, weight]) => ({ text, weight }));
}
