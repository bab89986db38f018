import { describe, expect, it } from 'vitest';
import { baseForms, englishWords, stem } from '../../src/language/index.ts';

describe('englishWords', () => {
  it.each([
    ['What did the Bureau do in 2023?', ['what', 'did', 'the', 'bureau', 'do', 'in', '2023']],
    ["the county's well-known canal", ['the', 'county', 'well', 'known', 'canal']],
    ['3.6 million, 12th session', ['3.6', 'million', '12th', 'session']],
    ['老年食堂', []],
    ['', []],
  ])('reads the words of %j', (text, words) => {
    expect(englishWords(text)).toEqual(words);
  });
});

describe('baseForms', () => {
  it.each([
    ['canals', 'canal'],
    ['cases', 'case'],
    ['boxes', 'box'],
    ['policies', 'policy'],
    ['applied', 'apply'],
    ['repaired', 'repair'],
    ['stopping', 'stop'],
    ['housing', 'house'],
    ['built', 'build'],
  ])('lead from %s to %s', (word, base) => {
    expect(baseForms(word)).toContain(base);
  });

  it.each(['bus', 'red', 'king', 'gas'])('are none for a word as short as %s', (word) => {
    expect(baseForms(word)).toEqual(expect.arrayContaining([word]));
    expect(baseForms(word).every((form) => form.length >= 2)).toBe(true);
  });
});

describe('stem', () => {
  it.each([
    ['canals', 'canal'],
    ['repairs', 'repair'],
    ['policies', 'policy'],
    ['houses', 'house'],
  ])('is the same for %s and %s', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });
});
