// Page furniture: running heads and page numbers, which belong to the pages and not to the report.
import type { DropReason } from '../../span.ts';
import { type PdfLine, type PdfPage, pageNumberOf } from './lines.ts';
import { median } from './median.ts';

/** Heads and feet stand within this share of the page's height, at the top and at the bottom. */
const MARGIN = 0.13;
/** A running head repeats on this share of the pages, at the same height. */
const REPEATING_SHARE = 0.3;
const MIN_REPEATS = 2;
const SAME_HEIGHT = 4;

const PAGE_NUMBER =
  /^[-—–―‐·•\s]*(?:(?:第|page|p\.)\s*)?(\d{1,4})(?:\s*页)?(?:\s*(?:\/|of|共|，共|,共)\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-—–―‐·•\s]*$/i;

/** The lines that are furniture, with their kind. */
export function furnitureOf(pages: PdfPage[]): Map<PdfLine, DropReason> {
  const found = new Map<PdfLine, DropReason>();
  const margins = pages.flatMap((page) => marginLines(page).map((line) => ({ line, page })));
  const shifts = new Map<number, number>();
  for (const { line, page } of margins) {
    const shift = pageNumberIn(line.text, pageNumberOf(page.number));
    if (shift !== undefined) shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
  }
  for (const { line, page } of margins) {
    const shift = pageNumberIn(line.text, pageNumberOf(page.number));
    // a lone number in a margin may be the last cell of a table; one that counts like the pages is a page
    // number
    if (
      shift !== undefined &&
      ((shifts.get(shift) ?? 0) >= MIN_REPEATS || shift === 0 || isMarkedAsPageNumber(line.text))
    )
      found.set(line, 'page-number');
  }
  for (const line of repeated(margins, pages.length)) if (!found.has(line)) found.set(line, 'running-head');
  for (const line of smallHeads(pages, found)) found.set(line, 'running-head');
  return found;
}

/** A head's letters are smaller than the text's by this factor. */
const SMALLER = 0.97;

/** A head stands above the text's first line by this many of its letters' heights. */
const ABOVE_TEXT = 1.2;

/**
 * Heads that differ from page to page: small, above all text, at one height. On a single page: of the page
 * number's size.
 */
function smallHeads(pages: PdfPage[], found: ReadonlyMap<PdfLine, DropReason>): PdfLine[] {
  const all = pages.flatMap(({ lines }) => lines);
  const textSize = median(all.map(({ size }) => size));
  const textTop = all
    .filter(({ size }) => size >= textSize * SMALLER)
    .reduce((top, { y }) => Math.min(top, y), Number.POSITIVE_INFINITY);
  const highest = textTop - ABOVE_TEXT * textSize;
  const heads = pages.flatMap(({ lines, height }) =>
    lines.filter(({ y, size }) => size < textSize * SMALLER && y < Math.min(highest, height * MARGIN)),
  );
  const fresh = heads.filter((line) => !found.has(line));
  if (pages.length === 1) {
    const numbers = pages[0].lines.filter((line) => found.get(line) === 'page-number');
    return fresh.filter(({ size }) =>
      numbers.some((number) => Math.abs(number.size - size) <= size * (1 - SMALLER)),
    );
  }
  const minRepeats = Math.max(MIN_REPEATS, pages.length * REPEATING_SHARE);
  const heights = Map.groupBy(heads, ({ y }) => Math.round(y / SAME_HEIGHT));
  return fresh.filter(({ y }) => (heights.get(Math.round(y / SAME_HEIGHT))?.length ?? 0) >= minRepeats);
}

/** Turned words beside the others may stand anywhere. */
const marginLines = ({ lines, height, isBeside }: PdfPage): PdfLine[] =>
  lines.filter(({ y, size }) => isBeside || y < height * MARGIN || y - size > height * (1 - MARGIN));

/**
 * The difference between the number that a line shows and the page's index; undefined where it shows none.
 */
function pageNumberIn(text: string, page: number): number | undefined {
  const number = PAGE_NUMBER.exec(text)?.[1];
  return number === undefined ? undefined : Number(number) - page;
}

const isMarkedAsPageNumber = (text: string) => /[-—–―·]\s*\d+\s*[-—–―·]|页|page/i.test(text);

function repeated(margins: { line: PdfLine; page: PdfPage }[], pages: number): PdfLine[] {
  const groups = new Map<string, PdfLine[]>();
  for (const { line } of margins) {
    const words = line.text.replace(/\d+/g, '#').replace(/\s+/g, '');
    const key = `${Math.round(line.y / SAME_HEIGHT)} ${words}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const minRepeats = Math.max(MIN_REPEATS, pages * REPEATING_SHARE);
  return [...groups.values()].filter((lines) => lines.length >= minRepeats).flat();
}
