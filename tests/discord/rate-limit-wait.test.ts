// The library keeps rate limits by the machine's clock: what happens when that is set back.
import { REST } from 'discord.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { resetLimitsWhenClockIsSetBack } from '../../adapters/discord/sending/rate-limit-wait.ts';
import type { Clock } from '../../src/clock.ts';

const START = Date.UTC(2026, 10, 20, 8);
const HOUR_MS = 3_600_000;
/** One more request was allowed, and the next one is in ten milliseconds. */
const LIMITED = { 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '0.01' };
/** A stopped clock that can be set. */
const time: Clock = { now: () => Date.now(), elapsed: () => 0, wait: async () => {} };

let rest: REST;
/** How long requests were to wait, in milliseconds. */
let waits: number[];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  rest = new REST({
    makeRequest: async () => Response.json({}, { headers: LIMITED }) as never,
    offset: 0,
    rejectOnRateLimit: ({ timeToReset }) => {
      waits.push(timeToReset);
      vi.setSystemTime(Date.now() + timeToReset); // the library waits by a timer, and then looks at the clock
      return timeToReset > HOUR_MS;
    },
  }).setToken('x');
  waits = [];
  resetLimitsWhenClockIsSetBack(rest, time);
});
afterEach(() => void vi.useRealTimers());

it('a request waits as long as Discord wants', async () => {
  await rest.get('/gateway/bot');
  await rest.get('/gateway/bot');
  expect(waits).toEqual([10]);
});

it.each([2, 48])(
  'a request does not wait for %i hours because the clock was set back by so many',
  async (hours) => {
    await rest.get('/gateway/bot');
    vi.setSystemTime(START - hours * HOUR_MS);
    await rest.get('/gateway/bot');
    expect(waits).toEqual([]);
  },
);

it('nor does one that falls under the limit of all requests', async () => {
  await rest.get('/gateway/bot');
  rest.globalRemaining = 0;
  rest.globalReset = START + 1000;
  vi.setSystemTime(START - 2 * HOUR_MS);
  await rest.get('/users/@me');
  expect(waits).toEqual([]);
});
