// The stretches of a question that name a time.
import path from 'node:path';
import { phrasePattern, readWordLists } from '../language/index.ts';
import type { AskingSpan } from './asking-spans.ts';

const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/periods.txt'));
const PERIOD_WORDS = phrasePattern(PHRASES.words('period words'), 'g');

/** @param question normalised */
export const periodSpans = (question: string): AskingSpan[] =>
  [...question.matchAll(PERIOD_WORDS)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    group: 'period',
  }));
