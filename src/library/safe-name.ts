// Names from a chat to plain names within one folder. Whatever comes in, the result is no path and can be written on every system.

import { trimEndOf } from '../language/index.ts';

/** What file systems take of one name, in bytes of UTF-8. */
export const MAX_NAME_BYTES = 255;
/** What a file without a usable name is called. */
const FALLBACK = 'report';

/** Not seen, or seen elsewhere than it stands: controls, marks of direction, joiners, line and paragraph separators, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** Windows takes none of these in a name. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const FORBIDDEN = /[<>:"|?*]/g;
/** Devices of Windows, with any ending. The same source. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;
const ENDING = /\.[A-Za-z0-9]{1,10}$/;

/**
 * A plain file name made of what somebody called a file: the last part of a path, without unseen characters, at most 255 bytes long with
 * its ending kept. A safe name comes back as it is.
 */
export function safeFileName(given: string): string {
  const plain = plainName(given);
  const [ending = ''] = ENDING.exec(plain) ?? [];
  const name = assembled(plain.slice(0, plain.length - ending.length), '', ending);
  return name === given ? name : safeFileName(name); // a name that was cut may end otherwise than before
}

/** A plain name for a folder, or undefined where nothing of what was given can name one. */
export function safeFolderName(given: string): string | undefined {
  const plain = plainName(given);
  return plain === '' ? undefined : assembled(plain, '', '');
}

/** The same name with a number before its ending, for a second file of that name: `report (2).txt`. */
export function numberedName(name: string, number: number): string {
  const [ending = ''] = ENDING.exec(name) ?? [];
  return assembled(name.slice(0, name.length - ending.length), ` (${number})`, ending);
}

/** Names with the same key may be one file: some systems tell neither cases nor Unicode forms apart. */
export const twinKey = (name: string): string =>
  name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');

function plainName(given: string): string {
  const parts = given.toWellFormed().split(/[/\\]/).map(cleaned);
  return parts.findLast((part) => part !== '') ?? '';
}

const cleaned = (part: string): string =>
  trimmed(part.replace(/\s+/g, ' ').replace(UNSEEN, '').normalize('NFC').replace(FORBIDDEN, '_'));

/** Hidden files begin with a dot; Windows drops dots and blanks at the end. */
const trimmed = (text: string): string =>
  trimEndOf(text.replace(/\s+/g, ' ').replace(/^[\s.]+/, ''), /[\s.]/);

function assembled(stem: string, mark: string, ending: string): string {
  const most = MAX_NAME_BYTES - bytesOf(mark) - bytesOf(ending);
  const fitted = (text: string) => trimmed(cut(text, most));
  const kept = fitted(trimmed(stem)) || FALLBACK;
  return `${RESERVED.test(kept) ? fitted(`_${kept}`) : kept}${mark}${ending}`;
}

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** The beginning of a text in at most so many bytes, never ending inside what a reader takes for one character. */
function cut(text: string, mostBytes: number): string {
  if (bytesOf(text) <= mostBytes) return text;
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += bytesOf(segment);
    if (bytes > mostBytes) break;
    kept += segment;
  }
  return kept;
}
