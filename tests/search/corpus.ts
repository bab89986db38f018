// Small invented corpora, and queries over them as plain words.
import { normalise, termTokens } from '../../src/language/index.ts';
import { type ReportFile, readReports } from '../../src/reports/index.ts';
import { type Concept, type Hit, PassageIndex, type SearchQuery, textOf } from '../../src/search/index.ts';

/** File name → text. */
export type Texts = Record<string, string>;

export function readAll(texts: Texts): ReportFile[] {
  return Object.entries(texts).map(([name, text]) =>
    readReports(name, { text, markup: [], headings: [], warnings: [] }),
  );
}

export const indexOf = (texts: Texts): PassageIndex => PassageIndex.build(readAll(texts));

/** A word as a question names it: in its matching form, with nothing else that may stand for it. */
export function word(text: string, more: Partial<Concept> = {}): Concept {
  const plain = normalise(text);
  return {
    label: plain,
    weight: 1,
    variants: [{ text: plain, weight: 1, own: true, tokens: termTokens(plain) }],
    ...more,
  };
}

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

/** The passages found, best first, as they stand in the source. */
export const found = (
  index: PassageIndex,
  words: (string | Concept)[],
  more: Partial<SearchQuery> = {},
): string[] => textsOf(search(index, words, more));
