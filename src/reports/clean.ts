// What in a file belongs to no report: markers, advertising, passwords, tables of contents, lines of web
// pages.
// Promise: cleaning only names spans to leave out; it never changes a character.
import { advertisingTail, isAdvertising, isPassword } from './advertising.ts';
import { COLLECTION_TITLE } from './collection-title.ts';
import { contentsOf, titleKey } from './contents.ts';
import type { DeclaredHeading, ReadDocument } from './formats/index.ts';
import { MARKER, withoutMarkers } from './marker.ts';
import { withNumbering } from './numbering-runs.ts';
import { pageLines } from './page-lines.ts';
import { type SourceLine, sourceLines } from './source-line.ts';
import type { Dropped, DropReason, Span } from './span.ts';
import { withTables } from './table-rows.ts';
import { type TextLine, textLines } from './text-line.ts';

/** A file's content lines and what was left out. */
interface CleanText {
  lines: TextLine[];
  /** Sorted, without overlaps. */
  dropped: Dropped[];
  /** Titles that tables of contents list, in the form of `titleKey`. */
  contents: string[];
  /** The title of a file that collects several reports. */
  collectionTitle?: string;
}

const MAX_TITLE_LENGTH = 60;

/** Separates a file's text into content lines and dropped spans; only white space remains between them. */
export function clean(document: Omit<ReadDocument, 'warnings' | 'pages'>): CleanText {
  const { text, markup, headings, furniture = [] } = document;
  const furnitureStarts = new Set(furniture.map(({ start }) => start));
  const source = sourceLines(text).filter(({ start }) => !furnitureStarts.has(start));
  const contents = contentsOf(source, document.contents ?? []);
  const whole = [...furniture, ...filled(contents.lines).map(droppedAs('contents'))];
  const dropped = withoutOverlaps([
    ...whole,
    ...filled(wholeLines(source, new Set(whole.map(({ start }) => start)))),
    ...filled(repeatedHeadings(source, headings)),
    ...filled(runningHeads(source)),
    ...[...text.matchAll(MARKER)].map(spanOfMatch).map(droppedAs('marker')),
    ...filled(markup).map(droppedAs('markup')),
  ]);
  const collection = dropped.find(({ reason }) => reason === 'collection-title');
  return {
    lines: withTables(withNumbering(textLines(source, dropped, headings)), document.tables),
    dropped,
    contents: contents.titles,
    ...(collection ? { collectionTitle: text.slice(collection.start, collection.end) } : {}),
  };
}

const filled = <T extends Span>(spans: T[]): T[] => spans.filter(({ start, end }) => end > start);

const droppedAs =
  (reason: DropReason) =>
  ({ start, end }: Span): Dropped => ({ start, end, reason });

const spanOfMatch = (match: RegExpExecArray): Span => ({
  start: match.index,
  end: match.index + match[0].length,
});

/** A line drawn with signs: under a title, between parts. */
const RULE = /^([=\-_*~—─━═·.])(?: ?\1){3,}$/;

/** Lines that are dropped as a whole. `known` are the starts of those that are dropped already. */
function wholeLines(lines: SourceLine[], known: ReadonlySet<number>): Dropped[] {
  const dropped: Dropped[] = [];
  let seenContent = false;
  const tail = advertisingTail(lines);
  const ofPage = pageLines(lines.map(({ text }) => text));
  lines.forEach((line, i) => {
    const content = withoutMarkers(line.text);
    if (content === '' || known.has(line.start)) return;
    if (RULE.test(content)) {
      dropped.push(droppedAs('marker')(line));
      return;
    }
    const drop = (reason: DropReason) => dropped.push(droppedAs(reason)(line));
    if (!seenContent && content.length <= MAX_TITLE_LENGTH && COLLECTION_TITLE.test(content))
      drop('collection-title');
    else if (isPassword(content)) drop('password');
    else if (ofPage.has(i)) drop('page-line');
    else if (i >= tail || isAdvertising(content)) drop('advertising');
    else seenContent = true;
  });
  return dropped;
}

/** Lines that say once more what the heading right above them says, and headings right below their like. */
function repeatedHeadings(lines: SourceLine[], headings: DeclaredHeading[]): Dropped[] {
  const declared = new Set(headings.map(({ start }) => start));
  const dropped: Dropped[] = [];
  let heading = '';
  for (const line of lines) {
    const words = titleKey(line.text);
    if (words === '') continue;
    if (words === heading) dropped.push(droppedAs('running-head')(line));
    else heading = declared.has(line.start) ? words : '';
  }
  return dropped;
}

/** A line of a head and a foot on every page has its two ends set apart, and says the same again and again. */
const SET_APART = /\S(?: {4,}|\t+ *)\S/;
const MIN_REPEATED = 3;

/** Lines between blank ones, of two phrases set apart, that occur several times: the heads of a printed page. */
function runningHeads(lines: SourceLine[]): Dropped[] {
  const byWords = new Map<string, SourceLine[]>();
  const isBlank = (i: number) => (lines[i]?.text.trim() ?? '') === '';
  lines.forEach((line, i) => {
    const words = line.text.trim();
    if (words.length > MAX_RUNNING_HEAD || !SET_APART.test(words) || !isBlank(i - 1) || !isBlank(i + 1))
      return;
    const key = words.replace(/\s+/g, ' ').replace(/\d+/g, '0');
    const known = byWords.get(key);
    if (known) known.push(line);
    else byWords.set(key, [line]);
  });
  return [...byWords.values()]
    .filter((same) => same.length >= MIN_REPEATED)
    .flatMap((same) => same.map(droppedAs('running-head')));
}
const MAX_RUNNING_HEAD = 120;

/** Sorted spans without overlaps; a span inside an earlier one disappears. */
function withoutOverlaps(spans: Dropped[]): Dropped[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Dropped[] = [];
  let end = 0;
  for (const span of sorted) {
    if (span.end <= end) continue;
    merged.push({ ...span, start: Math.max(span.start, end) });
    end = span.end;
  }
  return merged;
}
