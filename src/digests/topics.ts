// Quotes on a followed topic: those of its answer, then all passages that hold it. No near misses.
import { type Answer, answer, type CitedQuote, cite, locationOf, type ReportScope } from '../answer/index.ts';
import { normalise } from '../language/index.ts';
import { narrow } from '../lookup/index.ts';
import {
  isOutsidePeriod,
  type Question,
  type ResolvedQuestion,
  referentsOf,
  resolve,
  understand,
} from '../question/index.ts';
import { maxOf, type Report, type SectionKind } from '../reports/index.ts';
import {
  type Concept,
  CoverageMeter,
  EXCLUDED,
  type Hit,
  type PassageIndex,
  type Variant,
} from '../search/index.ts';
import { headlinesOfKind, mainPoints } from './points.ts';
import type { Topic } from './subscription.ts';

/** What is searched for, and in which reports. */
export type TopicQuery = Pick<Topic, 'text' | 'earlier' | 'agency' | 'part'>;

/** Quotes on a topic, best first, and the words to emphasise in them. */
export interface TopicQuotes {
  quotes: CitedQuote[];
  words: string[];
}

const NOTHING: TopicQuotes = { quotes: [], words: [] };
const MAX_QUOTES = 60;
/**
 * The coverage that a passage on the topic has itself, 0 to 1. Among the first sixty passages for a topic in
 * the real reports those on it have 0.63 and more, those that share some of its characters 0.58 and less.
 */
const MIN_COVERAGE = 0.6;
/**
 * Minimum share of the best passage's score. Below it, most passages are on a related topic: 智能 for 数字化.
 */
const MIN_SHARE = 0.35;
/** The same for a passage with the very words of the topic: it may be one matter among others. */
const MIN_SHARE_LITERAL = 0.25;

/** All quotes on a topic; none where the reports do not hold it, or no report is by the agency (any more). */
export function topicQuotes(topic: TopicQuery, index: PassageIndex): TopicQuotes {
  const reading = read(topic, index);
  if (!reading) return NOTHING;
  if (reading.question.topic.length === 0) return withoutOverlaps(points(reading, index));
  const result = answer(topic.text, topic.earlier, index, reading.within);
  if (!result.answered) return NOTHING;
  return withoutOverlaps([...answered(result, reading, index), ...passages(reading, index)]);
}

/**
 * The quotes on a topic in some reports, by number; their scores are measured against the best passage of all
 * reports.
 */
export function topicHits(topic: TopicQuery, reports: ReadonlySet<number>, index: PassageIndex): TopicQuotes {
  const reading = read(topic, index);
  if (!reading) return NOTHING;
  if (reading.question.topic.length === 0) return withoutOverlaps(points(reading, index, reports));
  const result = answer(topic.text, topic.earlier, index, reading.within);
  if (!result.answered) return NOTHING;
  const ids = new Set([...reports].map((report) => index.reports[report].id));
  const inReports = answered(result, reading, index).filter(({ reportId }) => ids.has(reportId));
  return withoutOverlaps([...inReports, ...passages(reading, index, reports)]);
}

interface Reading {
  question: ResolvedQuestion;
  /** By report number, how well each report fits the agencies and the period of the question. */
  fits: Float64Array;
  /** The same, with the reports of other agencies excluded. */
  referents: Float64Array;
  within?: ReportScope;
  /** The section kind to which it is confined. */
  part?: SectionKind;
}

function read({ text, earlier, agency, part }: TopicQuery, index: PassageIndex): Reading | undefined {
  const narrowed = narrow(agency ? { agency } : {}, index);
  if (!narrowed.ok || (part && !isPart(part))) return undefined;
  let before: ResolvedQuestion | undefined;
  for (const question of earlier) before = resolve(understand(question, index), before);
  const question = resolve(understand(text, index), before);
  const inPart = part && isPart(part) ? part : question.sectionKind;
  const reports = new Set(narrowed.reports);
  const fits = referentsOf(question, index);
  return {
    question,
    fits,
    referents: fits.map((fit, report) => (reports.has(report) ? fit : EXCLUDED)),
    ...(agency ? { within: { name: agency, reports } } : {}),
    ...(inPart ? { part: inPart } : {}),
  };
}

const PARTS: readonly string[] = [
  'achievements',
  'problems',
  'plans',
  'highlights',
  'suggestions',
  'none',
] satisfies SectionKind[];
const isPart = (text: string): text is SectionKind => PARTS.includes(text);

/** Reports whose fit is within this margin of the best one, in nats, count as well. */
const MARGIN = 0.6;
const MAX_REPORTS = 4;
const MAX_POINTS = 12;

/**
 * For a topic that names only agency, period or section kind: the points of the reports that fit, the newest
 * report first.
 */
