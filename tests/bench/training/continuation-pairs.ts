// Pairs of questions over the reports of the question sets: follow-ups after the question that they continue, complete questions
// after one that has nothing to do with them.
import fs from 'node:fs';
import { answer } from '../../../src/answer/index.ts';
import { continuationEvidence, foundElsewhere, understand } from '../../../src/question/index.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import { QUESTION_SETS } from '../question-sets.ts';
import type { Observation } from './logistic.ts';
import { trainingIndex } from './training-index.ts';

/** Steps through the questions that stand before another one. */
const STRIDE = 37;

export interface ObservedPair extends Observation {
  set: string;
}

interface Line {
  question: string;
  history?: string[];
}

export async function observedPairs(): Promise<ObservedPair[]> {
  const pairs: ObservedPair[] = [];
  for (const { name: set, file, reports } of QUESTION_SETS) {
    const index = await trainingIndex(reports);
    const lines: Line[] = fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => JSON.parse(line));
    const complete = lines.filter(({ history = [] }) => history.length === 0);
    for (const { question, history = [] } of lines) {
      const before = history.at(-1) ?? complete[(pairs.length * STRIDE) % complete.length].question;
      const pair = observed(question, before, history.length > 0, index);
      if (pair && question !== before) pairs.push({ ...pair, set });
    }
  }
  return pairs;
}

/** Undefined for small talk. */
function observed(
  text: string,
  before: string,
  label: boolean,
  index: PassageIndex,
): Observation | undefined {
  const question = understand(text, index);
  if (
    question.reading.shape === 'chat' ||
    question.reading.features.continuation.includes('changes the subject')
  )
    return undefined;
  const earlier = understand(before, index);
  const given = answer(before, [], index);
  const report = given.answered ? index.reportNumber(given.quotes[0].reportId) : undefined;
  const elsewhere =
    report === undefined || question.topic.length === 0 ? 0 : foundElsewhere(question, report, index);
  return { values: { ...continuationEvidence(question, earlier), 'found elsewhere': elsewhere }, label };
}
