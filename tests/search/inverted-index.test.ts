import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildForwardIndex } from '../../src/search/forward-index.ts';
import { invert, invertShared } from '../../src/search/inverted-index.ts';
import { Vocabulary } from '../../src/search/vocabulary.ts';

const WORDS = ['造林', '路灯', '食堂', '古井', '#36000', 'gdp'];
const units = fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }), { maxLength: 8 });

describe('an inverted index', () => {
  it('has for each token the units that hold it', () => {
    fc.assert(
      fc.property(units, (texts) => {
        const vocabulary = new Vocabulary(WORDS);
        const {
          offsets,
          units: holders,
          unitCount,
        } = invert([buildForwardIndex(texts, vocabulary)], vocabulary.size);
        expect(unitCount).toBe(texts.length);
        WORDS.forEach((word, token) => {
          const expected = texts.flatMap((text, unit) => (text.includes(word) ? [unit] : []));
          expect([...holders.subarray(offsets[token], offsets[token + 1])]).toEqual(expected);
        });
      }),
      { seed: 1 },
    );
  });

  it('can be that of units which share token lists', () => {
    const vocabulary = new Vocabulary(WORDS);
    const lists = buildForwardIndex([['造林'], ['路灯', '造林']], vocabulary);
    const { offsets, units: holders } = invertShared(lists, vocabulary.size, Uint32Array.of(1, 0, 1));
    expect([...holders.subarray(offsets[0], offsets[1])]).toEqual([0, 1, 2]);
    expect([...holders.subarray(offsets[1], offsets[2])]).toEqual([0, 2]);
  });
});
