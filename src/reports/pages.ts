// On which page of its file a stretch of text stands, where the format has pages.
import type { Span } from './span.ts';

/** `start` is the offset of a page's first character in the file's text; `page` counts from 1, as a viewer counts. */
export interface PageStart {
  start: number;
  page: number;
}

/** The pages that a stretch of text stands on, both included. */
export interface PageRange {
  first: number;
  last: number;
}

/** The pages of a span, or undefined where the file has none. */
export function pagesOf({ pages }: { pages?: PageStart[] }, { start, end }: Span): PageRange | undefined {
  if (!pages || pages.length === 0) return undefined;
  return { first: pageAt(pages, start), last: pageAt(pages, Math.max(start, end - 1)) };
}

function pageAt(pages: PageStart[], offset: number): number {
  let low = 0;
  let high = pages.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (pages[middle].start <= offset) low = middle;
    else high = middle;
  }
  return pages[low].page;
}
