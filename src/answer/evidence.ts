// What speaks for and against an answer, by name: how much of the topic was found, whether a value of the asked type
// stands there, whether the named author and the named period are there.
import { isOffice, isOutsidePeriod, type ResolvedQuestion } from '../question/index.ts';
import type { Report } from '../reports/index.ts';
import { CoverageMeter, type PassageIndex, textOf } from '../search/index.ts';
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
  /** How evenly the topic is covered by the best passage, its headings and its report's title. */
  'each covered': 1,
  'rarest covered': 1,
  /** For most of the topic the reports have no words. */
  'mostly missing': -1,
  score: 1,
  /** How far the best passage is ahead of the middle one. */
  'stands out': 1,
  'in headings': 1,
  /** Share of the next passages that are of the report of the best. */
  'same report': 1,
  'many concepts': 0,
  /** An office is named that wrote none of the reports, and no other author is. */
  'unknown office': -1,
  /** A name that no report is by, and that the best report does not hold. */
  'unmet name': -1,
  'named author': 1,
  'outside period': -1,
  'asks number': -1,
  /** Share of the topic in the clause of the best number and the one before. */
  'number near': 1,
  /** Share of the topic that was found, but not in the sentence of the number. */
  'number away': -1,
  'no number': -1,
  'name near': 1,
  'no such name': -1,
  /** It is asked whether something is there at all: share of the topic that was not found. */
  'existence, not covered': -1,
  overview: 0,
  survey: 0,
  /** The answer would be an overview. */
  'as overview': 0,
  continues: 0,
  part: 1,
} as const satisfies Record<string, -1 | 0 | 1>;

/** Passages that a reader sees. */
const SHOWN = 3;
const MOST = 0.5;
/** Passages after the best that tell whether its report is the one. */
const NEXT = 4;
/** A score of this many times the highest rarity of the library is as high as can be. */
const MAX_SCORE = 7.5;
/** No token of any report. */
const UNKNOWN = '';

/**
 * @param found passages, best first
 * @param isOverview whether the answer would be an overview
 */
export function evidenceFor(
  question: ResolvedQuestion,
  found: readonly ScoredExcerpt[],
  index: PassageIndex,
  isOverview: boolean,
): Evidence {
  const [best] = found;
  const highest = index.rarity(UNKNOWN);
  const topic = question.topic.filter(({ hint }) => !hint);
  const meter = new CoverageMeter(topic, (token) => index.rarity(token));
  const share = (worth: number) => (meter.total > 0 ? Math.min(1, worth / meter.total) : 0);
  const { reading, agencies, shapes } = question;
  const described = describedReports(question, index);
  const authors = [described, ...agencies.map(({ fits }) => fits)];
  const next = found.slice(1, 1 + NEXT);
  const flag = (is: boolean | undefined) => (is ? 1 : 0);
  return {
    always: 1,
    'each covered': best?.eachCovered ?? 0,
    'rarest covered': Math.min(1, (best?.rarestCovered ?? 0) / highest),
    'mostly missing': flag(share(meter.unknownConcepts((term) => index.hasWordsFor(term)).worth) > MOST),
    score: Math.min(1, (best?.score ?? 0) / (highest * MAX_SCORE)),
    'stands out': best && best.score > 0 ? Math.max(0, 1 - medianScore(found) / best.score) : 0,
    'in headings': share(best?.hit.signals.headings ?? 0),
    'same report': shareOf(next, ({ hit }) => hit.reportNumber === best.hit.reportNumber),
    'many concepts': Math.min(1, topic.length / 10),
    'unknown office': flag(unknownOffices(question).length > 0),
    'unmet name': flag(best && unmetNames(question, best.hit.reportNumber, index).length > 0),
    'named author': flag(best && authors.some((reports) => reports.has(best.hit.reportNumber))),
    'outside period': flag(best && isOutside(question, best.hit) && !saysYear(question, best)),
    ...valueEvidence(question, found.slice(0, SHOWN)),
    'existence, not covered': shapes.existence * (1 - (best?.eachCovered ?? 0)),
    overview: shapes.overview,
    survey: shapes.survey,
    'as overview': flag(isOverview),
    continues: flag(question.continues),
    part: flag(reading.part !== undefined),
  };
}

const medianScore = (found: readonly ScoredExcerpt[]): number => found[found.length >> 1].score;

const shareOf = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.length > 0 ? items.filter(holds).length / items.length : 0;

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

type ValueEvidence =
  | 'asks number'
  | 'number near'
  | 'number away'
  | 'no number'
  | 'name near'
  | 'no such name';

const NO_VALUE: Record<ValueEvidence, number> = {
  'asks number': 0,
  'number near': 0,
  'number away': 0,
  'no number': 0,
  'name near': 0,
  'no such name': 0,
};

const ASKS_YEAR = /[哪何]一?年|几几年|(?:which|what) years?\b/;

/** Whether a readable value of the asked type stands beside the words of the topic. */
function valueEvidence(
  { asked, reading }: ResolvedQuestion,
  shown: readonly ScoredExcerpt[],
): Record<ValueEvidence, number> {
  if (!asked || !isRecognised(asked) || shown.length === 0) return NO_VALUE;
  if (asked.type === 'date' && ASKS_YEAR.test(reading.normalised))
    // the report's own year may answer
    return { ...NO_VALUE, 'asks number': 1, 'number near': Math.min(1, shown[0].excerpt.nearValue) };
  const lacks = 1 - Math.max(...shown.map(({ excerpt }) => excerpt.value));
  if (!isNumeric(asked)) {
    const near = Math.max(...shown.map(({ excerpt }) => excerpt.nearValue));
    return { ...NO_VALUE, 'name near': Math.min(1, near), 'no such name': lacks };
  }
  // a passage that says as much of the topic as the best one may be the one that gives the number
  const { coverage, excerpt: best } = shown.reduce((nearest, each) =>
    each.coverage >= nearest.coverage && each.excerpt.nearValue > nearest.excerpt.nearValue ? each : nearest,
  );
  return {
    ...NO_VALUE,
    'asks number': 1,
    'number near': Math.min(1, best.nearValue),
    'number away': Math.max(0, coverage - best.inSentence),
    'no number': lacks,
  };
}
