// Where the lines of each page's columns begin and end.
import type { PdfLine, PdfPage } from './lines.ts';
import { median } from './median.ts';

/** The edges of a column, in points. */
export interface Edges {
  left: number;
  right: number;
  /** Full lines end at one key; else they end where the next word has no room. */
  justified: boolean;
}

/** A column says where its edges are where it has so many lines, so many of them near its right edge. */
const MIN_LINES = 6;
const MIN_NEAR_RIGHT = 3;
/** In sizes of a letter: what counts as near the right edge, and what as at it. */
const NEAR_RIGHT = 2;
const AT_EDGE = 0.3;
/** Of the lines near the right edge of justified text this share ends at it, or hangs over it by a mark. */
const JUSTIFIED_SHARE = 0.93;
/** Marks that may hang over the edge. */
const HANGING = /[，。、；：！？,.;:!?”’）)》」』】]$/;
/** This share of a column's lines begins at its left edge, at the min. */
const LEFT_SHARE = 0.1;
const RIGHT_QUANTILE = 0.98;
/** Ragged edges that differ by less than so many letters are one. */
const SAME_EDGE = 1.5;
/** A column of short lines is as wide as the others of its kind: this share of their width must be reached. */
const MIN_WIDTH_SHARE = 0.8;
/** The text of a page goes at min so far to its right. */
const MIN_TEXT_SHARE = 0.65;

/** Finds the edges of a document's columns. */
export class ColumnEdges {
  private readonly own = new Map<string, Edges>();
  private readonly usual = new Map<string, Edges>();
  private readonly kinds = new Map<number, string>();

  /** @param lines those of the text, without what belongs to the pages */
  constructor(pages: PdfPage[], lines: PdfLine[]) {
    for (const { number, width, lines: all } of pages) {
      const columns = all.reduce((max, { column }) => Math.max(max, column), 0);
      this.kinds.set(number, `${Math.round(width)} ${columns}`);
    }
    const widths = new Map(pages.map(({ number, width }) => [number, width]));
    for (const [kind, group] of Map.groupBy(lines, (line) => this.kindOf(line))) {
      const min = kind.endsWith(' 0') ? (widths.get(group[0].page) ?? 0) * MIN_TEXT_SHARE : 0;
      this.learn(kind, group, min);
    }
  }

  /** @param min how far right the lines of a page go at min: a page of short ones has no full one */
  private learn(kind: string, lines: PdfLine[], min: number): void {
    const all = edgesOf(lines) ?? outermostEdges(lines);
    if (all.right < min) Object.assign(all, { right: min, justified: false });
    const sides = [...Map.groupBy(lines, ({ page }) => sideOf(page))];
    const [one, other] = sides.map(([, own]) => edgesOf(own));
    const size = median(lines.map((line) => line.size));
    const mirrored = one && other && Math.abs(one.right - other.right) > SAME_EDGE * size; // as in a book
    for (const [side, own] of sides) {
      const usual = mirrored ? (edgesOf(own) ?? all) : all;
      this.usual.set(`${kind} ${side}`, usual);
      this.lookAtPages(own, usual, size);
    }
  }

  /** Margins may differ from page to page: a page that shows its own edges has them. */
  private lookAtPages(lines: PdfLine[], usual: Edges, size: number): void {
    const found = [...Map.groupBy(lines, (line) => columnKey(line))]
      .map(([key, group]) => ({ key, edges: edgesOf(group) }))
      .flatMap(({ key, edges }) => (edges ? [{ key, edges }] : []))
      .filter(({ edges }) => widthOf(edges) >= widthOf(usual) * MIN_WIDTH_SHARE);
    const width = median(found.map(({ edges }) => widthOf(edges)));
    for (const { key, edges } of found) {
      const { right, justified } = edges;
      const room = (justified && usual.justified ? AT_EDGE : SAME_EDGE) * size; // ragged lines show their edge roughly
      if (Math.abs(right - usual.right) <= room) continue;
      const left = justified ? Math.min(edges.left, right - width) : edges.left; // all its lines may be indented
      this.own.set(key, { left, right, justified });
    }
  }

  /** The edges of the column that a line stands in. */
  of(line: PdfLine): Edges {
    const usual = this.usual.get(`${this.kindOf(line)} ${sideOf(line.page)}`);
    return this.own.get(columnKey(line)) ?? usual ?? outermostEdges([line]);
  }

  /** Columns of one kind stand at one key on their pages. */
  private kindOf({ page, column }: PdfLine): string {
    return `${this.kinds.get(page) ?? ''} ${column}`;
  }
}

const columnKey = ({ page, column }: PdfLine) => `${page} ${column}`;
const sideOf = (page: number) => page % 2;
const widthOf = ({ left, right }: Edges) => right - left;

const outermostEdges = (lines: PdfLine[]): Edges => ({
  left: lines.reduce((min, { left }) => Math.min(min, left), Number.POSITIVE_INFINITY),
  right: lines.reduce((max, { right }) => Math.max(max, right), 0),
  justified: false,
});

function edgesOf(lines: PdfLine[]): Edges | undefined {
  if (lines.length < MIN_LINES) return undefined;
  const size = median(lines.map((line) => line.size));
  const sorted = lines.toSorted((a, b) => a.right - b.right);
  const outer = sorted[Math.floor((sorted.length - 1) * RIGHT_QUANTILE)].right;
  const near = sorted.filter(({ right }) => right >= outer - NEAR_RIGHT * size);
  if (near.length < MIN_NEAR_RIGHT) return undefined;
  const room = AT_EDGE * size;
  const common = commonEnd(
    near.map(({ right }) => right),
    room,
  );
  const at = near.filter(
    ({ right, text }) => Math.abs(right - common) <= room || (right > common && HANGING.test(text)),
  ).length;
  const justified = at >= near.length * JUSTIFIED_SHARE;
  return { left: leftEdge(lines, size), right: justified ? common : outer, justified };
}

/** The key at which max of the sorted ends stand, give or take. */
function commonEnd(ends: number[], room: number): number {
  let best = { count: 0, end: 0 };
  let from = 0;
  ends.forEach((end, i) => {
    while (ends[from] < end - room) from++;
    if (i - from + 1 >= best.count) best = { count: i - from + 1, end };
  });
  return best.end;
}

/** The leftmost key at which several lines begin. */
function leftEdge(lines: PdfLine[], size: number): number {
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b);
  const min = Math.max(2, lefts.length * LEFT_SHARE);
  const index = lefts.findIndex(
    (left, i) => (lefts[i + Math.ceil(min) - 1] ?? Number.POSITIVE_INFINITY) <= left + AT_EDGE * size,
  );
  return lefts[Math.max(0, index)];
}
