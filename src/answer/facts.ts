// A fact or a figure: the few sentences that hold it, best first.
import { normalise } from '../language/index.ts';
import { plansAreLater, type Question } from '../question/index.ts';
import { CoverageMeter, type Hit, headTextOf, type PassageIndex, textOf } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import { type Excerpt, type ExcerptQuery, excerptOf, labelsAbove } from './excerpt.ts';

/** An answer for one fact: quotes, and UTF-16 units of all of them together. */
const MAX_QUOTES = 3;
const MAX_CHARACTERS = 600;
/** Passages that are read sentence by sentence. */
const MAX_PASSAGES = 16;
const MAX_FURTHER = 9;
/** A further quote must reach this share of the best one's score. */
const MIN_SHARE = 0.63;
/** The same in a text without headings, where scores differ less. */
const MIN_SHARE_UNSTRUCTURED = 0.3;
/** What a plan for a later period than the asked one loses, in nats. */
const LATER_PLAN_PENALTY = 2;
/** Weight of the best sentence beside its passage's score. */
const SENTENCE_WEIGHT = 0.9;

/** A passage with its sentences that answer best. */
export interface ScoredExcerpt {
  hit: Hit;
  excerpt: Excerpt;
  score: number;
  /** Share of the topic that the passage, its headings and its report's title cover, 0 to 1. */
  coverage: number;
  /** Geometric mean of the shares of all its concepts: low where one of them is missing. */
  eachCovered: number;
  /** The coverage in nats. */
  coveredWorth: number;
  /** Rarity of the rarest concept of the topic that is covered whole, in nats. */
  rarestCovered: number;
}

/**
 * Passages for a question, best first, each with its best sentences.
 * @param reports search in these only
 */
export function findExcerpts(
  question: Question,
  index: PassageIndex,
  referents: Float64Array,
  reports?: ReadonlySet<number>,
): ScoredExcerpt[] {
  const hits = index.search({
    concepts: question.concepts,
    words: question.words,
    ...(question.sectionKind ? { sectionKind: question.sectionKind } : {}),
    reportFits: referents,
    ...(reports ? { reports } : {}),
    limit: MAX_PASSAGES,
  });
  const topic = question.topic.length ? question.topic : question.concepts;
  const meter = new CoverageMeter(topic, (token) => index.rarity(token));
  const query: ExcerptQuery = {
    meter,
    ...(question.asked ? { asked: question.asked } : {}),
    question: question.reading.normalised,
    times: timesOf(question),
    reason: question.cues.reason,
  };
  return hits.map((hit) => scoredExcerpt(hit, question, query)).sort((a, b) => b.score - a.score);
}

function scoredExcerpt(hit: Hit, { period }: Question, query: ExcerptQuery): ScoredExcerpt {
  const { meter } = query;
  const excerpt = excerptOf(hit, query);
  const isLaterPlan =
    hit.section.kind === 'plans' && period !== undefined && plansAreLater(period, hit.report);
  const shares = meter.shares(normalise([headTextOf(hit), textOf(hit), ...labelsAbove(hit)].join('\n')));
  return {
    hit,
    excerpt,
    score: hit.score + SENTENCE_WEIGHT * excerpt.worth - (isLaterPlan ? LATER_PLAN_PENALTY : 0),
    coverage: meter.coverage(shares),
    eachCovered: geometricMean(shares),
    coveredWorth: meter.worthOf(shares),
    rarestCovered: meter.rarestWhole(shares),
  };
}

/** What a share of 0 counts for. */
const SMALLEST_SHARE = 0.1;

const geometricMean = (shares: readonly number[]): number =>
  shares.length > 0
    ? Math.exp(shares.reduce((sum, each) => sum + Math.log(each + SMALLEST_SHARE), 0) / shares.length)
    : 1;

/** The asked year and quarter as tables write them. */
export function timesOf({ period }: Question): RegExp[] {
  return [
    ...(period?.year === undefined ? [] : [new RegExp(`(?<!\\d)${period.year}(?!\\d)`)]),
    ...(period?.quarter === undefined ? [] : [QUARTER_NAMES[period.quarter - 1]]),
  ];
}

const QUARTER_NAMES = [/q1|[一1]季度/, /q2|[二2]季度/, /q3|[三3]季度/, /q4|[四4]季度/];

/** The quote of an excerpt, the words of the question emphasised. */
export function citeExcerpt({ hit, excerpt }: ScoredExcerpt, { concepts }: Question): CitedQuote {
  const { file, report, passage } = hit;
  return cite({ file, report, section: passage.section, span: excerpt }, concepts);
}

/** What answers a fact: the best excerpt, and more where they come close to it. */
export function factExcerpts(found: readonly ScoredExcerpt[]): ScoredExcerpt[] {
  const excerpts: ScoredExcerpt[] = [];
  let characters = 0;
  const structured = (found[0]?.hit.report.sections.length ?? 0) > 1;
  const minShare = structured ? MIN_SHARE : MIN_SHARE_UNSTRUCTURED;
  for (const each of found.slice(0, MAX_QUOTES)) {
    const { excerpt, score } = each;
    const length = excerpt.end - excerpt.start;
    if (excerpts.length > 0 && (score < found[0].score * minShare || characters + length > MAX_CHARACTERS))
      break;
    excerpts.push(each);
    characters += length;
  }
  return excerpts;
}

/** The quotes for a fact. */
export const factQuotes = (found: readonly ScoredExcerpt[], question: Question): CitedQuote[] =>
  factExcerpts(found).map((each) => citeExcerpt(each, question));

/** The quotes after those that are shown, for a reader who does not find the fact in them. */
export function furtherQuotes(found: ScoredExcerpt[], question: Question, shown: number): CitedQuote[] {
  return found.slice(shown, shown + MAX_FURTHER).map((each) => citeExcerpt(each, question));
}
