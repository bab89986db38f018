// Expired records are deleted by the clock.
import { expect, it } from 'vitest';
import { Expiry } from '../../src/chat/expiry.ts';
import { memoryStore } from '../../src/store/index.ts';

const HOUR_MS = 60 * 60 * 1000;

it('deletes day-old records although nobody asks anything', async () => {
  const store = memoryStore();
  await store.notices.claim('bot', 'update 7', 0, 0);
  await store.notices.claim('bot', 'update 8', 23 * HOUR_MS, 0);
  const stopping = new AbortController();
  let now = 0;
  const log = { error: () => {}, warn: () => {} };
  await new Expiry(store, undefined, log).runUntil(
    stopping.signal,
    { clock: () => now, elapsed: () => now, log },
    async (ms) => {
      now += ms;
      if (now > 26 * HOUR_MS) stopping.abort();
    },
  );
  expect(await store.forget('bot', 'nobody')).toBe(1); // the one that is not a day old
});

it('continues after a failure, which is logged', async () => {
  const store = memoryStore();
  const { expire } = store.notices;
  store.notices.expire = () => Promise.reject(new Error('database is locked'));
  await store.notices.claim('bot', 'update 7', 0, 0);
  const logged: string[] = [];
  const stopping = new AbortController();
  let now = 25 * HOUR_MS;
  const log = { error: (_: object, sentence: string) => void logged.push(sentence), warn: () => {} };
  await new Expiry(store, undefined, log).runUntil(
    stopping.signal,
    { clock: () => now, elapsed: () => now, log },
    async (ms) => {
      now += ms;
      store.notices.expire = expire;
      if (now > 27 * HOUR_MS) stopping.abort();
    },
  );
  expect(logged).toEqual(['expired records could not be deleted']);
  expect(await store.forget('bot', 'nobody')).toBe(0);
});
