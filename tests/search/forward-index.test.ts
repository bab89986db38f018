import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildForwardIndex, joinForwardIndexes, sliceUnits } from '../../src/search/forward-index.ts';
import { invert } from '../../src/search/inverted-index.ts';
import { Vocabulary } from '../../src/search/vocabulary.ts';

const WORDS = ['造林', '路灯', '食堂', '古井', '#36000', 'gdp'];
const units = fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }), { maxLength: 8 });

describe('a forward index', () => {
  it('cut anywhere is the same, joined again or in parts', () => {
    fc.assert(
      fc.property(units, fc.nat(8), fc.nat(8), (texts, one, other) => {
        const [first, second] = [one, other].map((at) => Math.min(at, texts.length)).sort((a, b) => a - b);
        const vocabulary = new Vocabulary(WORDS);
        const index = buildForwardIndex(texts, vocabulary);
        const cuts = [
          [0, first],
          [first, second],
          [second, texts.length],
        ];
        const parts = cuts.map(([from, end]) => sliceUnits(index, from, end));
        expect(joinForwardIndexes(parts)).toEqual(index);
        expect(invert(parts, vocabulary.size)).toEqual(invert([index], vocabulary.size));
      }),
      { seed: 2 },
    );
  });
});
