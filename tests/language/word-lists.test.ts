// Word lists in text files.
import { describe, expect, it } from 'vitest';
import { parseWordLists } from '../../src/language/word-lists.ts';

const LISTS = parseWordLists('# a comment\n\n[towns]\n镇\n# larger ones\n街道\n[marks]\n1.5 (x)\n');

describe('a file of word lists', () => {
  it('holds the phrases under each heading in order, without comments and blank lines', () => {
    expect(LISTS.words('towns')).toEqual(['镇', '街道']);
  });

  it('gives a pattern that matches its phrases literally', () => {
    expect(LISTS.pattern('towns')).toBe('镇|街道');
    const marks = new RegExp(`^(?:${LISTS.pattern('marks')})$`);
    expect(marks.test('1.5 (x)')).toBe(true);
    expect(marks.test('125 x')).toBe(false);
  });

  it('has no list that it does not name', () => {
    expect(() => LISTS.words('villages')).toThrow('no word list [villages]');
  });
});
