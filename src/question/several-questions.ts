// Several questions in one message: the first is answered, the others are offered.

/** A text in its questions, in order; one that asks nothing belongs to the question after it, or before it at the end. */
const BOUNDARY = /[?？]+[\s]*|[。!！\n;；]+\s*|(?<!\d)\.\s+|(?<!\s)\s+(?=\d{1,2}[.、)）]\s?\D)/g;
const NUMBERING = /^\s*(?:\d{1,2}[.、)）]|[一二三四五][、.])\s*/;
const MAX_OTHERS = 5;
const ASKS =
  /[?？]|什么|啥|哪|谁|多少|几|怎么|咋|如何|吗|么|为何|有没有|是否|呢|咩|边个|点解|\b(?:what|who|which|where|when|why|how|list|compare|tell|give|show|summari[sz]e|is|are|do|does|did|has|have|any)\b/i;
const SHORTEST = 3;

export interface SeveralQuestions {
  /** With what is told before it. */
  first: string;
  others: string[];
}

/** @param isTalk whether a piece with a question mark asks nothing: 在吗？ 是吧？ */
export function severalQuestions(text: string, isTalk: (piece: string) => boolean): SeveralQuestions {
  const pieces = piecesOf(text);
  const asking = pieces.filter(({ words }) => words.trim().length >= SHORTEST && ASKS.test(words));
  const marked = asking.filter(({ words }) => /[?？]/.test(words));
  const several = marked.length >= 2 ? marked : numberedOf(pieces);
  const questions = several.length >= 2 ? several.filter(({ words }) => !isTalk(words)) : [];
  if (questions.length < 2) return { first: text, others: [] };
  const end = questions[0].start + questions[0].words.length;
  return {
    first: text.slice(0, end),
    others: questions.slice(1, MAX_OTHERS + 1).map(({ words }) => words.replace(NUMBERING, '').trim()),
  };
}

interface Piece {
  words: string;
  start: number;
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(BOUNDARY)) {
    pieces.push({ words: text.slice(start, index + mark.length), start });
    start = index + mark.length;
  }
  if (start < text.length) pieces.push({ words: text.slice(start), start });
  return pieces;
}

/** 1. …? 2. …, lines that each ask. */
const numberedOf = (pieces: readonly Piece[]): Piece[] => {
  const numbered = pieces.filter(({ words }) => NUMBERING.test(words) && ASKS.test(words));
  return numbered.length >= 2 ? numbered : [];
};
