// How relevant the passages of one report are to a question: by the topic that they cover with the headings above them, by
// the part that they stand in, and by their rank among the passages found.
import { normalise } from '../language/index.ts';
import { maxOf, type Report, type ReportFile, type SectionKind, type Span } from '../reports/index.ts';
import { type Concept, CoverageMeter, type PassageIndex } from '../search/index.ts';
import type { OverviewQuery } from './overview-query.ts';
import { plainReport } from './plain-report.ts';
import { topicWithin } from './report-fitness.ts';

/** A passage with what it is worth to the question. */
export interface RelevantPassage extends Span {
  section: number;
  /** Share of the topic that it covers with the headings above, 0 to 1. */
  covered: number;
  /** The same, less in a part that is not asked for. */
  relevance: number;
  /** What its rank among the passages found is worth, in the same way; 0 for one that was not found. */
  hit: number;
}

/** What a passage of a part that is hardly asked for counts. */
const OTHER_PART = 0.2;
/** Keeps shares of nothing finite. */
const LEAST = 0.01;

/** A text with more passages than this under a heading is plain: its points are told by no headings. */
const PLAIN_PASSAGES = 6;

/** One report as a question sees it. */
export class ReportRelevance {
  readonly report: Report;
  readonly file: ReportFile;
  /** What of the question is left within this report. */
  readonly topic: Concept[];
  readonly passages: RelevantPassage[];
  /** Highest relevance and highest worth of a hit; sums over all passages. */
  readonly best: number;
  readonly firstHit: number;
  readonly allRelevant: number;
  readonly allHits: number;
  readonly meanCovered: number;
  readonly isPlain: boolean;
  private readonly query: OverviewQuery;
  /** Sum of the odds of all parts. */
  private readonly allParts: number;
  private readonly meter: CoverageMeter;
  private readonly sectionLabels = new Map<number, number[]>();

  constructor(query: OverviewQuery, index: PassageIndex, number: number) {
    this.query = query;
    this.allParts = Object.values(query.question.reading.parts).reduce(
      (sum, logit) => sum + Math.exp(logit),
      0,
    );
    this.report = index.reports[number];
    this.file = index.fileOf(this.report);
    this.topic = topicWithin(this.report, query.question, index);
    const plain = this.topic.length > 0 ? plainReport(this.file, this.report) : '';
    this.meter = new CoverageMeter(this.topic, (token) => index.rarity(token)).within(plain);
    const hits = new Map(
      query.found.flatMap(({ hit }, rank): [number, number][] =>
        hit.reportNumber === number ? [[hit.passage.start, 1 / (rank + 2)]] : [],
      ),
    );
    this.passages = this.report.passages.map(({ start, end, section }): RelevantPassage => {
      const factor = this.partFactor(this.report.sections[section].kind);
      const covered = this.covered(plain.slice(start - this.report.start, end - this.report.start), section);
      const hit = factor * (hits.get(start) ?? 0);
      return { start, end, section, covered, relevance: covered * factor, hit };
    });
    this.best = maxOf([LEAST, ...this.passages.map(({ relevance }) => relevance)]);
    this.firstHit = maxOf([LEAST, ...this.passages.map(({ hit }) => hit)]);
    this.allRelevant = Math.max(LEAST, squared(this.passages));
    this.allHits = Math.max(
      LEAST,
      this.passages.reduce((sum, { hit }) => sum + hit, 0),
    );
    this.isPlain = this.passages.length > PLAIN_PASSAGES * this.report.sections.length;
    this.meanCovered = meanOf(this.passages.map(({ covered }) => covered));
  }

  private covered(plain: string, section: number): number {
    if (this.topic.length === 0) return 0;
    const above = this.labels(section);
    return this.meter.coverage(this.meter.shares(plain).map((share, i) => Math.max(share, above[i])));
  }

  /** Shares of the topic that the headings from a section upwards hold. */
  private labels(section: number): number[] {
    const known = this.sectionLabels.get(section);
    if (known) return known;
    const { label, parent } = this.report.sections[section];
    const own = this.meter.shares(section > 0 ? normalise(label) : '');
    const shares = section > 0 ? own.map((share, i) => Math.max(share, this.labels(parent)[i])) : own;
    this.sectionLabels.set(section, shares);
    return shares;
  }

  /** Share of the topic that a heading or a sentence of this report covers. */
  coverageOf(words: string): number {
    return this.topic.length === 0 || words === ''
      ? 0
      : this.meter.coverage(this.meter.shares(normalise(words)));
  }

  /** How likely the reading holds it that the question is about a kind of section; `none`: about no part. */
  probabilityOf(kind: SectionKind): number {
    return Math.exp(this.query.question.reading.parts[kind]) / this.allParts;
  }

  /** A passage in another part than the asked one is less relevant; outside all parts it may be in any. */
  private partFactor(kind: SectionKind): number {
    const none = this.probabilityOf('none');
    return kind === 'none' ? none + (1 - none) / 2 : Math.max(OTHER_PART, none + this.probabilityOf(kind));
  }
}

/** The sum of squares: a few passages about the topic outweigh many that touch it. */
export const squared = (passages: readonly RelevantPassage[]): number =>
  passages.reduce((sum, { relevance }) => sum + relevance * relevance, 0);

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
