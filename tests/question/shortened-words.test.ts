import { describe, expect, it } from 'vitest';
import { parseLexicon } from '../../src/language/index.ts';
import { wordsBeginningWith } from '../../src/question/shortened-words.ts';

const LEXICON = parseLexicon([
  'agritech = 农业科技\nagritech park = 园区\nagriculture = 农业\nfood agri = 食品\nagri = 农',
]);

describe('a shortened word', () => {
  it('stands for the single words that it begins, in the order of the lexicon', () => {
    expect(wordsBeginningWith('agri', LEXICON, 9)).toEqual(['agritech', 'agriculture', 'agri']);
  });

  it('stands for no more than are asked for, and for none where it begins none', () => {
    expect(wordsBeginningWith('agri', LEXICON, 2)).toEqual(['agritech', 'agriculture']);
    expect(wordsBeginningWith('gric', LEXICON, 2)).toEqual([]);
  });
});
