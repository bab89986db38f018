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

describe('text in Big5 and in Shift-JIS', () => {
  /** 縣內修渠，水來了。 */
  const BIG5 = Buffer.from('bfa4a4baadd7b4eba141a4f4a8d3a446a143', 'hex');
  /** 用水路を直した。 */
  const SHIFT_JIS = Buffer.from('97709085984882f092bc82b582bd8142', 'hex');

  it('is read in Big5, which has Chinese marks where it is that', () => {
    expect(decode(BIG5)).toMatchObject({ ok: true, encoding: 'big5', text: '縣內修渠，水來了。' });
    expect(decode(Buffer.concat([BIG5, BIG5, Buffer.from('2024\r\n')]))).toMatchObject({ encoding: 'big5' });
  });

  it('is refused in Shift-JIS, which would give other characters, and read where it is declared', () => {
    expect(decode(SHIFT_JIS)).toMatchObject({ ok: false, reason: { kind: 'no-text-encoding' } });
    expect(decode(SHIFT_JIS, 'shift_jis')).toMatchObject({ ok: true, text: '用水路を直した。' });
  });
});

describe('text in Windows-1252 and Latin-1', () => {
  const western = (text: string) =>
    Uint8Array.from(text, (sign) => TYPOGRAPHIC.get(sign) ?? sign.charCodeAt(0));
  const TYPOGRAPHIC = new Map([
    ['–', 0x96],
    ['’', 0x92],
    ['“', 0x93],
    ['”', 0x94],
    ['€', 0x80],
    ['œ', 0x9c],
  ]);

  it.each([
    'The ferry’s fare rose to £4 – “too much”, said the mayor of Tréguier.\n',
    'Für die Fähre wurden fünf Anleger erneuert; die Gebühr beträgt 4 €.',
    'une grande naïveté', // all accents before letters, as in GB18030
    'Le conseil a décidé à l’unanimité d’ouvrir la bibliothèque, œuvre de l’an passé.',
    'Año: más escuelas, más niños.',
    '© 2019 Harbour Board',
  ])('is read: %s', (text) => {
    expect(decode(western(text))).toEqual({ ok: true, text, encoding: 'windows-1252' });
  });

  it.each([
    ['渠', bytes([0xc7, 0xfe])],
    ['water 渠 water', bytes(utf8('water '), [0xc7, 0xfe], utf8(' water'))],
    ['GDP增长6%', bytes(utf8('GDP'), [0xd4, 0xf6, 0xb3, 0xa4], utf8('6%'))],
    // a character whose second byte is a Latin letter, among others
    ['朱镕基', bytes([0xd6, 0xec, 0xe9, 0x46, 0xbb, 0xf9])],
  ])('is not seen in GB18030: %s', (text, source) => {
    expect(decode(source)).toEqual({ ok: true, text, encoding: 'gb18030' });
  });

  it('is not seen in UTF-8, whatever a page declares', () => {
    expect(decode(bytes(utf8('café')), 'iso-8859-1')).toMatchObject({ text: 'café', encoding: 'utf-8' });
  });

  it('is read as declared where it is that only', () => {
    expect(decode(western('é'), 'iso-8859-1')).toMatchObject({ text: 'é' });
    expect(decode(bytes([0xcf, 0xf0, 0xe8]), 'windows-1251')).toMatchObject({ text: 'При' });
  });
});
