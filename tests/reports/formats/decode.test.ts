import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/reports/formats/decode.ts';

const WORDS = '全县修渠六十里，水来了。';
const utf8 = (text: string) => [...new TextEncoder().encode(text)];
const utf16 = (text: string, littleEndian: boolean) =>
  [...text].flatMap((unit) => {
    const code = unit.charCodeAt(0);
    return littleEndian ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
  });
/** 水渠。 in GB18030, then the four-byte character 㐀 and a line break. */
const GB18030 = [0xcb, 0xae, 0xc7, 0xfe, 0xa1, 0xa3, 0x81, 0x39, 0xee, 0x39, 0x0a];

const bytes = (...parts: number[][]) => Uint8Array.from(parts.flat());

describe('decode', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['UTF-8', bytes(utf8(WORDS)), 'utf-8', WORDS],
    ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], utf8(WORDS)), 'utf-8', WORDS],
    ['UTF-16 LE with a byte order mark', bytes([0xff, 0xfe], utf16(WORDS, true)), 'utf-16le', WORDS],
    ['UTF-16 BE with a byte order mark', bytes([0xfe, 0xff], utf16(WORDS, false)), 'utf-16be', WORDS],
    ['GB18030', bytes(GB18030), 'gb18030', '水渠。㐀\n'],
    ['plain ASCII', bytes(utf8('one line\r\n')), 'utf-8', 'one line\r\n'],
    ['emoji', bytes(utf8('好👍')), 'utf-8', '好👍'],
  ])('reads %s without its mark', (_, source, encoding, text) => {
    expect(decode(source)).toEqual({ ok: true, text, encoding });
  });

  it('says that an empty file is empty', () => {
    expect(decode(new Uint8Array())).toEqual({ ok: false, reason: { kind: 'empty' } });
  });

  const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52];
  it.each<[string, Uint8Array]>([
    ['a picture', bytes(PNG, [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde])],
    ['text with NULs', bytes(utf8('水渠\0修好了。'))],
    ['UTF-16 without a mark', bytes(utf16('abc report', true))],
    ['UTF-16 cut off in the middle of a unit', bytes([0xff, 0xfe], utf16(WORDS, true), [0x12])],
    ['bytes that no encoding knows', bytes([0xff, 0xff, 0xff, 0xff])],
    ['control characters', bytes([1, 2, 3, 4, 5, 6, 7, 8])],
  ])('takes %s for no text', (_, source) => {
    expect(decode(source)).toMatchObject({ ok: false, reason: { kind: 'no-text-encoding' } });
  });

  it('decodes any text that was written as UTF-8', () => {
    const printable = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(printable, (text) => {
        expect(decode(new TextEncoder().encode(`水${text}`))).toMatchObject({ ok: true, text: `水${text}` });
      }),
      { seed: 21, numRuns: 200 },
    );
  });

  it('returns a value for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (source) => {
        const decoded = decode(source);
        expect(decoded.ok ? decoded.text : decoded.reason.kind).toBeTypeOf('string');
      }),
      { seed: 22, numRuns: 300 },
    );
  });
});
