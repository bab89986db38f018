// The only file that makes quotes. A quote is a span: its text is always sliced from the source.
import { bulletLength } from './numbering.ts';
import type { Span } from './span.ts';

/** `start` and `end` are UTF-16 offsets in the file's decoded text. */
export interface Quote extends Span {
  /** Short and safe in a link: A-Z a-z 0-9 and -. Stable while the file is unchanged. */
  id: string;
  reportId: string;
  text: string;
}

interface QuoteSource {
  reportId: string;
  text: string;
}

/** The quote of a span, without the bullet that it begins with: a list's sign means nothing without its list. */
export function quoteOf(source: QuoteSource, { start: from, end }: Span): Quote {
  const start = from + bulletLength(source.text.slice(from, end));
  return {
    id: quoteId(source.reportId, { start, end }),
    reportId: source.reportId,
    start,
    end,
    text: source.text.slice(start, end),
  };
}

/** The last check before sending: the quote's text equals the slice at its offsets. */
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

/** The report and span of a quote id; undefined where the text is none. */
export function parseQuoteId(id: string): ({ reportId: string } & Span) | undefined {
  const match = /^([a-z0-9]{8}-[a-z0-9]{1,4})-([a-z0-9]{1,8})-([a-z0-9]{1,6})$/.exec(id.trim());
  if (!match) return undefined;
  const start = Number.parseInt(match[2], RADIX);
  return { reportId: match[1], start, end: start + Number.parseInt(match[3], RADIX) };
}
