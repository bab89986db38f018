import { expect, test } from 'vitest';
import { median, P99, percentile } from './measure.ts';

test.each([
  { values: [5], share: P99, expected: 5 },
  { values: [3, 1, 2], share: 0.5, expected: 2 },
  { values: [4, 3, 2, 1], share: 0.5, expected: 2 },
  { values: Array.from({ length: 100 }, (_, i) => i + 1), share: P99, expected: 99 },
  { values: Array.from({ length: 100 }, (_, i) => i + 1), share: 1, expected: 100 },
])('of $values.length values, $share are at most $expected', ({ values, share, expected }) => {
  expect(percentile(values, share)).toBe(expected);
});

test('the values stay in their order', () => {
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});
