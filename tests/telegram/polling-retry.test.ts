// How long failures of polling are waited for, and when they are final.
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../adapters/telegram/errors.ts';
import { clientFor } from '../../adapters/telegram/telegraf.ts';
import { PollingRetry } from '../../adapters/telegram/updates/polling-retry.ts';
import { startStandIn, stopAll } from './bot.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Telegram's error, as the client gives it. */
async function errorOf(status: number, body?: object): Promise<unknown> {
  const standIn = await startStandIn();
  const told = body && { body: JSON.stringify({ ok: false, error_code: status, description: 'x', ...body }) };
  standIn.failNext({ method: 'getMe', status, ...told });
  const { call } = clientFor(standIn.token, standIn.apiRoot);
  const error: unknown = await call('getMe', {}).catch((each: unknown) => each);
  await stopAll();
  return error;
}

function begin() {
  const clock = { now: Date.UTC(2026, 10, 20) };
  const logged: string[] = [];
  const note = (_: object, message: string) => logged.push(message);
  const log = { debug: note, info: note, warn: note, error: note };
  const time = { now: () => clock.now, elapsed: () => clock.now, wait: async () => {} };
  return { clock, logged, patience: new PollingRetry(time, log) };
}

const CONFLICT = await errorOf(409);
const REFUSAL = await errorOf(401);
const OUTAGE = await errorOf(502);

describe('another process that asks for the same messages', () => {
  it('is waited for five minutes, and no longer', () => {
    const { clock, patience } = begin();
    const began = clock.now;
    const wait = () => {
      clock.now += patience.pauseAfter(CONFLICT);
    };
    expect(() => {
      for (;;) wait();
    }).toThrow(/409/);
    expect(clock.now - began).toBeGreaterThanOrEqual(5 * MINUTE_MS);
    expect(clock.now - began).toBeLessThan(6 * MINUTE_MS);
  });

  it('is not taken for gone because each of the two gets something now and then', () => {
    const { clock, patience, logged } = begin();
    const takeTurns = () => {
      for (let i = 0; i < 20; i++) {
        clock.now += patience.pauseAfter(CONFLICT) + 20 * SECOND_MS;
        patience.succeeded();
      }
    };
    expect(takeTurns).toThrow(/409/);
    expect(logged.filter((line) => /^Another process/.test(line))).toHaveLength(1);
  });

  it('that comes again after a quiet time is waited for anew', () => {
    const { clock, patience } = begin();
    for (let i = 0; i < 20; i++) {
      patience.pauseAfter(CONFLICT);
      patience.succeeded();
      clock.now += 10 * MINUTE_MS;
    }
  });

  it.each([-HOUR_MS, HOUR_MS])('is waited for though the clock is set by %i ms', (ms) => {
    const { clock, patience } = begin();
    patience.pauseAfter(CONFLICT);
    clock.now += ms;
    patience.pauseAfter(CONFLICT);
  });
});

describe('a token that is refused', () => {
  it('is believed to be wrong after five times in a row', () => {
    const { patience } = begin();
    for (let i = 0; i < 4; i++) patience.pauseAfter(REFUSAL);
    expect(() => patience.pauseAfter(REFUSAL)).toThrow(/401/);
  });

  it('is not where something else comes between', () => {
    const { patience } = begin();
    for (let i = 0; i < 50; i++) {
      for (let j = 0; j < 4; j++) patience.pauseAfter(REFUSAL);
      if (i % 2) patience.succeeded();
      else patience.pauseAfter(OUTAGE);
    }
  });
});

describe('pauses', () => {
  it('grow up to half a minute, and outages are waited for as long as they last', () => {
    const { patience } = begin();
    const pauses = Array.from({ length: 1000 }, () => patience.pauseAfter(OUTAGE));
    expect(pauses.slice(0, 6)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000]);
    expect(new Set(pauses.slice(5))).toEqual(new Set([30_000]));
  });

  it.each<[string, object, number]>([
    ['seconds', { parameters: { retry_after: 7 } }, 7 * SECOND_MS],
    ['nothing', {}, SECOND_MS],
    ['words', { parameters: { retry_after: 'soon' } }, SECOND_MS],
    ['no object', { parameters: 'soon' }, SECOND_MS],
    ['zero', { parameters: { retry_after: 0 } }, SECOND_MS],
    ['the past', { parameters: { retry_after: -5 } }, SECOND_MS],
    ['years', { parameters: { retry_after: 1e12 } }, HOUR_MS],
  ])('are as long as Telegram wants, within reason: it says %s', async (_, body, expected) => {
    const error = await errorOf(429, body);
    expect(failureOf(error)?.kind).toBe('wait');
    expect(begin().patience.pauseAfter(error)).toBe(expected);
  });
});
