// How a survey wants its reports: over the years, the first or the last of them, or those that do not say it.
import path from 'node:path';
import { phrasePattern, readWordLists } from '../language/index.ts';

const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/subjects.txt'));
const REPORTS = phrasePattern(PHRASES.words('reports'));
const FIRST = phrasePattern(PHRASES.words('first'));
const LAST = phrasePattern(PHRASES.words('last'));
const SILENT = phrasePattern(PHRASES.words('silent'));

export interface SurveyForm {
  /** By their value, or in the order of time, from the first or from the last. */
  order: 'best' | 'earliest' | 'latest';
  /** The reports of all years are asked for the ones that say it. */
  reports: boolean;
  /** Those that do not say it are asked for. */
  silent: boolean;
}

/** @param question normalised */
export function surveyFormOf(question: string): SurveyForm {
  const reports = REPORTS.test(question);
  const isFirst = FIRST.test(question);
  return {
    order: isFirst
      ? 'earliest'
      : LAST.test(question)
        ? 'latest'
        : reports && /年|year/.test(question)
          ? 'earliest'
          : 'best',
    reports,
    silent: SILENT.test(question),
  };
}
