// Whether a question is asked of several reports, and what they say: named subjects side by side, or a survey of all.
import { askedAcross, comparedSubjects, type ResolvedQuestion, withPartAsTopic } from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { CitedQuote } from './cited-quote.ts';
import { comparison } from './comparison.ts';
import { hasSectionKind } from './report-scope.ts';
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
/** Subjects that no word joins are compared where the reading finds this at least. */
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
  const { shapes, cues } = question;
  const { subjects, names, joined } = comparedSubjects(question, index);
  const compares = (joined || shapes.comparison > POSSIBLE) && !cues.exception;
  if (subjects.length >= 2 && compares) {
    const reports = subjects.flatMap((subject) => [...subject.reports]);
    const asked = bySupportedPart(askedAcross(question, names, index), reports, index);
    const { shown, further, silent } = comparison(asked, index, subjects, referents);
    return { quotes: shown, further, unmentioned: silent };
  }
  if (!answerable || !isSurvey(question)) return undefined;
  const asked = bySupportedPart(askedAcross(question, [], index), [...index.reports.keys()], index);
  const { shown, further, count } = survey(asked, index, referents);
  return { quotes: shown, further, unmentioned: [], count };
}

/** Groups of phrases that ask for several authors. */
const AUTHORS = ['authors', 'areas', 'who all'];

/** Likely one by its reading; or it asks for authors and names none, whose matter it might be. */
function isSurvey({ shapes, reading, agencies, cues }: ResolvedQuestion): boolean {
  if (shapes.survey > LIKELY) return true;
  const asksAuthors = cues.survey || reading.spans.some(({ group }) => AUTHORS.includes(group));
  return asksAuthors && agencies.every(({ fits }) => fits.size === 0);
}

/** A part of which none of the reports has a section is none. */
const bySupportedPart = (question: ResolvedQuestion, reports: number[], index: PassageIndex): ResolvedQuestion =>
  question.sectionKind && !reports.some((number) => hasSectionKind(index.reports[number], question.sectionKind))
    ? withPartAsTopic(question, index)
    : question;
