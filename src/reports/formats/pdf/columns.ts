// Detects the gutters between columns of text. Promise: a gutter needs text on both sides of it, line below
// line, or a gutter at the same x on another page of the document; cells of a table make no columns.
import { maxOf, minOf } from '../../min-max.ts';
import { isWide } from './characters.ts';
import { onOneLine, type Stretch } from './rows.ts';

/** The stretches of a page before they are put into lines. */
export interface RawPage {
  /** With a fraction for words on a page that are turned. */
  number: number;
  width: number;
  height: number;
  stretches: Stretch[];
  /** Words beside those of the page, turned. */
  isBeside: boolean;
}

/** The x of a page's gutters, from left to right; empty for a single column. */
export type Gutters = readonly number[];

/** Maximum share of lines that cross a gutter (titles, words in pictures). */
const MAX_CROSSING = 0.3;
/** The same, as a share of the page's stretches, where another page has this gutter. */
const MAX_CROSSING_KNOWN = 0.6;
const MIN_COLUMN_LINES = 6;
/** A column is text, not a list of cells, if its lines fill this share of it on average. */
const MIN_COLUMN_FILL = 0.6;
/** Columns together take this share of the text's width, each an equal part of it at least. */
const MIN_COLUMN_SHARE = 0.6;
/** Minimum width of a gutter, in letters. */
const MIN_GUTTER = 0.6;
/** Maximum distance of words in a justified line of a narrow column, in letters. */
const WORDS_APART = 1.5;
const LATIN_WORDS_APART = 3;
/** A single gutter is this near to the middle of the page, as a share of its width. */
const CENTERED_WITHIN = 0.05;
/** A column with this many lines, filled this well, counts even if little stands beside it. */
const MIN_LONG_COLUMN = 12;
const MIN_LONG_FILL = 0.8;
/** Beside a long column stands text, not numbers: its lines have this many letters on average. */
const MIN_BESIDE = 4;

/** In points: the maximum of a PDF page. */
const MAX_WIDTH = 14_400;

export const crosses = ({ left, right }: { left: number; right: number }, x: number): boolean =>
  left < x && right > x;

export function guttersOf(pages: RawPage[]): Gutters[] {
  const own = pages.map(ownGutters);
  const known = [
    ...new Map(own.filter((each) => each.length > 0).map((each) => [each.join(), each])).values(),
  ];
  if (known.length === 0) return own;
  return own.map((gutters, i) => {
    if (gutters.length > 0) return gutters;
    const [gap, ...more] = gapsIn(pages[i].stretches);
    const begun = gap && more.length === 0 && isLopsided(pages[i], gap) ? [[centerOf(gap)]] : [];
    return bestKnown(pages[i], [...begun, ...nearestKnown(known, own, i)]);
  });
}

/** Sets of gutters that are tried on a page without its own. */
const MAX_KNOWN = 8;

/** A document's sets of gutters, those of the nearest preceding pages first. */
function nearestKnown(known: Gutters[], own: Gutters[], page: number): Gutters[] {
  const before = own.slice(Math.max(0, page - MAX_KNOWN), page).reverse();
  return [...before.filter(({ length }) => length > 0), ...known.slice(0, MAX_KNOWN)];
}

/** The set that the fewest stretches of the page cross, if they are few enough. */
function bestKnown({ stretches }: RawPage, known: Gutters[]): Gutters {
  const crossing = known.map(
    (gutters) => stretches.filter((each) => gutters.some((x) => crosses(each, x))).length,
  );
  const min = minOf(crossing);
  return min <= stretches.length * MAX_CROSSING_KNOWN ? known[crossing.indexOf(min)] : [];
}

function ownGutters(page: RawPage): Gutters {
  let gaps = gapsIn(page.stretches);
  while (gaps.length > 0) {
    const bad = columnsBetween(page.stretches, gaps).findIndex(
      (column) => !isColumn(column, page, gaps.length + 1),
    );
    if (bad < 0) return gaps.map(centerOf);
    const beside = [gaps[bad - 1], gaps[bad]].filter((gap) => gap !== undefined);
    const worst = beside.sort((a, b) => b.crossing - a.crossing || a.to - a.from - (b.to - b.from))[0];
    const rest = gaps.filter((gap) => gap !== worst);
    if (rest.length === 0) return isCentered(page, worst) && isLopsided(page, worst) ? [centerOf(worst)] : [];
    gaps = rest;
  }
  return [];
}

interface Gap {
  from: number;
  to: number;
  /** Number of stretches that cross it. */
  crossing: number;
}

const centerOf = ({ from, to }: Gap) => (from + to) / 2;

