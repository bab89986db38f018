// What speaks for a list of points as the answer to a question, by name; most features are 0 to 1.
import { isOutsidePeriod, plansAreLater, type Question } from '../question/index.ts';
import { maxOf, type SectionKind } from '../reports/index.ts';
import { askedCount } from './asked-count.ts';
import { SCREEN_CHARACTERS } from './fitted-points.ts';
import type { Draft } from './overview-drafts.ts';
import { meanOf, type ReportRelevance, squared } from './report-relevance.ts';
import { hasSectionKind } from './report-scope.ts';

/** More points than this are many, and this many more are as many as can be. */
const FEW_POINTS = 9;
const MANY_MORE = 15;
/** Lengths in UTF-16 units: of all points of a list that says little, of a point that is a heading. */
const SHORT_LIST = 120;
const SHORT_POINT = 60;
const MAX_LONG = 2;
/** A report without the part that is asked for may hold it under another name. */
const KINDRED: Partial<Record<SectionKind, readonly SectionKind[]>> = {
  highlights: ['achievements'],
  achievements: ['highlights'],
  suggestions: ['plans', 'problems'],
  plans: ['suggestions'],
};

/** All features of one list of points. */
export function draftFeatures(
  draft: Draft,
  question: Question,
  relevance: ReportRelevance,
): Record<string, number> {
  return {
    ...formFeatures(draft, askedCount(question.reading.normalised)),
    ...partFeatures(draft, question, relevance),
    ...(relevance.topic.length > 0
      ? topicFeatures(draft, question, relevance)
      : wholePartFeatures(draft, question, relevance)),
  };
}

const flag = (holds: boolean): number => (holds ? 1 : 0);

/** What the number and the length of the points tell. */
function formFeatures({ source, points }: Draft, count: number | undefined): Record<string, number> {
  const characters = points.reduce((sum, { start, end }) => sum + end - start, 0);
  const screens = characters / SCREEN_CHARACTERS;
  return {
    [source]: 1,
    'two points': flag(points.length === 2),
    'many points': Math.max(0, Math.min(1, (points.length - FEW_POINTS) / MANY_MORE)),
    'as many as asked': flag(count === points.length),
    'not as many': count === undefined ? 0 : Math.min(1, Math.abs(count - points.length) / count),
    long: Math.max(0, Math.min(MAX_LONG, Math.log(screens))),
    short: flag(characters < SHORT_LIST),
    'short points': flag(characters / points.length < SHORT_POINT),
  };
}

/** How the part that the points stand in fits the part and the period that are asked for. */
function partFeatures(
  { source, kind }: Draft,
  { sectionKind: asked, period }: Question,
  relevance: ReportRelevance,
): Record<string, number> {
  const isAsked = asked !== undefined && kind === asked;
  const isKindred =
    asked !== undefined &&
    KINDRED[asked]?.includes(kind) === true &&
    !hasSectionKind(relevance.report, asked);
  const isOther = asked !== undefined && !isAsked && !isKindred;
  const tells = kind === 'none' ? asked : kind;
  return {
    'in asked part': flag(isAsked),
    'in kindred part, no asked one': flag(isKindred),
    'in other part': flag(isOther && kind !== 'none'),
    'part likely': kind === 'none' ? 0 : relevance.probabilityOf(kind),
    'whole other part': flag(source === 'part' && (isOther || isKindred)),
    [`${source} of plain text`]: relevance.isPlain ? 1 : 0,
    'whole part, none asked': flag(source === 'part' && asked === undefined),
    'outside period': flag(
      period !== undefined &&
        (isOutsidePeriod(period, relevance.report, tells) ||
          (kind === 'plans' && asked === undefined && plansAreLater(period, relevance.report))),
    ),
  };
}

/** Of a report that is asked for as a whole, the part that most of it is tells more than the others. */
function wholePartFeatures(
  { source, span }: Draft,
  { sectionKind: asked }: Question,
  { report }: ReportRelevance,
): Record<string, number> {
  const share = (span.end - span.start) / Math.max(1, report.end - report.start);
  return {
    'whole part alone': flag(source === 'part'),
    'share of report, none asked': source === 'part' && asked === undefined ? share : 0,
  };
}

/** How much of what the report says about the topic the points hold, and how much else. */
function topicFeatures(
  { source, kind, span, head }: Draft,
  { sectionKind: asked }: Question,
  relevance: ReportRelevance,
): Record<string, number> {
  const { passages, best, firstHit, allRelevant, allHits, meanCovered } = relevance;
  const within = passages.filter(({ start, end }) => span.start < end && span.end > start);
  const covered = meanOf(within.map((passage) => passage.covered));
  const bestInside = maxOf([0, ...within.map((passage) => passage.relevance)]);
  const isPart = source === 'part';
  return {
    'mean coverage': covered,
    'coverage above report': covered - meanCovered,
    'heading coverage': relevance.coverageOf(head),
    'relevant share': squared(within) / allRelevant,
    'best inside': bestInside / best,
    'mean of best': meanOf(within.map((passage) => passage.relevance)) / best,
    'hit share': within.reduce((sum, { hit }) => sum + hit, 0) / allHits,
    'first hit': flag(within.some(({ hit }) => hit >= firstHit)),
    'share of report': within.length / Math.max(1, passages.length),
    'whole part of a topic': flag(isPart),
    'whole part, topic weak': isPart ? 1 - best : 0,
    'whole asked part, topic elsewhere': isPart && kind === asked ? 1 - bestInside : 0,
  };
}
