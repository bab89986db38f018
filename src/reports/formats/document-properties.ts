// What a format says about its document, without what programs write there by themselves.
import path from 'node:path';
import { readWordLists } from '../../language/index.ts';
import type { DocumentProperties } from './reader.ts';

const DEFAULTS = readWordLists(path.join(import.meta.dirname, 'default-properties.txt'));

/** Compared without case, spaces and a number at the end (Document1, WPS_1528193819). */
const compared = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[\s_]+/g, '')
    .replace(/(?<!\d)[(（]?\d*[)）]?$/u, '');

const TITLES = new Set(DEFAULTS.words('title').map(compared));
const TITLE_BEGINNINGS = DEFAULTS.words('title beginning').map((words) => words.toLowerCase());
const AUTHORS = new Set(DEFAULTS.words('author').map(compared));
const DATES = new Set(DEFAULTS.words('date'));

/** A longer one is a text. */
const MAX_LENGTH = 300;
const FILE_NAME = /\.(?:docx?|wps|pdf|rtf|txt|xlsx?|pptx?|html?|indd|qxd|odt|md|tmp)$/i;
/** A name as one signs in with it. */
const LOGIN = /^[a-z\d._-]+$/;
const HAS_WORDS = /\p{L}/u;
/** Characters that a wrong encoding leaves. */
const GARBLED = /[\ufffd\ue000-\uf8ff]/;

/** As a format has them. */
export type StatedProperties = { [Key in keyof DocumentProperties]: string | undefined };

/** The properties that say something; none where none does. */
export function documentProperties(stated: StatedProperties): { properties?: DocumentProperties } {
  const [title, author, date] = [stated.title, stated.author, stated.date].map(plain);
  const properties: DocumentProperties = {
    ...(isTitle(title) ? { title } : {}),
    ...(isAuthor(author) ? { author } : {}),
    ...(date !== '' && date.length <= MAX_LENGTH && !DATES.has(date) ? { date } : {}),
  };
  return Object.keys(properties).length > 0 ? { properties } : {};
}

const plain = (words: string | undefined): string => (words ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();

const isWords = (words: string) =>
  words.length <= MAX_LENGTH && HAS_WORDS.test(words) && !GARBLED.test(words);

function isTitle(title: string): boolean {
  const lower = title.toLowerCase();
  if (!isWords(title) || FILE_NAME.test(title) || TITLES.has(compared(title))) return false;
  return !TITLE_BEGINNINGS.some((beginning) => lower.startsWith(beginning));
}

const isAuthor = (author: string): boolean =>
  isWords(author) && !LOGIN.test(author) && !AUTHORS.has(compared(author));
