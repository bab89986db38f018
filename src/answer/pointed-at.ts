// What a question that points at the answer before it gets: one of its points in full, or what comes after its end.
import type { ItemReference } from '../question/index.ts';
import type { Span } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import { pointsOfSection } from './points.ts';

/** Passages of one point. */
const MAX_PASSAGES = 12;

/** @param quotes of the answer before, as they were shown, and those after them */
export function quotesPointedAt(
  reference: ItemReference,
  { quotes, further }: { quotes: readonly CitedQuote[]; further: CitedQuote[] },
  index: PassageIndex,
): CitedQuote[] {
  if (reference === 'more') return further;
  const all = [...quotes, ...further];
  const at = reference.item < 0 ? quotes.length - 1 : reference.item;
  return at < all.length ? wholePoint(all[at], all[at + 1], index) : [];
}

/** The points below a heading, or the passages from a point up to the next one of its section. */
function wholePoint(quote: CitedQuote, next: CitedQuote | undefined, index: PassageIndex): CitedQuote[] {
  const report = index.report(quote.reportId);
  if (!report) return [quote];
  const headed = report.sections.findIndex(
    ({ heading }) => heading && heading.start >= quote.start && heading.end <= quote.end,
  );
  const file = index.fileOf(report);
  if (headed > 0) {
    const points = pointsOfSection(file, report, headed);
    if (points.length > 1)
      return points.map(({ section, ...span }) => cite({ file, report, section, span }, []));
  }
  const first = report.passages.find(({ end }) => end > quote.start);
  const section = headed > 0 ? headed : (first?.section ?? 0);
  const end = headed > 0 ? report.sections[headed].end : endOfPoint(quote, next);
  const passages = report.passages.filter(
    (passage) => passage.section === section && passage.end > quote.start && passage.start < end,
  );
  const spans: Span[] = passages.map((passage) => ({
    start: Math.max(passage.start, quote.start),
    end: Math.min(passage.end, Math.max(end, quote.end)),
  }));
  return spans.length > 0
    ? spans.slice(0, MAX_PASSAGES).map((span) => cite({ file, report, section, span }))
    : [quote];
}

/** A point ends where the next one of its report begins. */
const endOfPoint = (quote: CitedQuote, next: CitedQuote | undefined): number =>
  next && next.reportId === quote.reportId && next.start > quote.end ? next.start : Number.MAX_SAFE_INTEGER;
