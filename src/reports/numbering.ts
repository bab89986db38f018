// The numbering styles of Chinese official documents: 一、 （一） 1. （1） ① 一是 —— 第一部分.
import { parseChineseNumeral } from '../language/index.ts';

/** In the order in which official documents nest them (GB/T 9704: 一、 （一） 1. （1）). */
export type NumberingStyle =
  | 'chapter'
  | 'han'
  | 'han-brackets'
  | 'arabic'
  | 'arabic-brackets'
  | 'circled'
  | 'dash';

/** A numbering at the start of a line: `length` units long, the `ordinal`-th of its style (0 for a dash). */
export interface Numbering {
  style: NumberingStyle;
  ordinal: number;
  length: number;
}

const HAN = '[一二三四五六七八九十]{1,3}';
const PATTERNS: [NumberingStyle, RegExp][] = [
  ['chapter', new RegExp(`^第(${HAN}|\\d{1,2})(?:部分|章|篇)[\\s、：:]*`)],
  ['han', new RegExp(`^(${HAN})\\s*[、．.]\\s*`)],
  ['han-brackets', new RegExp(`^[（(]\\s*(${HAN})\\s*[）)]\\s*[、.．]?\\s*`)],
  ['arabic', /^(\d{1,2})\s*(?:[、．]|\.(?!\d(?!\d{3}年)))\s*/],
  ['arabic-brackets', /^[（(]\s*(\d{1,2})\s*[）)]\s*[、.．]?\s*/],
  ['circled', /^([①②③④⑤⑥⑦⑧⑨⑩])\s*/],
  ['dash', /^()(?:——|--|—)\s*(?=[\u4e00-\u9fff])/],
];

export function numberingOf(line: string): Numbering | undefined {
  for (const [style, pattern] of PATTERNS) {
    const match = pattern.exec(line);
    if (match) return { style, ordinal: ordinalOf(style, match[1]), length: match[0].length };
  }
  return undefined;
}

function ordinalOf(style: NumberingStyle, text: string): number {
  if (style === 'dash') return 0;
  if (style === 'circled') return '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(text) + 1;
  return /^\d/.test(text) ? Number(text) : (parseChineseNumeral(text) ?? 0);
}

const POINT_MARK = new RegExp(`^(${HAN})(?:是要|是|要)(?=[^，。；])`);
const ORDINAL_WORDS = ['首先', '其次', '再次', '最后'];

/**
 * The ordinal of a point inside a paragraph (一是…, 二要…, 首先…), and the length of its mark.
 * @param expected the next ordinal in order: 十一扎实开展… has no 是 and is a point only where eleven is expected
 */
export function pointOf(sentence: string, expected: number): { ordinal: number; length: number } | undefined {
  const match = POINT_MARK.exec(sentence);
  const ordinal = match ? parseChineseNumeral(match[1]) : undefined;
  if (match && ordinal) return { ordinal, length: match[0].length };
  const word = ORDINAL_WORDS.findIndex((candidate) => sentence.startsWith(`${candidate}，`));
  if (word >= 0) return { ordinal: word + 1, length: ORDINAL_WORDS[word].length + 1 };
  const bare = /^(十[一二三四五六七八九]?)(?=[\u4e00-\u9fff])/.exec(sentence);
  if (bare && expected > 1 && parseChineseNumeral(bare[1]) === expected)
    return { ordinal: expected, length: bare[1].length };
  return undefined;
}

const POINT_BEGINNING =
  /^(?:[一二三四五六七八九十]+(?:是|要)|[（(]?\d+[）).、]|[（(][一二三四五六七八九十]+[）)])/;

/** Whether a sentence begins with the number of a point: 一是, 2., （三）. */
export const beginsPoint = (sentence: string): boolean => POINT_BEGINNING.test(sentence);
