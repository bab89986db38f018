// What can answer a question for an overview: parts of reports, sections around the passages found, announced lists,
// and passages that are spread over a report. Each is places in one report, with what speaks for it by name.
import { normalise } from '../language/index.ts';
import { isOutsidePeriod, type ResolvedQuestion } from '../question/index.ts';
import { maxOf, type Report, type ReportFile, type SectionKind, type Span } from '../reports/index.ts';
import { type Concept, CoverageMeter, EXCLUDED, type PassageIndex } from '../search/index.ts';
import { announcedLists } from './announced-lists.ts';
import { askedCount } from './asked-count.ts';
import type { ScoredExcerpt } from './facts.ts';
import { deeperPoints, headedChildren, type Point, passagesWithin, pointsOfKind, pointsOfSection, sectionsOfKind } from './points.ts';
import { reportFitness, topicWithin } from './report-fitness.ts';

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
    }),
  );
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
  /** Share of the topic that its own words cover, and with the headings above. */
  own: number;
  covered: number;
}

/** The candidates of one report. */
class ReportReader {
  private readonly report: Report;
  private readonly file: ReportFile;
  private readonly meter: CoverageMeter;
  private readonly topic: Concept[];
  private readonly measured: Measured[];
  private readonly hits: Map<number, number>;
  private readonly hitWorth: number;
  private readonly sectionLabels = new Map<number, number[]>();

  private readonly query: OverviewQuery;
  private readonly number: number;

  constructor(query: OverviewQuery, index: PassageIndex, number: number) {
    this.query = query;
    this.number = number;
    this.report = index.reports[number];
    this.file = index.fileOf(this.report);
    this.topic = topicWithin(this.report, query.question, index);
    this.meter = new CoverageMeter(this.topic, (token) => index.rarity(token));
    this.measured = this.report.passages.map(({ start, end, section }) => this.measure(start, end, section));
    this.hits = new Map(
      query.found.flatMap(({ hit }, rank): [number, number][] =>
        hit.reportNumber === number ? [[hit.passage.start, 1 / (rank + 2)]] : [],
      ),
    );
    this.hitWorth = query.found.reduce((sum, _, rank) => sum + 1 / (rank + 2), 0);
  }

  private measure(start: number, end: number, section: number): Measured {
    if (this.topic.length === 0) return { start, end, section, own: 0, covered: 0 };
    const own = this.meter.shares(normalise(this.file.text.slice(start, end)));
    const above = this.labels(section);
    const both = own.map((share, i) => Math.max(share, above[i]));
    return { start, end, section, own: this.meter.coverage(own), covered: this.meter.coverage(both) };
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
      const end = Math.max(last.end, this.report.sections[last.section].end <= this.report.sections[section].end && last.section !== section ? this.report.sections[last.section].end : last.end);
      return {
        source: 'list',
        kind: this.report.sections[section].kind,
        points,
        span: { start, end },
        head: introduction ? text.slice(introduction.start, introduction.end) : this.report.sections[section].label,
      };
    });
  }

  /** The best passages of the report, in its order. */
  private spread(): Draft[] {
    const own = this.query.found.filter(({ hit }) => hit.reportNumber === this.number).slice(0, MAX_SPREAD);
    const points = own
      .map(({ hit, excerpt }): Point => ({ section: hit.passage.section, start: excerpt.start, end: excerpt.end }))
      .sort((a, b) => a.start - b.start);
    if (points.length < 2) return [];
    const span = { start: points[0].start, end: (points.at(-1) as Point).end };
    return [{ source: 'spread', kind: 'none', points, span, head: '' }];
  }

  private features({ source, kind, points, span, head }: Draft): Record<string, number> {
    const { question } = this.query;
    const isSpread = source === 'spread';
    const within = isSpread
      ? this.measured.filter(({ start, end }) => points.some((p) => p.start < end && p.end > start))
      : this.measured.filter(({ start, end }) => start < span.end && end > span.start);
    const all = sumOf(this.measured, ({ covered }) => covered * covered);
    const inside = sumOf(within, ({ covered }) => covered * covered);
    const bestCovered = Math.max(0, ...this.measured.map(({ covered }) => covered));
    const mean = within.length > 0 ? sumOf(within, ({ covered }) => covered) / within.length : 0;
    const headed = this.topic.length > 0 && head !== '' ? this.meter.coverage(this.meter.shares(normalise(head))) : 0;
    const hitShare =
      sumOf(within, ({ start }) => this.hits.get(start) ?? 0) / Math.max(0.01, this.hitWorth);
    const characters = sumOf(points, ({ start, end }) => end - start);
    const partLikely = this.partProbability(kind);
    const asked = question.sectionKind;
    const count = askedCount(question.reading.normalised);
    const hasTopic = this.topic.length > 0;
    const best = bestCovered;
    const base: Record<string, number> = {
      [source]: 1,
      'in asked part': asked !== undefined && kind === asked ? 1 : 0,
      'in other part': asked !== undefined && kind !== asked && kind !== 'none' ? 1 : 0,
      'part likely': partLikely,
      'outside period':
        question.period && isOutsidePeriod(question.period, this.report, kind === 'none' ? asked : kind) ? 1 : 0,
      'two points': points.length === 2 ? 1 : 0,
      'many points': points.length > 9 ? Math.min(1, (points.length - 9) / 15) : 0,
      'as many as asked': count !== undefined && count === points.length ? 1 : 0,
      'not as many': count !== undefined ? Math.min(1, Math.abs(count - points.length) / count) : 0,
      long: characters > 1800 ? Math.min(2, Math.log(characters / 1800)) : 0,
      short: characters < 120 ? 1 : 0,
      'short points': characters / points.length < 60 ? 1 : 0,
    };
    const ofTopic: Record<string, number> = hasTopic
      ? {
          'mean coverage': mean,
          'coverage above report': mean - (this.measured.length > 0 ? sumOf(this.measured, (m) => m.covered) / this.measured.length : 0),
          'heading coverage': headed,
          'relevant share': all > 0 ? inside / all : 0,
          'best inside': best > 0 ? Math.max(0, ...within.map(({ covered }) => covered)) / best : 0,
          'mean of best': best > 0 ? mean / best : 0,
          'hit share': hitShare,
          'first hit': (this.hits.get(this.query.found[0]?.hit.passage.start) && this.query.found[0].hit.reportNumber === this.number && within.some(({ start }) => start === this.query.found[0].hit.passage.start)) ? 1 : 0,
          'whole part of a topic': source === 'part' ? 1 : 0,
          'whole part, topic elsewhere': source === 'part' ? 1 - best : 0,
          'share of report': within.length / Math.max(1, this.measured.length),
        }
      : { 'whole part alone': source === 'part' ? 1 : 0, 'first hit alone': hitShare };
    return { ...base, ...ofTopic };
  }

  /** How likely the reading holds it that the question is about a kind of section. */
  private partProbability(kind: SectionKind): number {
    const { parts } = this.query.question.reading;
    const logits = Object.values(parts);
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
    return Math.exp(parts[kind as keyof typeof parts] ?? parts.none) / total;
  }
}

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
