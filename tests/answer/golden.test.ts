// The questions about the sample reports: their scores, with a floor for each type of question.
// Raise a floor when the answers get better; never lower one to let a change pass.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answer } from '../../src/answer/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { type GoldQuestion, readGold, SAMPLE, scoreAnswer } from '../bench/score.ts';
import { sampleIndex, shownQuotes, unfaithful } from './sample.ts';

const FLOORS: Record<string, number> = {
  section: 0.93,
  fact: 0.82,
  figure: 0.57,
  compare: 0.52,
  followup: 0.7,
  none: 0.3,
};
const QUESTION_COUNT = 60;
/** The share of answerable questions that may be declined. */
const MAX_WRONG_REFUSALS = 0.2;

interface Row {
  question: GoldQuestion;
  answer: Answer;
  score: number;
}

let index: PassageIndex;
let rows: Row[];
beforeAll(async () => {
  const [built, gold] = await Promise.all([sampleIndex(), readGold(SAMPLE)]);
  if (!gold) throw new Error(`${SAMPLE.file} is missing`);
  index = built;
  rows = gold.questions.map((question) => {
    const given = answer(question.question, question.history ?? [], index);
    return { question, answer: given, score: scoreAnswer(question, given) };
  });
});

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const ofType = (type: string) => rows.filter(({ question }) => question.type === type);

/** Printed with a broken floor: the score of each type, and each question that lost points. */
function table(): string {
  const types = Object.entries(FLOORS).map(([type, floor]) => {
    const scores = ofType(type).map(({ score }) => score);
    return `${type.padEnd(10)} ${String(scores.length).padStart(3)}  ${mean(scores).toFixed(3)}  floor ${floor}`;
  });
  const misses = rows
    .filter(({ score }) => score < 1)
    .map(({ question, answer: given, score }) => {
      const first = shownQuotes(given)[0]?.text.slice(0, 40).replace(/\s+/g, ' ') ?? '';
      return `${question.id} ${question.type} ${score.toFixed(2)} ${question.question} → ${given.kind}: ${first}`;
    });
  return ['', ...types, '', ...misses, ''].join('\n');
}

describe('the questions about the sample reports', () => {
  it('are all asked, each of a type with a floor', () => {
    expect(rows).toHaveLength(QUESTION_COUNT);
    expect([...new Set(rows.map(({ question }) => question.type))].sort()).toEqual(
      Object.keys(FLOORS).sort(),
    );
  });

  it.each(Object.entries(FLOORS))('of the type %s are answered to %d at least', (type, floor) => {
    expect(mean(ofType(type).map(({ score }) => score)), table()).toBeGreaterThanOrEqual(floor);
  });

  it('are seldom declined where the reports do answer them', () => {
    const answerable = rows.filter(({ question }) => question.type !== 'none');
    const refused = answerable.filter(({ answer: given }) => !given.answered);
    expect(refused.length / answerable.length, table()).toBeLessThanOrEqual(MAX_WRONG_REFUSALS);
  });

  it('are answered with slices of the source only', () => {
    expect(
      unfaithful(
        index,
        rows.flatMap((row) => shownQuotes(row.answer)),
      ),
    ).toEqual([]);
  });

  it('are answered in the language in which they are asked', () => {
    const foreign = rows.filter(
      ({ question, answer: given }) =>
        given.language !== question.lang && !/[\u3400-\u9fff]/.test(question.question),
    );
    expect(foreign.map(({ question }) => question.question)).toEqual([]);
  });
});
