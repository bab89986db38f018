// What one report says about a topic, sentence by sentence: what comparisons and surveys are made of.
import { normalise } from '../language/index.ts';
import type { ResolvedQuestion } from '../question/index.ts';
import type { SectionKind, Span } from '../reports/index.ts';
import {
  type Concept,
  CoverageMeter,
  type Hit,
  type IndexedPassage,
  type PassageIndex,
} from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import { type ExcerptQuery, headOf, scoreOf } from './excerpt.ts';
import { timesOf } from './facts.ts';
import { areFrontWords } from './front-words.ts';

/** A sentence or a heading of a report, with how well it speaks of what is asked. */
export interface Statement {
  hit: IndexedPassage;
  span: Span;
  /** Share of the topic that it covers together with the headings above it, 0 to 1. */
  coverage: number;
  /** Coverage, with what else speaks for it; by this the statements of one report are ordered. */
  score: number;
}

/** Passages of a report that are read sentence by sentence, beside those of the asked part. */
const MAX_PASSAGES = 6;
/** A longer sentence is read by its clauses. In UTF-16 units. */
const MAX_SENTENCE_LENGTH = 110;
const CLAUSE_END = /[；;]/g;
/** What only the headings above a sentence hold counts this much. */
const CONTEXT_SHARE = 0.6;
/** Worth of a section of the asked part where that is certain, and of a figure of the asked unit, as shares of the topic. */
const PART_SHARE = 0.4;
const FIGURE_SHARE = 0.2;
/** Of two that cover the same the shorter one is better: what this many UTF-16 units cost. */
const LENGTH_SCALE = 2000;
/** A shorter sentence is quoted with the one before it; a pair of more is too long to read. In UTF-16 units. */
const MIN_LENGTH = 14;
const MAX_PAIR_LENGTH = 120;

/** Finds the statements of the reports of one index on one question. */
export class StatementFinder {
  private readonly hits: Map<number, Hit[]>;
  private readonly meter: CoverageMeter;
  private readonly query: ExcerptQuery;
  private readonly question: ResolvedQuestion;
  private readonly labels = new Map<string, number[]>();
  private readonly index: PassageIndex;
  private readonly partShare: number;
  private ofPart: Map<number, IndexedPassage[]> | undefined;

  constructor(question: ResolvedQuestion, index: PassageIndex) {
    this.question = question;
    this.index = index;
    const topic = question.topic.length > 0 ? question.topic : question.concepts;
    this.meter = new CoverageMeter(topic.map(bySpecificity), (token) => index.rarity(token));
    this.partShare = PART_SHARE * partProbability(question);
    this.query = {
      meter: this.meter,
      ...(question.asked && question.cues.figure ? { asked: question.asked } : {}),
      question: question.reading.normalised,
      times: timesOf(question),
    };
    this.hits = hitsByReport(question, index);
  }

  /** The statements of a report, best first; empty where it holds no word of the question and no section of the part. */
  of(report: number): Statement[] {
    const hits = this.hits.get(report) ?? [];
    const known = new Set(hits.map(({ id }) => id));
    const ofPart = this.passagesOfPart(report).filter(({ id }) => !known.has(id));
    const found = [...hits, ...ofPart]
      .flatMap((hit) => this.statementsOf(hit))
      .filter(({ hit, span }) => !areFrontWords(hit.file.text.slice(span.start, span.end), hit.report));
    return withoutOverlaps(found.sort((a, b) => b.score - a.score || a.span.start - b.span.start));
  }

  private passagesOfPart(report: number): IndexedPassage[] {
    const { sectionKind } = this.question;
    if (!sectionKind || this.partShare < MIN_PART_SHARE) return [];
    this.ofPart ??= passagesByReport(this.index, sectionKind);
    return this.ofPart.get(report) ?? [];
  }

  private statementsOf(hit: IndexedPassage): Statement[] {
    const { text } = hit.file;
    const sentences = hit.passage.sentences.flatMap((span) => clausesOf(text, span));
    const above = this.sharesAbove(hit);
    const isInPart = hit.section.kind === this.question.sectionKind;
    const statements = sentences.map((span, i): Statement => {
      const words = text.slice(span.start, span.end);
      const head = headOf(hit, span);
      const value = this.query.asked ? scoreOf(words, this.query, head).value : 0;
      const own = this.meter.shares(normalise(`${head}\n${words}`));
      return {
        hit,
        span: readable(sentences, i),
        ...this.weighed(
          own,
          above,
          (isInPart ? this.partShare : 0) + FIGURE_SHARE * value - words.length / LENGTH_SCALE,
        ),
      };
    });
    const { heading } = hit.section;
    if (heading) {
      const own = this.meter.shares(normalise(text.slice(heading.start, heading.end)));
      statements.push({ hit, span: heading, ...this.weighed(own, [], isInPart ? this.partShare : 0) });
    }
    return statements;
  }

