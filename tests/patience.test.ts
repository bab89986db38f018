// What a test may take is counted in the processor's time, and each process of tests counts.
import { expect, it } from 'vitest';
import { MOST_SECONDS, tooMuch } from './patience.ts';

it.each([
  [0, 0],
  [MOST_SECONDS * 1e6, 0],
  [MOST_SECONDS * 5e5, MOST_SECONDS * 5e5],
])('a test of %i + %i microseconds may be', (user, system) => {
  expect(tooMuch({ user, system })).toBeUndefined();
});

it('a test of more is told how much it took and may take', () => {
  expect(tooMuch({ user: MOST_SECONDS * 1e6, system: 600_000 })).toBe(
    "The test took 60.6 s of the processor's time, and may take 60 s.",
  );
});
