// The tree of a report's headings, and the sentences under each.
// Promise: every content line is either in a heading or in sentences; nothing is in both.

import { leastOf } from './extremes.ts';
import { RANKS, ranksOfLevels } from './heading-ranks.ts';
import { type HeadingStyle, headingOf, labelOf, parallelStarts } from './headings.ts';
import { type Numbering, type NumberingStyle, numberingOf, pointOf } from './numbering.ts';
import { joins, readParagraph, type SentenceSpan } from './paragraph.ts';
import { kindByOrder, ownKindOfSubheading, type SectionKind, sectionKindOf, turnOf } from './section-kind.ts';
import type { Span } from './span.ts';
import type { TextLine } from './text-line.ts';

/** A node of the outline. Section 0 is the report itself. `end` includes all that lies below it. */
export interface Section extends Span {
  /** The heading as it stands in the source; undefined for a part that opens by its words alone. */
  heading?: Span;
  /** The heading's words without numbering and end marks. */
  label: string;
  style: HeadingStyle | 'title';
  kind: SectionKind;
  /** Index of the section above, -1 for the report. */
  parent: number;
  /** 0 for the report, 1 for its parts, … */
  depth: number;
}

export interface OutlineSentence extends SentenceSpan {
  section: number;
}

export interface Outline {
  sections: Section[];
  sentences: OutlineSentence[];
}

const REPORT_RANK = Number.NEGATIVE_INFINITY;

interface Open {
  section: number;
  rank: number;
  style: HeadingStyle | 'title';
}

/** What the outline must know of the report around it. */
export interface OutlineContext {
  /** A heading that names a later year opens a plan. */
  coveredYear?: number;
  /** The document only plans: its parts are plans unless they say otherwise. */
  planDocument?: boolean;
}

/** Reads a report's lines into its outline. */
export function outlineOf(
  text: string,
  title: TextLine | undefined,
  lines: TextLine[],
  context: OutlineContext,
): Outline {
  const builder = new OutlineBuilder(text, title, lines, context);
  return builder.build();
}

class OutlineBuilder {
  private readonly sections: Section[] = [];
  private readonly sentences: OutlineSentence[] = [];
  private list: { section: number; style: NumberingStyle } | undefined;
  private readonly stack: Open[] = [];
  private readonly parallel: Set<string>;
  private readonly rankOfLevel: (level: number) => number;
  private readonly headed: Set<SectionKind>;
  private readonly structured: boolean;
  private duePoint = 1;
  private readonly text: string;
  private readonly lines: TextLine[];
  private readonly context: OutlineContext;
  /** Starts of the lines that are the rest of a broken one. */
  private readonly continuing: ReadonlySet<number>;

  constructor(text: string, title: TextLine | undefined, lines: TextLine[], context: OutlineContext) {
    this.text = text;
    this.lines = lines;
    this.context = context;
    this.continuing = new Set(lines.filter(({ continues }) => continues).map(({ start }) => start));
    this.parallel = parallelStarts(lines);
    this.rankOfLevel = ranksOfLevels(lines);
    const start = title?.start ?? lines[0]?.start ?? 0;
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
    this.stack.push({ section: 0, rank: REPORT_RANK, style: 'title' });
    this.headed = this.kindsWithHeading();
    this.structured = lines.some(
      (line, i) => headingOf(line, lines[i - 1], lines[i + 1], this.parallel) !== undefined,
    );
  }

  /** The kinds that the report's highest headings name; a turn inside a paragraph opens no second part of them. */
  private kindsWithHeading(): Set<SectionKind> {
    const found: { rank: number; kind: SectionKind }[] = [];
    this.lines.forEach((line, i) => {
      const heading = headingOf(line, this.lines[i - 1], this.lines[i + 1], this.parallel);
      if (!heading || heading.style === 'standalone') return;
      found.push({
        rank: this.rankOf(heading.style, heading.level),
        kind: sectionKindOf(heading.label, this.context.coveredYear),
      });
    });
    const highest = leastOf(found.map(({ rank }) => rank));
    return new Set(found.filter(({ rank }) => rank <= highest).map(({ kind }) => kind));
  }

  build(): Outline {
    let paragraph: TextLine[] = [];
    let afterHeading = false; // the paragraph shares its first line with a heading
    const flush = () => {
      const last = paragraph.at(-1);
      if (last) this.addParagraph({ start: paragraph[0].start, end: last.end }, afterHeading);
      paragraph = [];
      afterHeading = false;
    };
    this.lines.forEach((line, i) => {
      const previous = paragraph.at(-1);
      const heading = headingOf(line, this.lines[i - 1], this.lines[i + 1], this.parallel);
      if (heading) {
        flush();
        this.open(
          heading.style,
          { start: line.start, end: line.start + heading.length },
          heading.label,
          heading.level,
        );
        const rest = line.text.slice(heading.length);
        const lead = rest.length - rest.trimStart().length;
        if (rest.trim()) {
          paragraph = [{ ...line, start: line.start + heading.length + lead, text: rest.trim() }];
          afterHeading = true;
        }
      } else if (line.table !== undefined) {
        flush();
        this.addRow(line, line.table);
      } else {
        const numbering = line.continues ? undefined : numberingOf(line.text);
        if (numbering || (previous && !joins(this.text, previous, line))) flush();
        if (numbering && !this.continuesList(numbering))
          this.leaveRunInsAt(line.start, this.rankOf(numbering.style, undefined)); // a point of a list, no heading
        paragraph.push(line);
      }
    });
    flush();
    this.closeAll();
    this.nameUnknownKinds();
    return { sections: this.sections, sentences: this.sentences };
  }

