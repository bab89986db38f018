// A question as tokens: the same kind that passages are indexed by, so that every engine gets the same ones.
import { indexTokens, isStopWord, normalise, segment } from '../../src/language/index.ts';

/** The tokens of a question, each once. Words that only ask (什么, 多少, 了 …) are left out, as a reader would. */
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
