// Of several reports by one author the newest answers a question that names no time; the others are offered as choices.
import type { ResolvedQuestion } from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';

/** What the newest of the reports has over the oldest one, in nats. */
export const RECENCY_WEIGHT = 0.5;

/**
 * By report number, what speaks for each of these reports because of its time, in nats; nothing where the question names a
 * time, or goes on about a report.
 * @param reports those by the author that is asked about
 */
export function recencyOf(
  { period, continues }: ResolvedQuestion,
  reports: ReadonlySet<number>,
  index: PassageIndex,
): Map<number, number> {
  if (period || continues) return new Map();
  const ends = new Map([...reports].map((number) => [number, index.reports[number].period?.end ?? '']));
  const times = [...new Set(ends.values())].sort();
  const latest = Math.max(1, times.length - 1);
  return new Map([...ends].map(([number, end]) => [number, (RECENCY_WEIGHT * times.indexOf(end)) / latest]));
}
