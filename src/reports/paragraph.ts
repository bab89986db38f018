// Splits a paragraph into sentences, leads and points.
import { endsSentence, sentenceEnds, trimEndOf } from '../language/index.ts';
import { isParallel, leadLength, runInLength } from './headings.ts';
import { pointOf } from './numbering.ts';
import type { TableOfLines } from './report-table.ts';
import { type Span, trimSpan } from './span.ts';
import type { TextLine } from './text-line.ts';

/** A sentence, or a clause closed by a semicolon where it is a point of its own. */
export interface SentenceSpan extends Span {
  startsPoint: boolean;
  startsParagraph: boolean;
  /** The table whose row this is. */
  table?: TableOfLines;
}

/** A heading here is a lead or the first sentence of a point. */
type ParagraphItem =
  | { type: 'heading'; style: 'lead' | 'point'; span: Span; label: string }
  | { type: 'sentence'; sentence: SentenceSpan };

/** Whether a line continues the sentence of the line before it. */
export function continuesSentence(text: string, previous: TextLine, line: TextLine): boolean {
  if (line.continues || line.blankBefore > 1 || pointOf(line.text, 0)) return false;
  if (text.slice(previous.end, line.start).trim() !== '') return false; // something was dropped between them
  return !endsSentence(previous.text);
}

/** A longer sentence is split at its semicolons. */
const MAX_SENTENCE_LENGTH = 200;
const MAX_POINT_HEADING_LENGTH = 34;

/** Splits at sentence ends, at points, and at semicolons where a sentence is too long. */
function clausesIn(text: string, span: Span): Span[] {
  const paragraph = text.slice(span.start, span.end);
  const clauses: Span[] = [];
  let start = 0;
  const add = (end: number) => {
    const clause = trimSpan(text, { start: span.start + start, end: span.start + end });
    if (clause.end > clause.start) clauses.push(...withinMaxLength(text, clause));
    start = end;
  };
  const ends = sentenceEnds(paragraph);
  ends.forEach(({ end, clause }, i) => {
    for (const at of announcedPoints(paragraph, start, end)) add(at);
    const nextEnd = ends[i + 1]?.end ?? paragraph.length;
    const nextIsPoint = pointOf(paragraph.slice(end).trimStart(), 0) !== undefined;
    if (!clause || nextIsPoint || nextEnd - start > MAX_SENTENCE_LENGTH) add(end);
  });
  add(paragraph.length);
  return clauses;
}

/** A text without full stops is split where possible, so that its parts can be found and shown. */
const MAX_CLAUSE_LENGTH = 20_000;
/** Where such a text is split, best first: after a comma or line break, after a blank. */
const CUTS = [/[，、：,:\n]/g, /\s/g];

/** The span itself, or clauses of at most MAX_CLAUSE_LENGTH. */
function withinMaxLength(text: string, { start, end }: Span): Span[] {
  if (end - start <= MAX_CLAUSE_LENGTH) return [{ start, end }];
  const clauses: Span[] = [];
  for (let at = start; at < end; ) {
    const next = end - at <= MAX_CLAUSE_LENGTH ? end : at + nextCut(text.slice(at, at + MAX_CLAUSE_LENGTH));
    const clause = trimSpan(text, { start: at, end: next });
    if (clause.end > clause.start) clauses.push(clause);
    at = next;
  }
  return clauses;
}

/**
 * The length of the next clause: up to the last split point in the second half, never within a surrogate
 * pair.
 */
function nextCut(stretch: string): number {
  const half = stretch.length / 2;
  for (const clausesIn of CUTS) {
    const last = [...stretch.matchAll(clausesIn)].at(-1)?.index ?? 0;
    if (last >= half) return last + 1;
  }
  return /[\ud800-\udbff]$/.test(stretch) ? stretch.length - 1 : stretch.length;
}

/** Offsets where …主要有：一是… announces the first point of a list inside a sentence. */
function announcedPoints(paragraph: string, start: number, end: number): number[] {
  const colon = /[：:](?=\s*(?:一是|一要|首先))/.exec(paragraph.slice(start, end));
  return colon ? [start + colon.index + 1] : [];
}

interface ParagraphContext {
  /** The ordinal that the next point in this section should have. */
  nextPoint: number;
  /** Starts of parallel headings, see `parallelStarts`. */
  parallel: Set<string>;
  /** The paragraph shares its line with a heading or opens a part: there a single lead is no heading. */
  plain: boolean;
  /** It begins with a numbering or a bullet. */
  numbered: boolean;
  /** It is part of an article or a point of a list: no sentence in it is a heading. */
  headless: boolean;
  /** No heading above: a first sentence that a list follows is one. */
  unheaded: boolean;
  /** The report has headings on lines of their own; without any, short sentences are not taken for leads. */
  structured: boolean;
  /** The paragraph is the rest of a broken sentence and begins with no lead. */
  broken: boolean;
}

