// From a question to an answer: quotes, or a refusal with its reason. Writes no text of its own about the
// reports.
import { type Language, type ResolvedQuestion, referentsOf, resolve, understand } from '../question/index.ts';
import type { Report, SectionKind } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { absentWords } from './absence.ts';
import { comparison, namedSubjects, type Subject, survey } from './across-reports.ts';
import { evidenceFor, isAnswerable, isBeyondReports } from './answerability.ts';
import type { CitedQuote } from './cited-quote.ts';
import { citeExcerpt, factQuotes, findExcerpts, furtherQuotes, type ScoredExcerpt } from './facts.ts';
import { namedPartsFor } from './named-parts.ts';
import { asksForAll, overviewFor, partOverview, screenful } from './overview.ts';
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
    };

type Answered = Extract<Answer, { answered: true }>;
type Declined = Extract<Answer, { answered: false }>;

const MAX_NEAR_MISSES = 2;
/** Bonus of the report that answered the question before, in nats. */
const SAME_REPORT_WEIGHT = 2.5;
/** How far back a follow-up may reach. */
const MAX_HISTORY = 3;

/** A question with its search results. */
export interface SearchedQuestion {
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
  return decide(searchFor(text, history, index, scope), index);
}

/** Reads a question after those before it, and finds the passages for it. */
export function searchFor(
  text: string,
  history: string[],
  index: PassageIndex,
  scope?: ReportScope,
): SearchedQuestion {
  const earlier = history
    .slice(-MAX_HISTORY)
    .reduce<ResolvedQuestion | undefined>(
      (before, each) => resolve(understand(each, index), before),
      undefined,
    );
  return search(withScope(resolve(understand(text, index), earlier), scope), earlier, index, scope);
}

function search(
  question: ResolvedQuestion,
  earlier: ResolvedQuestion | undefined,
  index: PassageIndex,
  scope: ReportScope | undefined,
): SearchedQuestion {
  const referents = referentsInScope(question, index, scope);
  const before = earlier && question.continues ? reportAnswering(earlier, index) : undefined;
  const asksOthers = before !== undefined && isByNoneNamed(before, question);
  if (before !== undefined && !asksOthers) referents[before] += SAME_REPORT_WEIGHT;
  // `resolve` passes on the objects of the question before where this one has no agency or period of its own.
  const sameReport = question.agencies === earlier?.agencies && question.period === earlier.period;
  const only = onlyReports(question, sameReport ? before : undefined);
  const reports = only ?? (asksOthers ? reportsOfOffices(question) : undefined);
  return { question, referents, only, found: findExcerpts(question, index, referents, reports) };
}

export const EVIDENCE: { last: Record<string, number> | undefined } = { last: undefined };
export const FORCE = { on: false };
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
  const { shapes } = question;
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
  if (!answerable && !asksForAll(searched, index)) return declined();
  const overview = overviewFor(searched, index);
  if (overview) {
    const { shown, further } = screenful(overview.quotes);
    return answerWith('overview', question, index, { quotes: shown, others: overview.others, further });
  }
  if (!answerable) return declined();
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
});

/** The report that an answer to a question quotes first, by number. */
function reportAnswering(question: ResolvedQuestion, index: PassageIndex): number | undefined {
  const referents = referentsOf(question, index);
  const named = question.parts.length > 0 ? namedPartsFor(question, index, referents)?.quotes[0] : undefined;
  if (named) return index.reportNumber(named.reportId);
  const listed =
    question.topic.length === 0 && question.sectionKind
      ? partOverview({ question, referents, found: [] }, question.sectionKind, index)?.quotes[0]
      : undefined;
  if (listed) return index.reportNumber(listed.reportId);
  return findExcerpts(question, index, referents)[0]?.hit.reportNumber;
}

/** Drops a quote that is not exactly its slice of the source. */
const verbatimOnly = (quotes: CitedQuote[], index: PassageIndex): CitedQuote[] =>
  verbatimQuotes(quotes, index, () => undefined);