/** Vertical gaps that few stretches cross. */
function gapsIn(stretches: Stretch[]): Gap[] {
  if (stretches.length < 2 * MIN_COLUMN_LINES) return [];
  const start = Math.floor(minOf(stretches.map(({ left }) => left)));
  const end = Math.ceil(maxOf(stretches.map(({ right }) => right)));
  if (!(end - start < MAX_WIDTH)) return []; // no page; damaged files have such numbers
  const cover = coverProfile(stretches, start, end);
  const max = cover.reduce((a, b) => Math.max(a, b), 0) * MAX_CROSSING;
  const min = MIN_GUTTER * medianSize(stretches);
  const gaps: Gap[] = [];
  for (let x = 0; x < cover.length; x++) {
    if (cover[x] > max) continue;
    let stop = x;
    while (stop < cover.length && cover[stop] <= max) stop++;
    const gap = widestGap(cover, x, stop, start);
    if (gap.from > start && gap.to < start + cover.length && gap.to - gap.from >= min) gaps.push(gap);
    x = stop;
  }
  return gaps;
}

/** Number of stretches over each point of the page's width. */
function coverProfile(stretches: Stretch[], start: number, end: number): number[] {
  const steps = new Array<number>(Math.max(1, end - start) + 1).fill(0);
  for (const { left, right } of stretches) {
    steps[Math.floor(left) - start]++;
    steps[Math.max(Math.floor(left) + 1, Math.ceil(right)) - start]--;
  }
  let sum = 0;
  return steps.slice(0, -1).map((step) => (sum += step));
}

/** The widest part of a range that the fewest stretches cover. */
function widestGap(cover: number[], from: number, to: number, start: number): Gap {
  const crossing = minOf(cover.slice(from, to));
  let best = { from, to: from };
  for (let x = from; x < to; x++) {
    let stop = x;
    while (stop < to && cover[stop] === crossing) stop++;
    if (stop - x > best.to - best.from) best = { from: x, to: stop };
    x = stop;
  }
  return { from: start + best.from, to: start + best.to, crossing };
}

const medianSize = (stretches: Stretch[]) =>
  stretches.map(({ size }) => size).sort((a, b) => a - b)[stretches.length >> 1] ?? 0;

function columnsBetween(stretches: Stretch[], gaps: Gap[]): Stretch[][] {
  const edges = [Number.NEGATIVE_INFINITY, ...gaps.map(centerOf), Number.POSITIVE_INFINITY];
  return edges
    .slice(1)
    .map((edge, i) => stretches.filter(({ left, right }) => left >= edges[i] && right <= edge));
}

const extent = (stretches: Stretch[]) =>
  maxOf(stretches.map(({ right }) => right)) - minOf(stretches.map(({ left }) => left));

/** The share of a column's width that its lines fill on average. */
function fillOf(stretches: Stretch[]): number {
  const widths: number[] = [];
  let last: Stretch | undefined;
  for (const stretch of stretches) {
    const gap = last && onOneLine(last, stretch) ? stretch.left - last.right : Number.POSITIVE_INFINITY;
    const width = stretch.right - stretch.left;
    const max = isWide(stretch.text[0]) ? WORDS_APART : LATIN_WORDS_APART;
    if (gap > max * stretch.size) widths.push(width);
    else widths[widths.length - 1] += gap + width;
    last = stretch;
  }
  return widths.reduce((sum, width) => sum + width, 0) / widths.length / extent(stretches);
}

/** Whether stretches are text that fills a column, wide enough for this number of columns. */
function isColumn(column: Stretch[], { stretches }: RawPage, columns: number): boolean {
  if (column.length < MIN_COLUMN_LINES) return false;
  return (
    extent(column) >= (extent(stretches) * MIN_COLUMN_SHARE) / columns && fillOf(column) >= MIN_COLUMN_FILL
  );
}

const isCentered = ({ width }: RawPage, gap: Gap) =>
  Math.abs(centerOf(gap) - width / 2) <= width * CENTERED_WITHIN;

/** Whether the right one of two columns has only begun: a few lines beside a long column. */
function isLopsided({ stretches }: RawPage, gap: Gap): boolean {
  const [left, right] = columnsBetween(stretches, [gap]);
  if (left.length < MIN_LONG_COLUMN || right.length === 0 || fillOf(left) < MIN_LONG_FILL) return false;
  const mean = right.reduce((sum, each) => sum + each.right - each.left, 0) / right.length;
  return mean >= MIN_BESIDE * medianSize(right) && extent(right) <= extent(left) * (1 + CENTERED_WITHIN);
}
