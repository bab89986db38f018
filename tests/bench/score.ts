// Scores an answer against its gold quotes, by the rules of the evaluation: short answers by their first 600
// characters of quotes, overviews and comparisons by their first 1,800, a question without an answer by an
// honest no.
import os from 'node:os';
import path from 'node:path';
import type { Answer } from '../../src/answer/index.ts';
import { type GoldQuestion, type GoldQuote, readQuestions } from './questions.ts';

export type { GoldQuestion };

const ROOT = path.join(import.meta.dirname, '../..');

/** A set of questions with gold quotes, and the folder of reports they are about. */
export interface GoldSet {
  name: string;
  reports: string;
  file: string;
}

export const SAMPLE: GoldSet = {
  name: 'sample questions',
  reports: path.join(ROOT, 'index-data/reports'),
  file: path.join(ROOT, 'tests/golden/sample-questions.jsonl'),
};

/** Reads a set; undefined where it is missing. */
export async function readGold(
  set: GoldSet,
): Promise<(GoldSet & { questions: GoldQuestion[]; indexFolder: string }) | undefined> {
  try {
    const questions = await readQuestions(set.file);
    return { ...set, questions, indexFolder: path.join(os.tmpdir(), 'yinju-bench-index') };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const SHORT_BUDGET = 600;
const LONG_BUDGET = 1800;
const MANY_SPANS = 3;
/** White space and the marks of Markdown count nothing. */
const squeeze = (text: string) => text.replace(/[\s*|]+/g, '');

/** 0 to 1. */
export function scoreAnswer({ type, gold, alt = [] }: GoldQuestion, answer: Answer): number {
  if (type === 'none') return answer.answered ? 0 : 1;
  const long = type === 'section' || type === 'compare' || (type === 'followup' && gold.length >= MANY_SPANS);
  const shown = cut(answer, long ? LONG_BUDGET : SHORT_BUDGET);
  const holds = ({ file, quote }: GoldQuote) =>
    shown.some((each) => isFile(each.file, file) && each.text.includes(squeeze(quote)));
  if (long) return shareOf(gold, alt, holds);
  return gold.every(holds) || alt.some(holds) ? 1 : 0;
}

/** A file may be named without its folder. */
const isFile = (name: string, gold: string): boolean => name === gold || name.endsWith(`/${gold}`);

/** The share of the gold quotes that an answer holds; an alternative makes up for one of the same file. */
function shareOf(gold: GoldQuote[], alt: GoldQuote[], holds: (quote: GoldQuote) => boolean): number {
  let held = 0;
  for (const file of new Set(gold.map((quote) => quote.file))) {
    const own = gold.filter((quote) => quote.file === file);
    const others = alt.filter((quote) => quote.file === file);
    held += Math.min(own.length, own.filter(holds).length + others.filter(holds).length);
  }
  return held / gold.length;
}

function cut(answer: Answer, budget: number): { file: string; text: string }[] {
  let left = budget;
  return (answer.answered ? answer.quotes : []).flatMap(({ file, text }) => {
    const shown = text.slice(0, Math.max(0, left));
    left -= shown.length;
    return shown ? [{ file, text: squeeze(shown) }] : [];
  });
}
