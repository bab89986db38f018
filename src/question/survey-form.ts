// How a survey wants its reports: over the years, the first or the last of them, or those that do not say it.
import path from 'node:path';
import { phrasePattern, readWordLists } from '../language/index.ts';

const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/subjects.txt'));
const YEARS = phrasePattern(PHRASES.words('years'));
const FIRST = phrasePattern(PHRASES.words('first'));
const LAST = phrasePattern(PHRASES.words('last'));
const SILENT = phrasePattern(PHRASES.words('silent'));

export interface SurveyForm {
  /** By their value, or in the order of time, from the first or from the last. */
  order: 'best' | 'earliest' | 'latest';
  /** Several years are asked about. */
  years: boolean;
  /** Those that do not say it are asked for. */
  silent: boolean;
}

/** @param question normalised */
export function surveyFormOf(question: string): SurveyForm {
  const years = YEARS.test(question);
  return {
    order: FIRST.test(question) || years ? 'earliest' : LAST.test(question) ? 'latest' : 'best',
    years,
    silent: SILENT.test(question),
  };
}
