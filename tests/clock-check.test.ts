// What the doctor finds about the clock, from the times in the state file.
import { beforeEach, expect, it } from 'vitest';
import { checkClock } from '../adapters/clock-check.ts';
import type { ClockState } from '../src/digests/index.ts';
import { memoryStore } from '../src/store/index.ts';
import { entry } from './contracts/digest-records.ts';

const NOW = Date.parse('2026-11-22T04:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
let store: ReturnType<typeof memoryStore>;
beforeEach(() => {
  store = memoryStore();
});

const found = async (state?: ClockState) => {
  if (state) await store.digests.clock.set(state);
  return (await checkClock(store, NOW)).map(({ kind, text }) => `${kind}: ${text}`);
};

it('nothing where there was no trouble', async () => {
  expect(await found()).toEqual([]);
  expect(await found({ at: NOW - DAY_MS, since: 0 })).toEqual([]);
  expect(await found({ at: NOW - DAY_MS, since: 0, error: { at: NOW - 31 * DAY_MS, dated: NOW } })).toEqual(
    [],
  );
});

it.each<[string, Omit<ClockState, 'since'>, RegExp]>([
  ['it is behind', { at: NOW + DAY_MS }, /^wrong: The clock says 2026-11-22.*at work at 2026-11-23/],
  [
    'it has leapt, and is not believed yet',
    { at: NOW - 500 * DAY_MS, doubt: { from: NOW - 60_000, at: NOW } },
    /^wrong: The clock leapt from 2025-07-10.* to 2026-11-22/,
  ],
  [
    'it was wrong lately',
    { at: NOW, error: { at: NOW - DAY_MS, dated: NOW + 3653 * DAY_MS } },
    /^advice: The clock was wrong: on 2026-11-21.*up to 2036-11-22/,
  ],
])('that %s', async (_, state, words) => {
  expect(await found({ since: 0, ...state })).toEqual([expect.stringMatching(words)]);
});

it('that digests are dated later than now', async () => {
  await store.digests.outbox.add(entry('e1', { state: 'sent', dueAt: NOW + 400 * DAY_MS }));
  expect(await found({ at: NOW, since: 0 })).toEqual([
    'advice: 1 digest is dated later than now: the clock was wrong.',
  ]);
});
