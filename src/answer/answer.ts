// From a question to an answer: quotes, or a refusal with its reason. Writes no text of its own about the
// reports.

import {
  type AnswerType,
  asTopic,
  isOutsidePeriod,
  itemReferenceIn,
  type Language,
  type ResolvedQuestion,
  referentsOf,
  resolve,
  type Subject,
  understand,
} from '../question/index.ts';
import type { Report, SectionKind } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { acrossReports } from './across-reports.ts';
import { isAnswerable, isBeyondReports } from './answerability.ts';
import type { CitedQuote } from './cited-quote.ts';
import { comparison } from './comparison.ts';
import { isSmallTalk, type Turn, turnAfter } from './conversation.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import { citeExcerpt, factQuotes, findExcerpts, furtherQuotes, type ScoredExcerpt } from './facts.ts';
import { namedPartsFor } from './named-parts.ts';
import { asksForAll, overviewFor, screenful } from './overview.ts';
import { quotesPointedAt } from './pointed-at.ts';
import { recencyOf } from './recency.ts';
import { type MissingYear, reasonFor, yearWithoutReport } from './refusal-reason.ts';
import {
  confinedTo,
  describedReports,
  isByNoneNamed,
  lackingSectionKind,
  lackWhatIsAsked,
  onlyAmong,
  onlyReports,
  type ReportScope,
  referentsInScope,
  reportsOfOffices,
  withScope,
} from './report-scope.ts';
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
/** Bonus of the report that answered the question before, in nats. */
const SAME_REPORT_WEIGHT = 2.5;

/** Bonus of the reports of the only author that a question describes or half names, in nats. */
const DESCRIBED_WEIGHT = 3;

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

/**
 * Answers a question over an index.
 * @param history earlier questions of the same person, oldest first
 * @param scope answer from these reports only
 */
export function answer(text: string, history: string[], index: PassageIndex, scope?: ReportScope): Answer {
  return judged(text, history, index, scope ? { scope } : {}).answer;
}

/** Reads a question after those before it, and finds the passages for it. */
export function searchFor(text: string, history: string[], index: PassageIndex): SearchedQuestion {
  const give = (turn: Turn<Given>) => givenFor(turn, index, undefined, false);
  const turn = turnAfter(text, history, { index, give });
  return search(turn, turn.question, index, undefined);
}

/** An answer with what spoke for and against giving one. */
export interface JudgedAnswer {
  answer: Answer;
  /** Undefined where it was not weighed: the shape of the question or a name decided. */
  evidence: Evidence | undefined;
}

/**
 * The same with its evidence.
 * @param dares answers whatever the evidence: what a training needs to know is what would have been shown
 */
export function judged(
  text: string,
  history: string[],
  index: PassageIndex,
  { scope, dares = false }: { scope?: ReportScope; dares?: boolean } = {},
): JudgedAnswer {
  if (index.reports.length === 0)
    return {
      answer: { ...noAnswer(understand(text, index).language), nothingToRead: true },
      evidence: undefined,
    };
  const give = (turn: Turn<Given>) => givenFor(turn, index, scope, dares);
  const turn = turnAfter(text, history, { index, give });
  const { answer, evidence } = turn.given();
  return { answer: { ...answer, alsoAsked: turn.question.reading.others }, evidence };
}

/** The answer to a turn, and the number of the report that is quoted first, or that comes closest. */
interface Given extends JudgedAnswer {
  report: number | undefined;
}

function givenFor(
  turn: Turn<Given>,
  index: PassageIndex,
  scope: ReportScope | undefined,
  dares: boolean,
): Given {
  const { own, question, before } = turn;
  const smallTalk = { ...noAnswer(question.language), smallTalk: true };
  if (isSmallTalk(question) || wantsMore(question))
    return { answer: smallTalk, evidence: undefined, report: undefined };
  const pointed = before && pointedAt(turn, before.given(), index);
  if (pointed) return pointed;
  const searched = search(turn, withScope(question, scope), index, scope);
  const evidence = isBeyondReports(searched.question, searched.found)
    ? undefined
    : evidenceFor(searched.question, searched.found, index);
  const answerable = evidence !== undefined && (dares || isAnswerable(evidence));
  const decided = decide({ ...searched, answerable }, index);
  const answer = decided.answered || own.reading.shape !== 'chat' ? decided : smallTalk;
  const first = answer.answered ? index.reportNumber(answer.quotes[0]?.reportId ?? '') : undefined;
  return { answer, evidence, report: first ?? searched.found[0]?.hit.reportNumber };
}

