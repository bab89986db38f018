// Named signals that order candidate passages. Each is a sum over the question's concepts in the unit of an inverse
// document frequency (nats), and has one weight.
import type { CompiledConcept, CompiledVariant } from './concept.ts';
import { countIn, frequencyOf, lengthOf, type Postings, unitCount } from './postings.ts';

/** What a passage is ranked by. */
export interface Signals {
  /** BM25 of the passage's own words. */
  body: number;
  /** BM25 of the headings it stands under. */
  headings: number;
  /** How much of the question stands anywhere in the report. */
  report: number;
  /** How close together the matched words stand. */
  closeness: number;
  /** The part of the report that the question asks for. */
  part: number;
  /** How well the report fits who and when the question names, as the caller says. */
  referent: number;
}

export type SignalName = keyof Signals;

/** One weight for each signal. Found on the development questions, see `npm run bench`. */
export type Weights = Record<SignalName, number>;

export const WEIGHTS: Weights = {
  body: 0.6,
  headings: 0.6,
  report: 0.5,
  closeness: 0.25,
  part: 2,
  referent: 1.4,
};

/** Term saturation and length normalisation of BM25 (Robertson & Zaragoza 2009, The Probabilistic Relevance Framework). */
const K1 = 1.2;
const B = 0.3;

/** Inverse document frequency as in BM25, never negative. */
export function inverseFrequency(postings: Postings, token: number): number {
  const units = unitCount(postings);
  const frequency = frequencyOf(postings, token);
  return Math.log(1 + (units - frequency + 0.5) / (frequency + 0.5));
}

/** Inverse frequencies of a query's tokens, computed once. */
export type Frequencies = Map<number, number>;

export function frequenciesOf(postings: Postings, concepts: CompiledConcept[]): Frequencies {
  const frequencies: Frequencies = new Map();
  for (const { variants } of concepts) {
    for (const { numbers } of variants) {
      for (const number of numbers) frequencies.set(number, inverseFrequency(postings, number));
    }
  }
  return frequencies;
}

function variantScore(
  postings: Postings,
  unit: number,
  variant: CompiledVariant,
  idf: Frequencies,
  norm: number,
): number {
  let score = 0;
  let matched = 0;
  let all = variant.unknownWeight;
  for (let i = 0; i < variant.numbers.length; i++) {
    const number = variant.numbers[i];
    const weight = variant.weights[i];
    all += weight;
    const count = countIn(postings, unit, number);
    if (count === 0) continue;
    matched += weight;
    score += weight * (idf.get(number) ?? 0) * ((count * (K1 + 1)) / (count + norm));
  }
  if (score === 0) return 0;
  return variant.weight * score * (variant.own ? 1 : matched / all);
}

/** BM25 over concepts in one unit: the best variant of each, summed. */
export function bm25(
  postings: Postings,
  unit: number,
  concepts: CompiledConcept[],
  idf: Frequencies,
): number {
  const norm = K1 * (1 - B + (B * lengthOf(postings, unit)) / postings.meanLength);
  let sum = 0;
  for (const { weight, variants } of concepts) {
    let best = 0;
    for (const variant of variants) best = Math.max(best, variantScore(postings, unit, variant, idf, norm));
    sum += weight * best;
  }
  return sum;
}

/** The window, in UTF-16 units, within which matched tokens count as close. */
const WINDOW = 40;

/** A token of the query as text, with what finding it is worth. */
export interface CloseToken {
  text: string;
  concept: number;
  worth: number;
}

/**
 * The best sum of different tokens that stand within one window of a text.
 * @param text normalised
 */
export function closeness(text: string, tokens: CloseToken[]): number {
  const hits: { at: number; token: number }[] = [];
  for (let token = 0; token < tokens.length; token++) {
    const words = tokens[token].text;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) hits.push({ at, token });
  }
  hits.sort((a, b) => a.at - b.at);
  let best = 0;
  for (let first = 0; first < hits.length; first++) {
    const seen = new Set<number>();
    let sum = 0;
    for (let i = first; i < hits.length && hits[i].at - hits[first].at <= WINDOW; i++) {
      const { token } = hits[i];
      if (seen.has(token)) continue;
      seen.add(token);
      sum += tokens[token].worth;
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
