// What a title looks like: a line that names a document. It may hold commas and colons; a sentence is none.
import path from 'node:path';
import { readWordLists, sentenceEnds, trimEndOf } from '../language/index.ts';
import { isInCapitals, isInTitleCase, isLatin } from './english-headings.ts';
import { isFrontLine } from './front-lines.ts';
import type { TextLine } from './text-line.ts';

const NOUNS = readWordLists(path.join(import.meta.dirname, 'document-nouns.txt'));
const BRACKETS = '(?:\\s*[（(][^（）()]{1,20}[）)])*$';
const DOCUMENT_NOUN = new RegExp(`(?:${NOUNS.pattern('document')})${BRACKETS}`, 'i');
const TITLE_NOUN = new RegExp(
  `(?:${NOUNS.pattern('document')}|${NOUNS.pattern('title')})[》”]?${BRACKETS}`,
  'i',
);
const ENGLISH_NOUNS = [...NOUNS.words('document'), ...NOUNS.words('title')].filter((noun) =>
  /^[a-z]/.test(noun),
);
const ENGLISH_NOUN = new RegExp(`\\b(?:${ENGLISH_NOUNS.join('|')})\\b`, 'i');

const MIN_LENGTH = 4;
const MAX_LENGTH = 60;
const MAX_LATIN_LENGTH = 120;

export const hasTitleLength = (text: string): boolean =>
  text.length >= MIN_LENGTH && text.length <= (isLatin(text) ? MAX_LATIN_LENGTH : MAX_LENGTH);

/** 县林业局2023年工作总结（送审稿）. */
export const endsInDocumentNoun = (text: string): boolean => DOCUMENT_NOUN.test(text);

/** The same of any kind of document, in English wherever the noun stands: Report of the Treasurer, 2022. */
export const namesKindOfDocument = (text: string): boolean =>
  isLatin(text) ? ENGLISH_NOUN.test(text) : TITLE_NOUN.test(text);

/** Whether the first line of a report is its title and no sentence, label or salutation. */
export function isTitleLike(text: string, next: TextLine): boolean {
  if (/[。；;]/.test(text) || /[，,：:、]$/.test(text)) return false;
  return isLatin(text) ? isEnglishTitle(text, next) : isChineseTitle(text, next);
}

/** 时间：2024年5月 is a label with its value. */
const LABEL = /^[^，：:]{1,4}[：:]/;

function isChineseTitle(text: string, next: TextLine): boolean {
  const words = trimEndOf(text, /[\s*]/);
  if (!/[！？，：:,!?]/.test(words)) return true;
  if (LABEL.test(words) || /[！!]$/.test(words)) return false;
  return TITLE_NOUN.test(words) || isSubtitle(next.text);
}

/** ——2023年工作总结 below a motto. */
const isSubtitle = (text: string): boolean => /^(?:——|—|--)/.test(text) && TITLE_NOUN.test(text);

function isEnglishTitle(text: string, next: TextLine): boolean {
  const isWhole = sentenceEnds(text).some(({ end }) => end === text.length) && !text.endsWith('?');
  if (isWhole || sentenceEnds(text.slice(0, -1)).length > 0) return false;
  if (isInCapitals(text) || isInTitleCase(text)) return true;
  const isSetApart = next.blankBefore > 0 || isFrontLine(next.text) || next.numbering !== undefined;
  const hasMarks = /[,:]/.test(text);
  return isSetApart && (!hasMarks || ENGLISH_NOUN.test(text) || /:/.test(text) || /\d{4}/.test(text));
}
