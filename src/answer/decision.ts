// The decision: which shape of answer the reading asks for and the reports support.
import type { ResolvedQuestion } from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { acrossReports } from './across-reports.ts';
import { isBeyondReports } from './answerability.ts';
import { factQuotes, furtherQuotes, type ScoredExcerpt } from './facts.ts';
import { namedPartsFor } from './named-parts.ts';
import { type Answer, answerWith, declinedWith } from './outcome.ts';
import { asksForAll, overviewFor, screenful } from './overview.ts';
import { isMasked, yearWithoutReport } from './refusal-reason.ts';
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

/** What would be answered. */
export interface Decision {
  answer: Answer;
  /** Whether it is given only where the evidence speaks for it: a named part, the named sides of a comparison are. */
  isWeighed: boolean;
}

/** The shape that the reading finds likeliest and the reports support. */
export function decide(searched: SearchedQuestion, index: PassageIndex): Decision {
  const { question, referents, only, found } = searched;
  const named = question.parts.length > 0 ? namedPartsFor(question, index, referents) : undefined;
  if (named?.quotes.length === 0) return sure({ ...declinedWith(question, index, []), unknownWords: [] });
  if (named) {
    const { shown, further } = screenful(named.quotes);
    return sure(answerWith('facts', question, index, { quotes: shown, others: named.others, further }));
  }
  const declined = () => declinedWith(question, index, found);
  const missingYear = yearWithoutReport(question, index, found);
  if (missingYear) return sure({ ...declined(), missingYear });
  if (isBeyondReports(question, found, index)) return sure(declined());
  const across = acrossReports(question, index, searched.inScope);
  if (across && across.quotes.length > 0)
    return {
      answer: answerWith('comparison', question, index, across),
      isWeighed: across.count !== undefined,
    };
  if (only && lackWhatIsAsked(question, only, index))
    return sure({ ...declined(), lacking: lackingSectionKind(question, only, index) });
  return ofOneReport(searched, index);
}

const sure = (answer: Answer): Decision => ({ answer, isWeighed: false });

/** An overview, or a few facts. */
function ofOneReport(searched: SearchedQuestion, index: PassageIndex): Decision {
  const { question, found } = searched;
  const overview = overviewFor(searched, index);
  if (overview) {
    const { shown, further } = screenful(overview.quotes);
    const { others } = overview;
    return {
      answer: answerWith('overview', question, index, { quotes: shown, others, further }),
      isWeighed: !asksForAll(searched, index),
    };
  }
  if (isMasked(found)) return sure(declinedWith(question, index, found));
  const quotes = factQuotes(found, question);
  const further = furtherQuotes(found, question, quotes.length);
  return {
    answer: answerWith('facts', question, index, { quotes, further }),
    isWeighed: !isFoundWord(searched),
  };
}

/** A passage that holds all of a topic holds it to this share at least: rounding is left out. */
const WHOLE = 0.99;

/** Words and nothing else that a passage holds: they are looked up, whatever a question would need besides. */
function isFoundWord({ question: { reading, continues }, found: [best] }: SearchedQuestion): boolean {
  const [only, ...others] = reading.topic;
  const isBare = others.length === 0 && only?.start === 0 && only.end === reading.normalised.length;
  return isBare && !continues && best !== undefined && best.coverage >= WHOLE;
}
