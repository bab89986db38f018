// What a report is about in a few lines: the headings of its plans or achievements, or their first sentences.
import { type CitedQuote, cite, sectionsOfKind } from '../answer/index.ts';
import type { Report, Section, SectionKind, Span } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';

/** Where reports stand. */
type Source = Pick<PassageIndex, 'fileOf'>;

/** A stretch of a report and the section it stands in. */
type Point = Span & { section: number };

/** The first points of a report's plans; where it plans nothing, of what was achieved; else its headings or its first sentences. */
export function mainPoints(report: Report, index: Source, most: number): CitedQuote[] {
  for (const part of ['plans', 'achievements'] as const) {
    const points = headlinesOfPart(report, part, index);
    if (points.length > 0) return points.slice(0, most);
  }
  const parts = headings(report, ({ depth }) => depth === 1);
  return cited(parts.length > 0 ? parts : sentencesUnder(report, [0], index), report, index).slice(0, most);
}

/** So many headings of one part beside each other, with none below, are its points. */
const MIN_SIBLINGS = 3;

/** The points of a part, each as one heading or sentence, in the order of the source; none where the report has no such part. */
export function headlinesOfPart(report: Report, part: SectionKind, index: Source): CitedQuote[] {
  const roots = sectionsOfKind(report, part);
  const below = headings(report, ({ parent }) => roots.includes(parent));
  if (below.length > 1)
    return cited([...below, ...countedIn(report, roots, index)].sort(byPlace), report, index);
  const siblings = headings(report, (_, section) => roots.includes(section));
  if (below.length === 0 && siblings.length >= MIN_SIBLINGS) return cited(siblings, report, index);
  const inner = headings(report, ({ parent }) => below.some(({ section }) => section === parent));
  if (inner.length > 1) return cited(inner, report, index);
  return cited(sentencesUnder(report, roots, index), report, index);
}

function headings(report: Report, fits: (section: Section, number: number) => boolean): Point[] {
  return report.sections.flatMap((section, number) =>
    number > 0 && section.heading && !DEMAND.test(section.label) && fits(section, number)
      ? [{ ...section.heading, section: number }]
      : [],
  );
}

/** 总体要求是：…: what stands below is said in one go, not point by point. */
const DEMAND = /是$/;
const COUNTED = /^(?:[一二三四五六七八九十]+(?:是|要)|[（(]?\d+[）).、]|[（(][一二三四五六七八九十]+[）)])/;
const ANNOUNCES = /[：:]$|如下。?$/;
/** A sentence that is longer than this is no line of a list, in UTF-16 units. */
const MAX_LENGTH = 120;

/** The first sentence of each passage under some sections; where they count points (一是…), each of those. */
function sentencesUnder(report: Report, roots: number[], index: Source): Point[] {
  const { text } = index.fileOf(report);
  const below = [...report.sections.keys()].filter((section) => isUnder(report, section, roots));
  const counted = countedIn(report, below, index);
  if (counted.length > 1) return counted;
  return report.passages.flatMap(({ section, sentences }) => {
    if (!below.includes(section)) return [];
    const told = sentences.filter(({ start, end }) => !ANNOUNCES.test(text.slice(start, end).trim()));
    const first = told.find(({ start, end }) => end - start <= MAX_LENGTH) ?? told[0];
    return first ? [{ ...first, section }] : [];
  });
}

/** The sentences that some sections themselves count, without what stands below them. */
function countedIn(report: Report, sections: number[], index: Source): Point[] {
  const { text } = index.fileOf(report);
  return report.passages
    .filter(({ section }) => sections.includes(section))
    .flatMap(({ section, sentences }) =>
      sentences
        .filter(({ start, end }) => COUNTED.test(text.slice(start, end)))
        .map((span) => ({ ...span, section })),
    );
}

const byPlace = (a: Span, b: Span) => a.start - b.start;

function isUnder(report: Report, section: number, roots: number[]): boolean {
  for (let at = section; at >= 0; at = report.sections[at].parent) if (roots.includes(at)) return true;
  return false;
}

function cited(points: Point[], report: Report, index: Source): CitedQuote[] {
  const file = index.fileOf(report);
  return points.map(({ section, start, end }) => cite({ file, report, section, span: { start, end } }));
}
