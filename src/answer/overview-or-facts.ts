// Whether the best overview or a few facts answer a question: what speaks for each, by name.
import { CoverageMeter, type PassageIndex } from '../search/index.ts';
import { askedCount } from './asked-count.ts';
import { wantsOne } from './leading.ts';
import type { OverviewCandidate } from './overview-candidates.ts';
import type { OverviewQuery } from './overview-query.ts';

/** What of an overview tells whether it is one that was asked for. */
const TELLING = [
  'heading coverage',
  'in asked part',
  'in other part',
  'as many as asked',
  'whole part alone',
  'report behind',
  'hits in report',
  'first hit',
];

/** Features of the overview, under names of their own beside those of the facts. */
export const overviewFeatures = ({ features }: OverviewCandidate): Record<string, number> =>
  Object.fromEntries(TELLING.map((name) => [`overview: ${name}`, features[name] ?? 0]));

/** Bound of the logarithm of odds, so that no reading alone decides. */
const MAX_ODDS = 3;

/** Features of the facts that were found; at least one passage must be. */
export function factsFeatures(
  { question, found }: OverviewQuery,
  index: PassageIndex,
): Record<string, number> {
  const [best, second] = found;
  const meter = new CoverageMeter(question.topic, (token) => index.rarity(token));
  const one = wantsOne(question);
  const odds = Math.log((one + 0.01) / (1.01 - one));
  return {
    facts: 1,
    'wants one': one,
    'odds of one': Math.max(-MAX_ODDS, Math.min(MAX_ODDS, odds)),
    'several asked': question.shapes.survey + question.shapes.comparison,
    'no part asked': question.sectionKind === undefined ? 1 : 0,
    'fact coverage': best.coverage,
    'sentence coverage': meter.total > 0 ? Math.min(1, best.excerpt.worth / meter.total) : 0,
    'figure found': question.cues.figure ? best.excerpt.value : 0,
    'lead of the first': second ? Math.min(1, (best.score - second.score) / Math.max(1, best.score)) : 1,
    'fact without topic': question.topic.length === 0 ? 1 : 0,
    'count asked': askedCount(question.reading.normalised) === undefined ? 0 : 1,
  };
}
