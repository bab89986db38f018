// What the reports say on a followed topic: the answer to it, and every other passage that really holds it. No near misses.
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
import { headlinesOfPart, mainPoints } from './points.ts';
import type { Topic } from './subscription.ts';

/** What is looked for: words or a question, and where. */
export type TopicQuery = Pick<Topic, 'text' | 'earlier' | 'agency' | 'part'>;

/** Quotes on a topic, best first, and the words to emphasise in them. */
export interface TopicQuotes {
  quotes: CitedQuote[];
  words: string[];
}

const NOTHING: TopicQuotes = { quotes: [], words: [] };
const MAX_QUOTES = 60;
/**
 * A passage on the topic holds so much of its words itself, 0 to 1. Among the first sixty passages for a topic in the real reports those
 * that speak of it hold 0.63 and more, those that share some of its characters 0.58 and less.
 */
const MIN_COVERAGE = 0.6;
/** And scores so much of what the best one in the library does. Below, most speak of something near: 智能 for 数字化. */
const MIN_SHARE = 0.35;
/** The same for a passage that says the topic in its very words: it may be one matter among others. */
const MIN_SHARE_LITERAL = 0.25;

/** All quotes worth showing on a topic; none where the reports do not have it, or no report is by the agency (any more). */
export function topicQuotes(topic: TopicQuery, index: PassageIndex): TopicQuotes {
  const reading = read(topic, index);
  if (!reading) return NOTHING;
  if (reading.question.topic.length === 0) return cut(points(reading, index));
  const given = answer(topic.text, topic.earlier, index, reading.within);
  if (!given.answered) return NOTHING;
  return cut([...answered(given, reading, index), ...passages(reading, index)]);
}

/** The quotes on a topic in some reports, by number, as far as they are good measured against the whole library. */
export function topicHits(topic: TopicQuery, reports: ReadonlySet<number>, index: PassageIndex): TopicQuotes {
  const reading = read(topic, index);
  if (!reading) return NOTHING;
  if (reading.question.topic.length === 0) return cut(points(reading, index, reports));
  const given = answer(topic.text, topic.earlier, index, reading.within);
  if (!given.answered) return NOTHING;
  const ids = new Set([...reports].map((report) => index.reports[report].id));
  const inReports = answered(given, reading, index).filter(({ reportId }) => ids.has(reportId));
  return cut([...inReports, ...passages(reading, index, reports)]);
}

/** A topic as the search needs it. */
interface Reading {
  question: ResolvedQuestion;
  /** By report number, how well each report fits who and when the question names. */
  fits: Float64Array;
  /** The same, without the reports that are not by the agency. */
  referents: Float64Array;
  /** Only these reports. */
  within?: ReportScope;
  /** Only this part of them. */
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

/** Reports that fit who and when as well as the best one to this margin are meant too, in nats. */
const MARGIN = 0.6;
const MAX_REPORTS = 4;
const MAX_POINTS = 12;

/** Where only who, when and which part are named: those points of the reports that are meant, the newest report first. */
function points(reading: Reading, index: PassageIndex, among?: ReadonlySet<number>): CitedQuote[] {
  const { question, referents, part } = reading;
  const says = question.agencies.length > 0 || part !== undefined || reading.within !== undefined;
  if (!says) return [];
  const fits = (report: Report) => !question.period || !isOutsidePeriod(question.period, report, part);
  const least = maxOf(referents) - MARGIN;
  const meant = [...index.reports.keys()].filter(
    (number) => referents[number] >= least && referents[number] !== EXCLUDED && fits(index.reports[number]),
  );
  return meant
    .filter((number) => !among || among.has(number))
    .map((number) => index.reports[number])
    .sort((a, b) => (b.period?.end ?? '').localeCompare(a.period?.end ?? ''))
    .map((report) => (part ? headlinesOfPart(report, part, index) : mainPoints(report, index, MAX_POINTS)))
    .filter((quotes) => quotes.length > 0)
    .slice(0, MAX_REPORTS)
    .flat();
}

/** The quotes of an answer, without those that only stand in for what was not found. */
function answered(
  given: Extract<Answer, { answered: true }>,
  reading: Reading,
  index: PassageIndex,
): CitedQuote[] {
  const all = [...given.quotes, ...given.further].filter(({ id }) => isInPart(id, reading, index));
  if (given.kind === 'overview') return all;
  const covers = coverageOf(reading.question, index);
  const isVouchedFor = (i: number) => i === 0 && !reading.within; // the answer itself is less exacting inside some reports
  return all.filter(({ text }, i) => isVouchedFor(i) || covers(text) >= MIN_COVERAGE);
}

function isInPart(id: string, { part }: Reading, index: PassageIndex): boolean {
  if (!part) return true;
  const place = locationOf(id, index);
  return place !== undefined && place.report.sections[place.section].kind === part;
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

/** The whole passage; what is followed is marked where it stands, be it as common as 资金. */
function quoteOf({ file, report, passage }: Hit, { topic }: Question): CitedQuote {
  const marked = topic.map((concept) => ({ ...concept, weight: 1 }));
  return cite({ file, report, section: passage.section, span: passage }, marked);
}

/** Whether a text says all of the topic in its own words. */
function isLiteral({ topic }: Question, text: string): boolean {
  const plain = normalise(text);
  return topic.every(({ variants }) =>
    variants.some((each) => each.weight === 1 && plain.includes(each.text)),
  );
}

/** Words that stand in one clause belong together: 高标准建设…，…农业 is not 高标准农田. */
const CLAUSE_END = /[，。；、！？：,;!?:\n“”]+/;

/** The share of the topic that a text holds itself, 0 to 1, each of its concepts in one clause. */
function coverageOf({ topic }: Question, index: PassageIndex): (text: string) => number {
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

/** A word that is this common says nothing of the topic that it is a part of, in nats: 安全 of 安全生产. */
const MIN_RARITY = 2.5;

/** What may be said instead of a concept must stand there whole, and not be a common part of it. */
function strict(concept: Concept, rarity: (token: string) => number): Concept {
  const { label, variants } = concept;
  const isBroad = ({ text }: Variant) => text !== label && label.includes(text) && rarity(text) < MIN_RARITY;
  const kept = variants.filter((variant) => variant.weight === 1 || !isBroad(variant));
  const whole = kept.map((variant) =>
    variant.weight === 1 ? variant : { ...variant, own: false, tokens: [{ text: variant.text, weight: 1 }] },
  );
  return { ...concept, variants: whole };
}

/** The first quotes that do not overlap, and what is emphasised in them. */
function cut(all: CitedQuote[]): TopicQuotes {
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
