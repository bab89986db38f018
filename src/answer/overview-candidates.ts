// What can answer a question for an overview: parts of reports, sections around the passages found, announced lists,
// and passages that are spread over a report. Each is places in one report, with what speaks for it by name.
import { normalise } from '../language/index.ts';
import { isOutsidePeriod, type ResolvedQuestion } from '../question/index.ts';
import { maxOf, type Report, type ReportFile, type SectionKind, type Span } from '../reports/index.ts';
import { type Concept, CoverageMeter, EXCLUDED, type PassageIndex } from '../search/index.ts';
import { announcedLists } from './announced-lists.ts';
import { askedCount } from './asked-count.ts';
import type { ScoredExcerpt } from './facts.ts';
import { SCREEN_CHARACTERS } from './fitted-points.ts';
import { plainReport } from './plain-report.ts';
import {
  deeperPoints,
  headedChildren,
  type Point,
  passagesWithin,
  pointsOfKind,
  pointsOfSection,
  sectionsOfKind,
} from './points.ts';
import { reportFitness, topicWithin } from './report-fitness.ts';
import { hasSectionKind } from './report-scope.ts';

/** How the points of a candidate are made. */
type Source = 'part' | 'headings' | 'deeper' | 'passages' | 'list' | 'spread';

/** Points of one report that may be the answer. */
export interface OverviewCandidate {
  report: number;
  source: Source;
  /** The kind of section that its points stand in, if all stand in one. */
  kind: SectionKind;
  points: Point[];
  /** What speaks for it, by name; most are 0 to 1. */
  features: Record<string, number>;
}

/** What a question asks, with what was found for it. */
export interface OverviewQuery {
  question: ResolvedQuestion;
  referents: Float64Array;
  found: readonly ScoredExcerpt[];
}

const MAX_REPORTS = 3;
/** Sections are looked for around this many of the passages found and of the headings. */
const MAX_HITS = 12;
const MAX_SPREAD = 9;
const MAX_POINTS = 60;
const PARTS: readonly SectionKind[] = ['plans', 'problems', 'achievements', 'highlights', 'suggestions'];

/** All candidates for a question, in the order of the reports that fit it best. */
export function overviewCandidates(query: OverviewQuery, index: PassageIndex): OverviewCandidate[] {
  const fitness = reportFitness(query, index);
  const best = maxOf(fitness);
  return reportsToRead(query, fitness).flatMap((report, rank) =>
    new ReportReader(query, index, report).candidates({
      'report behind': Math.min(2, (best - fitness[report]) / 10),
      'first report': rank === 0 ? 1 : 0,
      'hits in report': hitsIn(query, report),
    }),
  );
}

/** The share of a report in the passages found, the first ones counting most. */
function hitsIn({ found }: OverviewQuery, report: number): number {
  const worth = (each: readonly ScoredExcerpt[]) =>
    sumOf(each, (one) => (one.hit.reportNumber === report ? 1 : 0) / (found.indexOf(one) + 2));
  const all = sumOf(found, (one) => 1 / (found.indexOf(one) + 2));
  return all > 0 ? worth(found) / all : 0;
}

/** The reports that fit best, and those of the first passages found. */
function reportsToRead({ found, referents }: OverviewQuery, fitness: Float64Array): number[] {
  const byFitness = [...fitness.keys()]
    .filter((report) => referents[report] !== EXCLUDED)
    .sort((a, b) => fitness[b] - fitness[a]);
  const ofPassages = found.slice(0, 2).map(({ hit }) => hit.reportNumber);
  return [...new Set([...byFitness.slice(0, MAX_REPORTS), ...ofPassages])];
}

interface Measured extends Span {
  section: number;
  /** Share of the topic that it covers with the headings above. */
  covered: number;
  /** The same, less in a part that is not asked for. */
  relevance: number;
  /** What its rank among the passages found is worth, in the same way. */
  hit: number;
}

