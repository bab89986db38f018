// The segments that one state of the index is searched in, with where each one's passages stand in that state.
import type { ReportFile } from '../reports/index.ts';
import type { Field, Tags } from './engine.ts';
import { countUnits } from './file-tokens.ts';
import { fillIndexSegment, type IndexSegment } from './index-segment.ts';
import type { Tables } from './tables.ts';

/** More segments than this are merged. */
const MAX_SEGMENTS = 16;
/** The later segments, or what is gone from all, are merged away when they hold more than this share of the passages. */
const MAX_LATER_SHARE = 0.25;

/** A segment in a state of the index. */
interface Placed {
  segment: IndexSegment;
  /** The segment's passages by number → the state's, or GONE. */
  places: Int32Array;
  goneCount: number;
}

const GONE = -1;

export class IndexSegments {
  private readonly placed: Placed[];

  private constructor(segments: IndexSegment[], tables: Tables) {
    const starts = tables.startsOfFiles();
    this.placed = segments.map((segment) => {
      const places = new Int32Array(segment.passageCount).fill(GONE);
      let id = 0;
      let found = 0;
      for (const file of segment.files) {
        const { passages } = countUnits(file);
        const start = starts.get(file)?.passages;
        if (start !== undefined) found += passages;
        for (let i = 0; i < passages; i++, id++) if (start !== undefined) places[id] = start + i;
      }
      return { segment, places, goneCount: segment.passageCount - found };
    });
  }

  /** Segments for a state, step by step: those of the state before as far as they serve, and one for what is new. */
  static *fill(tables: Tables, earlier?: IndexSegments): Generator<void, IndexSegments> {
    const kept = earlier?.serving(tables) ?? [];
    const held = new Set(kept.flatMap(({ files }) => files));
    const fresh = tables.files.filter((file) => !held.has(file));
    if (kept.length === 0 || needsMerging(kept, fresh, tables))
      return new IndexSegments([yield* fillIndexSegment(tables.files, tables)], tables);
    if (fresh.length === 0) return new IndexSegments(kept, tables);
    const [base, ...later] = kept;
    if (later.length + 2 <= MAX_SEGMENTS)
      return new IndexSegments([...kept, yield* fillIndexSegment(fresh, tables)], tables);
    const present = new Set(tables.files);
    const inBase = new Set(base.files.filter((file) => present.has(file)));
    const others = tables.files.filter((file) => !inBase.has(file));
    return new IndexSegments([base, yield* fillIndexSegment(others, tables)], tables);
  }

  /** How many segments there are. */
  get count(): number {
    return this.placed.length;
  }

  /**
   * Passages that hold a token in a field, at most `limit`, the first ones of the state, ascending.
   * @param tags only passages with all of these
   */
  withToken(token: string, field: Field, limit: number, tags: Partial<Tags> = {}): number[] {
    const found: number[] = [];
    for (const { segment, places, goneCount } of this.placed) {
      // Within a segment passages stand in the order of the state, so that its first ones hold all that can be wanted.
      for (const id of segment.engine.withToken(token, field, limit + goneCount, tags))
        if (places[id] !== GONE) found.push(places[id]);
    }
    if (this.placed.length > 1) found.sort((a, b) => a - b);
    return found.length > limit ? found.slice(0, limit) : found;
  }

  /** Segments that hold a file of a state, the base always first. */
  private serving(tables: Tables): IndexSegment[] {
    const present = new Set<ReportFile>(tables.files);
    return this.placed
      .map(({ segment }) => segment)
      .filter(({ files }) => files.some((file) => present.has(file)));
  }
}

function needsMerging(kept: IndexSegment[], fresh: ReportFile[], tables: Tables): boolean {
  const total = tables.located.length;
  const freshCount = fresh.reduce((sum, file) => sum + countUnits(file).passages, 0);
  const keptCount = kept.reduce((sum, { passageCount }) => sum + passageCount, 0);
  const gone = keptCount + freshCount - total;
  const later = total - kept[0].passageCount;
  return later > total * MAX_LATER_SHARE || gone > total * MAX_LATER_SHARE;
}
