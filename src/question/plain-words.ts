// The words of a question as a plain full-text search takes them, whatever the reading makes of them: a word
// that was read as asking, as a unit or as a name still finds the passages that hold it.
import { englishWords, isStopWord, segment } from '../language/index.ts';
import type { Concept, PassageIndex } from '../search/index.ts';
import { CERTAINTY, inEnglish, variant } from './variant.ts';

/** Of a pasted page only so many words are looked for. */
const MAX_WORDS = 48;

/**
 * Chinese by pairs of characters between stop words, English by words in all their forms; all of equal weight.
 * @param question normalised
 */
export function plainWords(question: string, index: PassageIndex): Concept[] {
  const words = new Map<string, Concept>();
  const add = (label: string, variants: Concept['variants']) => {
    if (!words.has(label) && words.size < MAX_WORDS)
      words.set(label, { label, weight: 1, variants, hint: true });
  };
  for (const [run] of question.matchAll(/[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g)) {
    if (run < '\u3400') {
      for (const word of englishWords(run).filter((each) => !isStopWord(each)))
        add(word, inEnglish([word], CERTAINTY.own, true, index));
      continue;
    }
    for (const pair of contentRuns(run).flatMap(pairsOf)) add(pair, [variant(pair, CERTAINTY.own, true)]);
  }
  return [...words.values()];
}

/** What is left of a run between its stop words. */
function contentRuns(run: string): string[] {
  const runs = [''];
  for (const word of segment(run)) {
    if (isStopWord(word)) runs.push('');
    else runs[runs.length - 1] += word;
  }
  return runs;
}

const pairsOf = (run: string): string[] =>
  Array.from({ length: Math.max(0, run.length - 1) }, (_, i) => run.slice(i, i + 2));
