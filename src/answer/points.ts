// The points of an overview as places: of sections of a kind, of one section, of its paragraphs.
import {
  beginsPoint,
  type Passage,
  type Report,
  type ReportFile,
  rowsTogether,
  type SectionKind,
  type Span,
} from '../reports/index.ts';

/** A point with the section that it stands in. */
export interface Point extends Span {
  section: number;
}

/** At least this many sibling headings of one kind, with none below, are the points themselves. */
const MIN_SIBLINGS = 3;

/** The points of all sections of a kind; empty where the report has none. */
export function pointsOfKind(file: ReportFile, report: Report, kind: SectionKind): Point[] {
  const roots = sectionsOfKind(report, kind);
  const areBare = roots.every((root) => headedChildren(report, root).length === 0);
  if (areBare && roots.length >= MIN_SIBLINGS) return roots.map((root) => headingOf(file, report, root));
  return roots.flatMap((root) => pointsOfSection(file, report, root));
}

/** The outermost sections of a kind, by index. */
export function sectionsOfKind({ sections }: Report, asked: SectionKind): number[] {
  return sections.flatMap(({ kind, parent }, i) =>
    i > 0 && kind === asked && !(parent > 0 && sections[parent].kind === asked) ? [i] : [],
  );
}

/** The heading of a section; with the sentence that it announces (DECIDED: to …), and all its text where it has none. */
export function headingOf(file: ReportFile, report: Report, section: number): Point {
  const { heading, start, end } = report.sections[section];
  const span = heading ? withAnnounced(file, report, section, heading) : { start, end };
  return { section, start: span.start, end: span.end };
}

/** A heading that ends in a colon and goes on in its own line says nothing without what follows. */
function withAnnounced(file: ReportFile, report: Report, section: number, heading: Span): Span {
  const { text } = file;
  if (!/[:：]$/.test(text.slice(heading.start, heading.end))) return heading;
  const first = report.passages.find((passage) => passage.section === section)?.sentences[0];
  const isInLine = first !== undefined && /^[^\S\n]*$/.test(text.slice(heading.end, first.start));
  return isInLine ? { start: heading.start, end: first.end } : heading;
}

/** Indexes of the sections with a heading directly below one. */
function headedChildren(report: Report, section: number): number[] {
  const children: number[] = [];
  for (const [i, { parent, heading }] of report.sections.entries())
    if (parent === section && heading) children.push(i);
  return children;
}

/** Headings of the sections directly below, and listed points beside them, in the order of the source. */
export function pointsOfSection(file: ReportFile, report: Report, section: number): Point[] {
  const children = headedChildren(report, section);
  const listed = listIn(
    file,
    report.passages.filter((passage) => passage.section === section),
  ).map(({ start, end }): Point => ({ section, start, end }));
  if (children.length === 0 && (listed.length > 0 || report.sections[section].depth > 1)) return listed;
  if (children.length === 1 && listed.length === 0) {
    const below = pointsOfSection(file, report, children[0]);
    if (below.length > 1) return below;
  }
  const beside = listed.filter(({ start, end }) => beginsPoint(file.text.slice(start, end)));
  return [...children.map((child) => headingOf(file, report, child)), ...beside].sort(
    (a, b) => a.start - b.start,
  );
}

const INTRODUCES = /(?:[：:]|如下。?|以下[^。]{0,12}[：:。])$/;

/** The points of a text without headings: from 一是 to 二是, else its passages; without an introducing line. */
function listIn(file: ReportFile, passages: Passage[]): Span[] {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const isPoint = ({ start, end }: Span) => beginsPoint(file.text.slice(start, end));
  if (sentences.filter(isPoint).length < 2) return withoutIntroduction(file, rowsTogether(passages));
  const points: Span[] = [];
  for (const sentence of sentences) {
    const last = points.at(-1);
    const adjoins = last && file.text.slice(last.end, sentence.start).trim() === '';
    if (last && adjoins && !isPoint(sentence) && isPoint(last)) last.end = sentence.end;
    else points.push({ start: sentence.start, end: sentence.end });
  }
  return withoutIntroduction(file, points);
}

function withoutIntroduction(file: ReportFile, spans: Span[]): Span[] {
  const [first, ...rest] = spans;
  if (!first || rest.length === 0) return spans;
  return INTRODUCES.test(file.text.slice(first.start, first.end)) ? rest : spans;
}
