// The outline of a report: its headings as a tree, and the sentences under each.
// Promise: every content line is either in a heading or in sentences; nothing is in both.

import { RANKS } from './heading-ranks.ts';
import { type HeadingStyle, headingOf, type LineHeading, labelOf, parallelStarts } from './headings.ts';
import { minOf } from './min-max.ts';
import { numberingOf, pointOf } from './numbering.ts';
import { continuesSentence, readParagraph, type SentenceSpan } from './paragraph.ts';
import type { TableOfLines } from './report-table.ts';
import type { Section } from './section.ts';
import { kindByOrder, ownKindOfSubheading, type SectionKind, sectionKindOf, turnOf } from './section-kind.ts';
import { type OpeningHeading, SectionStack } from './section-stack.ts';
import type { Span } from './span.ts';
import type { TextLine } from './text-line.ts';

export interface OutlineSentence extends SentenceSpan {
  /** Index of the section that it is in. */
  section: number;
}

interface Outline {
  sections: Section[];
  sentences: OutlineSentence[];
}

/** Facts about the report from outside its lines. */
interface OutlineContext {
  /** A heading that names a later year opens a plan. */
  coveredYear?: number;
  /** The document only plans: its parts are plans unless their headings name another kind. */
  planDocument?: boolean;
}

interface OutlineSource {
  /** The file's text. */
  text: string;
  title?: TextLine;
  lines: TextLine[];
}

export function outlineOf(source: OutlineSource, context: OutlineContext): Outline {
  return new OutlineBuilder(source, context).build();
}

class OutlineBuilder {
  private readonly sentences: OutlineSentence[] = [];
  private readonly stack: SectionStack;
  private readonly text: string;
  private readonly lines: TextLine[];
  private readonly context: OutlineContext;
  private readonly parallel: Set<string>;
  /** For each line, the heading that it starts with. */
  private readonly headings: (LineHeading | undefined)[];
  private readonly structured: boolean;
  /** The kinds that the report's highest headings name; a turn opens no second part of one of them. */
  private readonly headedKinds: Set<SectionKind>;
  /** Starts of the lines that are the rest of a broken one. */
  private readonly continuing: ReadonlySet<number>;
  private nextPoint = 1;

  constructor({ text, title, lines }: OutlineSource, context: OutlineContext) {
    this.text = text;
    this.lines = lines;
    this.context = context;
    this.continuing = new Set(lines.filter(({ continues }) => continues).map(({ start }) => start));
    this.parallel = parallelStarts(lines);
    this.stack = new SectionStack(title, lines);
    this.headings = lines.map((line, i) => headingOf(line, lines[i - 1], lines[i + 1], this.parallel));
    this.structured = this.headings.some((heading) => heading !== undefined);
    this.headedKinds = this.kindsWithHeading();
  }

