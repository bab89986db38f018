// The reports that a question's names, description and period refer to, as scores.
import type { PassageIndex } from '../search/index.ts';
import { isOfType } from './author-type.ts';
import { periodFit } from './period.ts';
import type { Question } from './understand.ts';

/** Weights of the signals of a report as a whole, in nats. */
const AGENCY_WEIGHT = 1.5;
const DESCRIPTION_WEIGHT = 0.8;
const TITLE_WEIGHT = 1.2;
const IDENTITY_WEIGHT = 0.6;
const AUTHOR_TYPE_WEIGHT = 1.2;
const PERIOD_WEIGHT = 4;

/** By report number, how well a report fits the agencies, description and period of a question, in nats. */
export function referentsOf(question: Question, index: PassageIndex): Float64Array {
  const count = index.reports.length;
  const scores = new Float64Array(count);
  for (const { fits } of question.agencies) {
    const rarity = Math.log(1 + count / Math.max(1, fits.size));
    for (const [report, fit] of fits) scores[report] += AGENCY_WEIGHT * rarity * fit;
  }
  const described = question.description.length ? index.reportScores(question.description) : undefined;
  const titled = question.description.length ? index.titleScores(question.description) : undefined;
  const identity = index.titleScores(question.concepts);
  index.reports.forEach((report, number) => {
    if (described && titled)
      scores[number] += DESCRIPTION_WEIGHT * described[number] + TITLE_WEIGHT * titled[number];
    scores[number] += IDENTITY_WEIGHT * identity[number];
    if (question.authorType && isOfType(report, question.authorType)) scores[number] += AUTHOR_TYPE_WEIGHT;
    if (question.period)
      scores[number] += PERIOD_WEIGHT * periodFit(question.period, report, question.sectionKind);
  });
  return scores;
}
