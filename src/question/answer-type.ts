// Which kinds of answer a question's words allow, and the unit of an asked figure.

import path from 'node:path';
import { phrasePattern, readWordLists } from '../language/index.ts';

const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/answer-types.txt'));
const SURVEY = phrasePattern(PHRASES.words('survey'));
const COMPARISON = phrasePattern(PHRASES.words('comparison'));
const POINTS = phrasePattern(PHRASES.words('points'));
const WHOLE = phrasePattern(PHRASES.words('whole'));
const FIGURE = phrasePattern(PHRASES.words('figure'));
const DATE = phrasePattern(PHRASES.words('date'));
const REASON = phrasePattern(PHRASES.words('reason'));
const EXCEPTION = phrasePattern(PHRASES.words('exception'));
const JOINED = /[\u4e00-\u9fff](?:和|跟|与|、|vs)[\u4e00-\u9fff]|\band\b|\bvs\b/;

/** Cues of the answer type in a question's words. */
export interface AnswerTypeCues {
  /** Which of all reports or authors. */
  survey: boolean;
  comparison: boolean;
  /** The points of a section. */
  points: boolean;
  /** A number or a date. */
  figure: boolean;
  /** Two things are named together: A和B. */
  joined: boolean;
  /** A reason is asked for. */
  reason: boolean;
  /** What is named is left out: 除了统计局还有…. */
  exception: boolean;
  /** All points are asked for expressly. */
  whole: boolean;
}

/** The cues in a normalised question. */
export function answerTypeCuesIn(question: string): AnswerTypeCues {
  return {
    survey: SURVEY.test(question),
    comparison: COMPARISON.test(question),
    points: POINTS.test(question),
    figure: FIGURE.test(question) || DATE.test(question),
    joined: JOINED.test(question),
    reason: REASON.test(question),
    exception: EXCEPTION.test(question),
    whole: WHOLE.test(question),
  };
}

const ASKING = phrasePattern(
  readWordLists(path.join(import.meta.dirname, 'phrases/asking.txt')).words('asking'),
  'g',
);

/** A normalised question without the words that only ask. */
export function withoutAsking(question: string): string {
  return question.replace(ASKING, ' ');
}
