// The form of a text in which it is matched: simplified characters, half width, lower case, masked words
// restored. Promise: the result has the length of the input, so offsets are valid in both. It is never shown.
import * as OpenCC from 'opencc-js/t2cn';
import { unmask } from './masks.ts';

const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });

/** Folded UTF-16 units, filled on first use; 0 means "not yet known". */
const table = new Uint16Array(0x10000);

function foldUnit(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit; // half of a surrogate pair: pairs stay whole
  const source = String.fromCharCode(unit);
  const sameLength = (candidate: string, fallback: string) => (candidate.length === 1 ? candidate : fallback);
  const narrow = sameLength(source.normalize('NFKC'), source);
  const lower = sameLength(narrow.toLowerCase(), narrow);
  return sameLength(toSimplified(lower), lower).charCodeAt(0);
}

/**
 * @param text any string, lone surrogates included
 * @returns a string of the same length in UTF-16 units
 */
export function normalise(text: string): string {
  const plain = unmask(text);
  const pieces: string[] = [];
  let kept = 0;
  for (let i = 0; i < plain.length; i++) {
    const unit = plain.charCodeAt(i);
    let folded = table[unit];
    if (folded === 0 && unit !== 0) {
      folded = foldUnit(unit);
      table[unit] = folded;
    }
    if (folded === unit) continue;
    if (i > kept) pieces.push(plain.slice(kept, i));
    pieces.push(String.fromCharCode(folded));
    kept = i + 1;
  }
  if (kept === 0) return plain;
  pieces.push(plain.slice(kept));
  return pieces.join('');
}

/** Simplified UTF-16 units, filled on first use. */
const simplifiedUnits = new Uint16Array(0x10000);

/** A text in simplified characters, unit by unit: of the same length, and otherwise as it is. */
export function simplified(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x3400 || unit > 0x9fff) result += text[i];
    else {
      if (simplifiedUnits[unit] === 0) {
        const one = toSimplified(text[i]);
        simplifiedUnits[unit] = one.length === 1 ? one.charCodeAt(0) : unit;
      }
      result += String.fromCharCode(simplifiedUnits[unit]);
    }
  }
  return result;
}

/**
 * The matching form of a whole name, the same for composed and decomposed characters. Its length may differ.
 */
export const normaliseName = (name: string): string => normalise(name.normalize('NFC'));

/** Whether a text has characters that only traditional Chinese uses. */
export function isTraditional(text: string): boolean {
  return [...text].some(
    (character) => /\p{Script=Han}/u.test(character) && toSimplified(character) !== character,
  );
}
