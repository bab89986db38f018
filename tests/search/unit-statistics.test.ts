import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCountedForwardIndex } from '../../src/search/forward-index.ts';
import {
  lengthOf,
  statisticsOf,
  termFrequency,
  unitCount,
  unitFrequencyOf,
} from '../../src/search/unit-statistics.ts';
import { Vocabulary } from '../../src/search/vocabulary.ts';
import { statisticsOver } from './corpus.ts';

describe('unit statistics', () => {
  const vocabulary = new Vocabulary();
  const statistics = statisticsOver([['造林', '路灯', '造林'], [], ['路灯', '食堂']], vocabulary);
  const numberOf = (token: string) => vocabulary.numberOf(token) ?? -1;

  it.each([
    [0, '造林', 2],
    [0, '路灯', 1],
    [0, '食堂', 0],
    [1, '造林', 0],
    [2, '食堂', 1],
    [2, '没有', 0],
  ])('count in unit %i of %s: %i', (unit, token, count) => {
    expect(termFrequency(statistics, unit, numberOf(token))).toBe(count);
  });

  it.each([
    ['造林', 1],
    ['路灯', 2],
    ['食堂', 1],
    ['没有', 0],
  ])('count the units of %s: %i', (token, count) => {
    expect(unitFrequencyOf(statistics, numberOf(token))).toBe(count);
  });

  it('have the number, lengths and mean length of units', () => {
    expect(unitCount(statistics)).toBe(3);
    expect([0, 1, 2].map((unit) => lengthOf(statistics, unit))).toEqual([3, 0, 2]);
    expect(statistics.meanLength).toBeCloseTo(5 / 3);
  });

  it('give 0 for a word that is newer', () => {
    const later = vocabulary.add('古井');
    expect(unitFrequencyOf(statistics, later)).toBe(0);
    expect(termFrequency(statistics, 0, later)).toBe(0);
  });

  it('stop counting at 255 in one unit', () => {
    const own = new Vocabulary();
    const many = statisticsOver([Array<string>(400).fill('造林')], own);
    expect(termFrequency(many, 0, 0)).toBe(255);
    expect(lengthOf(many, 0)).toBe(400);
  });

  it('may be empty', () => {
    const empty = statisticsOver([], new Vocabulary());
    expect(unitCount(empty)).toBe(0);
    expect(empty.meanLength).toBe(0);
    expect(unitFrequencyOf(empty, 0)).toBe(0);
  });

  it('are the same for units in several parts', () => {
    const token = fc.constantFrom<string>('造林', '路灯', '食堂', '古井');
    const units = fc.array(fc.array(token, { maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(units, units, units, (...lists) => {
        const words = new Vocabulary();
        const whole = statisticsOver(lists.flat(), words);
        const parts = statisticsOf(
          lists.map((each) => buildCountedForwardIndex(each, words)),
          words.size,
        );
        expect(parts.meanLength).toBe(whole.meanLength);
        expect(unitCount(parts)).toBe(unitCount(whole));
        for (let unit = 0; unit < unitCount(whole); unit++) {
          expect(lengthOf(parts, unit)).toBe(lengthOf(whole, unit));
          for (let number = 0; number < words.size; number++) {
            expect(termFrequency(parts, unit, number)).toBe(termFrequency(whole, unit, number));
            expect(unitFrequencyOf(parts, number)).toBe(unitFrequencyOf(whole, number));
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
        const built = statisticsOver(lists, words);
        for (const each of words.words()) {
          const number = words.numberOf(each) ?? -1;
          expect(unitFrequencyOf(built, number)).toBe(lists.filter((list) => list.includes(each)).length);
          lists.forEach((list, unit) => {
            expect(termFrequency(built, unit, number)).toBe(list.filter((other) => other === each).length);
          });
        }
      }),
      { seed: 61, numRuns: 150 },
    );
  });
});
