// Overviews: of all that could answer, the points of the candidate that the weights in overview-weights.json prefer.
import fs from 'node:fs';
import path from 'node:path';
import { maxOf, type Report, type SectionKind } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import { fitted, SCREEN_CHARACTERS } from './fitted-points.ts';
import { leadingExcerpts, wantsOne } from './leading.ts';
import { type ChoiceWeights, linearScore } from './linear-choice.ts';
import { type OverviewCandidate, overviewCandidates } from './overview-candidates.ts';
import { factsFeatures, overviewFeatures } from './overview-or-facts.ts';
import type { OverviewQuery } from './overview-query.ts';
import type { Point } from './points.ts';
import { RECENCY_WEIGHT } from './recency.ts';
import { reportFitness, topicWithin } from './report-fitness.ts';
import { hasSectionKind } from './report-scope.ts';

/** All points of an overview in order, and other reports that fit the question as well. */
export interface Overview {
  quotes: CitedQuote[];
  others: Report[];
}

/** A question that asks for one thing more likely than this is not tried as an overview. */
const CERTAINLY_ONE = 0.95;
const EVEN = 0.5;
/** The share of a topic that a heading holds where it is that topic. */
const WHOLE = 0.95;

const WEIGHTS_FILE = path.join(import.meta.dirname, 'overview-weights.json');

/** Weights of the choice among overviews, and of that between the best one and facts. */
interface OverviewWeights {
  points: ChoiceWeights;
  answer: ChoiceWeights;
}

let weights: OverviewWeights | undefined;
const overviewWeights = (): OverviewWeights =>
  (weights ??= JSON.parse(fs.readFileSync(WEIGHTS_FILE, 'utf8')) as OverviewWeights);

/** The points that fit one screen, at least the first, and those that follow. */
export function screenful(quotes: CitedQuote[]): { shown: CitedQuote[]; further: CitedQuote[] } {
  let characters = 0;
  const over = quotes.findIndex((quote, i) => {
    characters += quote.text.length;
    return i > 0 && characters > SCREEN_CHARACTERS;
  });
  return over < 0
    ? { shown: quotes, further: [] }
    : { shown: quotes.slice(0, over), further: quotes.slice(over) };
}

/** The best candidate for an overview; undefined where a few facts answer better, or there is none. */
export function overviewFor(query: OverviewQuery, index: PassageIndex): Overview | undefined {
  if (wantsOne(query.question) > CERTAINLY_ONE) return undefined;
  const chosenBy = overviewWeights();
  const best = bestCandidate(overviewCandidates(query, index), chosenBy.points);
  if (!best || prefersFacts(query, best, index, chosenBy.answer)) return undefined;
  const report = index.reports[best.report];
  const file = index.fileOf(report);
  return {
    quotes: shownPoints(query, best, index).map(({ section, start, end }) =>
      cite({ file, report, section, span: { start, end } }, query.question.concepts),
    ),
    others: best.source === 'part' ? equallyFitting(best.report, best.kind, index, query.referents) : [],
  };
}

function prefersFacts(
  query: OverviewQuery,
  overview: OverviewCandidate,
  index: PassageIndex,
  chosenBy: ChoiceWeights,
): boolean {
  if (query.found.length === 0) return false;
  const facts = linearScore(factsFeatures(query, index), chosenBy);
  return facts > linearScore(overviewFeatures(overview), chosenBy);
}

/** Whether a question says nothing that a report itself does not say in its title, author or place: all of it is asked for. */
export function asksForAll(query: OverviewQuery, index: PassageIndex): boolean {
  const { question } = query;
  if (question.sectionKind === undefined && wantsOne(question) >= EVEN) return false;
  const fitness = reportFitness(query, index);
  const best = index.reports[fitness.indexOf(maxOf(fitness))];
  return topicWithin(best, question, index).length === 0;
}

/** The points of a candidate as they are shown: after what is closest to the question, and cut to fit with it. */
export function shownPoints(
  { question, found }: OverviewQuery,
  { report, points, features }: OverviewCandidate,
  index: PassageIndex,
): Point[] {
  const file = index.fileOf(index.reports[report]);
  // a part as a whole, or a section whose heading is the very topic; what a follow-up asks is more than the topic that it takes over
  const isWhole =
    (question.sectionKind !== undefined && question.topic.length === 0) ||
    (!question.continues && (features['heading coverage'] ?? 0) >= WHOLE && wantsOne(question) < EVEN);
  const leading = (isWhole ? [] : leadingExcerpts(question, found))
    .filter(({ hit }) => hit.reportNumber === report)
    .map(({ hit, excerpt: { start, end } }): Point => ({ section: hit.passage.section, start, end }))
    .filter((each) => !points.some(({ start, end }) => each.start < end && each.end > start));
  const room = SCREEN_CHARACTERS - leading.reduce((sum, { start, end }) => sum + end - start, 0);
  return [...leading, ...fitted(file, points, room)];
}

/** The candidate of the highest score, the first of equal ones. */
function bestCandidate(
  candidates: readonly OverviewCandidate[],
  chosenBy: ChoiceWeights,
): OverviewCandidate | undefined {
  const scores = candidates.map(({ features }) => linearScore(features, chosenBy));
  return candidates[scores.indexOf(maxOf(scores))];
}

const MAX_OTHERS = 3;
/** Reports whose referent score is within this margin of the best one fit as well, in nats; older ones are further from it. */
const OTHER_MARGIN: number = 0.6 + RECENCY_WEIGHT;

function equallyFitting(
  best: number,
  kind: SectionKind,
  index: PassageIndex,
  referents: Float64Array,
): Report[] {
  if (referents[best] <= 0) return [];
  return index.reports
    .filter(
      (report, number) =>
        number !== best &&
        referents[number] >= referents[best] - OTHER_MARGIN &&
        hasSectionKind(report, kind),
    )
    .slice(0, MAX_OTHERS);
}
