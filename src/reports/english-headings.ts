// Headings of English documents that have neither number nor mark: a short line by itself, in capitals, in title case or like
// a sentence without its full stop.
import path from 'node:path';
import { endsSentence, readWordLists } from '../language/index.ts';
import type { TextLine } from './text-line.ts';

const SMALL = new Set(readWordLists(path.join(import.meta.dirname, 'small-words.txt')).words('small'));
const MAX_LENGTH = 80;
const MAX_WORDS = 12;
/** A heading like a sentence is shorter, and a text follows it. */
const MAX_SENTENCE_WORDS = 8;
const MIN_TEXT_LENGTH = 50;
const MIN_TEXT_WORDS = 6;

/** Whether a text is in Latin letters. */
export const isLatin = (text: string): boolean =>
  /[A-Za-z]/.test(text) && !/[\u3040-\u30ff\u3400-\u9fff]/.test(text);

const wordsOf = (text: string): string[] => text.split(/\s+/);

/** A line whose letters are all capitals: FINANCE REPORT, Q3 RESULTS. */
export const isInCapitals = (text: string): boolean => /[A-Z].*[A-Z]/.test(text) && !/[a-z]{2}/.test(text);

/** Duties on Motor Vehicles: every word but the small ones is capitalised. */
export function isInTitleCase(text: string): boolean {
  const words = wordsOf(text).map((word) => word.replace(/^["“‘'(]+/, ''));
  const big = words.filter((word) => !SMALL.has(word.toLowerCase()) && /^[A-Za-z]/.test(word));
  return /^[A-Z\d]/.test(words[0]) && big.length > 0 && big.every((word) => /^[A-Z]/.test(word));
}

/** How a line of an English text is marked as a heading; undefined where it is none. */
export function englishHeadingStyle(
  line: TextLine,
  previous: TextLine | undefined,
  next: TextLine,
): 'capitals' | 'titled' | undefined {
  const { text } = line;
  const words = wordsOf(text);
  if (text.length > MAX_LENGTH || words.length > MAX_WORDS || !/^["“‘'([]?[A-Z\d]/.test(text))
    return undefined;
  if (/[.,;:!…]["”’')\]]*$|\.{3}|@|^\d+$|\d{4}$/.test(text) && !isInCapitals(text)) return undefined;
  if (/[.,;:!…]$|[;,] (?:and|or)$/.test(text) || !isSetApart(line, previous, next)) return undefined;
  if (isInCapitals(text)) return 'capitals';
  if (opensBlock(line, next)) return undefined;
  if (isInTitleCase(text) && !/[“"]/.test(text)) return 'titled';
  const isQuestion = text.endsWith('?');
  return (isQuestion || words.length <= MAX_SENTENCE_WORDS) && isText(next) ? 'titled' : undefined;
}

/** By a blank line above it, or as one line between whole sentences. */
function isSetApart({ blankBefore }: TextLine, previous: TextLine | undefined, next: TextLine): boolean {
  if (!previous || blankBefore > 0 || previous.declaredLevel !== undefined) return true;
  return /[.!?]["”’')\]]*$/.test(previous.text) && isText(next);
}

/** A running text, or the first point of a list. */
const isText = ({ text, numbering }: TextLine): boolean =>
  numbering !== undefined ||
  text.length >= MIN_TEXT_LENGTH ||
  (endsSentence(text) && wordsOf(text).length >= MIN_TEXT_WORDS);

/** The first of several short lines: an address, a list of names, a verse. */
const opensBlock = (line: TextLine, next: TextLine): boolean =>
  next.blankBefore === 0 && !isText(next) && next.text.length <= Math.max(MIN_TEXT_LENGTH, line.text.length);
