// What the sentences of a part tell about its kind: the share of them that tell results, intend, lack, ask or rule.
import path from 'node:path';
import { normalise, phrasePattern, readWordLists } from '../../language/index.ts';
import type { Span } from '../span.ts';

const LISTS = readWordLists(path.join(import.meta.dirname, 'phrases/sentences.txt'));

const RESULTS = phrasePattern(LISTS.words('results'));
const PLANS = phrasePattern(LISTS.words('plans'));
const LACKS = phrasePattern(LISTS.words('lacks'));
const ASKS = phrasePattern(LISTS.words('asks'));
const RULES = phrasePattern(LISTS.words('rules'));

/** The share of sentences, 0 to 1, that have words of a group. */
export interface SentenceShares {
  count: number;
  results: number;
  plans: number;
  lacks: number;
  asks: number;
  rules: number;
}

/** So many sentences, spread evenly, stand for a part: a part of 10,000 takes no longer than one of 40. */
const MAX_SAMPLED = 40;
/** What stands further behind in a sentence seldom tells what it is about. */
const MAX_SENTENCE_LENGTH = 160;

export function sharesOf(text: string, sentences: readonly Span[]): SentenceShares {
  const step = Math.max(1, sentences.length / MAX_SAMPLED);
  const sample: string[] = [];
  for (let at = 0; at < sentences.length; at += step) {
    const { start, end } = sentences[Math.floor(at)];
    sample.push(normalise(text.slice(start, Math.min(end, start + MAX_SENTENCE_LENGTH))));
  }
  const share = (pattern: RegExp) =>
    sample.length === 0 ? 0 : sample.filter((sentence) => pattern.test(sentence)).length / sample.length;
  return {
    count: sentences.length,
    results: share(RESULTS),
    plans: share(PLANS),
    lacks: share(LACKS),
    asks: share(ASKS),
    rules: share(RULES),
  };
}
