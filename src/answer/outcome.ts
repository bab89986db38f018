// The outcome of a question: quotes of some kind, or none with its reason.
import type { AnswerType, Language, ResolvedQuestion } from '../question/index.ts';
import type { Report, SectionKind } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { CitedQuote } from './cited-quote.ts';
import { citeExcerpt, type ScoredExcerpt } from './facts.ts';
import { type MissingYear, reasonFor } from './refusal-reason.ts';
import type { SurveyCount } from './survey.ts';
import { verbatimQuotes } from './verbatim.ts';

/** What kind of answer the quotes give. */
type AnswerKind = 'overview' | 'facts' | 'comparison';

/** The outcome of a question; that nothing was found is an outcome too. */
export type Answer =
  | {
      answered: true;
      kind: AnswerKind;
      language: Language;
      quotes: CitedQuote[];
      /** The section kind that was asked for. */
      sectionKind: SectionKind | undefined;
      /** Other reports that fit the question as well. */
      others: Report[];
      /** The points of an overview after the shown ones; for facts, the next quotes that the search found. */
      further: CitedQuote[];
      /** Subjects of a comparison that no report mentions; reports that do not say it, where a survey asks for those. */
      unmentioned: string[];
      /** What the same message asks besides, as written. */
      alsoAsked: string[];
      /** Of a survey: how many reports were asked, and how many of them say it. */
      count: SurveyCount | undefined;
    }
  | {
      answered: false;
      kind: 'none';
      language: Language;
      unknownWords: string[];
      nearMisses: CitedQuote[];
      /** The only report that the question refers to has no section of the asked kind. */
      lacking: { report: string; sectionKind: SectionKind } | undefined;
      /** The figure asked for is masked in the source (XX万元). */
      masked: boolean;
      /** There is no report at all to answer from. */
      nothingToRead: boolean;
      /** Offices that are asked about and wrote none of the reports. */
      unknownAuthors: string[];
      /** The named authors have reports, but none of the named year; `years` are theirs. */
      missingYear: MissingYear | undefined;
      /** The type of value that is asked for, where the thing is in the reports and no such value beside it. */
      notGiven: AnswerType | undefined;
      /** Nothing was asked. */
      smallTalk: boolean;
      /** The answer before ends there, or has no such point. */
      noMore: boolean;
      alsoAsked: string[];
    };

type Answered = Extract<Answer, { answered: true }>;
type Declined = Extract<Answer, { answered: false }>;

const MAX_NEAR_MISSES = 2;

/** An answer of a kind; quotes that differ from their source are left out. */
export function answerWith(
  kind: AnswerKind,
  { language, sectionKind }: ResolvedQuestion,
  index: PassageIndex,
  content: Pick<Answered, 'quotes'> & Partial<Pick<Answered, 'others' | 'further' | 'unmentioned' | 'count'>>,
): Answered {
  return {
    answered: true,
    kind,
    language,
    quotes: verbatimOnly(content.quotes, index),
    sectionKind,
    others: content.others ?? [],
    further: verbatimOnly(content.further ?? [], index),
    unmentioned: content.unmentioned ?? [],
    alsoAsked: [],
    count: content.count,
  };
}

/** No answer, with its reason as far as it is known, and the best passages that were found. */
export function declinedWith(
  question: ResolvedQuestion,
  index: PassageIndex,
  found: ScoredExcerpt[],
): Declined {
  const nearMisses = found.slice(0, MAX_NEAR_MISSES).map((each) => citeExcerpt(each, question));
  return {
    ...noAnswer(question.language),
    ...reasonFor(question, index, found),
    nearMisses: verbatimOnly(nearMisses, index),
  };
}

/** No answer, with no reason yet. */
export const noAnswer = (language: Language): Declined => ({
  answered: false,
  kind: 'none',
  language,
  unknownWords: [],
  nearMisses: [],
  lacking: undefined,
  masked: false,
  nothingToRead: false,
  unknownAuthors: [],
  missingYear: undefined,
  notGiven: undefined,
  smallTalk: false,
  noMore: false,
  alsoAsked: [],
});

/** Drops a quote that is not exactly its slice of the source. */
const verbatimOnly = (quotes: CitedQuote[], index: PassageIndex): CitedQuote[] =>
  verbatimQuotes(quotes, index, () => undefined);
