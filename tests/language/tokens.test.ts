import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTokens, isStopWord, normalise, termTokens } from '../../src/language/index.ts';

describe('indexTokens', () => {
  it.each([
    ['characters in pairs', '老年食堂', ['老年', '年食', '食堂']],
    ['a single character as it is', '水', ['水']],
    ['Latin words in small letters', 'PPT and App', ['ppt', 'and', 'app']],
    ['a masked word in its plain form', 'D建', ['党建']],
    ['a masked GDP as GDP', 'DP增长', ['gdp', '增长']],
    ['traditional characters in their simplified form', '農業', ['农业']],
  ])('index %s', (_, text, expected) => {
    expect(indexTokens(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['第十二届', '#12'],
    ['12届', '#12'],
    ['3.6万亩', '#36000'],
    ['３．６万亩', '#36000'],
    ['五个村', '#5'],
  ])('index %s by its value', (text, token) => {
    expect(indexTokens(text)).toContain(token);
  });

  it.each(['一是修渠', '统一安排'])('index no number for %s', (text) => {
    expect(indexTokens(text).filter((token) => token.startsWith('#'))).toEqual([]);
  });

  it('read any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const token of indexTokens(text)) expect(token).not.toMatch(/^\s*$/);
      }),
      { seed: 18, numRuns: 80 },
    );
  });
});

describe('termTokens', () => {
  const weightOf = (term: string, token: string) =>
    termTokens(term).find(({ text }) => text === token)?.weight;

  it('are all among the tokens by which a text with that term is indexed', () => {
    for (const term of ['老年食堂', '第十二届', '3.6万亩', 'gdp', 'dp', '党建', 'covid-19'])
      for (const { text } of termTokens(normalise(term))) expect(indexTokens(`有${term}。`)).toContain(text);
  });

  it('count the pairs of a long word more than the word once more', () => {
    expect(weightOf('老年食堂', '食堂')).toBe(1);
    expect(weightOf('市场监管', '市场')).toBe(1);
    expect(weightOf('老百姓', '老百姓')).toBeLessThan(1);
  });

  it('find a number whichever way it is written', () => {
    expect(weightOf('第12届', '#12')).toBeGreaterThan(0);
    expect(weightOf('第十二届', '#12')).toBeGreaterThan(0);
  });

  it('name each token once, with a weight above 0 and up to 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'老年食堂多少个3万村的 gdpd') }), (term) => {
        const tokens = termTokens(term);
        expect(new Set(tokens.map((token) => token.text)).size).toBe(tokens.length);
        expect(tokens.every(({ weight }) => weight > 0 && weight <= 1)).toBe(true);
      }),
      { seed: 19, numRuns: 200 },
    );
  });
});

describe('isStopWord', () => {
  it('has the words that only ask', () => {
    expect(['什么', '请问', 'what', 'the'].filter((word) => !isStopWord(word))).toEqual([]);
    expect(['食堂', '林业', 'forest'].filter(isStopWord)).toEqual([]);
  });
});