/** More is wished for, and there was no answer. */
const wantsMore = ({ continues, reading }: ResolvedQuestion): boolean =>
  !continues && reading.features.continuation.includes('asks for more');

/** 第2条展开, more: undefined where the question points at nothing of an answer. */
function pointedAt(
  { own, question }: Turn<Given>,
  { answer: before, report }: Given,
  index: PassageIndex,
): Given | undefined {
  const reference = before.answered ? itemReferenceIn(own) : undefined;
  if (!reference || !before.answered) return undefined;
  const { shown, further } = screenful(quotesPointedAt(reference, before, index));
  if (shown.length === 0)
    return { answer: { ...noAnswer(question.language), noMore: true }, evidence: undefined, report };
  const kind = reference === 'more' ? before.kind : 'facts';
  const answer = answerWith(kind, question, index, { quotes: shown, further });
  return { answer: { ...answer, sectionKind: before.sectionKind }, evidence: undefined, report };
}

/** @param question of the turn, confined to the scope */
function search(
  { question: { agencies, period, leaves }, before: earlier }: Turn<Given>,
  question: ResolvedQuestion,
  index: PassageIndex,
  scope: ReportScope | undefined,
): SearchedQuestion {
  const inScope = referentsInScope(question, index, scope);
  const named = confinedTo(question, index);
  const described = describedReports(question, index);
  const referents = onlyAmong(inScope, named);
  for (const report of described) referents[report] += DESCRIBED_WEIGHT;
  for (const [report, worth] of recencyOf(question, named ?? described, index)) referents[report] += worth;
  const before = earlier?.given().report;
  const asksOthers = before !== undefined && isByNoneNamed(before, question);
  const isOutside =
    before !== undefined &&
    period !== undefined &&
    isOutsidePeriod(period, index.reports[before], question.sectionKind);
  if (before !== undefined && !asksOthers && !isOutside && !leaves) referents[before] += SAME_REPORT_WEIGHT;
  // `resolve` passes on the objects of the question before where this one has no agency or period of its own.
  const sameReport = !leaves && agencies === earlier?.question.agencies && period === earlier.question.period;
  const only = onlyReports(question, sameReport ? before : undefined);
  const reports = only ?? (asksOthers ? reportsOfOffices(question) : undefined);
  return { question, inScope, referents, only, found: findExcerpts(question, index, referents, reports) };
}

/** The shape that the reading finds likeliest and the reports support. */
function decide(searched: SearchedQuestion & { answerable: boolean }, index: PassageIndex): Answer {
  const { question, referents, only, found, answerable } = searched;
  const named = question.parts.length > 0 ? namedPartsFor(question, index, referents) : undefined;
  if (named?.quotes.length === 0) return { ...declinedWith(question, index, []), unknownWords: [] };
  if (named) {
    const { shown, further } = screenful(named.quotes);
    return answerWith('facts', question, index, { quotes: shown, others: named.others, further });
  }
  const declined = () => declinedWith(question, index, found);
  const missingYear = yearWithoutReport(question, index);
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

/**
 * Compares reports on a topic.
 * @param subjects what is compared: names and the reports by them
 */
export function compare(topic: string, subjects: Subject[], index: PassageIndex): Answer {
  const question = asTopic(resolve(understand(topic, index), undefined), index);
  const { shown, further, silent } = comparison(question, index, subjects, referentsOf(question, index));
  if (shown.length === 0) return declinedWith(question, index, []);
  return answerWith('comparison', question, index, { quotes: shown, further, unmentioned: silent });
}

function answerWith(
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
function declinedWith(question: ResolvedQuestion, index: PassageIndex, found: ScoredExcerpt[]): Declined {
  const nearMisses = found.slice(0, MAX_NEAR_MISSES).map((each) => citeExcerpt(each, question));
  return {
    ...noAnswer(question.language),
    ...reasonFor(question, index, found),
    nearMisses: verbatimOnly(nearMisses, index),
  };
}

const noAnswer = (language: Language): Declined => ({
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
