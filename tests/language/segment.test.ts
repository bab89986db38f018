import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment, tagLongText, tagWords } from '../../src/language/index.ts';

describe('segment and tagWords', () => {
  it('cut a text into Chinese words', () => {
    expect(segment('乡村振兴工作总结')).toEqual(['乡村', '振兴', '工作', '总结']);
  });

  it('tag a place name', () => {
    expect(tagWords('来到杭州')).toContainEqual({ word: '杭州', tag: 'ns' });
  });

  it('joined are the text', () => {
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

  it('are the same in a text that is split into chunks, and joined are the text even without any mark', () => {
    const sentence = '县林业局完成营造林二万亩，同比增长百分之三。';
    const long = sentence.repeat(2000);
    expect(segment(long)).toEqual(Array.from({ length: 2000 }, () => segment(sentence)).flat());
    expect([...tagLongText(long)]).toEqual(Array.from({ length: 2000 }, () => tagWords(sentence)).flat());
    for (const run of [
      '渠'.repeat(25_001),
      '𠮷'.repeat(12_503),
      `x${'𠮷'.repeat(12_503)}`,
      ' '.repeat(25_000),
    ]) {
      const words = segment(run);
      expect(words.join('')).toBe(run);
      expect(words.filter((word) => !word.isWellFormed())).toEqual([]);
    }
  });

  it('keep the length of a text with lone halves of surrogate pairs, so that offsets stay right', () => {
    const text = '甲\ud83d乙\udc4d丙';
    expect(segment(text).join('')).toHaveLength(text.length);
  });
});
