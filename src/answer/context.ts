// The passages around a quote: whole ones of the same report, in the order of the source.
import type { PassageIndex } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import { locationOf } from './source-location.ts';

/** A quote with the passages before and after it, each in the order of the source. */
export interface Context {
  before: CitedQuote[];
  quote: CitedQuote;
  after: CitedQuote[];
}

/** Passages on each side of a quote. */
export const MAX_CONTEXT_STEPS = 10;

/**
 * The passages around a quote.
 * @param steps how many on each side, at most `MAX_CONTEXT_STEPS`
 * @returns undefined for an id that names no quote
 */
export function contextOf(id: string, steps: number, index: PassageIndex): Context | undefined {
  const location = locationOf(id, index);
  if (!location) return undefined;
  const { report, file, span } = location;
  const count = Math.min(MAX_CONTEXT_STEPS, Math.max(0, Math.floor(steps)));
  const quoted = (list: typeof report.passages) =>
    list.map((passage) => cite({ file, report, section: passage.section, span: passage }));
  const before = report.passages.filter(({ end }) => end <= span.start);
  const after = report.passages.filter(({ start }) => start >= span.end);
  return {
    before: quoted(count === 0 ? [] : before.slice(-count)),
    quote: cite(location),
    after: quoted(after.slice(0, count)),
  };
}
