import { describe, expect, it } from 'vitest';
import { inverseFrequencies, inverseUnitFrequency } from '../../src/search/bm25.ts';
import { Bm25Scorer } from '../../src/search/bm25-scorer.ts';
import { compile } from '../../src/search/concept.ts';
import { Vocabulary } from '../../src/search/vocabulary.ts';
import { statisticsOver, word } from './corpus.ts';

describe('inverse frequency', () => {
  const vocabulary = new Vocabulary();
  const statistics = statisticsOver(
    [['道路', '古井'], ['道路', '食堂'], ['道路', '食堂'], ['道路']],
    vocabulary,
  );
  const of = (text: string) => inverseUnitFrequency(statistics, vocabulary.numberOf(text) ?? vocabulary.size);

  it('is the larger the fewer units hold a word, and largest where none does', () => {
    expect(of('道路')).toBeLessThan(of('食堂'));
    expect(of('食堂')).toBeLessThan(of('古井'));
    expect(of('古井')).toBeLessThan(of('没有'));
  });

  it('is never negative', () => {
    expect(of('道路')).toBeGreaterThan(0);
  });
});

describe('BM25', () => {
  const vocabulary = new Vocabulary();
  const filler = Array.from({ length: 30 }, (_, i) => `填${i}`);
  const statistics = statisticsOver(
    [['古井', '食堂'], ['古井', '古井'], ['古井', ...filler], filler, ['食堂']],
    vocabulary,
  );
  const scorer = new Bm25Scorer(statistics);
  const score = (unit: number, ...words: string[]) => {
    const concepts = compile(
      words.map((each) => word(each)),
      vocabulary,
    );
    return scorer.scores([unit], concepts, inverseFrequencies(statistics, concepts))[0];
  };

  it('is 0 where nothing matches', () => {
    expect(score(3, '古井')).toBe(0);
    expect(score(0)).toBe(0);
    expect(score(0, '没有')).toBe(0);
  });

  it('grows with each further occurrence, but less than in proportion', () => {
    expect(score(1, '古井')).toBeGreaterThan(score(0, '古井'));
    expect(score(1, '古井')).toBeLessThan(2 * score(0, '古井'));
  });

  it('is smaller in a longer unit', () => {
    expect(score(2, '古井')).toBeLessThan(score(0, '古井'));
  });

  it('adds up concepts', () => {
    expect(score(0, '古井', '食堂')).toBeCloseTo(score(0, '古井') + score(0, '食堂'));
  });
});
