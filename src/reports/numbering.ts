// Numbering that a line shows by itself: 一、 （一） 1. （1） ① 一是 —— 第一部分 •. What only a run of lines shows to be
// numbering (第三条, 3.2, Article 3, (b)): numbering-runs.ts.
import { parseChineseNumeral } from '../language/index.ts';

/**
 * In the order in which documents nest them (GB/T 9704: 一、 （一） 1. （1）; laws: 编 章 节 条; English: Part, Chapter,
 * Section, Article, I., A., 1., 1.1, (1), (a), (i)).
 */
export const NUMBERING_STYLES = [
  'part',
  'annex',
  'chapter',
  'section',
  'article',
  'roman',
  'han',
  'han-brackets',
  'letter',
  'arabic',
  'decimal',
  'arabic-brackets',
  'letter-brackets',
  'roman-brackets',
  'circled',
  'bullet',
  'dash',
] as const;

export type NumberingStyle = (typeof NUMBERING_STYLES)[number];

/** A numbering at the start of a line: `length` units long, the `ordinal`-th of its style (0 for a dash or a bullet). */
export interface Numbering {
  style: NumberingStyle;
  ordinal: number;
  length: number;
  /** What the number is looked up by, see `numberKey`; the ordinal where there is none. */
  key?: string;
}

const HAN = '[一二三四五六七八九十]{1,3}';
/** Numerals of cheques, one to ten, which number the chapters of papers from Taiwan and Hong Kong. */
const FORMAL_NUMERALS = ['壹', '贰貳', '叁參参', '肆', '伍', '陆陸', '柒', '捌', '玖', '拾'];
const FORMAL = FORMAL_NUMERALS.join('');
/** 贰拾参 as 二十三. */
const plainNumeral = (text: string): string =>
  [...text]
    .map((sign) => '一二三四五六七八九十'[FORMAL_NUMERALS.findIndex((same) => same.includes(sign))] ?? sign)
    .join('');

/** The sign of a list item. */
const BULLET = /^()(?:[-+*–·]\s+|[•●○▪■□◆◇►▶➢➤✓✔‣⁃]\s*)(?=\S)/;
/** A longer blank after it is none. */
const MAX_BULLET_LENGTH = 8;

/** The length of the bullet that a text begins with, the blank after it included; 0 where it begins with none. */
export const bulletLength = (text: string): number =>
  BULLET.exec(text.slice(0, MAX_BULLET_LENGTH))?.[0].length ?? 0;

const PATTERNS: [NumberingStyle, RegExp][] = [
  ['chapter', new RegExp(`^第(${HAN}|\\d{1,2})(?:部分|章|篇)[\\s、：:]*`)],
  ['chapter', new RegExp(`^([${FORMAL}]{1,3})\\s*[、．.]\\s*`)],
  ['han', new RegExp(`^(${HAN})\\s*[、．.]\\s*`)],
  ['han-brackets', new RegExp(`^[（(]\\s*(${HAN})\\s*[）)]\\s*[、.．]?\\s*`)],
  ['arabic', /^(\d{1,2})\s*(?:[、．]|\.(?!\d(?!\d{3}年)))\s*/],
  ['arabic-brackets', /^[（(]?\s{0,2}(\d{1,2})\s{0,2}[）)]\s*[、.．]?\s*/],
  ['circled', /^([①②③④⑤⑥⑦⑧⑨⑩])\s*/],
  ['dash', /^()(?:——|--|—)\s*(?=[\u4e00-\u9fff])/],
  ['bullet', BULLET],
];

export function numberingOf(line: string): Numbering | undefined {
  for (const [style, pattern] of PATTERNS) {
    const match = pattern.exec(line);
    if (match) return { style, ordinal: ordinalOf(style, match[1]), length: match[0].length };
  }
  return undefined;
}

function ordinalOf(style: NumberingStyle, text: string): number {
  if (style === 'dash' || style === 'bullet') return 0;
  if (style === 'circled') return '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(text) + 1;
  return /^\d/.test(text) ? Number(text) : (parseChineseNumeral(plainNumeral(text)) ?? 0);
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
  /^(?:[一二三四五六七八九十]+(?:是|要)|[（(]?\d+[）).、]|[（(][一二三四五六七八九十a-zA-Z]+[）)]|[-*•●▪–]\s|[a-zA-Z][.)]\s)/;

/** Whether a sentence begins with the mark of a point: 一是, 2., （三）, (b), •. */
export const beginsPoint = (sentence: string): boolean => POINT_BEGINNING.test(sentence);
