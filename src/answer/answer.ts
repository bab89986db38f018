// From a question to an answer: quotes, or a refusal with its reason. Writes no text of its own about the
// reports.

import {
  asTopic,
  isOutsidePeriod,
  itemReferenceIn,
  type ResolvedQuestion,
  referentsOf,
  resolve,
  type Subject,
  understand,
} from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { isAnswerable } from './answerability.ts';
import { comparison } from './comparison.ts';
import { isSmallTalk, type Turn, turnAfter } from './conversation.ts';
import { decide, type SearchedQuestion } from './decision.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import { findExcerpts } from './facts.ts';
import { type Answer, answerWith, declinedWith, noAnswer } from './outcome.ts';
import { screenful } from './overview.ts';
import { quotesPointedAt } from './pointed-at.ts';
import { recencyOf } from './recency.ts';
import {
  confinedTo,
  describedReports,
  isByNoneNamed,
  onlyAmong,
  onlyReports,
  type ReportScope,
  referentsInScope,
  reportsOfOffices,
  withHeldPart,
  withScope,
} from './report-scope.ts';

/** Bonus of the report that answered the question before, in nats. */
const SAME_REPORT_WEIGHT = 2.5;

/** Bonus of the reports of the only author that a question describes or half names, in nats. */
const DESCRIBED_WEIGHT = 3;

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
  if ((isSmallTalk(question) && !namesRareThing(question, index)) || wantsMore(question))
    return { answer: smallTalk, evidence: undefined, report: undefined };
  const pointed = before && pointedAt(turn, before.given(), index);
  if (pointed) return pointed;
  const searched = search(turn, withHeldPart(withScope(question, scope), index), index, scope);
  const { decided, evidence } = weighed(searched, index, dares);
  const answer = decided.answered || own.reading.shape !== 'chat' ? decided : smallTalk;
  const first = answer.answered ? index.reportNumber(answer.quotes[0]?.reportId ?? '') : undefined;
  return { answer, evidence, report: first ?? searched.found[0]?.hit.reportNumber };
}

/** What would be answered, or a refusal where the evidence does not speak for it. */
function weighed(
  searched: SearchedQuestion,
  index: PassageIndex,
  dares: boolean,
): { decided: Answer; evidence: Evidence | undefined } {
  const { question, found } = searched;
  const { answer: decided, isWeighed } = decide(searched, index);
  if (!decided.answered || !isWeighed) return { decided, evidence: undefined };
  const evidence = evidenceFor(question, found, index, decided.kind === 'overview');
  const holds = dares || isAnswerable(evidence);
  return { decided: holds ? decided : declinedWith(question, index, found), evidence };
}

/** A thing of this share of the highest rarity is in few passages. */
const RARE = 0.6;

/** 截尾鹦嘴鱼吃什么: everyday words are asked about a thing that few passages name, and nothing else is small talk. */
const namesRareThing = ({ topic, reading }: ResolvedQuestion, index: PassageIndex): boolean =>
  !reading.features.reading.includes('only small talk') &&
  reading.spans.some(({ group }) => group === 'everyday') &&
  topic.some(
    ({ label, weight, hint, variants }) =>
      weight === 1 &&
      !hint &&
      label.length > 1 &&
      variants.some(
        ({ own, tokens }) =>
          own === true &&
          tokens.every(({ text }) => index.passageFrequency(text) > 0) &&
          tokens.some(({ text }) => index.rarity(text) > RARE * index.rarity('')),
      ),
  );

/** More is wished for, and there was no answer. */
const wantsMore = ({ continues, reading }: ResolvedQuestion): boolean =>
  !continues && reading.features.continuation.includes('asks for more');

/** 第2条展开, more: undefined where the question points at nothing of an answer. */
function pointedAt(
  { own, question }: Turn<Given>,
  { answer: before, report }: Given,
  index: PassageIndex,
): Given | undefined {
  const reference = before.answered || before.noMore ? itemReferenceIn(own) : undefined;
  if (!reference) return undefined;
  const { shown, further } = screenful(before.answered ? quotesPointedAt(reference, before, index) : []);
  if (shown.length === 0 || !before.answered)
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
