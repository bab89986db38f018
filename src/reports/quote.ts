// The only file that makes quotes. A quote is a place: its text is always sliced from the source, never retyped.
import type { Span } from './span.ts';

/** A verbatim stretch of one report. `start` and `end` are UTF-16 offsets in the file's decoded text. */
export interface Quote extends Span {
  /** Short and printable in a link: A-Z a-z 0-9 and -. Stable while the file is unchanged. */
  id: string;
  reportId: string;
  text: string;
}

/** What a quote is sliced from. */
export interface QuoteSource {
  reportId: string;
  text: string;
}

/** Slices a quote. */
export function quoteOf(source: QuoteSource, span: Span): Quote {
  const { start, end } = span;
  return {
    id: quoteId(source.reportId, span),
    reportId: source.reportId,
    start,
    end,
    text: source.text.slice(start, end),
  };
}

/** The last check: the quote's text is what stands at its place. */
export function isVerbatim(source: QuoteSource, quote: Quote): boolean {
  return (
    quote.reportId === source.reportId &&
    quote.text !== '' &&
    source.text.slice(quote.start, quote.end) === quote.text
  );
}

const RADIX = 36;

function quoteId(reportId: string, span: Span): string {
  return `${reportId}-${span.start.toString(RADIX)}-${(span.end - span.start).toString(RADIX)}`;
}

/** What a quote id points at, or undefined where the text is no quote id. */
export function parseQuoteId(id: string): ({ reportId: string } & Span) | undefined {
  const match = /^([a-z0-9]{8}-[a-z0-9]{1,4})-([a-z0-9]{1,8})-([a-z0-9]{1,6})$/.exec(id.trim());
  if (!match) return undefined;
  const start = Number.parseInt(match[2], RADIX);
  return { reportId: match[1], start, end: start + Number.parseInt(match[3], RADIX) };
}
