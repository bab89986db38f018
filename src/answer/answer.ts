// From a question to an answer: quotes, or a refusal with its reason. Writes no text of its own about the
// reports.

import { normalise } from '../language/index.ts';
import {
  isOutsidePeriod,
  itemReferenceIn,
  type Language,
  type ResolvedQuestion,
  referentsOf,
  resolve,
  understand,
} from '../question/index.ts';
import type { Report, SectionKind } from '../reports/index.ts';
import { type Concept, CoverageMeter, type PassageIndex, textOf } from '../search/index.ts';
import { absentWords } from './absence.ts';
import { comparison, namedSubjects, type Subject, survey } from './across-reports.ts';
import { evidenceFor, isAnswerable, isBeyondReports } from './answerability.ts';
import type { CitedQuote } from './cited-quote.ts';
import { isSmallTalk, type Turn, turnAfter } from './conversation.ts';
import { citeExcerpt, factQuotes, findExcerpts, furtherQuotes, type ScoredExcerpt } from './facts.ts';
import { namedPartsFor } from './named-parts.ts';
import {
  bestReport,
  type Overview,
  partOverview,
  screenful,
  topicOverview,
  topicWithin,
} from './overview.ts';
import { quotesPointedAt } from './pointed-at.ts';
import {
  isByNoneNamed,
  lackingSectionKind,
  lackWhatIsAsked,
  onlyReports,
  type ReportScope,
  referentsInScope,
  reportsOfOffices,
  withScope,
} from './report-scope.ts';
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
      /** Subjects of a comparison that no report mentions. */
      unmentioned: string[];
      /** What the same message asks besides, as written. */
      alsoAsked: string[];
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

/** A question with its search results. */
interface SearchedQuestion {
  question: ResolvedQuestion;
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
  if (index.reports.length === 0)
    return { ...noAnswer(understand(text, index).language), nothingToRead: true };
  const give = (turn: Turn<Given>) => givenFor(turn, index, scope);
  const turn = turnAfter(text, history, { index, give });
  return { ...turn.given().answer, alsoAsked: turn.question.reading.others };
}

/** The answer to a turn, and the number of the report that is quoted first, or that comes closest. */
interface Given {
  answer: Answer;
  report: number | undefined;
}

function givenFor(turn: Turn<Given>, index: PassageIndex, scope: ReportScope | undefined): Given {
  const { own, question, before } = turn;
  const smallTalk = { ...noAnswer(question.language), smallTalk: true };
  if (isSmallTalk(question) || wantsMore(question)) return { answer: smallTalk, report: undefined };
  const pointed = before && pointedAt(turn, before.given(), index);
  if (pointed) return pointed;
  const searched = search(turn, withScope(question, scope), index, scope);
  const decided = decide(searched, index);
  const answer = decided.answered || own.reading.shape !== 'chat' ? decided : smallTalk;
  const first = answer.answered ? index.reportNumber(answer.quotes[0]?.reportId ?? '') : undefined;
  return { answer, report: first ?? searched.found[0]?.hit.reportNumber };
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
  if (shown.length === 0) return { answer: { ...noAnswer(question.language), noMore: true }, report };
  const kind = reference === 'more' ? before.kind : 'facts';
  const answer = answerWith(kind, question, index, { quotes: shown, further });
  return { answer: { ...answer, sectionKind: before.sectionKind }, report };
}

/** @param question of the turn, confined to the scope */
function search(
  { question: { agencies, period, leaves }, before: earlier }: Turn<Given>,
  question: ResolvedQuestion,
  index: PassageIndex,
  scope: ReportScope | undefined,
): SearchedQuestion {
  const referents = referentsInScope(question, index, scope);
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
  return { question, referents, only, found: findExcerpts(question, index, referents, reports) };
}

export const EVIDENCE: { last: Record<string, number> | undefined } = { last: undefined };
export const FORCE = { on: false };
/** A topic of which the report that is named covers less is no topic but talk around the question. */
const MIN_SUPPORT = 0.45;

/** A reader of a list is helped by the sentence that is closest to the question, where it is no point of the list. */
function withClosest(
  overview: Overview,
  closest: ScoredExcerpt | undefined,
  question: ResolvedQuestion,
): Overview {
  if (!closest || closest.coverage < MIN_SUPPORT) return overview;
  const quote = citeExcerpt(closest, question);
  const isPoint = overview.quotes.some(
    ({ reportId, start, end }) => reportId === quote.reportId && start < quote.end && end > quote.start,
  );
  return isPoint ? overview : { ...overview, quotes: [quote, ...overview.quotes] };
}