/** The candidates of one report. */
class ReportReader {
  private readonly report: Report;
  private readonly file: ReportFile;
  private readonly meter: CoverageMeter;
  private readonly topic: Concept[];
  private readonly measured: Measured[];
  private readonly hits: Map<number, number>;
  private readonly sectionLabels = new Map<number, number[]>();

  /** A stretch of the report in its matching form. */
  private readonly plainText: (span: Span) => string;
  private readonly query: OverviewQuery;
  private readonly number: number;

  constructor(query: OverviewQuery, index: PassageIndex, number: number) {
    this.query = query;
    this.number = number;
    this.report = index.reports[number];
    this.file = index.fileOf(this.report);
    this.topic = topicWithin(this.report, query.question, index);
    const { start } = this.report;
    const plain = this.topic.length > 0 ? plainReport(this.file, this.report) : '';
    this.plainText = (span) => plain.slice(span.start - start, span.end - start);
    this.meter = new CoverageMeter(this.topic, (token) => index.rarity(token)).within(plain);
    this.hits = new Map(
      query.found.flatMap(({ hit }, rank): [number, number][] =>
        hit.reportNumber === number ? [[hit.passage.start, 1 / (rank + 2)]] : [],
      ),
    );
    this.measured = this.report.passages.map(({ start, end, section }) => this.measure(start, end, section));
  }

  private measure(start: number, end: number, section: number): Measured {
    const factor = this.partFactor(this.report.sections[section].kind);
    const hit = factor * (this.hits.get(start) ?? 0);
    if (this.topic.length === 0) return { start, end, section, covered: 0, relevance: 0, hit };
    const own = this.meter.shares(this.plainText({ start, end }));
    const above = this.labels(section);
    const covered = this.meter.coverage(own.map((share, i) => Math.max(share, above[i])));
    return { start, end, section, covered, relevance: covered * factor, hit };
  }

  /** Shares of the topic that the headings from a section upwards hold. */
  private labels(section: number): number[] {
    const known = this.sectionLabels.get(section);
    if (known) return known;
    const { label, parent } = this.report.sections[section];
    const own = section > 0 ? this.meter.shares(normalise(label)) : this.meter.shares('');
    const shares = section > 0 ? own.map((share, i) => Math.max(share, this.labels(parent)[i])) : own;
    this.sectionLabels.set(section, shares);
    return shares;
  }

  candidates(ofReport: Record<string, number>): OverviewCandidate[] {
    const found = [...this.parts(), ...this.sections(), ...this.lists(), ...this.spread()];
    const kept = found.filter(({ points }) => points.length >= 2 && points.length <= MAX_POINTS);
    return kept.map(({ source, kind, points, span, head }) => ({
      report: this.number,
      source,
      kind,
      points,
      features: { ...ofReport, ...this.features({ source, kind, points, span, head }) },
    }));
  }

  private parts(): Draft[] {
    return PARTS.flatMap((kind): Draft[] => {
      const roots = sectionsOfKind(this.report, kind);
      if (roots.length === 0) return [];
      const span = {
        start: this.report.sections[roots[0]].start,
        end: this.report.sections[roots.at(-1) as number].end,
      };
      const drafts: Draft[] = [
        { source: 'part', kind, points: pointsOfKind(this.file, this.report, kind), span, head: '' },
      ];
      return drafts;
    });
  }

  private sections(): Draft[] {
    return [...this.sectionsToLookAt()].flatMap((section): Draft[] => {
      const { start, end, label, kind } = this.report.sections[section];
      const base = { kind, span: { start, end }, head: label };
      const hasHeadings = headedChildren(this.report, section).length > 0;
      const drafts: Draft[] = [
        { ...base, source: 'headings', points: pointsOfSection(this.file, this.report, section) },
      ];
      if (hasHeadings) {
        drafts.push({ ...base, source: 'deeper', points: deeperPoints(this.file, this.report, section) });
        drafts.push({ ...base, source: 'passages', points: passagesWithin(this.report, { start, end }) });
      }
      return drafts;
    });
  }

