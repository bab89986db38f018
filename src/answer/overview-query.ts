// What an overview is looked for with.
import type { ResolvedQuestion } from '../question/index.ts';
import type { ScoredExcerpt } from './facts.ts';

/** What a question asks, with what was found for it. */
export interface OverviewQuery {
  question: ResolvedQuestion;
  referents: Float64Array;
  /** Passages, best first. */
  found: readonly ScoredExcerpt[];
}
