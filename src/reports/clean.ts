// What in a file is no part of any report: markers, advertising, passwords, tables of contents, lines of web pages.
// Promise: cleaning only names spans to leave out; it never changes a character.
import { trimEndOf } from '../language/index.ts';
import type { DeclaredHeading } from './formats/index.ts';
import { pageLines } from './page-lines.ts';
import type { Dropped, Span } from './span.ts';
import { withTables } from './table-rows.ts';

/** A stretch of content within one line, noise and surrounding white space cut off. */
export interface TextLine extends Span {
  text: string;
  /** Blank or dropped lines just before this one. */
  blankBefore: number;
  /** The source line goes on: a marker stood between this stretch and the one before. */
  continues: boolean;
  /** Level of a heading declared by the format (Markdown), else undefined. */
  declaredLevel?: number;
  /** Where the table begins whose row or caption this is. */
  table?: number;
}

/** A file's content lines, and what was left out of them. */
export interface CleanText {
  lines: TextLine[];
  dropped: Dropped[];
  /** Titles as a table of contents lists them, white space and page number removed. */
  contents: string[];
  /** The title of a file that collects several reports. */
  collectionTitle?: string;
}

const MARKER = /(?<!#)#{2,}[A-Za-z][A-Za-z0-9_-]*#{2,}/g;
const PASSWORD =
  /^\s*(?:本)?(?:文档|文件|文稿|文章|资料)?(?:的)?(?:编辑|打开|解压|查看|下载)?密码\s*[:：]\s*\S+\s*$/;
const CONTENTS_HEADING = /^\s*(?:目\s*录|contents)\s*$/i;
const EMPTY_CONTENTS_ENTRY = /^\s*\d{1,3}\s*[.、．]\s*$/;
const COLLECTION_TITLE = /(?:汇编|合集|选编|合辑|集锦|范文)|[（(]\s*[\d一二三四五六七八九十]+\s*篇\s*[）)]/;

/** Words of those who sell documents; the first group stands in no report. */
const SELLING_WORDS =
  /素材库|文库|范文|代笔|代写|润笔|加微信|加客服|客服|会员群|网盘|进群|加群|谨防假冒|svip|VIP会员/gi;
const ADVERTISING_WORDS =
  /会员|微信|公众号|扫码|下载|QQ|更新材料|一键|搜索|好评|小伙伴|原创|保密|关注|售后|更多/g;
/** So many selling words, and so many words in all, make a line in the middle of a file an advertisement. */
const MIN_SELLING_WORDS = 2;
const MIN_ADVERTISING_WORDS = 3;
const MAX_TITLE_LENGTH = 60;

/** A style for contents may be misused for text. */
const ENDS_SENTENCE = /[。；！？]\s*$/;

interface RawLine extends Span {
  text: string;
}

/**
 * Separates a file's text into content lines and noise; between them stands nothing but white space.
 * @param furniture whole lines that the format knows to be none of the report's; the others are read as if they were not there
 * @param declared lines that the format declares to be of a table of contents
 */
export function clean(
  text: string,
  markup: Span[],
  headings: DeclaredHeading[],
  furniture: Dropped[] = [],
  declared: Span[] = [],
): CleanText {
  const aside = new Set(furniture.map(({ start }) => start));
  const raw = rawLines(text).filter(({ start }) => !aside.has(start));
  const dropped: Dropped[] = [...furniture];
  const drop = (span: Span, reason: Dropped['reason']) => {
    if (span.end > span.start) dropped.push({ start: span.start, end: span.end, reason });
  };
  const contents = dropContents(raw, declared, drop);
  dropWholeLines(raw, new Set(dropped.map((span) => span.start)), drop);
  for (const match of text.matchAll(MARKER)) drop(spanOfMatch(match), 'marker');
  for (const span of markup) drop(span, 'markup');

  const noise = mergeOverlaps(dropped);
  const lines = withTables(contentLines(raw, noise, headings));
  const collection = noise.find((span) => span.reason === 'collection-title');
  return {
    lines,
    dropped: noise,
    contents,
    collectionTitle: collection && text.slice(collection.start, collection.end),
  };
}

function rawLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028]*(?:\r\n|\r|\n|\u2028|$)/g)) {
    if (match[0] === '') continue;
    const words = match[0].replace(/[\r\n\u2028]{1,2}$/, '');
    lines.push({ start: match.index, end: match.index + words.length, text: words });
  }
  return lines;
}

const spanOfMatch = (match: RegExpMatchArray): Span => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});

type Drop = (span: Span, reason: Dropped['reason']) => void;

/** A table of contents: what is declared to be one, what follows the heading 目录, or lines that end in a tab or dots and a page number. */
function dropContents(raw: RawLine[], declared: Span[], drop: Drop): string[] {
  const starts = new Set(declared.map(({ start }) => start));
  const entries: string[] = [];
  const heading = raw.findIndex((line) => CONTENTS_HEADING.test(line.text));
  const unnumbered = heading < 0 ? new Set<number>() : unnumberedEntries(raw, heading);
  let inContents = false;
  raw.forEach((line, i) => {
    if (line.text.trim() === '') return;
    if (i === heading) inContents = true;
    const isDeclared = starts.has(line.start) && !ENDS_SENTENCE.test(line.text);
    const entry = numberedEntry(line.text, inContents || isDeclared);
    const belongs =
      i === heading ||
      isDeclared ||
      (inContents && (EMPTY_CONTENTS_ENTRY.test(line.text) || unnumbered.has(i))) ||
      (entry !== undefined && (inContents || i < raw.length / 10));
    if (belongs) {
      drop(line, 'contents');
      if (i !== heading) entries.push(titleKey(entry ?? line.text));
    } else inContents = false;
  });
  return entries.filter(
    (title) => title !== '' && !CONTENTS_HEADING.test(title) && !COLLECTION_TITLE.test(title),
  );
}

