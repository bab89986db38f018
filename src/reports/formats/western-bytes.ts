// Whether bytes are text in Windows-1252 or its part Latin-1, rather than in GB18030 where both fit: accents
// and typographic signs stand alone between ASCII letters, Chinese characters come in bytes side by side.

const FIRST_HIGH = 0x80;
/** Bytes that Windows-1252 leaves undefined. */
const UNDEFINED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Letters outside of À to ÿ: Š Œ Ž š œ ž Ÿ. */
const OTHER_LETTERS = new Set([0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f]);
const FIRST_LETTER = 0xc0;
/** × and ÷ among the letters. */
const SIGNS = new Set([0xd7, 0xf7]);
/** Few stand side by side, even in French: «à, ”), é… */
const MIN_SHARE_ALONE = 0.8;
/** Words have more plain letters than others. */
const MAX_SHARE_HIGH = 0.2;

export function isWestern(bytes: Uint8Array): boolean {
  let high = 0;
  let runs = 0;
  let alone = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] < FIRST_HIGH) continue;
    const start = at;
    while (at < bytes.length && bytes[at] >= FIRST_HIGH) if (UNDEFINED.has(bytes[at++])) return false;
    high += at - start;
    runs++;
    if (at - start === 1 && isPlausible(bytes, start)) alone++;
  }
  return runs > 0 && alone >= MIN_SHARE_ALONE * runs && high <= MAX_SHARE_HIGH * bytes.length;
}

/** A letter is part of a word; signs stand anywhere. */
function isPlausible(bytes: Uint8Array, at: number): boolean {
  if (!isHighLetter(bytes[at])) return true;
  return isAsciiLetter(bytes[at - 1]) || isAsciiLetter(bytes[at + 1]) || isWordOfOne(bytes, at);
}

/** French à, Portuguese é. */
const isWordOfOne = (bytes: Uint8Array, at: number): boolean =>
  isBlank(bytes[at - 1]) && isBlank(bytes[at + 1]);

const isHighLetter = (byte: number): boolean =>
  (byte >= FIRST_LETTER && !SIGNS.has(byte)) || OTHER_LETTERS.has(byte);
const isAsciiLetter = (byte: number | undefined): boolean =>
  byte !== undefined && /[A-Za-z]/.test(String.fromCharCode(byte));
const isBlank = (byte: number | undefined): boolean => byte === undefined || byte === 0x20 || byte === 0x0a;
