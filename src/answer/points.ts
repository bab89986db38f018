// Overviews: all points of a part or a section of one report, in order, each a quote of its heading or its words.
import type { Passage, Report, ReportFile, Section, SectionKind, Span } from '../reports/index.ts';
import type { Concept, PassageIndex } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';

/** The quotes that list a part's points; empty where the report has no such part. */
export function pointsOfPart(
  index: PassageIndex,
  report: Report,
  part: SectionKind,
  concepts: Concept[],
): CitedQuote[] {
  const file = index.fileOf(report);
  const roots = report.sections.flatMap((section, i) =>
    i > 0 && section.kind === part && !isInside(report, section, part) ? [i] : [],
  );
  const plain = roots.every((root) => headedChildren(report, root).length === 0);
  if (plain && roots.length >= MIN_SIBLINGS) return roots.map((root) => headOf(file, report, root, concepts));
  return roots.flatMap((root) => pointsUnder(file, report, root, concepts));
}

/** So many headings of one part beside each other, with none below, are its points. */
const MIN_SIBLINGS = 3;

function headOf(file: ReportFile, report: Report, index: number, concepts: Concept[]): CitedQuote {
  const section = report.sections[index];
  return cite(file, report, index, section.heading ?? section, concepts);
}

/** The quotes that list what stands under one section. */
export function pointsOfSection(
  index: PassageIndex,
  report: Report,
  section: number,
  concepts: Concept[],
): CitedQuote[] {
  return pointsUnder(index.fileOf(report), report, section, concepts);
}

/** True for a section whose parent already belongs to the part. */
function isInside(report: Report, section: Section, part: SectionKind): boolean {
  return section.parent > 0 && report.sections[section.parent].kind === part;
}

/** Indexes of the sections with a heading just below one. */
export function headedChildren(report: Report, index: number): number[] {
  return report.sections.flatMap(({ parent, heading }, i) => (parent === index && heading ? [i] : []));
}

/** Headings of the sections just below and passages that stand beside them, in the order of the source. */
function pointsUnder(file: ReportFile, report: Report, index: number, concepts: Concept[]): CitedQuote[] {
  const children = headedChildren(report, index);
  const own = listIn(
    file,
    report.passages.filter((passage) => passage.section === index),
  );
  if (children.length === 0) {
    if (own.length > 0 || report.sections[index].depth > 1)
      return own.map((span) => cite(file, report, index, span, concepts));
  }
  if (children.length === 1 && own.length === 0) {
    const below = pointsUnder(file, report, children[0], concepts);
    if (below.length > 1) return below;
  }
  const beside = own.filter(({ start, end }) => POINT.test(file.text.slice(start, end)));
  return [
    ...children.map((child) => headOf(file, report, child, concepts)),
    ...beside.map((span) => cite(file, report, index, span, concepts)),
  ].sort((a, b) => a.start - b.start);
}

const POINT = /^(?:[一二三四五六七八九十]+(?:是|要)|[（(]?\d+[）).、]|[（(][一二三四五六七八九十]+[）)])/;
const INTRODUCES = /(?:[：:]|如下。?|以下[^。]{0,12}[：:。])$/;

/** The points of a text without headings: from 一是 to 二是; where it counts none, its passages. A first line that only announces is left out. */
function listIn(file: ReportFile, passages: Passage[]): Span[] {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const isPoint = ({ start, end }: Span) => POINT.test(file.text.slice(start, end));
  if (sentences.filter(isPoint).length < 2) return withoutIntroduction(file, passages);
  const points: Span[] = [];
  for (const sentence of sentences) {
    const last = points.at(-1);
    const adjoins = last && file.text.slice(last.end, sentence.start).trim() === '';
    if (last && adjoins && !isPoint(sentence) && isPoint(last)) last.end = sentence.end;
    else points.push({ start: sentence.start, end: sentence.end });
  }
  return withoutIntroduction(file, points);
}

function withoutIntroduction<T extends Span>(file: ReportFile, spans: T[]): T[] {
  const [first, ...rest] = spans;
  if (!first || rest.length === 0) return spans;
  return INTRODUCES.test(file.text.slice(first.start, first.end)) ? rest : spans;
}
