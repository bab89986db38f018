import { describe, expect, it } from 'vitest';
import { lexicon, normalise, parseLexicon } from '../../src/language/index.ts';

describe('parseLexicon', () => {
  it('reads English phrases with their Chinese terms, the usual one first', () => {
    const { english, longestPhrase } = parseLexicon(['elderly canteen = 老年食堂 長者食堂\n']);
    expect(english.get('elderly canteen')).toEqual(['老年食堂', '长者食堂']);
    expect(longestPhrase).toBe(2);
  });

  it('reads groups of Chinese terms that mean the same', () => {
    const { synonyms, longestTerm } = parseLexicon(['老年食堂 长者食堂 助餐点\n']);
    expect(synonyms.get('长者食堂')).toEqual(['老年食堂', '助餐点']);
    expect(longestTerm).toBe(4);
  });

  it('lets a second file add to the first', () => {
    const { english, synonyms } = parseLexicon(['canal = 水渠\n水渠 渠道', 'canal = 沟渠\r\n渠道 沟渠\r\n']);
    expect(english.get('canal')).toEqual(['水渠', '沟渠']);
    expect(synonyms.get('渠道')).toEqual(['水渠', '沟渠']);
  });

  it('skips comments, blank lines and entries without a term', () => {
    const { english, synonyms } = parseLexicon([
      '# canal = 水渠\n\ncanal = \n= 水渠\ncanal = 水渠 # irrigation\n',
    ]);
    expect([...english]).toEqual([['canal', ['水渠']]]);
    expect(synonyms.size).toBe(0);
  });
});

describe('the bundled lexicon', () => {
  it('has Chinese terms in their matching form for phrases in small letters', () => {
    const { english } = lexicon();
    expect(english.size).toBeGreaterThan(100);
    expect([...english.keys()].filter((phrase) => !/^[a-z0-9]+(?:[ .][a-z0-9]+)*$/.test(phrase))).toEqual([]);
    expect([...english.values()].flat().filter((term) => term !== normalise(term))).toEqual([]);
  });
});
