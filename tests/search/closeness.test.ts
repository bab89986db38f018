import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeness, type WeightedToken } from '../../src/search/closeness.ts';

const token = (text: string, worth = 1): WeightedToken => ({ text, worth });
const FAR = '其'.repeat(60);

describe('closeness', () => {
  it.each<[what: string, text: string, tokens: WeightedToken[], expected: number]>([
    ['is nothing in a text without the words', '新开食堂', [token('古井')], 0],
    ['is nothing without words', '新开食堂', [], 0],
    ['is nothing in no text', '', [token('古井')], 0],
    ['is a word’s own worth where it stands alone', '清出古井', [token('古井', 3)], 3],
    ['adds up words that stand close', '古井边的食堂', [token('古井', 3), token('食堂', 2)], 5],
    ['counts a word once', '古井古井古井', [token('古井', 3)], 3],
    ['does not add up words far apart', `古井${FAR}食堂`, [token('古井', 3), token('食堂', 2)], 3],
    [
      'takes the best place of all',
      `古井${FAR}食堂边的书屋${FAR}道路`,
      [token('古井', 3), token('食堂', 2), token('书屋', 2), token('道路', 1)],
      4,
    ],
    ['lets words overlap', '退化林修复', [token('退化'), token('化林'), token('修复')], 3],
    ['does not mind the order of the words', '食堂边的古井', [token('古井', 3), token('食堂', 2)], 5],
  ])('%s', (_, text, tokens, expected) => {
    expect(closeness(text, tokens)).toBe(expected);
  });

  it('is at least the best word that stands there and at most all of them', () => {
    const words = ['古井', '食堂', '道路', '书屋'];
    const text = fc
      .array(fc.constantFrom(...words, '，其间', FAR), { maxLength: 14 })
      .map((pieces) => pieces.join(''));
    const worths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(text, worths, (source, values) => {
        const tokens = words.map((each, i) => token(each, values[i]));
        const present = tokens.filter((each) => source.includes(each.text)).map(({ worth }) => worth);
        const close = closeness(source, tokens);
        expect(close).toBeGreaterThanOrEqual(Math.max(0, ...present));
        expect(close).toBeLessThanOrEqual(present.reduce((sum, worth) => sum + worth, 0));
      }),
      { seed: 82, numRuns: 200 },
    );
  });
});
