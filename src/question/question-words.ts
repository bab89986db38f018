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

/** A guessed word that begins with the end of a name: 站求 after 水产. */
const KIND_FIRST = /^[局站所镇乡县区村院队厅委办省市][\u3400-\u9fff]+$/;

let last: { question: string; words: QuestionWords } | undefined;

/** @param question normalised */
export function questionWords(question: string): QuestionWords {
  if (last?.question !== question) last = { question, words: wordsOf(question) };
  return last.words;
}

function wordsOf(question: string): QuestionWords {
  const inside = new Set<number>();
  let at = 0;
  const tagged = tagWords(question).flatMap(({ word, tag }) =>
    tag === 'x' && KIND_FIRST.test(word)
      ? [
          { word: word[0], tag },
          { word: word.slice(1), tag },
        ]
      : [{ word, tag }],
  );
  const words = tagged.map(({ word: text, tag }) => {
    const start = at;
    at += text.length;
    if (tag !== 'x' && text[0] >= '\u3400') for (let i = start + 1; i < at; i++) inside.add(i);
    return { text, tag, start, end: at };
  });
  return { words, isInside: (offset) => inside.has(offset) };
}
