// Makes safe names of names from a chat: never a path, and valid on every file system.

import { trimEndOf } from '../language/index.ts';

/** The limit of common file systems, in bytes of UTF-8. */
export const MAX_NAME_BYTES = 255;
const FALLBACK = 'report';

/**
 * Controls, direction marks, joiners, line and paragraph separators, lone surrogates, unassigned characters.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** Not allowed in names on Windows. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const FORBIDDEN = /[<>:"|?*]/g;
/** Device names of Windows, with any extension. The same source. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;
const EXTENSION = /\.[A-Za-z0-9]{1,10}$/;

/**
 * A safe file name: the last part of the path, without invisible characters, at most 255 bytes long with its
 * extension kept. A safe name is returned unchanged.
 */
export function safeFileName(given: string): string {
  const plain = plainName(given);
  const [extension = ''] = EXTENSION.exec(plain) ?? [];
  const name = assembled(plain.slice(0, plain.length - extension.length), '', extension);
  return name === given ? name : safeFileName(name); // a shortened name may have another extension
}

/** A safe folder name, or undefined where nothing usable is left. */
export function safeFolderName(given: string): string | undefined {
  const plain = plainName(given);
  return plain === '' ? undefined : assembled(plain, '', '');
}

/** The name with a number before its extension: `report (2).txt`. */
export function numberedName(name: string, number: number): string {
  const [extension = ''] = EXTENSION.exec(name) ?? [];
  return assembled(name.slice(0, name.length - extension.length), ` (${number})`, extension);
}

/** Names with the same key may be one file: some file systems ignore case and Unicode form. */
export const collisionKey = (name: string): string =>
  name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');

function plainName(given: string): string {
  const parts = given.toWellFormed().split(/[/\\]/).map(cleaned);
  return parts.findLast((part) => part !== '') ?? '';
}

const cleaned = (part: string): string =>
  trimmed(part.replace(/\s+/g, ' ').replace(INVISIBLE, '').normalize('NFC').replace(FORBIDDEN, '_'));

/** Without dots at the start (hidden files) and dots and spaces at the end (dropped by Windows). */
const trimmed = (text: string): string =>
  trimEndOf(text.replace(/\s+/g, ' ').replace(/^[\s.]+/, ''), /[\s.]/);

function assembled(stem: string, suffix: string, extension: string): string {
  const maxBytes = MAX_NAME_BYTES - bytesOf(suffix) - bytesOf(extension);
  const fitted = (text: string) => trimmed(cut(text, maxBytes));
  const base = fitted(trimmed(stem)) || FALLBACK;
  return `${RESERVED.test(base) ? fitted(`_${base}`) : base}${suffix}${extension}`;
}

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** The beginning of a text in at most `maxBytes`, cut between grapheme clusters. */
function cut(text: string, maxBytes: number): string {
  if (bytesOf(text) <= maxBytes) return text;
  let result = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += bytesOf(segment);
    if (bytes > maxBytes) break;
    result += segment;
  }
  return result;
}
