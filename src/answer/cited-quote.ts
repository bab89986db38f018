// A quote with its source: file, report, section path, pages, and the words that matched.
import { indexOfToken, normalise } from '../language/index.ts';
import {
  headsAbove,
  isRecognised,
  type PageRange,
  pagesOf,
  type Quote,
  quoteOf,
  type Report,
  type ReportFile,
  type Span,
} from '../reports/index.ts';
import type { Concept } from '../search/index.ts';

/** A quote and its source. */
export interface CitedQuote extends Quote {
  /** Path of the file relative to the reports folder. */
  file: string;
  /** The report's title. */
  report: string;
  /** Headings above the quote, outermost first, as the source writes them. */
  path: string[];
  /** Pages of the file, where it has pages. */
  pages?: PageRange;
  /** Its text, or a part of it, is recognised in pictures: it may differ from the paper. */
  recognised?: true;
  /** Of a row of a table: its captions and the names of its columns, each a slice of the source. */
  heads?: Quote[];
  /** The matched words: offsets in `text`, in order, without overlaps. */
  emphasis: Span[];
}

/** A span of a report, to be cited. */
interface CitedSpan {
  file: ReportFile;
  report: Report;
  /** Index of the section that holds the span. */
  section: number;
  span: Span;
}

/**
 * Slices and cites a span of a report.
 * @param concepts whose words are to be emphasised
 */
export function cite(cited: CitedSpan, concepts: Concept[] = []): CitedQuote {
  const { file, report, span } = cited;
  const quote = quoteOf({ reportId: report.id, text: file.text }, span);
  const pages = pagesOf(file, span);
  const heads = headsOf(cited);
  return {
    ...quote,
    file: file.name,
    report: report.title,
    path: pathOf(cited),
    ...(pages ? { pages } : {}),
    ...(isRecognised(file, span) ? { recognised: true as const } : {}),
    ...(heads.length > 0 ? { heads } : {}),
    emphasis: emphasisIn(quote.text, concepts),
  };
}

/** Longer heads would hide the row. In UTF-16 units. */
const MAX_HEAD_LENGTH = 400;

function headsOf({ file, report, span }: CitedSpan): Quote[] {
  if (report.tables.length === 0) return [];
  const passage = report.passages.find(({ start, end }) => start <= span.start && span.start < end);
  if (passage?.table === undefined) return [];
  return headsAbove(report, { table: passage.table, start: span.start })
    .filter(({ start, end }) => end - start <= MAX_HEAD_LENGTH)
    .map((head) => quoteOf({ reportId: report.id, text: file.text }, head));
}

/** Headings from the first level down to the section, without one that the quote itself holds. */
function pathOf({ file, report, section, span }: CitedSpan): string[] {
  const path: string[] = [];
  for (let at = section; at > 0; at = report.sections[at].parent) {
    const { heading, label } = report.sections[at];
    if (heading && heading.start >= span.start && heading.end <= span.end) continue;
    const words = heading ? file.text.slice(heading.start, heading.end) : label;
    path.unshift(withoutWideBlanks(words).replace(/[。：:]$/, ''));
  }
  return path;
}

const WIDE = '[\\u2014\\u2018-\\u201d\\u3000-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const BESIDE_WIDE = new RegExp(` (?=${WIDE})|(?<=${WIDE}) `, 'g');

/** A heading on one line: Chinese has no blanks between its characters, other words keep one. */
const withoutWideBlanks = (words: string): string =>
  words.trim().replace(/\s+/g, ' ').replace(BESIDE_WIDE, '');

/** Lighter concepts and less certain variants lead to a passage, but are not what was asked for. */
const MIN_CONCEPT_WEIGHT = 0.5;
const MIN_VARIANT_WEIGHT = 0.7;

/** Words of the question in the quote: whole variants, and for the question's own words their tokens too. */
function emphasisIn(text: string, concepts: Concept[]): Span[] {
  const plain = normalise(text);
  const spans: Span[] = [];
  const emphasise = (words: string) => {
    for (let at = indexOfToken(plain, words); at >= 0; at = indexOfToken(plain, words, at + 1))
      if (!cutsNumber(plain, at, at + words.length)) spans.push({ start: at, end: at + words.length });
  };
  for (const { weight, variants, hint } of concepts) {
    if (hint || weight < MIN_CONCEPT_WEIGHT) continue;
    for (const variant of variants) {
      if (variant.weight < MIN_VARIANT_WEIGHT) continue;
      if (variant.text.length >= 2) emphasise(variant.text);
      if (variant.own)
        for (const { text: token } of variant.tokens) if (!token.startsWith('#')) emphasise(token);
    }
  }
  return joinSpans(spans);
}

/** Whether a match is a part of a longer number: 80 in 1180, 6 in 3.6. */
function cutsNumber(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  const before = /\d[.,]?$/.test(text.slice(Math.max(0, start - 2), start));
  const after = /^[.,]?\d/.test(text.slice(end, end + 2));
  return (before && /^\d/.test(words)) || (after && /\d$/.test(words));
}

function joinSpans(spans: Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}
