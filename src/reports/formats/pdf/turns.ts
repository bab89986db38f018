// Words turned by quarters of a circle: each way of writing on a page is turned upright and read as a page of
// its own. Words that lean otherwise are left out.
import type { TextRun } from './pdfjs.ts';
import type { Run } from './rows.ts';

/** Quarters of a circle, clockwise, by which words are turned. */
type Quarter = 0 | 1 | 2 | 3;
const QUARTERS: Quarter[] = [0, 1, 2, 3];

/** The words of a page that run in one direction, in their own upright coordinates. Measures in points. */
interface Facing {
  quarter: Quarter;
  width: number;
  height: number;
  runs: Run[];
  /** Little beside other words: a stamp at the page's edge, the label of an axis. */
  isBeside: boolean;
}

interface Facings {
  /** Upright words first; none on a page without words. */
  facings: Facing[];
  /** Some words lean. */
  leans: boolean;
}

/** Runs that lean more than this (sine of the angle) belong to no line of the page. */
const MAX_LEAN = 0.1;
/** The share of a page's characters below which words in one direction stand beside it. */
const BESIDE_SHARE = 0.3;

/** @param view from the page's coordinates to those of its upright view: x from the left, y down */
export function facingsOf(items: TextRun[], view: number[], width: number, height: number): Facings {
  const runs = QUARTERS.map((): Run[] => []);
  let leans = false;
  for (const item of items) {
    if (item.str.trim() === '') continue;
    const { quarter, run } = turned(item, view, width, height);
    if (quarter === undefined) leans = true;
    else runs[quarter].push(run);
  }
  const all = runs.reduce((sum, each) => sum + charactersIn(each), 0);
  const facings = QUARTERS.filter((quarter) => runs[quarter].length > 0).map((quarter) => ({
    quarter,
    ...sizeOf(quarter, width, height),
    runs: runs[quarter],
    isBeside: charactersIn(runs[quarter]) < all * BESIDE_SHARE,
  }));
  return { facings, leans };
}

const charactersIn = (runs: Run[]) => runs.reduce((sum, { text }) => sum + text.length, 0);

const sizeOf = (quarter: Quarter, width: number, height: number) =>
  quarter % 2 === 0 ? { width, height } : { width: height, height: width };

/** A run turned upright, and by how many quarters it was turned; undefined where it leans. */
function turned(
  { str, transform: t, width: length }: TextRun,
  v: number[],
  width: number,
  height: number,
): { quarter: Quarter | undefined; run: Run } {
  const along: Point = [v[0] * t[0] + v[2] * t[1], v[1] * t[0] + v[3] * t[1]];
  const up: Point = [v[0] * t[2] + v[2] * t[3], v[1] * t[2] + v[3] * t[3]];
  const at: Point = [v[0] * t[4] + v[2] * t[5] + v[4], v[1] * t[4] + v[3] * t[5] + v[5]];
  const quarter = QUARTERS.find((each) => isUpright(turnedBack(along, each)));
  const [x, y] = placeOf(at, quarter ?? 0, width, height);
  return { quarter, run: { text: str, x, y, width: length, size: Math.hypot(...up) } };
}

type Point = [number, number];

const isUpright = ([x, y]: Point): boolean => x > 0 && Math.abs(y) <= Math.hypot(x, y) * MAX_LEAN;

/** A direction turned back by quarters: one that runs down the page, a quarter clockwise, runs to the right. */
function turnedBack([x, y]: Point, quarter: Quarter): Point {
  if (quarter === 1) return [y, -x];
  if (quarter === 2) return [-x, -y];
  return quarter === 3 ? [-y, x] : [x, y];
}

/** Where a point is on the page turned back. */
function placeOf([x, y]: Point, quarter: Quarter, width: number, height: number): Point {
  if (quarter === 1) return [y, width - x];
  if (quarter === 2) return [width - x, height - y];
  return quarter === 3 ? [height - y, x] : [x, y];
}
