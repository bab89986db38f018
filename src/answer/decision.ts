// The decision: which shape of answer the reading asks for and the reports support.
import type { ResolvedQuestion } from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { acrossReports } from './across-reports.ts';
import { isBeyondReports } from './answerability.ts';
import { factQuotes, furtherQuotes, type ScoredExcerpt } from './facts.ts';
import { namedPartsFor } from './named-parts.ts';
import { type Answer, answerWith, declinedWith } from './outcome.ts';
import { asksForAll, overviewFor, screenful } from './overview.ts';
import { yearWithoutReport } from './refusal-reason.ts';
import { lackingSectionKind, lackWhatIsAsked } from './report-scope.ts';

/** A question with its search results. */
export interface SearchedQuestion {
  question: ResolvedQuestion;
  /** By report number, how well each fits what the question names. */
  inScope: Float64Array;
  /** The same where all but the reports of the named authors are excluded. */
  referents: Float64Array;
  /** The only reports that can answer it; undefined for no restriction. */
  only: ReadonlySet<number> | undefined;
  found: ScoredExcerpt[];
}

/** The shape that the reading finds likeliest and the reports support. */
export function decide(searched: SearchedQuestion & { answerable: boolean }, index: PassageIndex): Answer {
  const { question, referents, only, found, answerable } = searched;
  const named = question.parts.length > 0 ? namedPartsFor(question, index, referents) : undefined;
  if (named?.quotes.length === 0) return { ...declinedWith(question, index, []), unknownWords: [] };
  if (named) {
    const { shown, further } = screenful(named.quotes);
    return answerWith('facts', question, index, { quotes: shown, others: named.others, further });
  }
  const declined = () => declinedWith(question, index, found);
  const missingYear = yearWithoutReport(question, index, found);
  if (missingYear) return { ...declined(), missingYear };
  if (isBeyondReports(question, found)) return declined();
  const across = acrossReports(question, index, searched.inScope, answerable);
  if (across && across.quotes.length > 0) return answerWith('comparison', question, index, across);
  if (only && lackWhatIsAsked(question, only, index))
    return { ...declined(), lacking: lackingSectionKind(question, only, index) };
  if (!answerable && !asksForAll(searched, index)) return declined();
  const overview = overviewFor(searched, index);
  if (overview) {
    const { shown, further } = screenful(overview.quotes);
    return answerWith('overview', question, index, { quotes: shown, others: overview.others, further });
  }
  if (!answerable) return declined();
  const quotes = factQuotes(found, question);
  return answerWith('facts', question, index, {
    quotes,
    further: furtherQuotes(found, question, quotes.length),
  });
}
