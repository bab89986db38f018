// The sets of questions that weights are fitted to and mechanisms are measured with, each with the reports that it is about.
import path from 'node:path';
import { PROJECT_ROOT } from './corpus.ts';
import type { GoldSet } from './score.ts';

const SHARED = path.join(PROJECT_ROOT, '..', 'shared');

const setOf = ([name, folder]: [name: string, folder: string]): GoldSet => ({
  name,
  file: path.join(SHARED, 'eval', `${name}.jsonl`),
  reports: path.join(SHARED, folder),
});

export const QUESTION_SETS: readonly GoldSet[] = (
  [
    ['dev', 'reports'],
    ['more', 'reports'],
    ['fresh', 'reports'],
    ['published', 'corpora/published'],
    ['english', 'corpora/english'],
    ['documents', 'corpora/documents'],
  ] satisfies [string, string][]
).map(setOf);
