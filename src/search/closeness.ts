// How close together the words of a query are in a text.
import { indexOfToken } from '../language/index.ts';
import type { InverseFrequencies } from './bm25.ts';
import type { CompiledConcept } from './concept.ts';

/** Matched tokens count as close within this window, in UTF-16 units. */
const WINDOW = 40;

/** A token of the query as text, with its weight × inverse frequency in all variants together, in nats. */
export interface WeightedToken {
  text: string;
  worth: number;
}

/** The different tokens of a query but for numerals, which are indexed in a form that no text shows. */
export function weightedTokens(
  concepts: CompiledConcept[],
  frequencies: InverseFrequencies,
): WeightedToken[] {
  const worths = new Map<string, number>();
  for (const { weight, variants } of concepts)
    for (const variant of variants)
      for (const [i, text] of variant.texts.entries()) {
        if (text.startsWith('#')) continue;
        const frequency = frequencies.get(variant.numbers[i]) ?? 0;
        const worth = weight * variant.weight * variant.weights[i] * frequency;
        worths.set(text, (worths.get(text) ?? 0) + worth);
      }
  return [...worths].map(([text, worth]) => ({ text, worth }));
}

/**
 * The best sum of different tokens within one window of a text.
 * @param text normalised
 */
export function closeness(text: string, tokens: WeightedToken[]): number {
  const occurrences = occurrencesIn(text, tokens);
  let best = 0;
  for (let first = 0; first < occurrences.length; first++) {
    const seen = new Set<number>();
    let sum = 0;
    for (let i = first; i < occurrences.length; i++) {
      const { at, token } = occurrences[i];
      if (at - occurrences[first].at > WINDOW) break;
      if (seen.has(token)) continue;
      seen.add(token);
      sum += tokens[token].worth;
    }
    best = Math.max(best, sum);
  }
  return best;
}

function occurrencesIn(text: string, tokens: WeightedToken[]): { at: number; token: number }[] {
  const occurrences: { at: number; token: number }[] = [];
  for (const [token, { text: word }] of tokens.entries())
    for (let at = indexOfToken(text, word); at >= 0; at = indexOfToken(text, word, at + 1))
      occurrences.push({ at, token });
  return occurrences.sort((a, b) => a.at - b.at);
}
