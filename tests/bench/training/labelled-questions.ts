// Questions with labels for the training of the reading: those of understanding.jsonl, and with less weight what the types of
// the question sets tell of shapes.
import fs from 'node:fs';
import path from 'node:path';
import { parseWordLists } from '../../../src/language/index.ts';
import { type Reading, read } from '../../../src/question/reading.ts';
import { QUESTION_SETS } from '../question-sets.ts';

export interface LabelledQuestion {
  reading: Reading;
  lang: string;
  shape?: string;
  /** `none` where a question is about no part. */
  part?: string;
  continues?: boolean;
  weight: number;
  /** All labels, where they are given. */
  labels?: { agencies: string[]; period: object | null; topic: string[] };
}

const UNDERSTANDING = path.join(import.meta.dirname, '../../../../shared/eval/understanding.jsonl');

interface Line {
  lang: string;
  type: string;
  question: string;
  history?: string[];
  shape: string;
  part: string | null;
  agencies: string[];
  period: object | null;
  topic: string[];
}

const linesOf = (file: string): Line[] =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

export const understanding = (): LabelledQuestion[] =>
  linesOf(UNDERSTANDING).map((line) => ({
    reading: read(line.question),
    lang: line.lang,
    shape: line.shape,
    part: line.part ?? 'none',
    weight: 1,
    labels: line,
  }));

const CHANGES = 'changes the subject';

const SHAPE_OF_TYPE: Record<string, string> = { section: 'overview', fact: 'fact', figure: 'figure' };

/** @param weight of one question as an example of its shape */
export const questionSets = (weight: number): LabelledQuestion[] =>
  QUESTION_SETS.flatMap(({ file }) => linesOf(file)).map((line) => {
    const reading = read(line.question);
    const shape =
      line.type === 'compare'
        ? reading.features.reading.includes('names')
          ? 'comparison'
          : 'survey'
        : SHAPE_OF_TYPE[line.type];
    return {
      reading,
      lang: line.lang,
      ...(shape ? { shape } : {}),
      continues: (line.history ?? []).length > 0 && !reading.features.continuation.includes(CHANGES),
      weight,
    };
  });

/** The later questions of follow-ups.txt. */
export function followUps(): LabelledQuestion[] {
  const pairs = parseWordLists(fs.readFileSync(path.join(import.meta.dirname, 'follow-ups.txt'), 'utf8'));
  return ['continues', 'complete'].flatMap((label) =>
    (pairs.get(label) ?? []).map((pair) => {
      const question = pair.slice(pair.indexOf(' → ') + 3);
      return {
        reading: read(question),
        lang: /[\u3400-\u9fff]/.test(question) ? 'zh' : 'en',
        continues: label === 'continues',
        weight: 1,
      };
    }),
  );
}
