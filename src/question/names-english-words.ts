// The words of a question that may belong to an English name.
import type { NameSource } from './mentioned-name.ts';

export interface EnglishWord {
  text: string;
  start: number;
  end: number;
  isCapital: boolean;
  /** Of another clause than the word before. */
  breaks: boolean;
  isPossessive: boolean;
}
const WORD = /[a-z]+(?:[-’'.][a-z]+)*|\d+/g;

export function wordsOf({ text, normalised }: NameSource): EnglishWord[] {
  let before = 0;
  return [...normalised.matchAll(WORD)].map(({ index, 0: word }) => {
    const plain = word.replace(/[’']s?$/, '');
    const end = index + plain.length;
    const gap = normalised.slice(before, index);
    before = index + word.length;
    return {
      text: plain,
      start: index,
      end,
      isCapital: /[A-Z]/.test(text[index] ?? ''),
      breaks: !/^[ .’'&-]*$/.test(gap) || /\. $/.test(gap),
      isPossessive: plain !== word || /^[’']/.test(normalised.slice(end)),
    };
  });
}
