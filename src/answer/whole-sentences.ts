// A quote id can be made up: it could leave out a 不 at the beginning of a sentence. What is shown for one are whole sentences.
import type { Span } from '../reports/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import type { SourceLocation } from './source-location.ts';

/** No quote of ours is longer, in UTF-16 units; a made-up id does not print a whole report. */
const MAX_LENGTH = 2500;

/** The sentences (or the heading) in which a stretch stands, the stretch itself emphasised where it is less; undefined for one that is too long. */
export function wholeSentences({ file, report, span, section }: SourceLocation): CitedQuote | undefined {
  const units: Span[] = [
    ...report.passages.flatMap(({ sentences }) => sentences),
    ...report.sections.flatMap(({ heading }) => heading ?? []),
  ];
  const touched = units.filter(({ start, end }) => start < span.end && end > span.start);
  const start = Math.min(span.start, ...touched.map((unit) => unit.start));
  const end = Math.max(span.end, ...touched.map((unit) => unit.end));
  if (end - start > MAX_LENGTH) return undefined;
  const quote = cite(file, report, section, { start, end });
  if (start === span.start && end === span.end) return quote;
  return { ...quote, emphasis: [{ start: span.start - start, end: span.end - start }] };
}
