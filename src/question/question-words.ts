// The words of a question with parts of speech, segmented once for all who need them.
import { tagWords } from '../language/index.ts';

export interface QuestionWord {
  text: string;
  /** jieba's tag set; x for a word that is guessed from its characters. */
  tag: string;
  start: number;
  end: number;
}

export interface QuestionWords {
  words: QuestionWord[];
  /** Whether an offset lies inside a known Chinese word. */
  isInside(offset: number): boolean;
}

/** @param question normalised */
export function questionWords(question: string): QuestionWords {
  const inside = new Set<number>();
  let at = 0;
  const words = tagWords(question).map(({ word: text, tag }) => {
    const start = at;
    at += text.length;
    if (tag !== 'x' && text[0] >= '\u3400') for (let i = start + 1; i < at; i++) inside.add(i);
    return { text, tag, start, end: at };
  });
  return { words, isInside: (offset) => inside.has(offset) };
}
