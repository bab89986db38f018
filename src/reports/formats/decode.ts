// Bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one, what the file declares, Windows-1252,
// GB18030, Big5; anything else is not text.
import type { ReadFailure } from '../warning.ts';
import { isWestern } from './western-bytes.ts';

/** Text without its byte order mark, or why the bytes are not text. */
type Decoded = { ok: true; text: string; encoding: string } | { ok: false; reason: ReadFailure };

const BYTE_ORDER_MARKS: { encoding: string; bytes: number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Detects the encoding and decodes.
 * @param declared the encoding that the file names; a byte order mark is believed before it
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes.length === 0) return { ok: false, reason: { kind: 'empty' } };
  const marked = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte));
  const candidates = marked ? [marked.encoding] : candidatesFor(bytes, declared);
  for (const encoding of candidates) {
    const text = tryDecode(bytes, encoding);
    if (text === undefined || !looksLikeText(text)) continue;
    if (encoding !== BIG5 || encoding === declared || hasChineseMarks(text))
      return { ok: true, text, encoding };
  }
  return { ok: false, reason: { kind: 'no-text-encoding' } };
}

/** Any bytes fit these, so UTF-8, which other text hardly ever fits, is tried before. */
const SINGLE_BYTE =
  /^(?:windows-125\d|cp125\d|x-cp125\d|iso-?8859-?\d+|latin-?\d|(?:us-)?ascii|x-user-defined)$/i;

function* candidatesFor(bytes: Uint8Array, declared: string | undefined): Generator<string> {
  if (declared !== undefined && SINGLE_BYTE.test(declared)) yield 'utf-8';
  if (declared !== undefined) yield declared;
  yield 'utf-8';
  if (isWestern(bytes)) yield 'windows-1252';
  if (isShiftJis(bytes)) return; // it would fit GB18030, as other characters
  yield 'gb18030';
  yield BIG5;
}

const BIG5 = 'big5';
/** Shares of what is not ASCII. Chinese text has more marks, Japanese text more kana. */
const MIN_MARKS = 0.02;
const MIN_KANA = 0.1;

/** Bytes of other encodings fit Big5 too, but give no text with commas and full stops. */
const hasChineseMarks = (text: string): boolean => shareOf(/[，。、；：]/gu, text) >= MIN_MARKS;

/** Hiragana, which no Chinese text holds. */
const isShiftJis = (bytes: Uint8Array): boolean =>
  shareOf(/[\u3041-\u3096]/gu, tryDecode(bytes.subarray(0, SAMPLE_BYTES), 'shift_jis', false) ?? '') >=
  MIN_KANA;

const SAMPLE_BYTES = 65_536;

function shareOf(what: RegExp, text: string): number {
  const high = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  return high === 0 ? 0 : (text.match(what)?.length ?? 0) / high;
}

function tryDecode(bytes: Uint8Array, encoding: string, fatal = true): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch (error) {
    // does not fit, or unknown encoding: try the next one
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Share of control and private-use characters above which decoded bytes count as a binary file. */
const MAX_ODD_SHARE = 0.01;

/** False for a decoded binary file. */
export function looksLikeText(text: string): boolean {
  if (text.includes('\0')) return false;
  const odd = text.match(/[^\P{Cc}\t\n\v\f\r\u0085]|\p{Co}|\ufffd/gu)?.length ?? 0;
  return odd <= text.length * MAX_ODD_SHARE;
}
