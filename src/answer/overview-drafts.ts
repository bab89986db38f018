// Every list of points of one report that may answer a question for an overview.
import type { SectionKind, Span } from '../reports/index.ts';
import { type AnnouncedList, announcedLists } from './announced-lists.ts';
import type { ScoredExcerpt } from './facts.ts';
import { SCREEN_CHARACTERS } from './fitted-points.ts';
import { areFrontWords } from './front-words.ts';
import { type Point, pointsOfKind, pointsOfSection, sectionsOfKind } from './points.ts';
import type { ReportRelevance } from './report-relevance.ts';

/** How points are made: of a part, of headings, of a list inside the text, of the passages that follow one that was found. */
type Source = 'part' | 'headings' | 'list' | 'stretch';

/** A list of points before it is weighed. */
export interface Draft {
  source: Source;
  /** The kind of section that its points stand in; `none` where they stand in several. */
  kind: SectionKind;
  points: Point[];
  span: Span;
  /** What says what it is: its heading, or the sentence that announces it. */
  head: string;
}

const PARTS: readonly SectionKind[] = ['plans', 'problems', 'achievements', 'highlights', 'suggestions'];
/** Sections are looked for around this many of the passages found, and of the most relevant ones. */
const MAX_HITS = 12;
const MAX_STRETCHES = 3;
const MIN_POINTS = 2;
/** A list of more points is no overview. */
const MAX_POINTS = 60;

/** @param found the passages found in this report, best first */
export function draftsOf(relevance: ReportRelevance, found: readonly ScoredExcerpt[]): Draft[] {
  const drafts = [
    ...parts(relevance),
    ...sections(relevance, found),
    ...lists(relevance),
    ...stretches(relevance, found),
  ];
  const { report, file } = relevance;
  const says = ({ start, end }: Span) => !areFrontWords(file.text.slice(start, end), report);
  return drafts
    .map((draft) => ({ ...draft, points: draft.points.filter(says) }))
    .filter(({ points }) => points.length >= MIN_POINTS && points.length <= MAX_POINTS);
}

function parts({ report, file }: ReportRelevance): Draft[] {
  return PARTS.flatMap((kind): Draft[] => {
    const roots = sectionsOfKind(report, kind).map((root) => report.sections[root]);
    const last = roots.at(-1);
    if (!last) return [];
    const span = { start: roots[0].start, end: last.end };
    return [{ source: 'part', kind, points: pointsOfKind(file, report, kind), span, head: '' }];
  });
}

function sections(relevance: ReportRelevance, found: readonly ScoredExcerpt[]): Draft[] {
  const { report, file } = relevance;
  return [...sectionsToLookAt(relevance, found)].map((section): Draft => {
    const { start, end, label, kind } = report.sections[section];
    const points = pointsOfSection(file, report, section);
    return { source: 'headings', kind, span: { start, end }, head: label, points };
  });
}

/** Sections around the passages found and the most relevant ones, and all above them. */
function sectionsToLookAt(
  { report, topic, passages }: ReportRelevance,
  found: readonly ScoredExcerpt[],
): Set<number> {
  const around = new Set<number>();
  const add = (section: number) => {
    for (let at = section; at > 0; at = report.sections[at].parent) around.add(at);
  };
  for (const { hit } of found.slice(0, MAX_HITS)) add(hit.passage.section);
  if (topic.length === 0) return around;
  const best = [...passages].sort((a, b) => b.covered - a.covered).slice(0, MAX_HITS);
  for (const { section } of best) add(section);
  return around;
}

function lists({ report, file }: ReportRelevance): Draft[] {
  return announcedLists(file, report).map(({ section, introduction, points }: AnnouncedList): Draft => {
    const { label } = report.sections[section];
    const { kind } = report.sections[points[0].section];
    const ends = points.map((point) =>
      point.section === section ? point.end : report.sections[point.section].end,
    );
    const span = {
      start: Math.min(introduction?.start ?? points[0].start, points[0].start),
      end: Math.max(...ends),
    };
    const head = introduction ? file.text.slice(introduction.start, introduction.end) : label;
    return { source: 'list', kind, points, span, head };
  });
}

/** What follows a passage that was found, as far as a screen holds it: in a speech, the points follow their announcement. */
function stretches({ report }: ReportRelevance, found: readonly ScoredExcerpt[]): Draft[] {
  return found.slice(0, MAX_STRETCHES).map(({ hit }): Draft => {
    const from = hit.passage.start;
    const following = report.passages.filter(
      ({ start, end }) => start >= from && end <= from + SCREEN_CHARACTERS,
    );
    const points = following.map(({ section, start, end }): Point => ({ section, start, end }));
    const span = { start: from, end: points.at(-1)?.end ?? hit.passage.end };
    return { source: 'stretch', kind: hit.section.kind, points, span, head: '' };
  });
}