  /** A list that begins right under a heading without numbering stays under it. */
  private continuesList({ style, ordinal }: Numbering): boolean {
    const top = this.stack.at(-1) as Open;
    if (top.style !== 'standalone') return false;
    if (ordinal === 1) this.list = { section: top.section, style };
    return this.list?.section === top.section && this.list.style === style;
  }

  private rankOf(style: HeadingStyle, level: number | undefined): number {
    if (style === 'declared') return this.rankOfLevel(level ?? 1);
    if (style === 'turn') return this.stack[1]?.rank ?? RANKS.han;
    if (style !== 'dash') return RANKS[style];
    const open = this.stack.find((each) => each.style === 'dash');
    if (open) return open.rank;
    const around = this.stack.filter((each) => each.rank < RANKS.standalone).at(-1);
    return around && around.rank !== REPORT_RANK ? around.rank + 0.1 : RANKS.han;
  }

  private open(style: HeadingStyle, span: Span, label: string, level?: number): void {
    const rank = this.rankOf(style, level);
    while (this.stack.length > 1 && (this.stack.at(-1) as Open).rank >= rank) this.close(span.start);
    const parent = (this.stack.at(-1) as Open).section;
    const depth = this.sections[parent].depth + 1;
    const own = depth === 1 ? this.kindOfPart(style, label) : ownKindOfSubheading(label);
    const { start, end } = span;
    this.sections.push({
      ...(style === 'turn' ? {} : { heading: { start, end } }),
      label,
      style,
      kind: own ?? this.sections[parent].kind,
      parent,
      depth,
      start,
      end,
    });
    this.stack.push({ section: this.sections.length - 1, rank, style });
    if (style !== 'point' && style !== 'lead') this.duePoint = 1;
  }

  private kindOfPart(style: HeadingStyle, label: string): SectionKind {
    if (style === 'turn') return turnOf(label) ?? 'none';
    if (style === 'lead' || style === 'standalone' || style === 'point') return 'none';
    return sectionKindOf(label, this.context.coveredYear);
  }

  private close(end: number): void {
    const open = this.stack.pop() as Open;
    this.sections[open.section].end = lastContentBefore(this.lines, end) ?? this.sections[open.section].end;
  }

  private closeAll(): void {
    while (this.stack.length > 1) this.close(Number.POSITIVE_INFINITY);
  }

  private addParagraph(span: Span, afterHeading: boolean): void {
    const words = this.text.slice(span.start, span.end);
    const isPoint = pointOf(words, this.duePoint) !== undefined;
    this.leaveRunInsAt(span.start, isPoint ? RANKS.point : RANKS.lead); // a new paragraph ends leads and points
    const opensPart = this.openTurn(span, words);
    const context = {
      duePoint: this.duePoint,
      parallel: this.parallel,
      plain: afterHeading || opensPart,
      unheaded: this.stack.length === 1,
      structured: this.structured,
      broken: this.continuing.has(span.start),
    };
    for (const item of readParagraph(this.text, span, context)) {
      if (item.type === 'heading') this.open(item.style, item.span, item.label);
      else {
        if (item.sentence.startsPoint && !isPoint) this.leaveRunInsAt(item.sentence.start, RANKS.point);
        this.sentences.push({ ...item.sentence, section: (this.stack.at(-1) as Open).section });
      }
    }
    const first = pointOf(words, this.duePoint);
    if (first) this.duePoint = first.ordinal + 1;
  }

  /** A row is told like a sentence, whatever marks are in it. */
  private addRow({ start, end }: TextLine, table: number): void {
    if (start === table) this.leaveRunInsAt(start, RANKS.lead);
    const section = (this.stack.at(-1) as Open).section;
    this.sentences.push({ start, end, startsPoint: false, startsParagraph: true, table, section });
  }

  private leaveRunInsAt(at: number, rank: number): void {
    while (this.stack.length > 1 && (this.stack.at(-1) as Open).rank >= rank) this.close(at);
  }

  /** Opens a part where a paragraph turns to problems or plans and the report has no heading for them. */
  private openTurn(span: Span, words: string): boolean {
    const kind = turnOf(words);
    if (!kind || this.headed.has(kind)) return false;
    const current = this.sections[(this.stack.at(-1) as Open).section];
    if (current.kind === kind) return false;
    const opening = words.replace(/^(?:各位|同志)[^。，！：]{0,10}[，！：]\s*/, '');
    this.open('turn', span, labelOf(/^[^。！？：]*/.exec(opening)?.[0] ?? opening));
    const opened = this.sections.at(-1) as Section;
    opened.kind = kind;
    return true;
  }

  private nameUnknownKinds(): void {
    let previous: SectionKind | undefined;
    const named = new Set<number>();
    this.sections.forEach((section, index) => {
      if (section.kind === 'none' && section.depth === 1) {
        section.kind = this.context.planDocument ? 'plans' : kindByOrder(previous);
        named.add(index);
      } else if (section.kind === 'none' && named.has(section.parent)) {
        section.kind = this.sections[section.parent].kind;
        named.add(index);
      }
      if (section.depth === 1) previous = section.kind;
    });
  }
}

/** The end of the last content line that starts before an offset. */
function lastContentBefore(lines: TextLine[], offset: number): number | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : Math.min(lines[low - 1].end, offset);
}
