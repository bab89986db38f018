import { describe, expect, it } from 'vitest';
import { UnitTrie } from '../../src/question/unit-trie.ts';

const units = (text: string) => [...text].map((each) => ({ text: each }));
const forms = (source: string) => source.split('/').map((form) => [...form]);

describe('UnitTrie', () => {
  it('finds every phrase that begins at a place, shorter ones first', () => {
    const trie = new UnitTrie<string>();
    trie.add([...'abc'], 'long');
    trie.add([...'ab'], 'short');
    expect([...trie.from(units('xabcd'), 1)]).toEqual([
      { length: 2, value: 'short' },
      { length: 3, value: 'long' },
    ]);
    expect(trie.longest(units('xabcd'), 1)).toEqual({ length: 3, value: 'long' });
  });

  it('finds a phrase that waits under any unit with which one of its forms begins', () => {
    const trie = new UnitTrie<string>(forms);
    trie.addLater(['a', 'b'], 'ac/bc', 'either');
    expect(trie.longest(units('bc'), 0)?.value).toBe('either');
    expect(trie.longest(units('ac'), 0)?.value).toBe('either');
  });

  it('keeps the order in which phrases were added, whichever unit is looked for first', () => {
    const trie = new UnitTrie<string>(forms);
    trie.addLater(['a', 'b'], 'ac/bc', 'first');
    trie.addLater(['b'], 'bc', 'second');
    trie.addLater(['a'], 'ac', 'third');
    expect([...trie.from(units('bc'), 0)].map(({ value }) => value)).toEqual(['first', 'second']);
    expect([...trie.from(units('ac'), 0)].map(({ value }) => value)).toEqual(['first', 'third']);
  });

  it('writes a phrase out only when it is looked for', () => {
    const written: string[] = [];
    const trie = new UnitTrie<string>((source) => {
      written.push(source);
      return forms(source);
    });
    trie.addLater(['a'], 'ab', 'one');
    trie.addLater(['c'], 'cd', 'other');
    trie.longest(units('ab'), 0);
    trie.longest(units('ab'), 0);
    expect(written).toEqual(['ab']);
  });
});
