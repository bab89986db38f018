// Whether a question is asked of several reports, and what they say: named subjects side by side, or a survey of all.
import { comparedSubjects, type ResolvedQuestion } from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { CitedQuote } from './cited-quote.ts';
import { comparison } from './comparison.ts';
import { type SurveyCount, survey } from './survey.ts';

/** An answer from several reports. */
export interface AcrossReports {
  quotes: CitedQuote[];
  further: CitedQuote[];
  /** Subjects of a comparison that no report mentions. */
  unmentioned: string[];
  /** Of a survey. */
  count?: SurveyCount;
}

/** A shape this likely is tried first. */
const LIKELY = 0.5;
/** Joined subjects are compared where the reading finds this at least. */
const POSSIBLE = 0.1;

/**
 * @param answerable whether the reports hold an answer at all
 * @returns undefined where the question is asked of one report
 */
export function acrossReports(
  question: ResolvedQuestion,
  index: PassageIndex,
  referents: Float64Array,
  answerable: boolean,
): AcrossReports | undefined {
  const { shapes } = question;
  const subjects = comparedSubjects(question, index);
  if (subjects.length >= 2 && (shapes.comparison > POSSIBLE || shapes.survey > POSSIBLE || shapes.fact + shapes.figure + shapes.overview > 0.3) && !question.cues.exception) {
    const { shown, further, silent } = comparison(question, index, subjects, referents);
    return { quotes: shown, further, unmentioned: silent };
  }
  if (shapes.survey > LIKELY && answerable) {
    const { shown, further, count } = survey(question, index, referents);
    return { quotes: shown, further, unmentioned: [], count };
  }
  return undefined;
}