  /** Sections around the passages found, and with headings about the topic; all above them. */
  private sectionsToLookAt(): Set<number> {
    const sections = new Set<number>();
    const add = (section: number) => {
      for (let at = section; at > 0; at = this.report.sections[at].parent) sections.add(at);
    };
    for (const { hit } of this.query.found.slice(0, MAX_HITS))
      if (hit.reportNumber === this.number) add(hit.passage.section);
    if (this.topic.length === 0) return sections;
    const best = [...this.measured].sort((a, b) => b.covered - a.covered).slice(0, MAX_HITS);
    for (const { section } of best) add(section);
    return sections;
  }

  private lists(): Draft[] {
    const { text } = this.file;
    return announcedLists(this.file, this.report).map(({ section, introduction, points }): Draft => {
      const start = introduction?.start ?? points[0].start;
      const last = points.at(-1) as Point;
      const end = Math.max(
        last.end,
        this.report.sections[last.section].end <= this.report.sections[section].end &&
          last.section !== section
          ? this.report.sections[last.section].end
          : last.end,
      );
      return {
        source: 'list',
        kind: this.report.sections[section].kind,
        points,
        span: { start, end },
        head: introduction
          ? text.slice(introduction.start, introduction.end)
          : this.report.sections[section].label,
      };
    });
  }

  /** The best passages of the report, best first: a reader who wanted one fact finds it at the top. */
  private spread(): Draft[] {
    const own = this.query.found.filter(({ hit }) => hit.reportNumber === this.number).slice(0, MAX_SPREAD);
    const points = own.map(
      ({ hit, excerpt }): Point => ({ section: hit.passage.section, start: excerpt.start, end: excerpt.end }),
    );
    if (points.length < 2) return [];
    const { start, end } = this.report;
    return [{ source: 'spread', kind: 'none', points, span: { start, end }, head: '' }];
  }

  private features(draft: Draft): Record<string, number> {
    return {
      ...this.formFeatures(draft),
      ...this.partFeatures(draft),
      ...(this.topic.length > 0
        ? this.topicFeatures(draft)
        : { 'whole part alone': draft.source === 'part' ? 1 : 0 }),
    };
  }

  /** What the number and the length of the points tell. */
  private formFeatures({ source, points }: Draft): Record<string, number> {
    const characters = sumOf(points, ({ start, end }) => end - start);
    const count = askedCount(this.query.question.reading.normalised);
    return {
      [source]: 1,
      'two points': points.length === 2 ? 1 : 0,
      'many points': points.length > 9 ? Math.min(1, (points.length - 9) / 15) : 0,
      'as many as asked': count !== undefined && count === points.length ? 1 : 0,
      'not as many': count !== undefined ? Math.min(1, Math.abs(count - points.length) / count) : 0,
      long: characters > SCREEN_CHARACTERS ? Math.min(2, Math.log(characters / SCREEN_CHARACTERS)) : 0,
      short: characters < 120 ? 1 : 0,
      'short points': characters / points.length < 60 ? 1 : 0,
    };
  }

  private partFeatures({ source, kind }: Draft): Record<string, number> {
    const { sectionKind: asked, period } = this.query.question;
    const isKindred = asked !== undefined && KINDRED[asked]?.includes(kind) === true;
    const lacks = asked !== undefined && !hasSectionKind(this.report, asked);
    return {
      'in asked part': asked !== undefined && kind === asked ? 1 : 0,
      'in kindred part, no asked one': isKindred && lacks ? 1 : 0,
      'in other part':
        asked !== undefined && kind !== asked && kind !== 'none' && !(isKindred && lacks) ? 1 : 0,
      'part likely': kind === 'none' ? 0 : this.probabilityOf(kind),
      'whole other part': source === 'part' && asked !== undefined && kind !== asked ? 1 : 0,
      'whole part, none asked': source === 'part' && asked === undefined ? 1 : 0,
      'outside period':
        period && isOutsidePeriod(period, this.report, kind === 'none' ? asked : kind) ? 1 : 0,
    };
  }

