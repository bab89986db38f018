// Word lists in text files.
import { describe, expect, it } from 'vitest';
import { parseWordLists, readWordLists } from '../../src/language/index.ts';

const file = (name: string) => new URL(`../../src/${name}`, import.meta.url).pathname;

describe('a file of word lists', () => {
  it('has words in groups, one a line, and comments', () => {
    const text =
      '# about\n\n[first half]\n# why\n上半年\nfirst half\n\n[reason]\r\nwhy\r\n[first half]\nh1\n';
    expect([...parseWordLists(text)]).toEqual([
      ['first half', ['上半年', 'first half', 'h1']],
      ['reason', ['why']],
    ]);
  });

  it('is refused where a group is asked for that it does not have', () => {
    const units = readWordLists(file('question/phrases/measures.txt'));
    expect(units.words('people').length).toBeGreaterThan(0);
    expect(() => units.words('peple')).toThrow('[peple]');
  });

  it('gives a pattern that matches its words literally, in their order', () => {
    const suffixes = readWordLists(file('reports/metadata/agency-words.txt'));
    expect(suffixes.pattern('suffix').split('|')).toEqual(suffixes.words('suffix'));
    const marks = new RegExp(`^(?:${readWordLists(file('../tests/language/marks.txt')).pattern('marks')})$`);
    expect(marks.test('1.5 (x)')).toBe(true);
    expect(marks.test('125 x')).toBe(false);
  });
});
