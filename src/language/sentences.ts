// Sentence ends in Chinese and English text.

/** Marks that end a sentence, and marks that may follow them. */
const TERMINAL = /[。！？!?…]/;
const CLOSING = /[”’"'）)」』》】\]]/;

/** True where the last mark ends a sentence or announces something (： and ； included). */
export function endsSentence(line: string): boolean {
  return /[。！？!?；;：:…][”’"'）)」』》】\]]*\s*$/.test(line) || /\.[”’"')\]]*\s*$/.test(line);
}

/**
 * The ends of sentences and of clauses closed by a semicolon.
 * @param text one paragraph
 * @returns offsets just after each end mark, ascending; `clause` where it is a semicolon
 */
export function sentenceEnds(text: string): { end: number; clause: boolean }[] {
  const ends: { end: number; clause: boolean }[] = [];
  for (let i = 0; i < text.length; i++) {
    const clause = text[i] === '；' || text[i] === ';';
    if (!clause && !TERMINAL.test(text[i]) && !isEnglishFullStop(text, i)) continue;
    let end = i + 1;
    while (end < text.length && (TERMINAL.test(text[end]) || CLOSING.test(text[end]))) end++;
    ends.push({ end, clause });
    i = end - 1;
  }
  return ends;
}

const ABBREVIATION = /\b(No|Mr|Ms|Dr|vs|etc|e\.g|i\.e)$/;

/** A full stop after a word and before white space or the end; not the point of 3.6 or of "No. 5". */
function isEnglishFullStop(text: string, at: number): boolean {
  return (
    text[at] === '.' &&
    /[A-Za-z)"'”\d]/.test(text[at - 1] ?? '') &&
    /^["'”)]?(\s|$)/.test(text.slice(at + 1, at + 3)) &&
    !/(?:^|[\n。！？；])\s{0,3}\d{1,2}$/.test(text.slice(Math.max(0, at - 4), at)) && // 1. is a list number
    !ABBREVIATION.test(text.slice(Math.max(0, at - 4), at))
  );
}
