import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, termTokens } from '../../src/language/index.ts';
import { type Concept, CoverageMeter } from '../../src/search/index.ts';
import { word } from './corpus.ts';

/** 道路 is common, everything else is rare. */
const rarity = (token: string) => (token === '道路' ? 0.5 : 4);
const meterOf = (...concepts: Concept[]) => new CoverageMeter(concepts, rarity);
const synonym = (text: string, weight = 1) => ({ text, weight, own: false, tokens: termTokens(text) });

describe('coverage', () => {
  const meter = meterOf(word('古井'), word('道路'));
  const coverageOf = (text: string) => meter.coverage(meter.shares(normalise(text)));

  it('is 1 for a text with all concepts and 0 for one with none', () => {
    expect(coverageOf('清出古井，修好道路')).toBeCloseTo(1);
    expect(coverageOf('新开食堂')).toBe(0);
    expect(coverageOf('')).toBe(0);
  });

  it('is larger for the rare word than for the common one', () => {
    expect(coverageOf('清出古井')).toBeGreaterThan(0.8);
    expect(coverageOf('修好道路')).toBeLessThan(0.2);
  });

  it('does not depend on where and how often a word occurs', () => {
    expect(coverageOf('古井')).toBe(coverageOf('古井，古井，还是古井'));
  });

  it('counts a concept by its weight', () => {
    const light = meterOf(word('古井', { weight: 0.1 }), word('食堂'));
    expect(light.coverage(light.shares('古井'))).toBeLessThan(0.2);
  });

  it('passes over hints', () => {
    const hinted = meterOf(word('古井'), word('食堂', { hint: true }));
    expect(hinted.labels()).toEqual(['古井']);
    expect(hinted.coverage(hinted.shares('古井'))).toBeCloseTo(1);
  });

  it('of an empty query is 0', () => {
    const none = meterOf();
    expect(none.total).toBe(0);
    expect(none.coverage(none.shares('古井'))).toBe(0);
  });

  it('gives for each concept the share that a text holds', () => {
    expect(meter.labels()).toEqual(['古井', '道路']);
    expect(meter.shares('修好道路')).toEqual([0, 1]);
    const [share] = meterOf(word('退化林修复')).shares('退化林');
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.8);
  });

  it('is the share of the total worth, in nats', () => {
    const shares = meter.shares('古井');
    expect(meter.worthOf(shares)).toBeCloseTo(4);
    expect(meter.coverage(shares)).toBeCloseTo(4 / meter.total);
  });

  it('lies between 0 and 1 for any text, and more text never covers less', () => {
    const piece = fc.oneof(
      fc.constantFrom('古井', '道路', '古', '井', '食堂', '，'),
      fc.string({ maxLength: 4 }),
    );
    const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const less = coverageOf(before);
        const more = coverageOf(`${before}${after}`);
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(1 + 1e-9);
        expect(more).toBeGreaterThanOrEqual(less);
      }),
      { seed: 81, numRuns: 200 },
    );
  });
});

describe('another variant of a concept', () => {
  const concept = (weight: number): Concept => ({
    label: '食堂',
    weight: 1,
    variants: [...word('食堂').variants, synonym('助餐点', weight)],
  });

  it('covers it by its weight', () => {
    const [sure] = meterOf(concept(1)).shares('开了助餐点');
    const [likely] = meterOf(concept(0.5)).shares('开了助餐点');
    expect(sure).toBe(1);
    expect(likely).toBeGreaterThan(0);
    expect(likely).toBeLessThan(1);
  });

  it('adds nothing to the word itself', () => {
    expect(meterOf(concept(1)).shares('开了食堂、助餐点')).toEqual([1]);
  });

  it('that occurs in part covers less than the same part of the question’s own word', () => {
    const [own] = meterOf(word('助餐点')).shares('助餐');
    const [other] = meterOf({ label: '食堂', weight: 1, variants: [synonym('助餐点')] }).shares('助餐');
    expect(other).toBeGreaterThan(0);
    expect(other).toBeLessThan(own);
  });

  it('that is rare does not make the concept worth more', () => {
    const common = meterOf({ label: '道路', weight: 1, variants: word('道路').variants });
    const withOdd = meterOf({
      label: '道路',
      weight: 1,
      variants: [...word('道路').variants, synonym('衢道')],
    });
    expect(withOdd.total).toBeCloseTo(common.total);
  });
});

describe('a concept that the reports have no words for', () => {
  const sayable = (term: string) => term !== '高铁' && term !== '地铁';

  it('is named, with its worth', () => {
    const meter = meterOf(word('高铁', { certain: true }), word('古井', { certain: true }));
    expect(meter.unknownConcepts(sayable)).toEqual({ worth: 4, labels: ['高铁'] });
  });

  it('is none where another variant occurs', () => {
    const rail: Concept = {
      label: '高铁',
      weight: 1,
      certain: true,
      variants: [...word('高铁').variants, synonym('铁路')],
    };
    expect(meterOf(rail).unknownConcepts(sayable)).toEqual({ worth: 0, labels: [] });
  });

  it('stays one where a variant is only a guess from its sound', () => {
    const rail: Concept = {
      label: '高铁',
      weight: 1,
      certain: true,
      variants: [...word('高铁').variants, synonym('糕贴', 0.4)],
    };
    expect(meterOf(rail).unknownConcepts(sayable).labels).toEqual(['高铁']);
  });

  it('is not reported where its meaning is uncertain', () => {
    expect(meterOf(word('高铁')).unknownConcepts(sayable)).toEqual({ worth: 0, labels: [] });
  });
});
