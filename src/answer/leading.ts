// The sentences closest to a question, which stand before the points of an overview.
import type { ResolvedQuestion } from '../question/index.ts';
import { factExcerpts, type ScoredExcerpt } from './facts.ts';

/** A passage that covers less of the topic is not close to the question. */
const MIN_COVERAGE = 0.45;
/** Where one fact may be wanted this likely, what answers it stands before the points; from the second share on, all of it. */
const MAY_WANT_ONE = 0.15;
const LIKELY_ONE = 0.4;

/** How likely a question asks for one thing: a fact, a figure, whether something is there. */
export const wantsOne = ({ shapes }: ResolvedQuestion): number =>
  shapes.fact + shapes.figure + shapes.existence;

/** Excerpts, best first. */
export function leadingExcerpts(
  question: ResolvedQuestion,
  found: readonly ScoredExcerpt[],
): ScoredExcerpt[] {
  if (found.length === 0) return [];
  const likelihood = wantsOne(question);
  const facts = factExcerpts(found);
  if (likelihood >= LIKELY_ONE) return facts;
  const isClose = found[0].coverage >= MIN_COVERAGE;
  return facts.slice(0, (isClose ? 1 : 0) + (likelihood >= MAY_WANT_ONE ? 1 : 0));
}
