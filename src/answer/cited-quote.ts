// A quote with where it stands: report, section path, the words that matched.
import { normalise, type QueryToken } from '../language/index.ts';
import { type Quote, quoteOf, type Report, type ReportFile, type Span } from '../reports/index.ts';

/** A quote and its source. */
export interface CitedQuote extends Quote {
  /** Path of the file relative to the reports folder. */
  file: string;
  /** The report's title. */
  report: string;
  /** Headings above the quote, outermost first, as the source writes them. */
  path: string[];
  /** The matched words: offsets in `text`, in order, without overlaps. */
  emphasis: Span[];
}

/** Slices and cites a span of a report. `section` is the index of the section it stands in. */
export function cite(
  file: ReportFile,
  report: Report,
  section: number,
  span: Span,
  tokens: QueryToken[] = [],
): CitedQuote {
  const quote = quoteOf({ reportId: report.id, text: file.text }, span);
  return {
    ...quote,
    file: file.name,
    report: report.title,
    path: pathOf(file, report, section, span),
    emphasis: emphasisIn(quote.text, tokens),
  };
}

/** Headings from the part down to the section; a heading that is itself the quote is left out. */
function pathOf(file: ReportFile, report: Report, section: number, span: Span): string[] {
  const path: string[] = [];
  for (let at = section; at > 0; at = report.sections[at].parent) {
    const { heading, label } = report.sections[at];
    if (heading && heading.start >= span.start && heading.end <= span.end) continue;
    path.unshift(
      (heading ? file.text.slice(heading.start, heading.end) : label)
        .replace(/\s+/g, '')
        .replace(/[。：:]$/, ''),
    );
  }
  return path;
}

/** Two matches this close are one emphasis, so that 林 业 局 matched by bigrams shows as one word. */
const JOIN_DISTANCE = 0;

function emphasisIn(text: string, tokens: QueryToken[]): Span[] {
  const plain = normalise(text);
  const spans: Span[] = [];
  for (const { text: token, weight } of tokens) {
    if (token.startsWith('#') || weight < 0.5) continue;
    for (let at = plain.indexOf(token); at >= 0; at = plain.indexOf(token, at + 1))
      spans.push({ start: at, end: at + token.length });
  }
  return joinSpans(spans);
}

function joinSpans(spans: Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end + JOIN_DISTANCE) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}
