import { describe, expect, it } from 'vitest';
import { buildThesaurus, stem } from '../../src/language/index.ts';

const FREQUENCY = new Map([
  ['造林', 5],
  ['食堂', 3],
  ['问题', 40],
]);
const thesaurus = buildThesaurus((token) => FREQUENCY.get(token) ?? 0);

const termsFor = (english: string) =>
  thesaurus.english.get(english.split(' ').map(stem).join(' '))?.split(' ') ?? [];

describe('the thesaurus', () => {
  it.each([
    ['cafeteria', '食堂'],
    ['dining halls', '食堂'],
    ['problems', '问题'],
    ['reservoir', undefined],
  ])('leads from %s to a word of the reports: %s', (english, word) => {
    expect(termsFor(english).map((term) => term.slice(1))).toEqual(
      word ? expect.arrayContaining([word]) : [],
    );
  });

  it('leads from a Chinese word to one of the reports that shares a sense', () => {
    expect(thesaurus.chinese.get('饭堂')?.split(' ')).toEqual(['食堂']);
  });

  it('knows no word that the reports do not use', () => {
    const terms = [...thesaurus.english.values()].flatMap((line) => line.split(' '));
    expect(terms.filter((term) => !/^[1-9]/.test(term))).toEqual([]);
    expect(new Set(terms.map((term) => term.slice(1)))).toEqual(new Set(FREQUENCY.keys()));
  });
});
