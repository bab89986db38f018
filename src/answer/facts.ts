// A fact or a figure: the passages that hold it, best first, few and short.
import type { Question } from '../question/index.ts';
import type { Hit, PassageIndex } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';

/** At most so many quotes, and together at most so many characters, answer a question for one fact. */
const MAX_QUOTES = 3;
const MAX_CHARACTERS = 600;
/** A further quote must reach this share of the best one's score. */
const MIN_SHARE = 0.6;

/** The passages that answer, as quotes. Empty where nothing holds a word of the question. */
export function factsFor(question: Question, index: PassageIndex): { quotes: CitedQuote[]; best?: Hit } {
  const hits = index.search({
    tokens: question.tokens,
    ...(question.part ? { part: question.part } : {}),
    limit: MAX_QUOTES,
  });
  const best = hits[0];
  if (!best) return { quotes: [] };
  const quotes: CitedQuote[] = [];
  let characters = 0;
  for (const hit of hits) {
    const length = hit.passage.end - hit.passage.start;
    if (quotes.length > 0 && (hit.score < best.score * MIN_SHARE || characters + length > MAX_CHARACTERS))
      break;
    quotes.push(cite(hit.file, hit.report, hit.passage.section, hit.passage, question.tokens));
    characters += length;
  }
  return { quotes, best };
}
