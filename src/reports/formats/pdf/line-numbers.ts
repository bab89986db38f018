// Removes line numbers outside of the text. Promise: only numbers left of all text of their page, below each
// other and increasing by a constant step, count as line numbers.
import type { RawPage } from './columns.ts';
import type { Stretch } from './rows.ts';

const NUMBER = /^\d{1,4}$/;
/** Minimum count on a page that shows that it is numbered. */
const MIN_NUMBERS = 4;
/** In letter sizes: their ends are aligned this well, and they end this far before the text. */
const SAME_END = 0.3;
const MIN_ROOM = 0.3;
/** Share of a page's stretches that may begin left of the text (marginal headings). */
const MAX_OUTSIDE_SHARE = 0.02;
/** This share of the numbers follows by the usual step; a page may have gaps. */
const REGULAR_SHARE = 0.8;

/** A page without line numbers is returned as the same object. */
export function withoutLineNumbers(pages: RawPage[]): RawPage[] {
  // right end of the numbers on the page before: the last page may have only a few
  let end: number | undefined;
  return pages.map((page) => {
    const numbers = new Set(lineNumbersIn(page.stretches, end));
    end = [...numbers][0]?.right;
    if (numbers.size === 0) return page;
    return { ...page, stretches: page.stretches.filter((stretch) => !numbers.has(stretch)) };
  });
}

function lineNumbersIn(stretches: Stretch[], known: number | undefined): Stretch[] {
  const candidates = stretches.filter(({ text }) => NUMBER.test(text));
  const minCount = known === undefined ? MIN_NUMBERS : 1;
  if (candidates.length < minCount) return [];
  const lefts = stretches.filter(({ text }) => !NUMBER.test(text)).map(({ left }) => left);
  const textLeft = lefts.sort((a, b) => a - b)[Math.floor(lefts.length * MAX_OUTSIDE_SHARE)] ?? 0;
  const outside = candidates.filter(({ right, size }) => right <= textLeft - MIN_ROOM * size);
  const end = known ?? outside.map(({ right }) => right).sort((a, b) => a - b)[outside.length >> 1];
  const column = outside.filter(({ right, size }) => Math.abs(right - end) <= SAME_END * size);
  return column.length >= minCount && isConsecutive(column.map(({ text }) => Number(text))) ? column : [];
}

/** Whether nearly all numbers increase by one step. */
function isConsecutive(numbers: number[]): boolean {
  const steps = numbers.slice(1).map((number, i) => number - numbers[i]);
  const usual = steps.toSorted((a, b) => a - b)[steps.length >> 1];
  return (
    steps.length === 0 ||
    (usual > 0 && steps.filter((step) => step === usual).length >= steps.length * REGULAR_SHARE)
  );
}
