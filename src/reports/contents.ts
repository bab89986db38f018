// Tables of contents: which lines belong to one, and the titles that it lists.
import { trimEndOf } from '../language/index.ts';
import { COLLECTION_TITLE } from './collection-title.ts';
import { MARKER } from './marker.ts';
import type { SourceLine } from './source-line.ts';
import type { Span } from './span.ts';

const CONTENTS_HEADING = /^\s*(?:目\s*录|contents)\s*$/i;
const EMPTY_ENTRY = /^\s*\d{1,3}\s*[.、．]\s*$/;
const MAX_TITLE_LENGTH = 60;

/** A line in a contents style that ends a sentence is text: authors misuse the style. */
const ENDS_SENTENCE = /[。；！？]\s*$/;

/** The lines of a file's tables of contents and the titles that they list, see `titleKey`. */
export interface Contents {
  lines: SourceLine[];
  titles: string[];
}

/**
 * A line belongs to a table of contents if the format declares it, if it follows the heading 目录, or if it
 * ends in a tab or dots and a page number.
 * @param declared lines that the format marks as contents
 */
export function contentsOf(lines: SourceLine[], declared: Span[]): Contents {
  const declaredStarts = new Set(declared.map(({ start }) => start));
  const found: Contents = { lines: [], titles: [] };
  const heading = lines.findIndex((line) => CONTENTS_HEADING.test(line.text));
  const unnumbered = heading < 0 ? new Set<number>() : unnumberedEntries(lines, heading);
  let inContents = false;
  lines.forEach((line, i) => {
    if (line.text.trim() === '') return;
    if (i === heading) inContents = true;
    const isDeclared = declaredStarts.has(line.start) && !ENDS_SENTENCE.test(line.text);
    const entry = numberedEntry(line.text, inContents || isDeclared);
    const belongs =
      i === heading ||
      isDeclared ||
      (inContents && (EMPTY_ENTRY.test(line.text) || unnumbered.has(i))) ||
      (entry !== undefined && (inContents || i < lines.length / 10));
    if (belongs) {
      found.lines.push(line);
      if (i !== heading) found.titles.push(titleKey(entry ?? line.text));
    } else inContents = false;
  });
  return { ...found, titles: found.titles.filter(isReportTitle) };
}

const isReportTitle = (title: string): boolean =>
  title !== '' && !CONTENTS_HEADING.test(title) && !COLLECTION_TITLE.test(title);

/** Leader dots, with or without spaces between them. */
const LEADERS = /(?:[.…·．] ?){4,}/g;

/** The title of an entry whose page number follows a tab, leader dots or, under 目录, a wide gap. */
function numberedEntry(line: string, inContents: boolean): string | undefined {
  const text = line.trim().replace(LEADERS, '…');
  if (text.length > MAX_TITLE_LENGTH * 2) return undefined;
  const page = /\d{1,4}$/.exec(text);
  if (!page || page.index === 0) return undefined;
  const title = trimEndOf(text.slice(0, page.index), /[\s.…·]/);
  const gap = text.slice(title.length, page.index);
  const isSetOff = /\t|…|[.·]{3}/.test(gap) || (inContents && gap.length >= 2);
  return title !== '' && title.length <= MAX_TITLE_LENGTH && isSetOff ? title : undefined;
}

/** Titles without page numbers just below 目录, up to a blank line or to a title that text follows. */
function unnumberedEntries(lines: SourceLine[], heading: number): Set<number> {
  const entries = new Set<number>();
  let i = heading + 1;
  while (i < lines.length && lines[i].text.trim() === '') i++;
  const first = i;
  for (; i < lines.length && isTitleLike(lines[i]); i++) {
    const next = lines[i + 1];
    const isLast = next === undefined || next.text.trim() === '';
    if (!isLast && !isTitleLike(next)) break; // the first report begins here
    entries.add(i);
    if (isLast) break;
  }
  if (entries.size > 1) return entries;
  const isRepeated = entries.size === 1 && countOfTitle(lines.slice(heading + 1), lines[first]) > 1;
  return isRepeated ? entries : new Set();
}

const countOfTitle = (lines: SourceLine[], { text }: SourceLine): number =>
  lines.filter((line) => titleKey(line.text) === titleKey(text)).length;

const isTitleLike = ({ text }: SourceLine): boolean =>
  text.trim().length <= MAX_TITLE_LENGTH && !/[。；！？]/.test(text) && text.trim() !== '';

/** A title in the form in which titles are compared: without white space, markers and list number. */
export function titleKey(text: string): string {
  return text
    .replace(MARKER, '')
    .replace(/^\s*\d{1,3}\s*[.、．]/, '')
    .replace(/\s+/g, '');
}
