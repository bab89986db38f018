import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment, tagWords } from '../../src/language/index.ts';

describe('segment and tagWords', () => {
  it('cut a text into Chinese words', () => {
    expect(segment('乡村振兴工作总结')).toEqual(['乡村', '振兴', '工作', '总结']);
  });

  it('tell a place by its tag', () => {
    expect(tagWords('来到杭州')).toContainEqual({ word: '杭州', tag: 'ns' });
  });

  it('give the text back when joined', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(segment(text).join('')).toBe(text);
        expect(
          tagWords(text)
            .map(({ word }) => word)
            .join(''),
        ).toBe(text);
      }),
      { seed: 17, numRuns: 150 },
    );
  });

  it('keep the length of a text with lone halves of surrogate pairs, so that offsets stay right', () => {
    const text = '甲\ud83d乙\udc4d丙';
    expect(segment(text).join('')).toHaveLength(text.length);
  });
});
