// The outline of a report: its headings as a tree, and the sentences under each.
// Promise: every content line is either in a heading or in sentences; nothing is in both.

import { RANKS } from './heading-ranks.ts';
import { type HeadingStyle, headingOf, type LineHeading, labelOf, parallelStarts } from './headings.ts';
import { withoutPoints } from './list-points.ts';
import type { ReportKind } from './metadata/kind.ts';
import { minOf } from './min-max.ts';
import { pointOf } from './numbering.ts';
import { continuesSentence, readParagraph, type SentenceSpan } from './paragraph.ts';
import type { TableOfLines } from './report-table.ts';
import type { Section } from './section.ts';
import type { SectionKind } from './section-kind.ts';
import { sectionKindOf } from './section-kinds/heading-evidence.ts';
import { inferKinds } from './section-kinds/infer-kinds.ts';
import { turnOf } from './section-kinds/turn.ts';
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
  /** What the document is: it decides what its parts may be. */
  kind?: ReportKind;
  /** A heading that names a later year opens a plan. */
  coveredYear?: number;
  /** It is given in the year that it plans for. */
  plansThisYear?: boolean;
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

/** What the first line of a paragraph begins with. */
interface ParagraphOpening {
  /** It shares its first line with a heading. */
  afterHeading: boolean;
  numbering: TextLine['numbering'];
}

/** Headings that end the articles before them. */
const MAY_FOLLOW_ARTICLES: ReadonlySet<HeadingStyle> = new Set<HeadingStyle>([
  'declared',
  'part',
  'annex',
  'chapter',
  'section',
  'article',
  'roman',
  'han',
  'letter',
  'bare',
  'capitals',
]);

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
    this.headings = withoutPoints(
      lines,
      lines.map((line, i) => headingOf(line, lines[i - 1], lines[i + 1], this.parallel)),
    );
    this.structured = this.headings.some((heading) => heading !== undefined);
    this.headedKinds = this.kindsWithHeading();
  }

  private kindsWithHeading(): Set<SectionKind> {
    const found = this.headings.flatMap((heading) => {
      if (!heading || heading.style === 'standalone') return [];
      const rank = this.stack.rankOf(heading.style, heading.level, heading.number);
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
      if (last) {
        const span = { start: paragraph[0].start, end: last.end };
        this.addParagraph(span, { afterHeading, numbering: paragraph[0].numbering });
      }
      paragraph = [];
      afterHeading = false;
    };
    this.lines.forEach((line, i) => {
      const previous = paragraph.at(-1);
      const heading = this.headings[i];
      if (heading && !this.isWithinArticle(heading)) {
        flush();
        const rest = this.addHeading(line, heading);
        if (rest) paragraph = [rest];
        afterHeading = rest !== undefined;
      } else if (line.table !== undefined) {
        flush();
        this.addRow(line, line.table);
      } else {
        const numbering = line.continues ? undefined : line.numbering;
        if (numbering || (previous && !continuesSentence(this.text, previous, line))) flush();
        if (numbering && !this.stack.continuesList(numbering) && !this.stack.isIn('article'))
          // a point of a list, no heading
          this.stack.closeFrom(this.stack.rankOf(numbering.style), line.start);
        paragraph.push(line);
      }
    });
    flush();
    this.stack.closeAll();
    const { sections } = this.stack;
    const kind = this.context.kind ?? 'document';
    inferKinds({ text: this.text, sections, sentences: this.sentences, ...this.context, kind });
    return { sections, sentences: this.sentences };
  }

  /** @returns what follows the heading on its line */
  private addHeading(line: TextLine, heading: LineHeading): TextLine | undefined {
    const { length, ...opening } = heading;
    const span = { start: line.start, end: line.start + length };
    this.open({ ...opening, span });
    const rest = line.text.slice(length);
    const lead = rest.length - rest.trimStart().length;
    if (rest.trim() === '') return undefined;
    const { numbering: _, ...plain } = line;
    return { ...plain, start: line.start + length + lead, text: rest.trim() };
  }

  /** What an article of a regulation holds stays one text: its items and short sentences are no headings. */
  private isWithinArticle({ style }: LineHeading): boolean {
    return this.stack.isIn('article') && !MAY_FOLLOW_ARTICLES.has(style);
  }

  private open(heading: OpeningHeading): void {
    const { style, label } = heading;
    this.stack.push(heading, this.stack.depthOf(heading) === 1 ? this.kindOfPart(style, label) : undefined);
    if (style !== 'point' && style !== 'lead') this.nextPoint = 1;
  }

  private kindOfPart(style: HeadingStyle, label: string): SectionKind {
    if (style === 'turn') return turnOf(label, this.context) ?? 'none';
    if (style === 'lead' || style === 'standalone' || style === 'point') return 'none';
    return sectionKindOf(label, this.context.coveredYear);
  }

  private addParagraph(span: Span, { afterHeading, numbering }: ParagraphOpening): void {
    const content = this.text.slice(span.start, span.end);
    const isPoint = pointOf(content, this.nextPoint) !== undefined;
    // a new paragraph ends leads and points
    this.stack.closeFrom(isPoint ? RANKS.point : RANKS.lead, span.start);
    const opensPart = this.openTurn(span, content);
    const context = {
      nextPoint: this.nextPoint,
      parallel: this.parallel,
      plain: afterHeading || opensPart,
      numbered: numbering !== undefined,
      headless: numbering?.style === 'bullet' || this.stack.isIn('article'),
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
    const kind = turnOf(content, this.context);
    if (!kind || this.headedKinds.has(kind) || this.stack.isIn('article')) return false;
    if (this.stack.sections[this.stack.current].kind === kind) return false;
    const opening = content.replace(/^(?:各位|同志)[^。，！：]{0,10}[，！：]\s*/, '');
    this.open({ style: 'turn', span, label: labelOf(/^[^。！？：]*/.exec(opening)?.[0] ?? opening) });
    (this.stack.sections.at(-1) as Section).kind = kind;
    return true;
  }
}