/** The highest share of a topic that one of the passages found in a report covers. */
function topicSupport(
  topic: Concept[],
  report: number,
  found: readonly ScoredExcerpt[],
  index: PassageIndex,
): number {
  const meter = new CoverageMeter(topic, (token) => index.rarity(token));
  const shares = found
    .filter(({ hit }) => hit.reportNumber === report)
    .map(({ hit }) => meter.coverage(meter.shares(normalise(textOf(hit)))));
  return Math.max(0, ...shares);
}

const namesReport = ({ agencies, description }: ResolvedQuestion, report: number): boolean =>
  description.length > 0 || agencies.some(({ fits }) => fits.has(report));

/** A shape this likely is tried first. */
const LIKELY = 0.5;

/** The shape that the reading finds likeliest and the reports support. */
function decide(searched: SearchedQuestion, index: PassageIndex): Answer {
  const { question, referents, only, found } = searched;
  const named = question.parts.length > 0 ? namedPartsFor(question, index, referents) : undefined;
  if (named?.quotes.length === 0) return { ...declinedWith(question, index, []), unknownWords: [] };
  if (named) {
    const { shown, further } = screenful(named.quotes);
    return answerWith('facts', question, index, { quotes: shown, others: named.others, further });
  }
  const declined = () => declinedWith(question, index, found);
  const { shapes, sectionKind } = question;
  if (isBeyondReports(question, found)) return declined();
  const evidence = evidenceFor(question, found, index);
  EVIDENCE.last = evidence;
  const answerable = FORCE.on || isAnswerable(evidence);
  if (shapes.survey > LIKELY && answerable)
    return answerWith('comparison', question, index, { quotes: survey(question, index, referents) });
  const subjects = namedSubjects(question);
  if (
    subjects.length >= 2 &&
    (shapes.comparison > 0.3 || shapes.fact + shapes.figure + shapes.overview > 0.3)
  ) {
    const { quotes, silent } = comparison(question, index, subjects, referents);
    return quotes.length > 0
      ? answerWith('comparison', question, index, { quotes, unmentioned: silent })
      : declined();
  }
  if (only && lackWhatIsAsked(question, only, index))
    return { ...declined(), lacking: lackingSectionKind(question, only, index) };
  const wantsOne = shapes.fact + shapes.figure + shapes.existence;
  const best = bestReport(question, sectionKind, index, referents);
  const remaining = topicWithin(index.reports[best], question, index);
  const listed = ({ quotes, others }: Overview): Answer => {
    const { shown, further } = screenful(quotes);
    return answerWith('overview', question, index, { quotes: shown, others, further });
  };
  const wholePart = () => partOverview(question, sectionKind ?? 'achievements', index, referents);
  const supported = topicSupport(remaining, best, found, index);
  if ((sectionKind || wantsOne < LIKELY) && remaining.length === 0) {
    const overview = wholePart();
    if (overview) return listed(overview);
  }
  if (wantsOne < LIKELY && sectionKind && supported < MIN_SUPPORT && namesReport(question, best)) {
    const overview = wholePart();
    if (overview) return listed(overview);
  }
  if (!answerable) return declined();
  if (wantsOne < LIKELY) {
    const overview = topicOverview({ ...question, topic: remaining }, index, referents, found);
    if (overview) return listed(withClosest(overview, found[0], question));
  }
  if (question.cues.figure && found[0].excerpt.masked) return { ...declined(), masked: true };
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
  const question = resolve(understand(topic, index), undefined);
  const { quotes, silent } = comparison(question, index, subjects, referentsOf(question, index));
  if (quotes.length === 0) return declinedWith(question, index, []);
  return answerWith('comparison', question, index, { quotes, unmentioned: silent });
}

function answerWith(
  kind: AnswerKind,
  { language, sectionKind }: ResolvedQuestion,
  index: PassageIndex,
  content: Pick<Answered, 'quotes'> & Partial<Pick<Answered, 'others' | 'further' | 'unmentioned'>>,
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
  };
}

/** No answer, with the words that no report holds and the best passages that were found. */
function declinedWith(question: ResolvedQuestion, index: PassageIndex, found: ScoredExcerpt[]): Declined {
  const unknownWords = absentWords(question, index);
  const nearMisses = found.slice(0, MAX_NEAR_MISSES).map((each) => citeExcerpt(each, question));
  return { ...noAnswer(question.language), unknownWords, nearMisses: verbatimOnly(nearMisses, index) };
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
  smallTalk: false,
  noMore: false,
  alsoAsked: [],
});

/** Drops a quote that is not exactly its slice of the source. */
const verbatimOnly = (quotes: CitedQuote[], index: PassageIndex): CitedQuote[] =>
  verbatimQuotes(quotes, index, () => undefined);