/** Dots that lead to a page number, with or without spaces between them. */
const LEADERS = /(?:[.…·．] ?){4,}/g;

/** The words of an entry that ends in a page number, set off by a tab, dots or, under 目录, wide spaces. */
function numberedEntry(line: string, inContents: boolean): string | undefined {
  const text = line.trim().replace(LEADERS, '…');
  if (text.length > MAX_TITLE_LENGTH * 2) return undefined;
  const page = /\d{1,4}$/.exec(text);
  if (!page || page.index === 0) return undefined;
  const words = trimEndOf(text.slice(0, page.index), /[\s.…·]/);
  const gap = text.slice(words.length, page.index);
  const setOff = /\t|…|[.·]{3}/.test(gap) || (inContents && gap.length >= 2);
  return words !== '' && words.length <= MAX_TITLE_LENGTH && setOff ? words : undefined;
}

/** Lines just below 目录 that are titles without page numbers: the block ends at a blank line or where text follows. */
function unnumberedEntries(raw: RawLine[], heading: number): Set<number> {
  const entries = new Set<number>();
  const isTitleLike = (line: RawLine | undefined) =>
    line !== undefined &&
    line.text.trim().length <= MAX_TITLE_LENGTH &&
    !/[。；！？]/.test(line.text) &&
    line.text.trim() !== '';
  let i = heading + 1;
  while (i < raw.length && raw[i].text.trim() === '') i++;
  for (; i < raw.length && isTitleLike(raw[i]); i++) {
    const next = raw[i + 1];
    const last = next === undefined || next.text.trim() === '';
    if (!last && !isTitleLike(next)) break; // a title with its text: the first report begins
    entries.add(i);
    if (last) break;
  }
  return entries.size > 1 ||
    raw
      .slice(heading + 1)
      .filter((line) => entries.size && titleKey(line.text) === titleKey(raw[[...entries][0]].text)).length >
      1
    ? entries
    : new Set();
}

/** A title for comparison: without white space, markers and list numbers. */
export function titleKey(text: string): string {
  return text
    .replace(MARKER, '')
    .replace(/^\s*\d{1,3}\s*[.、．]/, '')
    .replace(/\s+/g, '');
}

function dropWholeLines(raw: RawLine[], known: Set<number>, drop: Drop): void {
  let seenContent = false;
  const tail = tailStart(raw);
  const ofPage = pageLines(raw.map(({ text }) => text));
  raw.forEach((line, i) => {
    const words = line.text.replace(MARKER, '').trim();
    if (words === '' || known.has(line.start)) return;
    if (!seenContent && words.length <= MAX_TITLE_LENGTH && COLLECTION_TITLE.test(words))
      drop(line, 'collection-title');
    else if (PASSWORD.test(words)) drop(line, 'password');
    else if (ofPage.has(i)) drop(line, 'page-line');
    else if (i >= tail || isAdvertising(words)) drop(line, 'advertising');
    else seenContent = true;
  });
}

const count = (line: string, words: RegExp) => new Set(line.match(words) ?? []).size;

function isAdvertising(line: string): boolean {
  const selling = count(line, SELLING_WORDS);
  return selling >= MIN_SELLING_WORDS && selling + count(line, ADVERTISING_WORDS) >= MIN_ADVERTISING_WORDS;
}

/** Where the advertising at a file's end begins: there one word of it is enough, in a line that ends no sentence. */
function tailStart(raw: RawLine[]): number {
  let start = raw.length;
  for (let i = raw.length - 1; i >= 0; i--) {
    const words = raw[i].text.replace(MARKER, '').trim();
    if (words === '' || PASSWORD.test(words)) continue;
    const sells = count(words, SELLING_WORDS) > 0 && (!/[。！？]$/.test(words) || isAdvertising(words));
    if (!sells && !isAdvertising(words)) break;
    start = i;
  }
  return start;
}

/** Sorted spans without overlaps; a span inside an earlier one disappears. */
function mergeOverlaps(spans: Dropped[]): Dropped[] {
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

function contentLines(raw: RawLine[], holes: Dropped[], headings: DeclaredHeading[]): TextLine[] {
  const levels = new Map(headings.map((heading) => [heading.start, heading.level]));
  const lines: TextLine[] = [];
  let blank = 0;
  let nextHole = 0;
  for (const line of raw) {
    let at = line.start;
    let pieces = 0;
    const add = (end: number) => {
      const piece = trimmed(line, at, end);
      if (!piece) return;
      const level = levels.get(piece.start);
      lines.push({ ...piece, blankBefore: pieces ? 0 : blank, continues: pieces > 0, declaredLevel: level });
      pieces++;
    };
    while (nextHole < holes.length && holes[nextHole].start < line.end) {
      const hole = holes[nextHole];
      if (hole.start > at) add(hole.start);
      at = Math.max(at, hole.end);
      if (hole.end > line.end) break;
      nextHole++;
    }
    if (at < line.end) add(line.end);
    blank = pieces ? 0 : blank + 1;
  }
  return lines;
}

function trimmed(line: RawLine, start: number, end: number): (Span & { text: string }) | undefined {
  const text = line.text.slice(start - line.start, end - line.start);
  const lead = /^[\s\u200b\ufeff]*/.exec(text)?.[0].length ?? 0;
  const words = trimEndOf(text.slice(lead), /[\s\u200b\ufeff]/);
  return words === '' ? undefined : { start: start + lead, end: start + lead + words.length, text: words };
}