interface Clause extends Span {
  words: string;
  ordinal: number | undefined;
}

export function readParagraph(text: string, span: Span, context: ParagraphContext): ParagraphItem[] {
  const clauses: Clause[] = clausesIn(text, span).map((clause, i) => {
    const words = text.slice(clause.start, clause.end);
    return { ...clause, words, ordinal: pointOf(words, i === 0 ? context.nextPoint : 0)?.ordinal };
  });
  const headings = context.headless ? clauses.map(() => 0) : headingLengths(text, clauses, context);
  return clauses.flatMap((clause, i) =>
    itemsOf(text, clause, { headingLength: headings[i], first: i === 0, numbered: context.numbered }),
  );
}

/** For each clause, the length of its heading part (0: none). */
function headingLengths(text: string, clauses: Clause[], context: ParagraphContext): number[] {
  const outer = clauses[0]?.ordinal;
  const nested = outer !== undefined && clauses[1]?.ordinal === 1 && outer !== 1; // 十三…工作。一是…；二是…
  let pointSeen = false;
  const lengths = clauses.map((clause, i) => {
    const next = clauses[i + 1];
    const rest = text.slice(clause.start, next?.end ?? clause.end);
    if (clause.ordinal !== undefined) {
      pointSeen = true;
      if (nested && i > 0) return 0;
      const onlyThis = next?.ordinal !== undefined && !(nested && i === 0);
      return pointHeadingLength(rest, clause, onlyThis);
    }
    if (pointSeen || (context.broken && i === 0)) return 0;
    if (i === 0 && next?.ordinal === 1) {
      const lead = context.unheaded || isParallel(clause.words, context.parallel);
      return lead && /。$/.test(clause.words) ? runInLength(rest, MAX_LIST_LEAD_LENGTH) : 0;
    }
    if (!context.structured && !(i === 0 && isParallel(clause.words, context.parallel))) return 0;
    return leadLength(rest, i > 0, context.parallel);
  });
  const leads = lengths.filter((length, i) => length > 0 && clauses[i].ordinal === undefined).length;
  const points = lengths.filter((_, i) => clauses[i].ordinal !== undefined);
  // either all points of a list have headings or none
  const headless = points.length > 1 && points.includes(0);
  const single = context.plain && leads === 1;
  return lengths.map((length, i) => {
    const isPoint = clauses[i].ordinal !== undefined;
    return (single && !isPoint) || (headless && isPoint && !nested) ? 0 : length;
  });
}

/** Maximum length of a first sentence that is the heading of the list after it (一是…). */
const MAX_LIST_LEAD_LENGTH = 40;

function pointHeadingLength(rest: string, clause: Clause, onlyThis: boolean): number {
  const length = runInLength(rest, MAX_POINT_HEADING_LENGTH);
  const mark = pointOf(clause.words, clause.ordinal ?? 0)?.length ?? 0;
  if (length <= mark) return 0;
  // a point of one short sentence is no heading
  return onlyThis && length >= clause.words.length ? 0 : length;
}

/** A clause's heading part (0: none) and its place in its paragraph. */
interface ClausePlace {
  headingLength: number;
  first: boolean;
  numbered: boolean;
}

function itemsOf(text: string, clause: Clause, place: ClausePlace): ParagraphItem[] {
  const { headingLength, first, numbered } = place;
  const { start, end } = clause;
  if (headingLength === 0) {
    return [
      {
        type: 'sentence',
        sentence: {
          start,
          end,
          startsPoint: clause.ordinal !== undefined || (first && numbered),
          startsParagraph: first,
        },
      },
    ];
  }
  const mark = clause.ordinal === undefined ? 0 : (pointOf(clause.words, clause.ordinal)?.length ?? 0);
  const headingEnd = start + Math.min(headingLength, end - start);
  const label = trimEndOf(text.slice(start + mark, headingEnd), /[。：:！!\s]/);
  const style = clause.ordinal === undefined ? 'lead' : 'point';
  const items: ParagraphItem[] = [{ type: 'heading', style, span: { start, end: headingEnd }, label }];
  const rest = trimSpan(text, { start: headingEnd, end });
  if (rest.end > rest.start) {
    items.push({ type: 'sentence', sentence: { ...rest, startsPoint: false, startsParagraph: false } });
  }
  return items;
}