  private kindsWithHeading(): Set<SectionKind> {
    const found = this.headings.flatMap((heading) => {
      if (!heading || heading.style === 'standalone') return [];
      const rank = this.stack.rankOf(heading.style, heading.level);
      return [{ rank, kind: sectionKindOf(heading.label, this.context.coveredYear) }];
    });
    const highest = minOf(found.map(({ rank }) => rank));
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
      const heading = this.headings[i];
      if (heading) {
        flush();
        const rest = this.addHeading(line, heading);
        if (rest) paragraph = [rest];
        afterHeading = rest !== undefined;
      } else if (line.table !== undefined) {
        flush();
        this.addRow(line, line.table);
      } else {
        const numbering = line.continues ? undefined : numberingOf(line.text);
        if (numbering || (previous && !continuesSentence(this.text, previous, line))) flush();
        if (numbering && !this.stack.continuesList(numbering))
          // a point of a list, no heading
          this.stack.closeFrom(this.stack.rankOf(numbering.style), line.start);
        paragraph.push(line);
      }
    });
    flush();
    this.stack.closeAll();
    this.inferKinds();
    return { sections: this.stack.sections, sentences: this.sentences };
  }

  /** @returns what follows the heading on its line */
  private addHeading(line: TextLine, { style, length, label, level }: LineHeading): TextLine | undefined {
    const span = { start: line.start, end: line.start + length };
    this.open({ style, span, label, ...(level === undefined ? {} : { level }) });
    const rest = line.text.slice(length);
    const lead = rest.length - rest.trimStart().length;
    return rest.trim() ? { ...line, start: line.start + length + lead, text: rest.trim() } : undefined;
  }

  private open(heading: OpeningHeading): void {
    const { style, label } = heading;
    const kind =
      this.stack.depthOf(heading) === 1 ? this.kindOfPart(style, label) : ownKindOfSubheading(label);
    this.stack.push(heading, kind);
    if (style !== 'point' && style !== 'lead') this.nextPoint = 1;
  }

  private kindOfPart(style: HeadingStyle, label: string): SectionKind {
    if (style === 'turn') return turnOf(label) ?? 'none';
    if (style === 'lead' || style === 'standalone' || style === 'point') return 'none';
    return sectionKindOf(label, this.context.coveredYear);
  }

  private addParagraph(span: Span, afterHeading: boolean): void {
    const content = this.text.slice(span.start, span.end);
    const isPoint = pointOf(content, this.nextPoint) !== undefined;
    // a new paragraph ends leads and points
    this.stack.closeFrom(isPoint ? RANKS.point : RANKS.lead, span.start);
    const opensPart = this.openTurn(span, content);
    const context = {
      nextPoint: this.nextPoint,
      parallel: this.parallel,
      plain: afterHeading || opensPart,
      unheaded: this.stack.isEmpty,
      structured: this.structured,
      broken: this.continuing.has(span.start),
    };
    for (const item of readParagraph(this.text, span, context)) {
      if (item.type === 'heading') this.open(item);
      else {
        if (item.sentence.startsPoint && !isPoint) this.stack.closeFrom(RANKS.point, item.sentence.start);
        this.sentences.push({ ...item.sentence, section: this.stack.current });
      }
    }
    const first = pointOf(content, this.nextPoint);
    if (first) this.nextPoint = first.ordinal + 1;
  }

  /** A row counts as one sentence, whatever marks are in it. */
  private addRow({ start, end }: TextLine, table: TableOfLines): void {
    if (start === table.start) this.stack.closeFrom(RANKS.lead, start);
    const section = this.stack.current;
    this.sentences.push({ start, end, startsPoint: false, startsParagraph: true, table, section });
  }

  /** Opens a part where a paragraph turns to problems or plans and the report has no heading for them. */
  private openTurn(span: Span, content: string): boolean {
    const kind = turnOf(content);
    if (!kind || this.headedKinds.has(kind)) return false;
    if (this.stack.sections[this.stack.current].kind === kind) return false;
    const opening = content.replace(/^(?:各位|同志)[^。，！：]{0,10}[，！：]\s*/, '');
    this.open({ style: 'turn', span, label: labelOf(/^[^。！？：]*/.exec(opening)?.[0] ?? opening) });
    (this.stack.sections.at(-1) as Section).kind = kind;
    return true;
  }

  /**
   * Gives parts whose headings name no kind the kind that their order suggests, and the sections below them
   * the same.
   */
  private inferKinds(): void {
    const { sections } = this.stack;
    let previous: SectionKind | undefined;
    const inferred = new Set<number>();
    sections.forEach((section, index) => {
      if (section.kind === 'none' && section.depth === 1) {
        section.kind = this.context.planDocument ? 'plans' : kindByOrder(previous);
        inferred.add(index);
      } else if (section.kind === 'none' && inferred.has(section.parent)) {
        section.kind = sections[section.parent].kind;
        inferred.add(index);
      }
      if (section.depth === 1) previous = section.kind;
    });
  }
}
