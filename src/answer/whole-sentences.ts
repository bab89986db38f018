// Extends the span of a quote id to whole sentences before it is shown: a made-up id could leave out a 不.
import type { Span } from '../reports/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import type { SourceLocation } from './source-location.ts';

/** In UTF-16 units. No answer quotes more, and a made-up id does not print a whole report. */
const MAX_LENGTH = 2500;

/** The sentences or the heading that hold a span, the span emphasised; undefined where they are too long. */
export function wholeSentences({ file, report, span, section }: SourceLocation): CitedQuote | undefined {
  const units: Span[] = [
    ...report.passages.flatMap(({ sentences }) => sentences),
    ...report.sections.flatMap(({ heading }) => heading ?? []),
  ];
  const touched = units.filter(({ start, end }) => start < span.end && end > span.start);
  const start = Math.min(span.start, ...touched.map((unit) => unit.start));
  const end = Math.max(span.end, ...touched.map((unit) => unit.end));
  if (end - start > MAX_LENGTH) return undefined;
  const quote = cite({ file, report, section, span: { start, end } });
  if (start === span.start && end === span.end) return quote;
  return { ...quote, emphasis: [{ start: span.start - start, end: span.end - start }] };
}
