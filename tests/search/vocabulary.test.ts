import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../../src/search/vocabulary.ts';

describe('a vocabulary', () => {
  it('numbers words in the order in which they first occur', () => {
    const vocabulary = new Vocabulary();
    expect(['造林', '路灯', '造林', '食堂'].map((token) => vocabulary.add(token))).toEqual([0, 1, 0, 2]);
    expect(vocabulary.size).toBe(3);
    expect(vocabulary.words()).toEqual(['造林', '路灯', '食堂']);
  });

  it('finds a word by its number and a number by its word', () => {
    const vocabulary = new Vocabulary(['造林', '路灯']);
    expect(vocabulary.numberOf('路灯')).toBe(1);
    expect(vocabulary.word(1)).toBe('路灯');
    expect(vocabulary.numberOf('食堂')).toBeUndefined();
  });

  it('goes on numbering where a stored one ended', () => {
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
