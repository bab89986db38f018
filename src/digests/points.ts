// The main points of a report: the headings of its plans or achievements, or their first sentences.
import { type CitedQuote, cite, sectionsOfKind } from '../answer/index.ts';
import {
  beginsPoint,
  type Report,
  type Section,
  type SectionKind,
  type Span,
  withoutTables,
} from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';

type Source = Pick<PassageIndex, 'fileOf'>;

/** A heading or sentence, with its section. */
type Point = Span & { section: number };

/**
 * The first points of a report's plans, else of its achievements, else its main headings, else its first
 * sentences.
 */
export function mainPoints(report: Report, index: Source, max: number): CitedQuote[] {
  for (const kind of ['plans', 'achievements'] as const) {
    const points = headlinesOfKind(report, kind, index);
    if (points.length > 0) return points.slice(0, max);
  }
  const chapters = headings(report, ({ depth }) => depth === 1);
  return cited(chapters.length > 0 ? chapters : sentencesUnder(report, [0], index), report, index).slice(
    0,
    max,
  );
}

/** Sections of a kind without headings below are its points where they are at least this many. */
const MIN_SIBLINGS = 3;

/** The points of all sections of a kind, each as one heading or sentence, in the order of the source. */
export function headlinesOfKind(report: Report, kind: SectionKind, index: Source): CitedQuote[] {
  const roots = sectionsOfKind(report, kind);
  const below = headings(report, ({ parent }) => roots.includes(parent));
  if (below.length > 1)
    return cited([...below, ...numberedIn(report, roots, index)].sort(byStart), report, index);
  const siblings = headings(report, (_, section) => roots.includes(section));
  if (below.length === 0 && siblings.length >= MIN_SIBLINGS) return cited(siblings, report, index);
  const inner = headings(report, ({ parent }) => below.some(({ section }) => section === parent));
  if (inner.length > 1) return cited(inner, report, index);
  return cited(sentencesUnder(report, roots, index), report, index);
}

function headings(report: Report, fits: (section: Section, number: number) => boolean): Point[] {
  return report.sections.flatMap((section, number) =>
    number > 0 && section.heading && !DEMAND_HEADING.test(section.label) && fits(section, number)
      ? [{ ...section.heading, section: number }]
      : [],
  );
}

/** 总体要求是：…: continuous text follows, no list of points. */
const DEMAND_HEADING = /是$/;
/** Announces a list. */
const ANNOUNCES = /[：:]$|如下。?$/;
/** A longer sentence is no list item; in UTF-16 units. */
const MAX_LENGTH = 120;

/** The numbered sentences (一是…) below some sections, else the first sentence of each passage there. */
function sentencesUnder(report: Report, roots: number[], index: Source): Point[] {
  const { text } = index.fileOf(report);
  const below = [...report.sections.keys()].filter((section) => isUnder(report, section, roots));
  const numbered = numberedIn(report, below, index);
  if (numbered.length > 1) return numbered;
  const passages = withoutTables(report.passages.filter(({ section }) => below.includes(section)));
  return passages.flatMap(({ section, sentences }) => {
    const informative = sentences.filter(({ start, end }) => !ANNOUNCES.test(text.slice(start, end).trim()));
    const first = informative.find(({ start, end }) => end - start <= MAX_LENGTH) ?? informative[0];
    return first ? [{ ...first, section }] : [];
  });
}

/** The numbered sentences of some sections, without their subsections. */
function numberedIn(report: Report, sections: number[], index: Source): Point[] {
  const { text } = index.fileOf(report);
  return report.passages
    .filter(({ section }) => sections.includes(section))
    .flatMap(({ section, sentences }) =>
      sentences
        .filter(({ start, end }) => beginsPoint(text.slice(start, end)))
        .map((span) => ({ ...span, section })),
    );
}

const byStart = (a: Span, b: Span) => a.start - b.start;

function isUnder(report: Report, section: number, roots: number[]): boolean {
  for (let at = section; at >= 0; at = report.sections[at].parent) if (roots.includes(at)) return true;
  return false;
}

function cited(points: Point[], report: Report, index: Source): CitedQuote[] {
  const file = index.fileOf(report);
  return points.map(({ section, start, end }) => cite({ file, report, section, span: { start, end } }));
}
