// Whether the reports hold an answer: evidence by name, weighed by a linear model (answerability-weights.json).
import fs from 'node:fs';
import path from 'node:path';
import { namesUnknownOffice, type ResolvedQuestion } from '../question/index.ts';
import { type Concept, CoverageMeter, type PassageIndex } from '../search/index.ts';
import type { ScoredExcerpt } from './facts.ts';

/** What speaks for and against an answer, each about 0 to 1. */
export type Evidence = Record<string, number>;

const FILE = path.join(import.meta.dirname, 'answerability-weights.json');
let weights: Record<string, number> | undefined;
const answerabilityWeights = () =>
  (weights ??= fs.existsSync(FILE) ? (JSON.parse(fs.readFileSync(FILE, 'utf8')) as Record<string, number>) : {});

/** @param found passages, best first */
export function evidenceFor(
  question: ResolvedQuestion,
  found: readonly ScoredExcerpt[],
  index: PassageIndex,
): Evidence {
  const [best, second] = found;
  const topic = question.topic.filter(({ hint }) => !hint);
  const meter = new CoverageMeter(topic, (token) => index.rarity(token));
  const missing = meter.unknownConcepts((term) => index.hasWordsFor(term)).worth;
  const absent = topic.filter(
    ({ variants }) => !variants.some(({ tokens }) => tokens.some(({ text }) => index.passageFrequency(text) > 0)),
  );
  const { reading, agencies, shapes } = question;
  const coverage = best?.coverage ?? 0;
  const unknown = agencies.filter(({ fits }) => fits.size === 0).length;
  const known = agencies.some(({ fits }) => best && fits.has(best.hit.reportNumber));
  return {
    always: 1,
    coverage,
    'coverage squared': coverage * coverage,
    'sentence coverage': best && meter.total > 0 ? best.excerpt.worth / meter.total : 0,
    worth: Math.min(1, (best?.coveredWorth ?? 0) / 20),
    rarest: Math.min(1, (best?.rarestCovered ?? 0) / 8),
    missing: meter.total > 0 ? missing / meter.total : 0,
    absent: topic.length > 0 ? absent.length / topic.length : 0,
    'any absent': absent.length > 0 ? 1 : 0,
    margin: best && second ? Math.min(1, (best.score - second.score) / Math.max(1, best.score)) : 0,
    score: Math.min(1, (best?.score ?? 0) / 60),
    'score share': best && meter.total > 0 ? Math.min(2, best.hit.signals.body / meter.total) : 0,
    closeness: best && meter.total > 0 ? Math.min(1, best.hit.signals.closeness / meter.total) : 0,
    'in headings': best && meter.total > 0 ? Math.min(1, best.hit.signals.headings / meter.total) : 0,
    'few concepts': topic.length <= 2 ? 1 : 0,
    'no topic': topic.length === 0 ? 1 : 0,
    'many concepts': Math.min(1, topic.length / 10),
    'unknown name': Math.min(1, unknown),
    'named author': known ? 1 : 0,
    'no name': agencies.length === 0 ? 1 : 0,
    chat: shapes.chat,
    figure: shapes.figure,
    'figure of the unit': question.cues.figure && best?.excerpt.figure ? 1 : 0,
    'figure without unit': question.cues.figure && question.unit && !best?.excerpt.figure ? 1 : 0,
    existence: shapes.existence,
    fact: shapes.fact,
    overview: shapes.overview,
    survey: shapes.survey,
    continues: question.continues ? 1 : 0,
    english: question.language === 'en' ? 1 : 0,
    part: reading.part ? 1 : 0,
    masked: question.cues.figure && best?.excerpt.masked ? 1 : 0,
  };
}

/** Whether what was found is an answer. */
export function isAnswerable(evidence: Evidence): boolean {
  return Object.entries(evidence).reduce((sum, [name, value]) => sum + (answerabilityWeights()[name] ?? 0) * value, 0) > 0;
}

/**
 * Whether a question is about nothing but an agency that wrote none of the reports, or no passage holds a
 * word of it.
 */
export function isBeyondReports(question: ResolvedQuestion, found: readonly ScoredExcerpt[]): boolean {
  if (found.length === 0 && !asksForSectionAlone(question)) return true;
  return namesUnknownOffice(question.agencies) && topicWithoutNames(question).length === 0;
}

/** Such a question needs no passage with its words: the section itself answers, whatever its heading. */
const asksForSectionAlone = (question: ResolvedQuestion): boolean =>
  question.sectionKind !== undefined && topicWithoutNames(question).length === 0;

function topicWithoutNames({ topic, agencies }: ResolvedQuestion): Concept[] {
  return topic.filter(({ label }) => !agencies.some(({ text }) => text.includes(label)));
}
