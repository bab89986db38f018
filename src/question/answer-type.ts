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

const UNIT_PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/units.txt'));
/** Phrases that ask for a figure → the unit after the number; the first that is found decides. */
const UNITS: [RegExp, RegExp][] = [
  [phrasePattern(UNIT_PHRASES.words('percent')), /[%％]|百分/],
  [phrasePattern(UNIT_PHRASES.words('money')), /元/],
  [phrasePattern(UNIT_PHRASES.words('people')), /[人名]/],
  [phrasePattern(UNIT_PHRASES.words('years')), /年/],
  [DATE, /[年月日]/],
];
const MEASURE_WORD = /(?:多少|几)个?([个家户亩人名次条套头只支座处所件起万台场年天栋张棵株岁吨辆块元钱斤])/;

/** The unit that an asked figure has, as the reports write it: a pattern for the text after the number. */
export function unitIn(question: string): RegExp | undefined {
  const asked = MEASURE_WORD.exec(question)?.[1];
  if (asked === '钱') return /元/;
  if (asked) return new RegExp(asked === '名' || asked === '人' ? '[名人]' : asked);
  return UNITS.find(([phrases]) => phrases.test(question))?.[1];
}

const ASKING = phrasePattern(
  readWordLists(path.join(import.meta.dirname, 'phrases/asking.txt')).words('asking'),
  'g',
);

/** A normalised question without the words that only ask. */
export function withoutAsking(question: string): string {
  return question.replace(ASKING, ' ');
}
