// From a question to an answer: quotes that hold it, or an honest no. Nothing here writes a word of its own about the reports.
import { type Language, type Question, understand } from '../question/index.ts';
import { isVerbatim } from '../reports/index.ts';
import type { Hit, PassageIndex } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import { factsFor } from './facts.ts';
import { overviewOf } from './overview.ts';

/** What the core says to a question. Nothing found is an answer too. */
export type Answer =
  | { answered: true; kind: 'overview' | 'facts'; language: Language; quotes: CitedQuote[] }
  | { answered: false; kind: 'none'; language: Language; unknownWords: string[]; nearMisses: CitedQuote[] };

/** The least share of the question, weighed by how rare its words are, that the best passage and its report must hold. */
const MIN_COVERAGE = 0.12;
const MAX_NEAR_MISSES = 2;

/** Answers a question over an index. `history` holds earlier questions of the same person, oldest first. */
export function answer(text: string, history: string[], index: PassageIndex): Answer {
  const question = understand(text, history);
  if (question.overview) {
    const quotes = checked(overviewOf(question, index), index);
    if (quotes.length > 0) return { answered: true, kind: 'overview', language: question.language, quotes };
  }
  const { quotes, best } = factsFor(question, index);
  if (!best || coverage(question, best, index) < MIN_COVERAGE) return declined(question, index, best);
  return { answered: true, kind: 'facts', language: question.language, quotes: checked(quotes, index) };
}

function declined(question: Question, index: PassageIndex, best: Hit | undefined): Answer {
  const unknownWords = question.tokens
    .filter(({ text, weight }) => weight === 1 && !text.startsWith('#') && index.passageFrequency(text) === 0)
    .map(({ text }) => text);
  const hits = best ? index.search({ tokens: question.tokens, limit: MAX_NEAR_MISSES }) : [];
  const nearMisses = hits.map((hit) =>
    cite(hit.file, hit.report, hit.passage.section, hit.passage, question.tokens),
  );
  return {
    answered: false,
    kind: 'none',
    language: question.language,
    unknownWords,
    nearMisses: checked(nearMisses, index),
  };
}

/** The share of the question's weight that stands in a passage, its headings or its report's title. */
function coverage(question: Question, hit: Hit, index: PassageIndex): number {
  const idf = (token: string) => {
    const frequency = index.passageFrequency(token);
    return Math.log(1 + (index.passages.length - frequency + 0.5) / (frequency + 0.5));
  };
  const all = question.tokens.reduce((sum, { text, weight }) => sum + weight * idf(text), 0);
  const found = hit.signals.body / 2 + hit.signals.headings / 2 + hit.signals.title / 2;
  return all === 0 ? 0 : found / all;
}

/** The last gate: a quote that is not exactly its slice never leaves. */
function checked(quotes: CitedQuote[], index: PassageIndex): CitedQuote[] {
  return quotes.filter((quote) => {
    const file = index.files.find(({ name }) => name === quote.file);
    return file !== undefined && isVerbatim({ reportId: quote.reportId, text: file.text }, quote);
  });
}
