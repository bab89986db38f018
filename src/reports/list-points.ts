// Lines that look like headings and are points of a list, by the lines beside them.
import type { LineHeading } from './headings.ts';
import type { NumberingStyle } from './numbering.ts';
import type { TextLine } from './text-line.ts';

/** How far apart in lines two points of one list may stand. */
const MAX_LIST_DISTANCE = 3;

/** This many lines that follow each other are no headings but a list. */
const MIN_RUN = 3;

/** Whether a heading without a number is one of several lines like it with no text between them. */
function isInRun(headings: readonly (LineHeading | undefined)[], at: number): boolean {
  const isTitled = (i: number) => headings[i]?.style === 'titled';
  let first = at;
  let last = at;
  while (at - first < MIN_RUN && isTitled(first - 1)) first--;
  while (last - at < MIN_RUN && isTitled(last + 1)) last++;
  return last - first + 1 >= MIN_RUN;
}

/**
 * Whole sentences with a number are headings or points of a list; where a neighbour of the same numbering is a point, all are.
 */
export function withoutPoints(
  lines: readonly TextLine[],
  headings: (LineHeading | undefined)[],
): (LineHeading | undefined)[] {
  const isPoint = (i: number, style: NumberingStyle, ordinal: number): boolean =>
    headings[i] === undefined &&
    lines[i]?.numbering?.style === style &&
    lines[i].numbering?.ordinal === ordinal;
  return headings.map((heading, i) => {
    const { numbering, text } = lines[i];
    if (heading?.style === 'titled' && isInRun(headings, i)) return undefined;
    if (!heading || !numbering || heading.style !== numbering.style) return heading;
    if (heading.length < text.length || !/[。.！!]$/.test(text)) return heading;
    for (let away = 1; away <= MAX_LIST_DISTANCE; away++)
      if (
        isPoint(i - away, numbering.style, numbering.ordinal - 1) ||
        isPoint(i + away, numbering.style, numbering.ordinal + 1)
      )
        return undefined;
    return heading;
  });
}
