// The segments of one state of the index, with the number that each segment's passages have in that state.
import type { ReportFile } from '../reports/index.ts';
import type { Field, Tags } from './flexsearch.ts';
import { type IndexSegment, segmentSteps } from './index-segment.ts';
import type { IndexTables } from './index-tables.ts';
import { countUnits, unitsBefore } from './unit-counts.ts';

/** More segments than this are merged. */
const MAX_SEGMENTS = 16;
/** All are merged when the later ones, or removed passages, exceed this share of all passages. */
const MAX_LATER_SHARE = 0.25;

/** A segment as one state of the index sees it. */
interface SegmentView {
  segment: IndexSegment;
  /** From the segment's passage numbers to those of the state, or REMOVED. */
  ids: Int32Array;
  removedCount: number;
}

const REMOVED = -1;

export class IndexSegments {
  private readonly views: SegmentView[];

  private constructor(segments: IndexSegment[], tables: IndexTables) {
    const before = unitsBefore(tables.files);
    this.views = segments.map((segment) => {
      const ids = new Int32Array(segment.passageCount).fill(REMOVED);
      let own = 0;
      let found = 0;
      for (const file of segment.files) {
        const { passages } = countUnits(file);
        const start = before.get(file)?.passages;
        if (start !== undefined) found += passages;
        for (let i = 0; i < passages; i++, own++) if (start !== undefined) ids[own] = start + i;
      }
      return { segment, ids, removedCount: segment.passageCount - found };
    });
  }

  /** The earlier state's segments that can be reused, and one for the new files, step by step. */
  static *steps(tables: IndexTables, earlier?: IndexSegments): Generator<void, IndexSegments> {
    const reused = earlier?.reusable(tables) ?? [];
    const reusedFiles = new Set(reused.flatMap(({ files }) => files));
    const fresh = tables.files.filter((file) => !reusedFiles.has(file));
    if (reused.length === 0 || needsMerging(reused, fresh, tables))
      return new IndexSegments([yield* segmentSteps(tables.files, tables)], tables);
    if (fresh.length === 0) return new IndexSegments(reused, tables);
    const [base, ...later] = reused;
    if (later.length + 2 <= MAX_SEGMENTS)
      return new IndexSegments([...reused, yield* segmentSteps(fresh, tables)], tables);
    const present = new Set(tables.files);
    const inBase = new Set(base.files.filter((file) => present.has(file)));
    const others = tables.files.filter((file) => !inBase.has(file));
    return new IndexSegments([base, yield* segmentSteps(others, tables)], tables);
  }

  get count(): number {
    return this.views.length;
  }

  /**
   * The first passages of the state that hold a token in a field, at most `limit`, ascending.
   * @param tags only passages with all of these
   */
  passagesWith(token: string, field: Field, limit: number, tags: Partial<Tags> = {}): number[] {
    const found: number[] = [];
    for (const { segment, ids, removedCount } of this.views) {
      // A segment has its passages in the order of the state: its first ones are enough, removed ones added.
      for (const id of segment.engine.passagesWith(token, field, limit + removedCount, tags))
        if (ids[id] !== REMOVED) found.push(ids[id]);
    }
    if (this.views.length > 1) found.sort((a, b) => a - b);
    return found.length > limit ? found.slice(0, limit) : found;
  }

  /** Segments that hold a file of the state; the first one is the base that later ones add to. */
  private reusable(tables: IndexTables): IndexSegment[] {
    const present = new Set<ReportFile>(tables.files);
    return this.views
      .map(({ segment }) => segment)
      .filter(({ files }) => files.some((file) => present.has(file)));
  }
}

function needsMerging(reused: IndexSegment[], fresh: ReportFile[], tables: IndexTables): boolean {
  const total = tables.passages.length;
  const freshCount = fresh.reduce((sum, file) => sum + countUnits(file).passages, 0);
  const reusedCount = reused.reduce((sum, { passageCount }) => sum + passageCount, 0);
  const removed = reusedCount + freshCount - total;
  const later = total - reused[0].passageCount;
  return later > total * MAX_LATER_SHARE || removed > total * MAX_LATER_SHARE;
}