function points(reading: Reading, index: PassageIndex, among?: ReadonlySet<number>): CitedQuote[] {
  const { question, referents, part } = reading;
  const isConfined = question.agencies.length > 0 || part !== undefined || reading.within !== undefined;
  if (!isConfined) return [];
  const fits = (report: Report) => !question.period || !isOutsidePeriod(question.period, report, part);
  const minFit = maxOf(referents) - MARGIN;
  const matching = [...index.reports.keys()].filter(
    (number) => referents[number] >= minFit && referents[number] !== EXCLUDED && fits(index.reports[number]),
  );
  return matching
    .filter((number) => !among || among.has(number))
    .map((number) => index.reports[number])
    .sort((a, b) => (b.period?.end ?? '').localeCompare(a.period?.end ?? ''))
    .map((report) => (part ? headlinesOfKind(report, part, index) : mainPoints(report, index, MAX_POINTS)))
    .filter((quotes) => quotes.length > 0)
    .slice(0, MAX_REPORTS)
    .flat();
}

/** The quotes of an answer that hold the topic. */
function answered(
  result: Extract<Answer, { answered: true }>,
  reading: Reading,
  index: PassageIndex,
): CitedQuote[] {
  const all = [...result.quotes, ...result.further].filter(({ id }) => isInPart(id, reading, index));
  if (result.kind === 'overview') return all;
  const covers = coverageOf(reading.question, index);
  const isAnswer = (i: number) => i === 0 && !reading.within; // answers within some reports are less exact
  return all.filter(({ text }, i) => isAnswer(i) || covers(text) >= MIN_COVERAGE);
}

function isInPart(id: string, { part }: Reading, index: PassageIndex): boolean {
  if (!part) return true;
  const location = locationOf(id, index);
  return location !== undefined && location.report.sections[location.section].kind === part;
}

/** Passages that hold the topic, best first. */
function passages(reading: Reading, index: PassageIndex, reports?: ReadonlySet<number>): CitedQuote[] {
  const { question, referents, part } = reading;
  const hits = index.search({
    concepts: question.concepts,
    ...(part ? { sectionKind: part, tags: { sectionKind: part } } : {}),
    ...(reports ? { reports } : {}),
    reportFits: referents,
    limit: MAX_QUOTES,
  });
  const [best] = index.search({ concepts: question.concepts, reportFits: reading.fits, limit: 1 });
  if (!best) return [];
  const covers = coverageOf(question, index);
  return hits
    .map((hit) => ({ share: hit.score / best.score, quote: quoteOf(hit, question) }))
    .filter(
      ({ share, quote: { text } }) =>
        covers(text) >= MIN_COVERAGE && share >= (isLiteral(question, text) ? MIN_SHARE_LITERAL : MIN_SHARE),
    )
    .map(({ quote }) => quote);
}

/** The whole passage; the words of the topic are emphasised, even common ones such as 资金. */
function quoteOf({ file, report, passage }: Hit, { topic }: Question): CitedQuote {
  const emphasised = topic.map((concept) => ({ ...concept, weight: 1 }));
  return cite({ file, report, section: passage.section, span: passage }, emphasised);
}

/** Whether a text holds all words of the topic as they were typed. */
function isLiteral({ topic }: Question, text: string): boolean {
  const plain = normalise(text);
  return topic.every(({ variants }) =>
    variants.some((each) => each.weight === 1 && plain.includes(each.text)),
  );
}

/** A concept counts within one clause only: 高标准建设…，…农业 is not 高标准农田. */
const CLAUSE_END = /[，。；、！？：,;!?:\n“”]+/;

/** The coverage of the topic by a text, 0 to 1, each concept within one clause. */
function coverageOf(question: Question, index: PassageIndex): (text: string) => number {
  const topic = question.topic.filter(({ hint }) => !hint); // hints are not measured
  const rarity = (token: string) => index.rarity(token);
  const meter = new CoverageMeter(
    topic.map((concept) => strict(concept, rarity)),
    rarity,
  );
  return (text) => {
    const clauses = normalise(text)
      .split(CLAUSE_END)
      .map((clause) => meter.shares(clause));
    return meter.coverage(topic.map((_, i) => Math.max(...clauses.map((shares) => shares[i]))));
  };
}

/** A more common part of a word does not stand for it, in nats: 安全 of 安全生产. */
const MIN_RARITY = 2.5;

/** Variants count as whole words only, and not where they are a common part of the concept's label. */
function strict(concept: Concept, rarity: (token: string) => number): Concept {
  const { label, variants } = concept;
  const isBroad = ({ text }: Variant) => text !== label && label.includes(text) && rarity(text) < MIN_RARITY;
  const specific = variants.filter((variant) => variant.weight === 1 || !isBroad(variant));
  const whole = specific.map((variant) =>
    variant.weight === 1 ? variant : { ...variant, own: false, tokens: [{ text: variant.text, weight: 1 }] },
  );
  return { ...concept, variants: whole };
}

/** The first quotes that do not overlap, with their emphasised words. */
function withoutOverlaps(all: CitedQuote[]): TopicQuotes {
  const quotes: CitedQuote[] = [];
  for (const quote of all) {
    if (quotes.length >= MAX_QUOTES) break;
    const overlaps = quotes.some(
      ({ reportId, start, end }) => reportId === quote.reportId && start < quote.end && end > quote.start,
    );
    if (!overlaps) quotes.push(quote);
  }
  const words = quotes.flatMap(({ text, emphasis }) =>
    emphasis.map(({ start, end }) => text.slice(start, end)),
  );
  return { quotes, words: [...new Set(words)] };
}