  private topicFeatures({ source, points, span, head }: Draft): Record<string, number> {
    const isWithin = (passage: Span) =>
      source === 'spread'
        ? points.some(({ start, end }) => start < passage.end && end > passage.start)
        : passage.start < span.end && passage.end > span.start;
    const within = this.measured.filter(isWithin);
    const size = Math.max(1, within.length);
    const mean = sumOf(within, ({ covered }) => covered) / size;
    const relevant = sumOf(within, ({ relevance }) => relevance * relevance);
    const all = sumOf(this.measured, ({ relevance }) => relevance * relevance);
    const best = maxOf([0.01, ...this.measured.map(({ relevance }) => relevance)]);
    const bestInside = maxOf([0, ...within.map(({ relevance }) => relevance)]);
    const headed = head === '' ? 0 : this.meter.coverage(this.meter.shares(normalise(head)));
    const hits = sumOf(within, ({ hit }) => hit);
    const allHits = Math.max(
      0.01,
      sumOf(this.measured, ({ hit }) => hit),
    );
    const firstHit = maxOf([0.001, ...this.measured.map(({ hit }) => hit)]);
    const isPart = source === 'part' && kindIs(this.query.question.sectionKind, within, this.report);
    return {
      'mean coverage': mean,
      'coverage above report':
        mean - sumOf(this.measured, ({ covered }) => covered) / Math.max(1, this.measured.length),
      'heading coverage': headed,
      'relevant share': all > 0 ? relevant / all : 0,
      'best inside': bestInside / best,
      'mean of best': sumOf(within, ({ relevance }) => relevance) / size / best,
      'hit share': hits / allHits,
      'first hit': within.some(({ hit }) => hit >= firstHit) ? 1 : 0,
      'share of report': within.length / Math.max(1, this.measured.length),
      'whole part of a topic': source === 'part' ? 1 : 0,
      'whole part, topic weak': source === 'part' ? 1 - best : 0,
      'whole asked part, topic elsewhere': isPart ? 1 - bestInside : 0,
    };
  }

  /** How likely the reading holds it that the question is about a kind of section; `none`: about no part. */
  private probabilityOf(kind: SectionKind): number {
    const { parts } = this.query.question.reading;
    const total = Object.values(parts).reduce((sum, logit) => sum + Math.exp(logit), 0);
    return Math.exp(parts[kind]) / total;
  }

  /** A passage in another part than the asked one is less relevant; outside all parts it may be in any. */
  private partFactor(kind: SectionKind): number {
    const none = this.probabilityOf('none');
    return kind === 'none' ? none + (1 - none) / 2 : Math.max(OTHER_PART, none + this.probabilityOf(kind));
  }
}

/** What a passage of a part that is hardly asked for counts. */
const OTHER_PART = 0.2;
/** A report without the part that is asked for may hold it under another name. */
const KINDRED: Partial<Record<SectionKind, readonly SectionKind[]>> = {
  highlights: ['achievements'],
  achievements: ['highlights'],
  suggestions: ['plans', 'problems'],
  plans: ['suggestions'],
};

const kindIs = (asked: SectionKind | undefined, within: readonly Measured[], { sections }: Report): boolean =>
  asked !== undefined && within.some(({ section }) => sections[section].kind === asked);

/** A candidate before it is weighed. */
interface Draft {
  source: Source;
  kind: SectionKind;
  points: Point[];
  span: Span;
  /** What says what it is: its heading, or the sentence that announces it. */
  head: string;
}

const sumOf = <Each>(items: readonly Each[], valueOf: (item: Each) => number): number =>
  items.reduce((sum, item) => sum + valueOf(item), 0);
