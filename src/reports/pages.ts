// The pages of a span, in formats that have pages.
import type { Span } from './span.ts';

/**
 * `start` is the offset of a page's first character in the file's text; `page` counts from 1, as viewers do.
 */
export interface PageStart {
  start: number;
  page: number;
}

/** Both ends included. */
export interface PageRange {
  first: number;
  last: number;
}

/** Undefined where the file has no pages. */
export function pagesOf({ pages }: { pages?: PageStart[] }, { start, end }: Span): PageRange | undefined {
  if (!pages || pages.length === 0) return undefined;
  return { first: pageAt(pages, start), last: pageAt(pages, Math.max(start, end - 1)) };
}

/** Whether a span stands, in whole or in part, on pages whose text is recognised in pictures. */
export function isRecognised(
  { pages, recognised = [] }: { pages?: PageStart[]; recognised?: PageRange[] },
  span: Span,
): boolean {
  const own = recognised.length > 0 ? pagesOf({ ...(pages ? { pages } : {}) }, span) : undefined;
  return own !== undefined && recognised.some(({ first, last }) => first <= own.last && own.first <= last);
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
