// Whether the reports hold an answer: evidence by name, weighed by a linear model (answerability-weights.json).
import fs from 'node:fs';
import path from 'node:path';
import { normalise } from '../language/index.ts';
import { isOutsidePeriod, namesUnknownOffice, type ResolvedQuestion } from '../question/index.ts';
import { type Concept, CoverageMeter, type PassageIndex } from '../search/index.ts';
import type { ScoredExcerpt } from './facts.ts';
import { isNumeric, isRecognised } from './values.ts';

const FILE = path.join(import.meta.dirname, 'answerability-weights.json');
let weights: Partial<Record<EvidenceName, number>> | undefined;
const answerabilityWeights = () =>
  (weights ??= JSON.parse(fs.readFileSync(FILE, 'utf8')) as Partial<Record<EvidenceName, number>>);

/** What speaks for and against an answer, each about 0 to 1. */
export type Evidence = Record<EvidenceName, number>;
export type EvidenceName = keyof typeof EVIDENCE;

/**
 * What is weighed, and which way it can speak: 1 only for an answer, -1 only against one, 0 either way. A weight
 * of the other sign would be an accident of the questions that it is fitted to.
 */
export const EVIDENCE = {
  always: 0,
  /** Share of the topic in the best passage, its headings and its report's title; in its best sentence. */
  coverage: 1,
  'coverage squared': 1,
  'sentence coverage': 1,
  /** Nats of the topic that are covered, and that are not. */
  worth: 1,
  uncovered: -1,
  'rarest covered': 1,
  'rarest uncovered': -1,
  /** Shares of the topic for which the reports have no words. */
  missing: -1,
  absent: -1,
  'any absent': -1,
  margin: 1,
  score: 1,
  'score share': 1,
  closeness: 1,
  'in headings': 1,
  'no topic': 0,
  'many concepts': 0,
  'unknown author': -1,
  'unknown place': -1,
  'named author': 1,
  'no name': 0,
  'outside period': -1,
  'number near': 1,
  'no number': -1,
  'name near': 1,
  'no such name': -1,
  masked: -1,
  existence: 0,
  overview: 0,
  survey: 0,
  chat: -1,
  continues: 0,
  english: 0,
  part: 1,
} as const satisfies Record<string, -1 | 0 | 1>;

/** Passages that a reader sees. */
const SHOWN = 3;
const HIGHEST_RARITY = 8;
const MAX_WORTH = 20;
const MAX_SCORE = 60;

/** @param found passages, best first */
export function evidenceFor(
  question: ResolvedQuestion,
  found: readonly ScoredExcerpt[],
  index: PassageIndex,
): Evidence {
  const [best, second] = found;
  const topic = question.topic.filter(({ hint }) => !hint);
  const meter = new CoverageMeter(topic, (token) => index.rarity(token));
  const share = (worth: number, max = 1) => (meter.total > 0 ? Math.min(max, worth / meter.total) : 0);
  const absent = topic.filter((concept) => !occurs(concept, index));
  const { reading, agencies, shapes, period, sectionKind } = question;
  const coverage = best?.coverage ?? 0;
  const flag = (is: boolean | undefined) => (is ? 1 : 0);
  return {
    always: 1,
    coverage,
    'coverage squared': coverage * coverage,
    'sentence coverage': share(best?.sentenceWorth ?? 0),
    worth: Math.min(1, (best?.coveredWorth ?? 0) / MAX_WORTH),
    uncovered: Math.min(1, (meter.total - (best?.coveredWorth ?? 0)) / MAX_WORTH),
    'rarest covered': Math.min(1, (best?.rarestCovered ?? 0) / HIGHEST_RARITY),
    'rarest uncovered': Math.min(1, (best?.rarestUncovered ?? HIGHEST_RARITY) / HIGHEST_RARITY),
    missing: share(meter.unknownConcepts((term) => index.hasWordsFor(term)).worth),
    absent: topic.length > 0 ? absent.length / topic.length : 0,
    'any absent': flag(absent.length > 0),
    margin: best && second ? Math.min(1, (best.score - second.score) / Math.max(1, best.score)) : 0,
    score: Math.min(1, (best?.score ?? 0) / MAX_SCORE),
    'score share': share(best?.hit.signals.body ?? 0, 2),
    closeness: share(best?.hit.signals.closeness ?? 0),
    'in headings': share(best?.hit.signals.headings ?? 0),
    'no topic': flag(topic.length === 0),
    'many concepts': Math.min(1, topic.length / 10),
    'unknown author': flag(reading.names.some(({ kind, text }) => kind === 'agency' && isUnknown(text, question))),
    'unknown place': flag(reading.names.some(({ kind, text }) => kind === 'place' && isUnknown(text, question))),
    'named author': flag(best && agencies.some(({ fits }) => fits.has(best.hit.reportNumber))),
    'no name': flag(agencies.length === 0),
    'outside period': flag(best && period && isOutsidePeriod(period, best.hit.report, sectionKind)),
    ...valueEvidence(question, found.slice(0, SHOWN)),
    existence: shapes.existence,
    overview: shapes.overview,
    survey: shapes.survey,
    chat: shapes.chat,
    continues: flag(question.continues),
    english: flag(question.language === 'en'),
    part: flag(reading.part !== undefined),
  };
}

const occurs = ({ variants }: Concept, index: PassageIndex): boolean =>
  variants.some(({ tokens }) => tokens.every(({ text }) => index.passageFrequency(text) > 0));

/** No report is by a name, or about it. */
const isUnknown = (name: string, { agencies }: ResolvedQuestion): boolean =>
  agencies.some(({ text, fits }) => text === normalise(name) && fits.size === 0);

type ValueEvidence = 'number near' | 'no number' | 'name near' | 'no such name' | 'masked';

/** Whether a readable value of the asked type stands beside the words of the topic. */
function valueEvidence({ asked }: ResolvedQuestion, shown: readonly ScoredExcerpt[]): Record<ValueEvidence, number> {
  const none = { 'number near': 0, 'no number': 0, 'name near': 0, 'no such name': 0, masked: 0 };
  if (!asked || !isRecognised(asked) || shown.length === 0) return none;
  const near = Math.max(...shown.map(({ excerpt }) => excerpt.nearValue));
  const lacks = 1 - Math.max(...shown.map(({ excerpt }) => excerpt.value));
  if (!isNumeric(asked)) return { ...none, 'name near': Math.min(1, near), 'no such name': lacks };
  return { ...none, 'number near': Math.min(1, near), 'no number': lacks, masked: shown[0].excerpt.masked ? 1 : 0 };
}

/** Whether what was found is an answer. */
export function isAnswerable(evidence: Evidence): boolean {
  const model = answerabilityWeights();
  const names = Object.keys(evidence) as EvidenceName[];
  return names.reduce((sum, name) => sum + (model[name] ?? 0) * evidence[name], 0) > 0;
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
