import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/language/index.ts';

const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

describe('normalise', () => {
  it.each([
    ['traditional characters become simplified ones', '農業農村局與鄉鎮', '农业农村局与乡镇'],
    ['full width becomes half width', 'ＡＢ１２％（甲），乙', 'ab12%(甲),乙'],
    ['capitals become small', 'GDP and PPT', 'gdp and ppt'],
    ['masked words are restored', '抓D建、巩x成果', '抓党建、巩固成果'],
    ['masked values stay', 'xx县完成XX万元', 'xx县完成xx万元'],
    ['the ideographic space is a space', '甲\u3000乙', '甲 乙'],
    ['what would grow longer stays as it is', '㎡ﬁİ½', '㎡ﬁİ½'],
    ['emoji stay whole', '好👍🏽家👨‍👩‍👧', '好👍🏽家👨‍👩‍👧'],
    ['right-to-left text stays', 'שלום مرحبا', 'שלום مرحبا'],
    ['an empty text stays empty', '', ''],
  ])('%s', (_, text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it('leaves lone halves of surrogate pairs alone', () => {
    expect(normalise('a\ud83db\udc4dc')).toBe('a\ud83db\udc4dc');
  });

  it('keeps the length of every string, so that an offset in one is an offset in the other', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyUnits, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        (text) => {
          expect(normalise(text)).toHaveLength(text.length);
        },
      ),
      { seed: 11, numRuns: 250 },
    );
  });

  it('folds every single UTF-16 unit to one unit', () => {
    const all = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
    expect(all.filter((unit) => normalise(unit).length !== 1)).toEqual([]);
  });

  it('gives the same form a second time', () => {
    const unmasked = anyUnits.filter((text) => !/[xXｘＸDＤ]/.test(text));
    fc.assert(
      fc.property(unmasked, (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
      { seed: 12, numRuns: 200 },
    );
  });
});
