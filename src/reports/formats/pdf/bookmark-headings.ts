// The bookmarks of a PDF as headings. Promise: only a whole line that says what a bookmark says is one, on
// the page to which it leads.
import type { PageStart } from '../../pages.ts';
import type { Span } from '../../span.ts';
import { withTitleLevel } from '../line-writer.ts';
import type { DeclaredHeading } from '../reader.ts';
import type { Bookmark } from './pdfjs.ts';

/** Bookmarks and lines are compared without white space and forms of letters. */
const compared = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** In a bookmark a number may be missing that Word made, or be the only one that has it. */
const NUMBER =
  /^(?:第?[一二三四五六七八九十百\d.]+[章节部分篇条、.．:：]*|[（(][一二三四五六七八九十\d]+[）)])/;

export function headingsOf(
  bookmarks: Bookmark[],
  text: string,
  pages: PageStart[],
  furniture: Span[],
): DeclaredHeading[] {
  if (bookmarks.length === 0) return [];
  const end = furniture.reduce((least, { start }) => Math.min(least, start), text.length);
  const lines = linesByPage(text.slice(0, end), pages);
  const found = new Map<number, DeclaredHeading>();
  for (const { title, depth, page } of bookmarks) {
    const line = lineOf(compared(title), lines.get(page), found);
    if (line) found.set(line.start, { start: line.start, end: line.end, level: depth });
  }
  return withTitleLevel([...found.values()].sort((a, b) => a.start - b.start));
}

interface Line extends Span {
  words: string;
}

/** The first line that says it and is not taken; else the first that does so without a number. */
function lineOf(title: string, lines: Line[] = [], taken: ReadonlyMap<number, unknown>): Line | undefined {
  const free = lines.filter(({ start }) => !taken.has(start));
  const bare = title.replace(NUMBER, '');
  return (
    free.find(({ words }) => words === title) ??
    (bare.length > 1 ? free.find(({ words }) => words.replace(NUMBER, '') === bare) : undefined)
  );
}

function linesByPage(text: string, pages: PageStart[]): Map<number, Line[]> {
  const byPage = new Map<number, Line[]>();
  let page = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    while (page + 1 < pages.length && pages[page + 1].start <= start) page++;
    const number = pages[page]?.page ?? 1;
    const lines = byPage.get(number) ?? [];
    byPage.set(number, lines);
    if (line.trim() !== '') lines.push({ start, end: start + line.length, words: compared(line) });
    start += line.length + 1;
  }
  return byPage;
}
