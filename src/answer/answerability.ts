// Whether the reports hold an answer: how much of the topic the best passage covers, and how much of it no
// passage holds.
import { type Language, namesUnknownOffice, type ResolvedQuestion } from '../question/index.ts';
import { type Concept, CoverageMeter, type PassageIndex } from '../search/index.ts';
import type { ScoredExcerpt } from './facts.ts';

/** The share of the topic that the best passage must cover. */
const MIN_COVERAGE = 0.3;
/** The same where the report is by the agency that the question names. */
const MIN_COVERAGE_NAMED = 0.2;
/** The same for a follow-up, which takes its topic from the question before. */
const MIN_COVERAGE_FOLLOW_UP = MIN_COVERAGE / 2;
/** A passage that covers this much, in nats, is an answer regardless of its share. */
const SUFFICIENT_WORTH = 10;
/** What must be covered, in nats, where a part of the topic is missing from the reports. */
const MIN_WORTH_WITH_MISSING = 3;
/** A covered concept that at most this many passages hold shows that the passage is on the topic. */
const SPECIFIC_PASSAGES = 8;
const SPECIFIC_RELIEF = 0.3;
/**
 * The weight of concepts that no report holds, against those that the passage covers. An English phrase comes
 * with all its translations; a Chinese word may only be an everyday one that reports never use.
 */
const MISSING_WEIGHT: Record<Language, number> = { en: 1.1, zh: 0.45 };

/** English passages with this share of the best score are as close: any of them may be the answer. */
const CLOSE_SHARE = 0.8;
const MAX_CLOSE = 3;

/**
 * Whether the best passage covers enough of the topic to be an answer; for an English question over English
 * texts, where scores differ less, whether one of the closest does.
 */
export function isAnswerable(
  question: ResolvedQuestion,
  found: ScoredExcerpt[],
  index: PassageIndex,
): boolean {
  const [best] = found;
  if (!best) return false;
  const close = found
    .slice(1, MAX_CLOSE)
    .filter((each) => each.score >= best.score * CLOSE_SHARE && isEnglish(each));
  const others = question.language === 'en' ? close : [];
  return [best, ...others].some((each) => covers(question, each, index));
}

const isEnglish = ({ hit, excerpt }: ScoredExcerpt): boolean =>
  !/[\u3400-\u9fff]/.test(hit.file.text.slice(excerpt.start, excerpt.end));

function covers(question: ResolvedQuestion, best: ScoredExcerpt, index: PassageIndex): boolean {
  const meter = new CoverageMeter(question.topic, (token) => index.rarity(token));
  const missing = meter.unknownConcepts((term) => index.hasWordsFor(term)).worth;
  const isSpecific = best.rarestCovered >= Math.log(index.passages.length / SPECIFIC_PASSAGES);
  const penalty = MISSING_WEIGHT[question.language] * missing * (isSpecific ? SPECIFIC_RELIEF : 1);
  if (missing > 0 && best.coveredWorth < MIN_WORTH_WITH_MISSING + penalty) return false;
  return best.coverage >= minCoverage(question, best) || best.coveredWorth >= SUFFICIENT_WORTH;
}

function minCoverage({ continues, agencies }: ResolvedQuestion, { hit }: ScoredExcerpt): number {
  if (continues) return MIN_COVERAGE_FOLLOW_UP;
  return agencies.some(({ fits }) => fits.has(hit.reportNumber)) ? MIN_COVERAGE_NAMED : MIN_COVERAGE;
}

/**
 * Whether a question is about nothing but an agency that wrote none of the reports, or no passage holds a
 * word of it.
 */
export function isBeyondReports(question: ResolvedQuestion, found: ScoredExcerpt[]): boolean {
  if (found.length === 0 && !asksForSectionAlone(question)) return true;
  return namesUnknownOffice(question.agencies) && topicWithoutNames(question).length === 0;
}

/** Such a question needs no passage with its words: the section itself answers, whatever its heading. */
const asksForSectionAlone = (question: ResolvedQuestion): boolean =>
  question.sectionKind !== undefined && topicWithoutNames(question).length === 0;

function topicWithoutNames({ topic, agencies }: ResolvedQuestion): Concept[] {
  return topic.filter(({ label }) => !agencies.some(({ text }) => text.includes(label)));
}
