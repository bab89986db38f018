// What is remembered: computed once, and not for ever.
import { expect, it } from 'vitest';
import { LruCache } from '../../src/digests/lru-cache.ts';

it('computes each value once, and again once it was the least recently used of too many', () => {
  const computed: string[] = [];
  const recent = new LruCache<string | undefined>(2);
  const get = (key: string) =>
    recent.get(key, () => {
      computed.push(key);
      return undefined;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) get(key);
  expect(computed).toEqual(['a', 'b', 'c', 'b']);
});
