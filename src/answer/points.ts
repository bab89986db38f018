// The points of an overview: of sections of a kind, or of one section, each a quote of its heading or text.
import {
  beginsPoint,
  type Passage,
  type Report,
  type ReportFile,
  rowsTogether,
  type SectionKind,
  type Span,
} from '../reports/index.ts';
import type { Concept, PassageIndex } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';

/** At least this many sibling headings of one kind, with none below, are the points themselves. */
const MIN_SIBLINGS = 3;

/** The points of all sections of a kind; empty where the report has none. */
export function pointsOfKind(
  index: PassageIndex,
  report: Report,
  kind: SectionKind,
  concepts: Concept[],
): CitedQuote[] {
  const file = index.fileOf(report);
  const roots = sectionsOfKind(report, kind);
  const areBare = roots.every((root) => headedChildren(report, root).length === 0);
  if (areBare && roots.length >= MIN_SIBLINGS)
    return roots.map((root) => headingOf(file, report, root, concepts));
  return roots.flatMap((root) => pointsUnder(file, report, root, concepts));
}

/** The outermost sections of a kind, by index. */
export function sectionsOfKind({ sections }: Report, asked: SectionKind): number[] {
  return sections.flatMap(({ kind, parent }, i) =>
    i > 0 && kind === asked && !(parent > 0 && sections[parent].kind === asked) ? [i] : [],
  );
}

/** The points of one section. */
export function pointsOfSection(
  index: PassageIndex,
  report: Report,
  section: number,
  concepts: Concept[],
): CitedQuote[] {
  return pointsUnder(index.fileOf(report), report, section, concepts);
}

/** The quote of a section's heading; with the sentence that it announces (DECIDED: to …), and of all its text where it has none. */
function headingOf(file: ReportFile, report: Report, section: number, concepts: Concept[]): CitedQuote {
  const { heading, start, end } = report.sections[section];
  const span = heading ? withAnnounced(file, report, section, heading) : { start, end };
  return cite({ file, report, section, span }, concepts);
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
export function headedChildren(report: Report, section: number): number[] {
  return report.sections.flatMap(({ parent, heading }, i) => (parent === section && heading ? [i] : []));
}

/** Headings of the sections directly below, and listed points beside them, in the order of the source. */
function pointsUnder(file: ReportFile, report: Report, section: number, concepts: Concept[]): CitedQuote[] {
  const children = headedChildren(report, section);
  const listed = listIn(
    file,
    report.passages.filter((passage) => passage.section === section),
  );
  if (children.length === 0) {
    if (listed.length > 0 || report.sections[section].depth > 1)
      return listed.map((span) => cite({ file, report, section, span }, concepts));
  }
  if (children.length === 1 && listed.length === 0) {
    const below = pointsUnder(file, report, children[0], concepts);
    if (below.length > 1) return below;
  }
  const beside = listed.filter(({ start, end }) => beginsPoint(file.text.slice(start, end)));
  return [
    ...children.map((child) => headingOf(file, report, child, concepts)),
    ...beside.map((span) => cite({ file, report, section, span }, concepts)),
  ].sort((a, b) => a.start - b.start);
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
