import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsSentence, sentenceEnds } from '../../src/language/index.ts';

/** The text split at sentence ends, not at semicolons. */
function sentencesOf(text: string): string[] {
  const cuts = sentenceEnds(text).filter(({ clause }) => !clause);
  const ends = [...cuts.map(({ end }) => end), text.length];
  return ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end)).filter((piece) => piece !== '');
}

describe('sentenceEnds', () => {
  it.each<[string, string[]]>([
    ['渠修好了。水来了！真的吗？', ['渠修好了。', '水来了！', '真的吗？']],
    ['大家说“水来了。”然后散了。', ['大家说“水来了。”', '然后散了。']],
    ['（见附表。）下同。', ['（见附表。）', '下同。']],
    ['真的？！好。', ['真的？！', '好。']],
    ['还有许多……后来呢？', ['还有许多……', '后来呢？']],
    ['增长3.6%，见第1.2节。', ['增长3.6%，见第1.2节。']],
    ['The canal is open. Water came in 2023. Good', ['The canal is open.', ' Water came in 2023.', ' Good']],
    ['See No. 5 of e.g. the list.', ['See No. 5 of e.g. the list.']],
    ['1. 修好水渠。2. 种上树。', ['1. 修好水渠。', '2. 种上树。']],
    ['没有句号', ['没有句号']],
    ['', []],
  ])('cuts %j at the ends of its sentences', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it('names the ends of clauses as clauses', () => {
    expect(sentenceEnds('一是修渠；二是种树。')).toEqual([
      { end: 5, clause: true },
      { end: 10, clause: false },
    ]);
  });

  it('gives ends in ascending order within any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'水。；！？…”）.3a 1\n') }), (text) => {
        const ends = sentenceEnds(text).map(({ end }) => end);
        expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
        expect(ends.every((end) => end > 0 && end <= text.length)).toBe(true);
      }),
      { seed: 16, numRuns: 300 },
    );
  });
});

describe('endsSentence', () => {
  it.each(['完成了。', '“完成了。”', '如下：', '修渠；', '真的？', 'It is done.', '好！  ', '还有……'])(
    'sees an end in %j',
    (line) => {
      expect(endsSentence(line)).toBe(true);
    },
  );

  it.each(['推行“一窗通办”', '争取资金XX', '水来了，', '一、工作情况', '增长3.6', ''])(
    'sees no end in %j',
    (line) => {
      expect(endsSentence(line)).toBe(false);
    },
  );
});
