// RTF as tokens (Rich Text Format 1.9.1): groups, control words and symbols, bytes of text. Never fails; pictures'
// bytes that are stored as such are passed over.

export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  /** A control word, or a symbol such as `~`; `value` where it has a number. */
  | { kind: 'control'; word: string; value: number | undefined }
  /** Text in the encoding of its font, from `start` to `end` of the file. */
  | { kind: 'text'; start: number; end: number }
  /** One byte of such text, written as \'hh. */
  | { kind: 'byte'; byte: number };

const [OPEN, CLOSE, ESCAPE] = [...'{}\\'].map((sign) => sign.charCodeAt(0));
const LINE_ENDS = new Set([0x0a, 0x0d]);
const SPACE = 0x20;
/** Word's own limit is 32. */
const MAX_WORD = 40;
const WORD = /([A-Za-z]{1,40})(-?\d{1,10})? ?/y;

export function* tokensOf(bytes: Buffer): Generator<RtfToken> {
  const { length } = bytes;
  for (let at = 0; at < length; ) {
    const byte = bytes[at];
    if (byte === OPEN || byte === CLOSE) {
      yield { kind: byte === OPEN ? 'open' : 'close' };
      at++;
    } else if (LINE_ENDS.has(byte)) at++;
    else if (byte === ESCAPE) {
      const { token, end } = controlAt(bytes, at + 1);
      yield token;
      at = end;
      if (token.kind === 'control' && token.word === 'bin') at += Math.max(0, token.value ?? 0);
    } else {
      const start = at;
      while (at < length && !isSpecial(bytes[at])) at++;
      yield { kind: 'text', start, end: at };
    }
  }
}

const isSpecial = (byte: number): boolean =>
  byte === OPEN || byte === CLOSE || byte === ESCAPE || LINE_ENDS.has(byte);

/** @param at after the backslash */
function controlAt(bytes: Buffer, at: number): { token: RtfToken; end: number } {
  const sign = String.fromCharCode(bytes[at] ?? SPACE);
  if (sign === "'") {
    const byte = Number.parseInt(bytes.toString('latin1', at + 1, at + 3), 16);
    return { token: { kind: 'byte', byte: Number.isNaN(byte) ? SPACE : byte }, end: at + 3 };
  }
  WORD.lastIndex = 0;
  const found = WORD.exec(bytes.toString('latin1', at, at + MAX_WORD + 13));
  if (!found) {
    const word = sign === '\n' || sign === '\r' ? 'par' : sign;
    return { token: { kind: 'control', word, value: undefined }, end: at + 1 };
  }
  const value = found[2] === undefined ? undefined : Number(found[2]);
  return { token: { kind: 'control', word: found[1], value }, end: at + found[0].length };
}
