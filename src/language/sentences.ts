// Sentence ends in Chinese and English text.
import path from 'node:path';
import { readWordLists } from './word-lists.ts';

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

const ABBREVIATIONS = readWordLists(path.join(import.meta.dirname, 'abbreviations.txt'));
/** Mr. is followed by a name whatever comes; No. by a number; etc. may end a sentence. */
const BEFORE_NAME = new RegExp(`(?:^|[^A-Za-z])(?:${ABBREVIATIONS.pattern('before name')})$`);
const BEFORE_NUMBER = new RegExp(`(?:^|[^A-Za-z])(?:${ABBREVIATIONS.pattern('before number')})$`, 'i');
const WITHIN = new RegExp(`(?:^|[^A-Za-z])(?:${ABBREVIATIONS.pattern('within')})$`);
/** U.S., U. S., e.g, p.m: letters with a full stop each; J. K. Rowling. */
const INITIALS = /(?:^|[^A-Za-z])[A-Za-z](?:\.\s?[A-Za-z]){0,4}$/;
/** Words that begin a sentence rather than a name. */
const OPENERS = new Set(ABBREVIATIONS.words('openers'));
const LOOK_AHEAD = 16;
/** The longest abbreviation with what is before it. */
const LOOK_BACK = 14;

/** Whether the full stop belongs to an abbreviation, and no sentence ends with it. */
function abbreviates(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  const next = /^["'”)]?\s+["'“(]?(\S?)/.exec(text.slice(at + 1, at + 8))?.[1] ?? '';
  if (next === '') return false;
  if (BEFORE_NAME.test(before)) return true;
  if (BEFORE_NUMBER.test(before) && /[\d#IVX]/.test(next)) return true;
  const isLower = /[a-z\d&]/.test(next);
  if (WITHIN.test(before)) return isLower;
  if (!INITIALS.test(before)) return false;
  const word = /^["'”)]?\s+["'“(]?([A-Za-z]{1,9})/.exec(text.slice(at + 1, at + LOOK_AHEAD))?.[1] ?? '';
  return isLower || (/[A-Z]$/.test(before) && !OPENERS.has(word.toLowerCase())); // in the U.S. The bank
}

/** A full stop after a word and before white space or the end; not the point of 3.6 or of "No. 5". */
function isEnglishFullStop(text: string, at: number): boolean {
  return (
    text[at] === '.' &&
    /[A-Za-z)"'”\d%]/.test(text[at - 1] ?? '') &&
    /^["'”)]?(\s|$)/.test(text.slice(at + 1, at + 3)) &&
    !/(?:^|[\n。！？；])\s{0,3}\d{1,2}$/.test(text.slice(Math.max(0, at - 4), at)) && // 1. is a list number
    !abbreviates(text, at)
  );
}
