// Marks of emphasis that CommonMark leaves in the text because they are not set as it asks: blanks inside of
// them, more signs at one end than at the other, a pair around several paragraphs.

/** Each part is one run of the text between two signs: time grows with the length. */
const LOOSE = /\*\*([ \t\u00a0\u3000][^*\n]*|[^*\n]*[ \t\u00a0\u3000])\*\*/g;

/** `** 标题 **` without its marks. */
export const withoutLooseMarks = (words: string): string =>
  words.includes('**') ? words.replace(LOOSE, '$1') : words;

const PAIR_SIGN = /(?<!\*)\*\*(?!\*)/g;

/** Where the only sign in some words is that may open or close emphasis around several paragraphs. */
export function onlySign(words: string): { at: number; opens: boolean; closes: boolean } | undefined {
  const [sign, further] = words.matchAll(PAIR_SIGN);
  if (!sign || further) return undefined;
  const at = sign.index;
  return {
    at,
    opens: at === 0 && (words[at + 2] ?? '').trim() !== '',
    closes: (words[at - 1] ?? '').trim() !== '',
  };
}

export const withoutSign = (words: string, at: number): string => words.slice(0, at) + words.slice(at + 2);
