// What can answer a question for an overview: lists of points of the few reports that fit it best, each with what speaks for it.
import { maxOf } from '../reports/index.ts';
import { EXCLUDED, type PassageIndex } from '../search/index.ts';
import type { ScoredExcerpt } from './facts.ts';
import { type Draft, draftsOf } from './overview-drafts.ts';
import { draftFeatures } from './overview-features.ts';
import type { OverviewQuery } from './overview-query.ts';
import { reportFitness } from './report-fitness.ts';
import { ReportRelevance } from './report-relevance.ts';

/** Points of one report that may be the answer. */
export interface OverviewCandidate extends Draft {
  /** The report's number in the index. */
  report: number;
  /** What speaks for it, by name. */
  features: Record<string, number>;
}

const MAX_REPORTS = 3;
/** The reports of this many of the passages found are looked at too. */
const MAX_FOUND = 2;
/** A report this far behind the best one, in nats, counts as twice far behind at most. */
const FAR_BEHIND = 10;

/** All candidates for a question, in the order of the reports that fit it best. */
export function overviewCandidates(query: OverviewQuery, index: PassageIndex): OverviewCandidate[] {
  const fitness = reportFitness(query, index);
  const best = maxOf(fitness);
  return reportsToRead(query, fitness).flatMap((report, rank) => {
    const relevance = new ReportRelevance(query, index, report);
    const ofReport = {
      'report behind': Math.min(2, (best - fitness[report]) / FAR_BEHIND),
      'first report': rank === 0 ? 1 : 0,
      'hits in report': shareOfHits(query.found, report),
    };
    const found = query.found.filter(({ hit }) => hit.reportNumber === report);
    return draftsOf(relevance, found).map(
      (draft): OverviewCandidate => ({
        ...draft,
        report,
        features: { ...ofReport, ...draftFeatures(draft, query.question, relevance) },
      }),
    );
  });
}

/** The share of a report in the passages found, the first ones counting most. */
function shareOfHits(found: readonly ScoredExcerpt[], report: number): number {
  let own = 0;
  let all = 0;
  found.forEach(({ hit }, rank) => {
    const worth = 1 / (rank + 2);
    all += worth;
    if (hit.reportNumber === report) own += worth;
  });
  return all > 0 ? own / all : 0;
}

/** The reports that fit best, and those of the first passages found; the best one alone where nothing else tells them apart. */
function reportsToRead({ question, found, referents }: OverviewQuery, fitness: Float64Array): number[] {
  const byFitness = [...fitness.keys()]
    .filter((report) => referents[report] !== EXCLUDED)
    .sort((a, b) => fitness[b] - fitness[a]);
  if (question.topic.length === 0 && question.agencies.length > 0) return byFitness.slice(0, 1);
  const ofPassages = found.slice(0, MAX_FOUND).map(({ hit }) => hit.reportNumber);
  return [...new Set([...byFitness.slice(0, MAX_REPORTS), ...ofPassages])];
}
