// Named signals that order candidate passages. Each is in the unit of an inverse document frequency (nats) and has one weight.
import { countIn, frequencyOf, type Postings, unitCount } from './postings.ts';

/** What a passage is ranked by. */
export interface Signals {
  /** BM25 of the passage's own words. */
  body: number;
  /** BM25 of the headings it stands under. */
  headings: number;
  /** How much of the question stands anywhere in the report. */
  report: number;
  /** How much of the question stands in the report's title, author or period. */
  title: number;
  /** How close together the matched words stand. */
  closeness: number;
  /** The part of the report that the question asks for. */
  part: number;
}

export type SignalName = keyof Signals;

/** One weight for each signal. Found on the development questions, see `npm run bench`. */
export type Weights = Record<SignalName, number>;

export const WEIGHTS: Weights = { body: 1, headings: 0.5, report: 0.6, title: 0.6, closeness: 0.5, part: 2 };

/** A question's token as the index knows it. */
export interface RankToken {
  text: string;
  number: number;
  weight: number;
}

/** Term saturation and length normalisation of BM25 (Robertson & Zaragoza 2009, The Probabilistic Relevance Framework). */
const K1 = 1.2;
const B_BODY = 0.5;
const B_HEADINGS = 0.3;

/** Inverse document frequency as in BM25, never negative. */
export function inverseFrequency(postings: Postings, token: number): number {
  const units = unitCount(postings);
  const frequency = frequencyOf(postings, token);
  return Math.log(1 + (units - frequency + 0.5) / (frequency + 0.5));
}

/** BM25 of the tokens in one unit. `idf` may come from other postings than the counts. */
export function bm25(
  postings: Postings,
  unit: number,
  tokens: RankToken[],
  idf: Float64Array,
  b: number,
): number {
  const norm = K1 * (1 - b + (b * postings.lengths[unit]) / postings.meanLength);
  let score = 0;
  for (let i = 0; i < tokens.length; i++) {
    const count = countIn(postings, unit, tokens[i].number);
    if (count > 0) score += tokens[i].weight * idf[i] * ((count * (K1 + 1)) / (count + norm));
  }
  return score;
}

export const bodyScore = (postings: Postings, unit: number, tokens: RankToken[], idf: Float64Array): number =>
  bm25(postings, unit, tokens, idf, B_BODY);
export const headingScore = (
  postings: Postings,
  unit: number,
  tokens: RankToken[],
  idf: Float64Array,
): number => bm25(postings, unit, tokens, idf, B_HEADINGS);

/** Sum of the weighted inverse frequencies of the tokens that a unit holds at all. */
export function presence(postings: Postings, unit: number, tokens: RankToken[], idf: Float64Array): number {
  let score = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (countIn(postings, unit, tokens[i].number) > 0) score += tokens[i].weight * idf[i];
  }
  return score;
}

/** The window, in UTF-16 units, within which matched tokens count as close. */
const WINDOW = 40;

/**
 * The best weighted sum of different tokens that stand within one window of the passage.
 * @param text the passage's normalised text
 */
export function closeness(text: string, tokens: RankToken[], idf: Float64Array): number {
  const hits: { at: number; token: number }[] = [];
  tokens.forEach((token, i) => {
    if (token.text.startsWith('#')) return;
    for (let at = text.indexOf(token.text); at >= 0; at = text.indexOf(token.text, at + 1))
      hits.push({ at, token: i });
  });
  hits.sort((a, b) => a.at - b.at);
  let best = 0;
  for (let first = 0; first < hits.length; first++) {
    const seen = new Set<number>();
    let sum = 0;
    for (let i = first; i < hits.length && hits[i].at - hits[first].at <= WINDOW; i++) {
      const { token } = hits[i];
      if (seen.has(token)) continue;
      seen.add(token);
      sum += tokens[token].weight * idf[token];
    }
    best = Math.max(best, sum);
  }
  return best;
}

/** The weighted sum of the signals. */
export function total(signals: Signals, weights: Weights): number {
  let sum = 0;
  for (const name of Object.keys(weights) as SignalName[]) sum += weights[name] * signals[name];
  return sum;
}
