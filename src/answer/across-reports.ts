// Whether a question is asked of several reports, and what they say: named subjects side by side, or a survey of all.
import {
  askedAcross,
  comparedSubjects,
  type ResolvedQuestion,
  type Subject,
  type SurveyForm,
  surveyFormOf,
  withPartAsTopic,
} from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { CitedQuote } from './cited-quote.ts';
import { comparison } from './comparison.ts';
import { hasSectionKind } from './report-scope.ts';
import { type SurveyCount, survey } from './survey.ts';

/** An answer from several reports. */
export interface AcrossReports {
  quotes: CitedQuote[];
  further: CitedQuote[];
  /** Subjects of a comparison that no report mentions; reports that do not say what a survey asks for, where it asks for them. */
  unmentioned: string[];
  /** Of a survey. */
  count?: SurveyCount;
}

/** A shape this likely is tried first. */
const LIKELY = 0.5;
/** Subjects that no word joins are compared, and the reports of all years asked, where the reading finds this at least. */
const POSSIBLE = 0.1;

/** @returns undefined where the question is asked of one report */
export function acrossReports(
  question: ResolvedQuestion,
  index: PassageIndex,
  referents: Float64Array,
): AcrossReports | undefined {
  const { shapes, cues } = question;
  const { subjects, names, joined, author } = comparedSubjects(question, index);
  const compares = (joined || shapes.comparison > POSSIBLE) && !cues.exception;
  if (subjects.length >= 2 && compares) {
    const reports = subjects.flatMap((subject) => [...subject.reports]);
    const asked = bySupportedPart(askedAcross(question, names, index), reports, index);
    const { shown, further, silent } = comparison(asked, index, subjects, referents);
    return { quotes: shown, further, unmentioned: silent };
  }
  const form = surveyFormOf(question.reading.normalised);
  if (!isSurvey(question, form) || isOfOneReport(question, subjects)) return undefined;
  const asked = bySupportedPart(
    askedAcross(question, author ? names : [], index),
    [...index.reports.keys()],
    index,
  );
  const found = survey(asked, index, referents, form, cues.exception ? undefined : author);
  if (shapes.survey < LIKELY && found.isOfOthers()) return undefined;
  const { shown, further, count, silent } = found;
  return { quotes: shown, further, unmentioned: form.silent ? silent : [], count };
}

/** Groups of phrases that ask for several authors. */
const AUTHORS = ['authors', 'areas', 'who all'];

/** Groups of phrases about reports and what they tell. */
const REPORTS = ['report', 'mention', 'who all', 'one author'];

/** Likely one by its reading; or it asks for authors or reports, and names no author whose matter it might be. */
function isSurvey({ shapes, reading, agencies, cues }: ResolvedQuestion, { reports }: SurveyForm): boolean {
  if (shapes.survey > LIKELY) return true;
  // 哪年提到 asks which reports tell of a thing, 哪年动工 when it was
  const namesReports = reading.spans.some(({ group }) => REPORTS.includes(group));
  if (reports && (namesReports || shapes.survey > POSSIBLE)) return true;
  const asksAuthors = reading.spans.some(({ group }) => AUTHORS.includes(group));
  return asksAuthors && (cues.exception || agencies.every(({ fits }) => fits.size === 0));
}

/** Whether one report is named or described: who brought opera to the schools of that town. */
const isOfOneReport = (
  { agencies, description, cues }: ResolvedQuestion,
  subjects: readonly Subject[],
): boolean =>
  !cues.exception &&
  subjects.length === 1 &&
  subjects[0].reports.size === 1 &&
  (description.length > 0 || agencies.some(({ fits, isLocality }) => fits.size > 0 && !isLocality));

/** A part of which none of the reports has a section is none. */
const bySupportedPart = (
  question: ResolvedQuestion,
  reports: number[],
  index: PassageIndex,
): ResolvedQuestion =>
  question.sectionKind &&
  !reports.some((number) => hasSectionKind(index.reports[number], question.sectionKind))
    ? withPartAsTopic(question, index)
    : question;
