// A question as tokens of the kind that passages are indexed by, the same for every engine.
import { indexTokens, isStopWord, normalise, segment } from '../../src/language/index.ts';

/** The distinct tokens of a question without question words and particles (什么, 多少, 了 …). */
export function questionTokens(question: string): string[] {
  const stretches: string[] = [];
  let stretch = '';
  for (const word of segment(normalise(question))) {
    if (isStopWord(word)) {
      stretches.push(stretch);
      stretch = '';
    } else stretch += word;
  }
  stretches.push(stretch);
  return [...new Set(stretches.flatMap(indexTokens))];
}
