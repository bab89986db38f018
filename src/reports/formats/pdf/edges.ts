// The left and right edges of each page's columns.
import type { PdfLine, PdfPage } from './lines.ts';
import { median } from './median.ts';

/** In points. */
interface Edges {
  left: number;
  right: number;
  /** Full lines end at one x; otherwise where the next word does not fit. */
  justified: boolean;
}

/** A column shows its edges if it has this many lines, and this many of them near its right edge. */
const MIN_LINES = 6;
const MIN_NEAR_RIGHT = 3;
/** In letter sizes: the distances that count as near the right edge and as at it. */
const NEAR_RIGHT = 2;
const AT_EDGE = 0.3;
/** Share of the lines near the right edge of justified text that end at it or overhang it by a mark. */
const JUSTIFIED_SHARE = 0.93;
/** Marks that may overhang the edge. */
const HANGING = /[，。、；：！？,.;:!?”’）)》」』】]$/;
/** Minimum share of a column's lines that begin at its left edge. */
const LEFT_SHARE = 0.1;
const RIGHT_QUANTILE = 0.98;
/** Ragged edges that differ by less than this many letters are equal. */
const SAME_EDGE = 1.5;
/**
 * A page's own edges count only if they are at least this share of the usual width: short lines show no edge.
 */
const MIN_WIDTH_SHARE = 0.8;
/** The text of a page reaches at least this share of its width. */
const MIN_TEXT_SHARE = 0.65;

export class ColumnEdges {
  private readonly own = new Map<string, Edges>();
  private readonly usual = new Map<string, Edges>();
  private readonly kinds = new Map<number, string>();

  /** @param lines without page furniture */
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

  /** @param min the least right edge: a page of short lines has no full one */
  private learn(kind: string, lines: PdfLine[], min: number): void {
    const all = edgesOf(lines) ?? outermostEdges(lines);
    if (all.right < min) Object.assign(all, { right: min, justified: false });
    const sides = [...Map.groupBy(lines, ({ page }) => sideOf(page))];
    const [one, other] = sides.map(([, own]) => edgesOf(own));
    const size = median(lines.map((line) => line.size));
    // left and right pages of a book
    const mirrored = one && other && Math.abs(one.right - other.right) > SAME_EDGE * size;
    for (const [side, own] of sides) {
      const usual = mirrored ? (edgesOf(own) ?? all) : all;
      this.usual.set(`${kind} ${side}`, usual);
      this.lookAtPages(own, usual, size);
    }
  }

  /** Margins may differ from page to page: a page that shows its own edges has those. */
  private lookAtPages(lines: PdfLine[], usual: Edges, size: number): void {
    const found = [...Map.groupBy(lines, (line) => columnKey(line))]
      .map(([key, group]) => ({ key, edges: edgesOf(group) }))
      .flatMap(({ key, edges }) => (edges ? [{ key, edges }] : []))
      .filter(({ edges }) => widthOf(edges) >= widthOf(usual) * MIN_WIDTH_SHARE);
    const width = median(found.map(({ edges }) => widthOf(edges)));
    for (const { key, edges } of found) {
      const { right, justified } = edges;
      // ragged lines show their edge roughly
      const room = (justified && usual.justified ? AT_EDGE : SAME_EDGE) * size;
      if (Math.abs(right - usual.right) <= room) continue;
      // all its lines may be indented
      const left = justified ? Math.min(edges.left, right - width) : edges.left;
      this.own.set(key, { left, right, justified });
    }
  }

  /** The edges of a line's column. */
  of(line: PdfLine): Edges {
    const usual = this.usual.get(`${this.kindOf(line)} ${sideOf(line.page)}`);
    return this.own.get(columnKey(line)) ?? usual ?? outermostEdges([line]);
  }

  /** Columns of one kind have the same position on their pages. */
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

/** The x at which most of the sorted line ends stand, within `room`. */
function commonEnd(ends: number[], room: number): number {
  let best = { count: 0, end: 0 };
  let from = 0;
  ends.forEach((end, i) => {
    while (ends[from] < end - room) from++;
    if (i - from + 1 >= best.count) best = { count: i - from + 1, end };
  });
  return best.end;
}

/** The leftmost x at which several lines begin. */
function leftEdge(lines: PdfLine[], size: number): number {
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b);
  const min = Math.max(2, lefts.length * LEFT_SHARE);
  const index = lefts.findIndex(
    (left, i) => (lefts[i + Math.ceil(min) - 1] ?? Number.POSITIVE_INFINITY) <= left + AT_EDGE * size,
  );
  return lefts[Math.max(0, index)];
}
