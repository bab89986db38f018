import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/search/concept.ts';
import { buildPostings, Vocabulary } from '../../src/search/postings.ts';
import {
  bm25,
  type CloseToken,
  closeness,
  frequenciesOf,
  inverseFrequency,
  type Signals,
  total,
  WEIGHTS,
} from '../../src/search/rank.ts';
import { word } from './corpus.ts';

const token = (text: string, worth = 1): CloseToken => ({ text, concept: 0, worth });
const FAR = '其'.repeat(60);

describe('closeness', () => {
  it.each<[what: string, text: string, tokens: CloseToken[], expected: number]>([
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

describe('inverse frequency', () => {
  const vocabulary = new Vocabulary();
  const postings = buildPostings(
    [['道路', '古井'], ['道路', '食堂'], ['道路', '食堂'], ['道路']],
    vocabulary,
  );
  const of = (text: string) => inverseFrequency(postings, vocabulary.numberOf(text) ?? vocabulary.size);

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
  const postings = buildPostings(
    [['古井', '食堂'], ['古井', '古井'], ['古井', ...filler], filler, ['食堂']],
    vocabulary,
  );
  const score = (unit: number, ...words: string[]) => {
    const concepts = compile(
      words.map((each) => word(each)),
      vocabulary,
    );
    return bm25(postings, unit, concepts, frequenciesOf(postings, concepts));
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

describe('the total', () => {
  const none: Signals = { body: 0, headings: 0, report: 0, closeness: 0, part: 0, referent: 0 };

  it('is the weighted sum of the signals', () => {
    const weights = { body: 1, headings: 2, report: 3, closeness: 4, part: 5, referent: 6 };
    expect(total({ body: 1, headings: 1, report: 1, closeness: 1, part: 1, referent: 1 }, weights)).toBe(21);
    expect(total(none, weights)).toBe(0);
  });

  it('rises with every signal', () => {
    for (const name of Object.keys(none) as (keyof Signals)[])
      expect(total({ ...none, [name]: 1 }, WEIGHTS)).toBeGreaterThan(0);
  });
});
