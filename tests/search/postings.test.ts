import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildPostings,
  countIn,
  countTokens,
  frequencyOf,
  lengthOf,
  postingsOf,
  unitCount,
  Vocabulary,
} from '../../src/search/postings.ts';

describe('a vocabulary', () => {
  it('numbers words in the order in which they come, each once', () => {
    const vocabulary = new Vocabulary();
    expect(['造林', '路灯', '造林', '食堂'].map((token) => vocabulary.add(token))).toEqual([0, 1, 0, 2]);
    expect(vocabulary.size).toBe(3);
    expect(vocabulary.words()).toEqual(['造林', '路灯', '食堂']);
  });

  it('tells a word by its number and a number by its word', () => {
    const vocabulary = new Vocabulary(['造林', '路灯']);
    expect(vocabulary.numberOf('路灯')).toBe(1);
    expect(vocabulary.word(1)).toBe('路灯');
    expect(vocabulary.numberOf('食堂')).toBeUndefined();
  });

  it('goes on counting where a stored one ended', () => {
    const vocabulary = new Vocabulary(['造林', '路灯']);
    expect(vocabulary.add('食堂')).toBe(2);
    expect(vocabulary.add('造林')).toBe(0);
  });

  it.each(['constructor', '__proto__', 'toString', ''])('takes %j as a word like any other', (token) => {
    const vocabulary = new Vocabulary();
    expect(vocabulary.numberOf(token)).toBeUndefined();
    expect(vocabulary.add(token)).toBe(0);
    expect(vocabulary.numberOf(token)).toBe(0);
  });
});

describe('postings', () => {
  const vocabulary = new Vocabulary();
  const postings = buildPostings([['造林', '路灯', '造林'], [], ['路灯', '食堂']], vocabulary);
  const numberOf = (token: string) => vocabulary.numberOf(token) ?? -1;

  it.each([
    [0, '造林', 2],
    [0, '路灯', 1],
    [0, '食堂', 0],
    [1, '造林', 0],
    [2, '食堂', 1],
    [2, '没有', 0],
  ])('tell that unit %i holds %s %i times', (unit, token, count) => {
    expect(countIn(postings, unit, numberOf(token))).toBe(count);
  });

  it.each([
    ['造林', 1],
    ['路灯', 2],
    ['食堂', 1],
    ['没有', 0],
  ])('tell that %s stands in %i units', (token, count) => {
    expect(frequencyOf(postings, numberOf(token))).toBe(count);
  });

  it('know how many units there are and how long each is', () => {
    expect(unitCount(postings)).toBe(3);
    expect([0, 1, 2].map((unit) => lengthOf(postings, unit))).toEqual([3, 0, 2]);
    expect(postings.meanLength).toBeCloseTo(5 / 3);
  });

  it('know nothing of a word that came into the vocabulary later', () => {
    const later = vocabulary.add('古井');
    expect(frequencyOf(postings, later)).toBe(0);
    expect(countIn(postings, 0, later)).toBe(0);
  });

  it('stop counting at 255 in one unit', () => {
    const own = new Vocabulary();
    const many = buildPostings([Array<string>(400).fill('造林')], own);
    expect(countIn(many, 0, 0)).toBe(255);
    expect(lengthOf(many, 0)).toBe(400);
  });

  it('may be about nothing', () => {
    const empty = buildPostings([], new Vocabulary());
    expect(unitCount(empty)).toBe(0);
    expect(empty.meanLength).toBe(0);
    expect(frequencyOf(empty, 0)).toBe(0);
  });

  it('are the same for units in several parts', () => {
    const token = fc.constantFrom<string>('造林', '路灯', '食堂', '古井');
    const units = fc.array(fc.array(token, { maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(units, units, units, (...lists) => {
        const words = new Vocabulary();
        const whole = buildPostings(lists.flat(), words);
        const parts = postingsOf(
          lists.map((each) => countTokens(each, words)),
          words.size,
        );
        expect(parts.meanLength).toBe(whole.meanLength);
        expect(unitCount(parts)).toBe(unitCount(whole));
        for (let unit = 0; unit < unitCount(whole); unit++) {
          expect(lengthOf(parts, unit)).toBe(lengthOf(whole, unit));
          for (let number = 0; number < words.size; number++) {
            expect(countIn(parts, unit, number)).toBe(countIn(whole, unit, number));
            expect(frequencyOf(parts, number)).toBe(frequencyOf(whole, number));
          }
        }
      }),
      { seed: 62, numRuns: 100 },
    );
  });

  it('count as plain counting does, for any units', () => {
    const token = fc.constantFrom<string>('造林', '路灯', '食堂', '古井', '#36000', 'gdp');
    const units = fc.array(fc.array(token, { maxLength: 30 }), { maxLength: 12 });
    fc.assert(
      fc.property(units, (lists) => {
        const words = new Vocabulary();
        const built = buildPostings(lists, words);
        for (const each of words.words()) {
          const number = words.numberOf(each) ?? -1;
          expect(frequencyOf(built, number)).toBe(lists.filter((list) => list.includes(each)).length);
          lists.forEach((list, unit) => {
            expect(countIn(built, unit, number)).toBe(list.filter((other) => other === each).length);
          });
        }
      }),
      { seed: 61, numRuns: 150 },
    );
  });
});