  private weighed(own: number[], above: number[], bonus: number): Pick<Statement, 'coverage' | 'score'> {
    const alone = this.meter.coverage(own);
    const together = this.meter.coverage(own.map((share, i) => Math.max(share, above[i] ?? 0)));
    const coverage = alone + CONTEXT_SHARE * (together - alone);
    return { coverage, score: coverage + bonus };
  }

  private sharesAbove({ report, passage }: IndexedPassage): number[] {
    const key = `${report.id}/${passage.section}`;
    const known = this.labels.get(key);
    if (known) return known;
    const labels = [report.title];
    for (let at = passage.section; at > 0; at = report.sections[at].parent)
      labels.push(report.sections[at].label);
    const shares = this.meter.shares(normalise(labels.join('\n')));
    this.labels.set(key, shares);
    return shares;
  }
}

/** The quote of a statement. */
export function citeStatement({ hit, span }: Statement, { concepts }: ResolvedQuestion): CitedQuote {
  const { file, report, passage } = hit;
  return cite({ file, report, section: passage.section, span }, concepts);
}

/** The best passages of every report that the question does not exclude. */
function hitsByReport(question: ResolvedQuestion, index: PassageIndex): Map<number, Hit[]> {
  const byReport = new Map<number, Hit[]>();
  const hits = index.search({
    concepts: question.concepts,
    ...(question.sectionKind ? { sectionKind: question.sectionKind } : {}),
    limit: index.passages.length,
  });
  for (const hit of hits) {
    const known = byReport.get(hit.reportNumber);
    if (!known) byReport.set(hit.reportNumber, [hit]);
    else if (known.length < MAX_PASSAGES) known.push(hit);
  }
  return byReport;
}

function readable(sentences: readonly Span[], at: number): Span {
  const span = sentences[at];
  const before = sentences[at - 1];
  if (!before || span.end - span.start >= MIN_LENGTH || span.end - before.start > MAX_PAIR_LENGTH)
    return span;
  return { start: before.start, end: span.end };
}

const withoutOverlaps = (statements: Statement[]): Statement[] =>
  statements.filter(
    ({ span }, i) =>
      !statements.slice(0, i).some((other) => other.span.start < span.end && other.span.end > span.start),
  );

/** Below this a part is hardly asked for. */
const MIN_PART_SHARE = 0.2;

/** How sure the reading is of the part. */
function partProbability({ sectionKind, reading: { parts } }: ResolvedQuestion): number {
  if (!sectionKind) return 0;
  const own = parts[sectionKind];
  return 1 / Object.values(parts).reduce((sum, logit) => sum + Math.exp(logit - own), 0);
}

function passagesByReport({ passages }: PassageIndex, kind: SectionKind): Map<number, IndexedPassage[]> {
  const byReport = new Map<number, IndexedPassage[]>();
  for (const passage of passages) {
    if (passage.section.kind !== kind) continue;
    const known = byReport.get(passage.reportNumber);
    if (known) known.push(passage);
    else byReport.set(passage.reportNumber, [passage]);
  }
  return byReport;
}

/** What a character of Chinese beyond two, or an English word beyond one, adds to a concept's weight, and the most. */
const SPECIFIC = 0.25;
const MOST_SPECIFIC = 2;

/** A long term says more of what is meant than a rare short word. */
function bySpecificity(concept: Concept): Concept {
  const { label, weight } = concept;
  const beyond = /[\u3400-\u9fff]/.test(label) ? label.length - 2 : label.split(' ').length - 1;
  return { ...concept, weight: weight * Math.min(MOST_SPECIFIC, 1 + SPECIFIC * Math.max(0, beyond)) };
}

/** A long sentence by its clauses; each is a slice of it. */
function clausesOf(text: string, { start, end }: Span): Span[] {
  if (end - start <= MAX_SENTENCE_LENGTH) return [{ start, end }];
  const clauses: Span[] = [];
  let from = start;
  for (const { index } of text.slice(start, end).matchAll(CLAUSE_END)) {
    clauses.push({ start: from, end: start + index + 1 });
    from = start + index + 1;
  }
  if (from < end) clauses.push({ start: from, end });
  return clauses.map((clause) => trimmed(text, clause)).filter((clause) => clause.end > clause.start);
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: end - (words.length - words.trimEnd().length),
  };
}
