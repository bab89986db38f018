// What speaks for and against an answer, by name: how much of the topic was found, whether a value of the asked type
// stands there, whether the named author and the named period are there.
import { isOffice, isOutsidePeriod, type ResolvedQuestion } from '../question/index.ts';
import type { Report } from '../reports/index.ts';
import { type Concept, CoverageMeter, type PassageIndex, textOf } from '../search/index.ts';
import type { ScoredExcerpt } from './facts.ts';
import { describedReports } from './report-scope.ts';
import { isNumeric, isRecognised } from './values.ts';

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
  'rarest covered': 1,
  'rarest uncovered': -1,
  /** Shares of the topic for which the reports have no words. */
  missing: -1,
  'any absent': -1,
  margin: 1,
  score: 1,
  'score share': 1,
  'in headings': 1,
  'no topic': 0,
  'many concepts': 0,
  /** An office is named that wrote none of the reports, and no other author is. */
  'unknown office': -1,
  /** A name that no report is by, and that the best report does not hold. */
  'unmet name': -1,
  'named author': 1,
  'no name': 0,
  'outside period': -1,
  'number near': 1,
  /** Share of the topic that was found, but not beside the number. */
  'number away': -1,
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
  const { reading, agencies, shapes } = question;
  const described = describedReports(question, index);
  const authors = [described, ...agencies.map(({ fits }) => fits)];
  const coverage = best?.coverage ?? 0;
  const flag = (is: boolean | undefined) => (is ? 1 : 0);
  return {
    always: 1,
    coverage,
    'coverage squared': coverage * coverage,
    'sentence coverage': share(best?.sentenceWorth ?? 0),
    'rarest covered': Math.min(1, (best?.rarestCovered ?? 0) / HIGHEST_RARITY),
    'rarest uncovered': Math.min(1, (best?.rarestUncovered ?? HIGHEST_RARITY) / HIGHEST_RARITY),
    missing: share(meter.unknownConcepts((term) => index.hasWordsFor(term)).worth),
    'any absent': flag(absent.length > 0),
    margin: best && second ? Math.min(1, (best.score - second.score) / Math.max(1, best.score)) : 0,
    score: Math.min(1, (best?.score ?? 0) / MAX_SCORE),
    'score share': share(best?.hit.signals.body ?? 0, 2),
    'in headings': share(best?.hit.signals.headings ?? 0),
    'no topic': flag(topic.length === 0),
    'many concepts': Math.min(1, topic.length / 10),
    'unknown office': flag(unknownOffices(question).length > 0),
    'unmet name': flag(best && unmetNames(question, best.hit.reportNumber, index).length > 0),
    'named author': flag(best && authors.some((reports) => reports.has(best.hit.reportNumber))),
    'no name': flag(agencies.length === 0 && described.size === 0),
    'outside period': flag(best && isOutside(question, best.hit) && !saysYear(question, best)),
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

/** The offices that a question names, where none of its names is an author. */
export function unknownOffices({ agencies }: ResolvedQuestion): string[] {
  if (agencies.some(({ fits }) => fits.size > 0)) return [];
  return agencies.filter(isOffice).map(({ text }) => text);
}

/** Names that no report is by and that a report does not hold. */
function unmetNames({ agencies, topic }: ResolvedQuestion, report: number, index: PassageIndex): string[] {
  return agencies
    .filter(({ fits }) => fits.size === 0)
    .map(({ text }) => text)
    .filter((name) => {
      const concepts = topic.filter(({ label }) => name.includes(label));
      return concepts.some((concept) => index.reportScores([concept])[report] === 0);
    });
}

/** Whether a report is of another time than the named one; a report may be called by the year in which it was given. */
export function isOutside(
  { period, sectionKind }: ResolvedQuestion,
  { report }: { report: Report },
): boolean {
  if (!period || (period.year !== undefined && report.title.includes(String(period.year)))) return false;
  return isOutsidePeriod(period, report, sectionKind);
}

/** A report may tell of other years than its own. */
export const saysYear = ({ period }: ResolvedQuestion, { hit }: ScoredExcerpt): boolean =>
  period?.year !== undefined && textOf(hit).includes(String(period.year));

type ValueEvidence = 'number near' | 'number away' | 'no number' | 'name near' | 'no such name' | 'masked';

const ASKS_YEAR = /[哪何]一?年|几几年|(?:which|what) years?\b/;

/** Whether a readable value of the asked type stands beside the words of the topic. */
function valueEvidence(
  { asked, reading }: ResolvedQuestion,
  shown: readonly ScoredExcerpt[],
): Record<ValueEvidence, number> {
  const none = {
    'number near': 0,
    'number away': 0,
    'no number': 0,
    'name near': 0,
    'no such name': 0,
    masked: 0,
  };
  if (!asked || !isRecognised(asked) || shown.length === 0) return none;
  if (asked.type === 'date' && ASKS_YEAR.test(reading.normalised)) return none; // the report's own year may answer
  const near = Math.max(...shown.map(({ excerpt }) => excerpt.nearValue));
  const lacks = 1 - Math.max(...shown.map(({ excerpt }) => excerpt.value));
  if (!isNumeric(asked)) return { ...none, 'name near': Math.min(1, near), 'no such name': lacks };
  return {
    ...none,
    'number near': Math.min(1, near),
    'number away': Math.max(0, shown[0].coverage - near),
    'no number': lacks,
    masked: shown[0].excerpt.masked ? 1 : 0,
  };
}
