// Joins two lines of a paragraph: with a space, without one, or without the hyphen at the line's end.
import { isWide } from './characters.ts';

/** Between two lines: `cut` characters are removed from the first one's end, then `words` are added. */
interface Joint {
  cut: number;
  words: string;
}

const NOTHING: Joint = { cut: 0, words: '' };
const SPACE: Joint = { cut: 0, words: ' ' };
const WITHOUT_HYPHEN: Joint = { cut: 1, words: '' };

const WORDS_APART = /[A-Za-z,.;] [A-Za-z]/;
const HYPHENATED_END = /(?<!\p{L})(\p{L}+)[-\u2010]$/u;
const LOWER_START = /^(\p{Ll}+)/u;
const WORD = /\p{L}+(?:[-\u2010]\p{L}+)*/gu;

/** Joins lines; the document's own words decide about hyphens. */
export class Joints {
  private readonly lines: readonly string[];
  private known: Set<string> | undefined;

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  between(text: string, next: string): Joint {
    if (isWide(text.at(-1)) || isWide(next[0])) return NOTHING;
    if (isChinese(text, next)) return NOTHING; // a full Chinese line breaks anywhere, within a number too
    const before = HYPHENATED_END.exec(text)?.[1];
    const after = LOWER_START.exec(next)?.[1];
    if (before === undefined || after === undefined) return /[-\u2010]$/.test(text) ? NOTHING : SPACE;
    return this.keepsHyphen(before, after) ? NOTHING : WITHOUT_HYPHEN;
  }

  /** Keeps a hyphen that the word has elsewhere in the document, or that joins two words of the document. */
  private keepsHyphen(before: string, after: string): boolean {
    this.known ??= wordsOf(this.lines);
    const { known } = this;
    const [first, second] = [before.toLowerCase(), after.toLowerCase()];
    if (known.has(`${first}-${second}`)) return true;
    return !known.has(first + second) && known.has(first) && known.has(second);
  }
}

/** The words of a document that no line end breaks. */
function wordsOf(lines: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    const found = [...line.matchAll(WORD)].map(([word]) => word.toLowerCase().replaceAll('\u2010', '-'));
    for (const word of found.slice(1, HYPHENATED_END.test(line) ? -1 : undefined)) words.add(word);
  }
  return words;
}

/** Latin letters and figures in Chinese text, without Latin words separated by spaces. */
const isChinese = (text: string, next: string): boolean =>
  [...text, ...next].some(isWide) && !WORDS_APART.test(text) && !WORDS_APART.test(next);
