// The questions of all sets with the evidence for an answer.
import { judged } from '../../../src/answer/answer.ts';
import { QUESTION_SETS } from '../question-sets.ts';
import { readQuestions } from '../questions.ts';
import type { WeighedQuestion } from './fit-answerability.ts';
import { trainingIndex } from './training-index.ts';

/** Those of which the evidence decides; a name or a shape decides of the others. */
export async function weighedQuestions(): Promise<WeighedQuestion[]> {
  const weighed: WeighedQuestion[] = [];
  for (const { name: set, file, reports } of QUESTION_SETS) {
    const index = await trainingIndex(reports);
    for (const question of await readQuestions(file)) {
      const { question: text, history = [], type } = question;
      const { answer, evidence } = judged(text, history, index, { dares: true });
      if (!evidence || !answer.answered) continue;
      weighed.push({ set, evidence, answerable: type !== 'none' });
    }
  }
  return weighed;
}
