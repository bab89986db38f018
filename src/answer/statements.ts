// What one report says about a topic, sentence by sentence: what comparisons and surveys are made of.
import { normalise } from '../language/index.ts';
import type { ResolvedQuestion } from '../question/index.ts';
import type { Span } from '../reports/index.ts';
import { CoverageMeter, type Hit, type PassageIndex } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import { type ExcerptQuery, headOf, scoreOf } from './excerpt.ts';
import { timesOf } from './facts.ts';

/** A sentence or a heading of a report, with how well it speaks of what is asked. */
export interface Statement {
  hit: Hit;
  span: Span;
  /** Share of the topic that it covers together with the headings above it, 0 to 1. */
  coverage: number;
  /** Coverage, with what else speaks for it; by this the statements of one report are ordered. */
  score: number;
}

/** Passages of a report that are read sentence by sentence. */
const MAX_PASSAGES = 6;
/** What only the headings above a sentence hold counts this much. */
const CONTEXT_SHARE = 0.6;
/** Worth of a section of the asked part, and of a figure of the asked unit, as shares of the topic. */
const PART_SHARE = 0.25;
const FIGURE_SHARE = 0.2;
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

  constructor(question: ResolvedQuestion, index: PassageIndex) {
    this.question = question;
    const topic = question.topic.length > 0 ? question.topic : question.concepts;
    this.meter = new CoverageMeter(topic, (token) => index.rarity(token));
    this.query = {
      meter: this.meter,
      figure: question.cues.figure,
      ...(question.unit ? { unit: question.unit } : {}),
      times: timesOf(question),
    };
    this.hits = hitsByReport(question, index);
  }

  /** The statements of a report, best first; empty where it holds no word of the question. */
  of(report: number): Statement[] {
    const found = (this.hits.get(report) ?? []).flatMap((hit) => this.statementsOf(hit));
    return withoutOverlaps(found.sort((a, b) => b.score - a.score || a.span.start - b.span.start));
  }

  private statementsOf(hit: Hit): Statement[] {
    const { text } = hit.file;
    const { sentences } = hit.passage;
    const above = this.sharesAbove(hit);
    const isInPart = hit.section.kind === this.question.sectionKind;
    const statements = sentences.map((span, i): Statement => {
      const words = text.slice(span.start, span.end);
      const head = headOf(hit, span);
      const { figure } = scoreOf(words, this.query, head);
      const own = this.meter.shares(normalise(`${head}\n${words}`));
      return {
        hit,
        span: readable(sentences, i),
        ...this.weighed(own, above, (isInPart ? PART_SHARE : 0) + (figure ? FIGURE_SHARE : 0)),
      };
    });
    const { heading } = hit.section;
    if (heading) {
      const own = this.meter.shares(normalise(text.slice(heading.start, heading.end)));
      statements.push({ hit, span: heading, ...this.weighed(own, [], isInPart ? PART_SHARE : 0) });
    }
    return statements;
  }

  private weighed(own: number[], above: number[], bonus: number): Pick<Statement, 'coverage' | 'score'> {
    const alone = this.meter.coverage(own);
    const together = this.meter.coverage(own.map((share, i) => Math.max(share, above[i] ?? 0)));
    const coverage = alone + CONTEXT_SHARE * (together - alone);
    return { coverage, score: coverage + bonus };
  }

  private sharesAbove({ report, passage }: Hit): number[] {
    const key = `${report.id}/${passage.section}`;
    const known = this.labels.get(key);
    if (known) return known;
    const labels = [report.title];
    for (let at = passage.section; at > 0; at = report.sections[at].parent) labels.push(report.sections[at].label);
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
  if (!before || span.end - span.start >= MIN_LENGTH || span.end - before.start > MAX_PAIR_LENGTH) return span;
  return { start: before.start, end: span.end };
}

const withoutOverlaps = (statements: Statement[]): Statement[] =>
  statements.filter(
    ({ span }, i) =>
      !statements.slice(0, i).some((other) => other.span.start < span.end && other.span.end > span.start),
  );
