// The sections of a report while its lines are read: which are open, and where a new heading belongs.
import { RANKS, ranksOfLevels } from './heading-ranks.ts';
import type { HeadingStyle, PartNumber } from './headings.ts';
import type { Numbering, NumberingStyle } from './numbering.ts';
import type { Section } from './section.ts';
import type { SectionKind } from './section-kind.ts';
import type { Span } from './span.ts';
import type { TextLine } from './text-line.ts';

const REPORT_RANK = Number.NEGATIVE_INFINITY;

interface OpenSection {
  index: number;
  rank: number;
  style: HeadingStyle | 'title';
}

/** A heading whose section is to be opened. */
export interface OpeningHeading {
  style: HeadingStyle;
  /** The span of the heading; a turn has no heading, only an opening. */
  span: Span;
  label: string;
  /** Level that the format declares. */
  level?: number;
  number?: PartNumber;
}

export class SectionStack {
  readonly sections: Section[] = [];
  private readonly open: OpenSection[] = [];
  private readonly lines: readonly TextLine[];
  private readonly rankOfLevel: (level: number) => number;
  /** English headings without a number enclose numbered ones, which count anew under each. */
  private readonly unnumberedEnclose: boolean;
  /** Levels that parts share with headings within them. */
  private readonly unevenLevels: ReadonlySet<number>;
  private list: { section: number; style: NumberingStyle } | undefined;

  /** @param lines of one report, without its title */
  constructor(title: TextLine | undefined, lines: readonly TextLine[]) {
    this.lines = lines;
    this.rankOfLevel = ranksOfLevels(lines);
    this.unnumberedEnclose = numberingRestarts(lines);
    this.unevenLevels = unevenLevelsOf(lines);
    const start = Math.min(title?.start ?? Number.POSITIVE_INFINITY, lines[0]?.start ?? title?.start ?? 0);
    const end = lines.at(-1)?.end ?? title?.end ?? start;
    this.sections.push({
      ...(title ? { heading: { start: title.start, end: title.end } } : {}),
      label: title?.text ?? '',
      style: 'title',
      kind: 'none',
      parent: -1,
      depth: 0,
      start,
      end,
    });
    this.open.push({ index: 0, rank: REPORT_RANK, style: 'title' });
  }

  /** Index of the innermost open section. */
  get current(): number {
    return this.top.index;
  }

  /** Whether a section of this style is open. */
  isIn(style: HeadingStyle): boolean {
    return this.open.some((each) => each.style === style);
  }

  /** No section is open but the report itself. */
  get isEmpty(): boolean {
    return this.open.length === 1;
  }

  /** Depth that a section of this style and level would have. */
  depthOf({ style, level, number }: Pick<OpeningHeading, 'style' | 'level' | 'number'>): number {
    const rank = this.rankOf(style, level, number);
    const parent = this.open.findLast((each) => each.rank < rank) ?? this.open[0];
    return this.sections[parent.index].depth + 1;
  }

  /** Closes the sections of the same or a lower rank and opens one. Without a `kind` it has its parent's. */
  push({ style, span, label, level, number }: OpeningHeading, kind: SectionKind | undefined): void {
    const rank = this.rankOf(style, level, number);
    this.closeFrom(rank, span.start);
    const parent = this.current;
    const { start, end } = span;
    this.sections.push({
      ...(style === 'turn' ? {} : { heading: { start, end } }),
      label,
      style,
      ...(number === undefined ? {} : { number }),
      kind: kind ?? this.sections[parent].kind,
      parent,
      depth: this.sections[parent].depth + 1,
      start,
      end,
    });
    this.open.push({ index: this.sections.length - 1, rank, style });
  }

  /** Closes every section of this rank or a lower one; they end before the offset `end`. */
  closeFrom(rank: number, end: number): void {
    while (!this.isEmpty && this.top.rank >= rank) this.close(end);
  }

  closeAll(): void {
    while (!this.isEmpty) this.close(Number.POSITIVE_INFINITY);
  }

  /**
   * Whether a point belongs to a list that began right under a heading without numbering and stays under it.
   */
  continuesList({ style, ordinal }: Numbering): boolean {
    if (this.top.style !== 'standalone') return false;
    if (ordinal === 1) this.list = { section: this.current, style };
    return this.list?.section === this.current && this.list.style === style;
  }

  /** Part II encloses the headings of its level, where most of them have no such number. */
  private lift(level: number | undefined, number: PartNumber | undefined): number {
    const isPart = number?.style === 'part' || number?.style === 'chapter';
    return isPart && level !== undefined && this.unevenLevels.has(level) ? PART_LIFT : 0;
  }

  /** Lower ranks enclose higher ones. */
  rankOf(style: HeadingStyle, level?: number, number?: PartNumber): number {
    if (style === 'declared') return this.rankOfLevel(level ?? 1) - this.lift(level, number);
    if (this.unnumberedEnclose && (style === 'capitals' || style === 'titled'))
      return RANKS[style] - RANKS.capitals + ENCLOSING_RANK;
    if (style === 'turn') return this.open[1]?.rank ?? RANKS.han;
    if (style !== 'dash') return RANKS[style];
    const dash = this.open.find((each) => each.style === 'dash');
    if (dash) return dash.rank;
    const enclosing = this.open.findLast((each) => each.rank < RANKS.standalone);
    return enclosing && enclosing.rank !== REPORT_RANK ? enclosing.rank + 0.1 : RANKS.han;
  }

  private get top(): OpenSection {
    return this.open.at(-1) as OpenSection;
  }

  private close(end: number): void {
    const { index } = this.open.pop() as OpenSection;
    this.sections[index].end = lastContentBefore(this.lines, end) ?? this.sections[index].end;
  }
}

/** Just above roman numbers and letters, below parts and articles. */
const ENCLOSING_RANK = RANKS.article + 0.01;

/** Less than between two levels. */
const PART_LIFT = 0.05;
/** So many headings without such a number for each part. */
const MIN_WITHIN = 2;

/** Declared levels on which a few parts or chapters stand beside many headings without such a number. */
function unevenLevelsOf(lines: readonly TextLine[]): Set<number> {
  const counts = new Map<number, { parts: number; others: number }>();
  for (const { declaredLevel, numbering } of lines) {
    if (declaredLevel === undefined) continue;
    const count = counts.get(declaredLevel) ?? { parts: 0, others: 0 };
    if (numbering?.style === 'part' || numbering?.style === 'chapter') count.parts++;
    else count.others++;
    counts.set(declaredLevel, count);
  }
  const uneven = [...counts].filter(([, { parts, others }]) => parts > 0 && others >= parts * MIN_WITHIN);
  return new Set(uneven.map(([level]) => level));
}

/** Whether 1. occurs more than once among lines that the format declares no headings. */
const numberingRestarts = (lines: readonly TextLine[]): boolean =>
  lines.filter(
    ({ numbering, declaredLevel }) =>
      numbering?.style === 'arabic' && numbering.ordinal === 1 && declaredLevel === undefined,
  ).length > 1;

/** The end of the last content line that starts before an offset. */
function lastContentBefore(lines: readonly TextLine[], offset: number): number | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : Math.min(lines[low - 1].end, offset);
}
