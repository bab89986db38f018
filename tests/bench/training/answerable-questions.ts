// The questions of all sets with the evidence for an answer.
import os from 'node:os';
import path from 'node:path';
import { judged } from '../../../src/answer/answer.ts';
import { openIndex } from '../../fixtures/read-reports.ts';
import { readQuestions } from '../questions.ts';
import type { WeighedQuestion } from './fit-answerability.ts';

const SHARED = path.join(import.meta.dirname, '../../../../shared');
/** Set → folder of the reports that it is about. */
const SETS: Record<string, string> = {
  dev: 'reports',
  more: 'reports',
  fresh: 'reports',
  published: 'corpora/published',
  english: 'corpora/english',
  documents: 'corpora/documents',
};

/** Those of which the evidence decides; a name or a shape decides of the others. */
export async function weighedQuestions(): Promise<WeighedQuestion[]> {
  const weighed: WeighedQuestion[] = [];
  for (const [set, folder] of Object.entries(SETS)) {
    const cache = path.join(os.tmpdir(), 'yinju-train-index', folder.replaceAll('/', '-'));
    const opened = await openIndex(path.join(SHARED, folder), cache);
    if (!opened.ok) throw new Error(opened.reason);
    for (const question of await readQuestions(path.join(SHARED, 'eval', `${set}.jsonl`))) {
      const { question: text, history = [], type } = question;
      const { answer, evidence } = judged(text, history, opened.index, { dares: true });
      if (!evidence || !answer.answered) continue;
      weighed.push({ set, evidence, answerable: type !== 'none' });
    }
  }
  return weighed;
}
