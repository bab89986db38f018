// Small invented corpora, and queries over them in plain words.
import { normalise, termTokens } from '../../src/language/index.ts';
import { type ReportFile, readReports } from '../../src/reports/index.ts';
import { buildCountedForwardIndex } from '../../src/search/forward-index.ts';
import {
  type Concept,
  type Hit,
  type PassageIndex,
  type SearchQuery,
  textOf,
} from '../../src/search/index.ts';
import { statisticsOf, type UnitStatistics } from '../../src/search/unit-statistics.ts';
import type { Vocabulary } from '../../src/search/vocabulary.ts';
import { indexOver } from '../fixtures/read-reports.ts';

/** File name → text. */
export type Texts = Record<string, string>;

export function readAll(texts: Texts): ReportFile[] {
  return Object.entries(texts).map(([name, text]) =>
    readReports(name, { text, markup: [], headings: [], warnings: [] }),
  );
}

export const indexOf = (texts: Texts): PassageIndex => indexOver(readAll(texts));

/** A word as the only variant of its concept, normalised. */
export function word(text: string, more: Partial<Concept> = {}): Concept {
  const plain = normalise(text);
  return {
    label: plain,
    weight: 1,
    variants: [{ text: plain, weight: 1, own: true, tokens: termTokens(plain) }],
    ...more,
  };
}

/** Statistics over units in one part; their tokens are added to the vocabulary. */
export const statisticsOver = (units: string[][], vocabulary: Vocabulary): UnitStatistics =>
  statisticsOf([buildCountedForwardIndex(units, vocabulary)], vocabulary.size);

export const LIMIT = 50;

export function search(
  index: PassageIndex,
  words: (string | Concept)[],
  more: Partial<SearchQuery> = {},
): Hit[] {
  const concepts = words.map((each) => (typeof each === 'string' ? word(each) : each));
  return index.search({ concepts, limit: LIMIT, ...more });
}

export const textsOf = (hits: Hit[]): string[] => hits.map(textOf);

/** The texts of the passages found, best first. */
export const found = (
  index: PassageIndex,
  words: (string | Concept)[],
  more: Partial<SearchQuery> = {},
): string[] => textsOf(search(index, words, more));
