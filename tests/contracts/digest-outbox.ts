// The outbox: entries are enqueued once, claimed by one worker at a time, ended once.
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatStore } from '../../src/chat/index.ts';
import type { DigestStore, OutboxEntry } from '../../src/digests/index.ts';
import {
  DAY,
  DUE,
  entry,
  NEXT,
  NOW,
  OTHER_PLACE,
  PLACE,
  subscription,
  WHOLE_ENTRY,
} from './digest-records.ts';

const UNTIL = NOW + 100;
const idsOf = (entries: OutboxEntry[]) => entries.map(({ id }) => id);
const trueOnes = (results: boolean[]) => results.filter(Boolean).length;
const NOTHING = { sentences: [], reports: [] };

export function digestOutboxContract(open: () => Promise<ChatStore>): void {
  let digests: DigestStore;
  beforeEach(async () => {
    digests = (await open()).digests;
  });
  const claim = (worker = 'w1', now = NOW, until = UNTIL, limit = 9, platform = 'discord') =>
    digests.outbox.claim({ platform, worker, now, until, limit });
  const add = async (name: string, changes: Partial<OutboxEntry> = {}) =>
    expect(await digests.outbox.add(entry(name, changes))).toBe(true);

  describe('enqueuing', () => {
    const daily = (name = 'e1') => entry(name, { occasion: `day ${DUE.day}` });
    const enqueue = (
      given: OutboxEntry | undefined = daily(),
      due = DUE,
      next: typeof NEXT | undefined = NEXT,
    ) => digests.outbox.enqueue({ place: PLACE }, due, given, next);
    beforeEach(() => digests.subscriptions.put(subscription()));

    it('adds the entry and sets what is next', async () => {
      expect(await enqueue()).toBe(true);
      expect(await digests.outbox.get('e1')).toEqual(daily());
      expect(await digests.subscriptions.get(PLACE)).toEqual(subscription({ next: NEXT }));
    });

    it('succeeds for one of many at once', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, number) => enqueue(daily(`e${number}`))),
      );
      expect(trueOnes(results)).toBe(1);
      expect(await digests.outbox.history(PLACE, 99)).toHaveLength(1);
    });

    it.each([
      ['at another time', { ...DUE, at: NOW - 1 }],
      ['of another day', { ...DUE, day: '2023-11-13' }],
    ])('a digest %s than the next one changes nothing', async (_, due) => {
      expect(await enqueue(daily(), due)).toBe(false);
      expect(await digests.outbox.get('e1')).toBeUndefined();
      expect(await digests.subscriptions.get(PLACE)).toEqual(subscription());
    });

    it('where nothing is next, or nobody subscribed, changes nothing', async () => {
      await digests.subscriptions.put(subscription({ next: undefined }));
      expect(await enqueue()).toBe(false);
      await digests.subscriptions.remove(PLACE);
      expect(await enqueue()).toBe(false);
      expect(await digests.outbox.history(PLACE, 9)).toEqual([]);
    });

    it('nothing leaves the digest out', async () => {
      expect(await digests.outbox.enqueue({ place: PLACE }, DUE, undefined, NEXT)).toBe(true);
      expect(await digests.outbox.history(PLACE, 9)).toEqual([]);
      expect((await digests.subscriptions.get(PLACE))?.next).toEqual(NEXT);
    });

    it('the last one leaves nothing due', async () => {
      expect(await digests.outbox.enqueue({ place: PLACE }, DUE, daily(), undefined)).toBe(true);
      expect((await digests.subscriptions.get(PLACE))?.next).toBeUndefined();
      expect(await digests.subscriptions.due(NOW + DAY, 9)).toEqual([]);
    });

    it('a day that the outbox has already only sets what is next', async () => {
      await enqueue();
      await digests.subscriptions.put(subscription()); // the settings were changed: due again on the same day
      expect(await enqueue(daily('e2'))).toBe(true);
      expect(idsOf(await digests.outbox.history(PLACE, 9))).toEqual(['e1']);
      expect((await digests.subscriptions.get(PLACE))?.next).toEqual(NEXT);
    });
  });

  describe('an entry', () => {
    it('comes back as it was added', async () => {
      await digests.outbox.add(WHOLE_ENTRY);
      await add('e2');
      expect(await digests.outbox.get('e1')).toEqual(WHOLE_ENTRY);
      expect(await digests.outbox.get('e2')).toEqual(entry('e2'));
      expect(await digests.outbox.get('e3')).toBeUndefined();
    });

    it('is added once for its place and occasion, and once under its id', async () => {
      await add('e1', { occasion: 'news 1' });
      expect(await digests.outbox.add(entry('e2', { occasion: 'news 1' }))).toBe(false);
      expect(await digests.outbox.add(entry('e1', { occasion: 'news 2' }))).toBe(false);
      await add('e3', { occasion: 'news 1', place: OTHER_PLACE });
      expect(await digests.outbox.get('e2')).toBeUndefined();
      expect(await digests.outbox.get('e1')).toEqual(entry('e1', { occasion: 'news 1' }));
    });

    it('does not change with what was given or got', async () => {
      const given = entry('e1', { reports: ['f1'] });
      await digests.outbox.add(given);
      given.reports.push('f2');
      (await digests.outbox.get('e1'))!.reports.push('f2');
      (await digests.outbox.history(PLACE, 1))[0].messages.push('m1');
      (await claim())[0].reports.push('f2');
      expect(await digests.outbox.get('e1')).toMatchObject({ reports: ['f1'], messages: [] });
    });
  });

  describe('claiming', () => {
    it('takes what is due by now, with one attempt more and the time of the first', async () => {
      await add('e1', { attempts: 2, triedAt: NOW - 7 });
      await add('e2');
      await add('e3', { retryAt: NOW + 1 });
      const claimed = { state: 'claimed' as const };
      const e1 = entry('e1', { ...claimed, attempts: 3, triedAt: NOW - 7 });
      const e2 = entry('e2', { ...claimed, attempts: 1, triedAt: NOW });
      expect(await claim()).toEqual([e1, e2]);
      expect(await digests.outbox.get('e1')).toEqual(e1);
      expect(await digests.outbox.get('e3')).toEqual(entry('e3', { retryAt: NOW + 1 }));
    });

    it('takes the longest due first, then in the order of enqueuing, up to the limit', async () => {
      for (const name of ['e3', 'e1', 'e2']) await add(name);
      await add('e9', { retryAt: NOW, dueAt: NOW - 5 });
      expect(idsOf(await claim('w1', NOW, UNTIL, 2))).toEqual(['e9', 'e3']);
      expect(idsOf(await claim('w2', NOW, UNTIL, 9))).toEqual(['e1', 'e2']);
      expect(await claim('w3', NOW, UNTIL, 9)).toEqual([]);
    });

    it('keeps the turn of entries postponed and taken over', async () => {
      for (const name of ['e1', 'e2', 'e3']) await add(name);
      await claim('w1', NOW, NOW + 1, 2);
      await digests.outbox.postpone('e2', 'w1', NOW + 1);
      expect(idsOf(await claim('w2', NOW + 1))).toEqual(['e1', 'e2', 'e3']);
    });

    it.each([
      ['discord', ['e1', 'e2']],
      ['telegram', ['e3']],
      ['disc', []],
      ['discord:1', []],
      ['terminal', ['e4']],
      ['', []],
    ])('takes entries of its platform alone: %s', async (platform, ids) => {
      const places = ['discord:1', 'discord:2:topic:7', 'telegram:1', 'terminal'];
      for (const [index, place] of places.entries()) await add(`e${index + 1}`, { place });
      expect(idsOf(await claim('w1', NOW, UNTIL, 9, platform))).toEqual(ids);
    });

    it('gives no entry to two workers while the claim lasts', async () => {
      await add('e1');
      await claim('w1');
      expect(await claim('w2', UNTIL - 1)).toEqual([]);
      expect(idsOf(await claim('w2', UNTIL, UNTIL + 100))).toEqual(['e1']);
      expect(await claim('w3', UNTIL + 99)).toEqual([]);
      expect(await claim('w1', UNTIL + 99)).toEqual([]);
    });

    it('counts the attempt of a claim taken over, and keeps the time of the first', async () => {
      await add('e1');
      await claim('w1');
      const taken = entry('e1', { state: 'claimed', attempts: 2, triedAt: NOW });
      expect(await claim('w2', UNTIL)).toEqual([taken]);
    });

    it('does not give a worker its own claim again: it is still at it', async () => {
      await add('e1');
      await claim('w1');
      expect(await claim('w1', UNTIL + DAY)).toEqual([]);
    });

    it('never takes what has ended', async () => {
      for (const state of ['sent', 'failed', 'skipped'] as const) await add(state, { state, retryAt: 0 });
      expect(await claim('w1', NOW + DAY)).toEqual([]);
    });
  });

  describe('a claimed entry', () => {
    beforeEach(async () => {
      await digests.subscriptions.put(subscription());
      await add('e1');
      await claim();
    });

    it('has its content set, also for a worker that takes it over', async () => {
      expect(await digests.outbox.setContent('e1', 'w1', 'c1')).toBe(true);
      expect(await claim('w2', UNTIL)).toMatchObject([{ id: 'e1', content: 'c1' }]);
    });

    it('is given back to be tried later, with its attempts, what it says and when it was tried', async () => {
      await digests.outbox.setContent('e1', 'w1', 'c1');
      expect(await digests.outbox.postpone('e1', 'w1', NOW + 50)).toBe(true);
      const waiting = entry('e1', { retryAt: NOW + 50, attempts: 1, triedAt: NOW, content: 'c1' });
      expect(await digests.outbox.get('e1')).toEqual(waiting);
      expect(await claim('w1', NOW + 49)).toEqual([]);
      expect(await claim('w1', NOW + 50)).toMatchObject([{ attempts: 2, triedAt: NOW }]);
    });

    it('ends with everything that follows from it', async () => {
      const shown = { sentences: ['s1', 's2'], reports: ['f1'] };
      const end = {
        state: 'sent' as const,
        at: NOW + 3,
        messages: ['discord:1:7'],
        shown,
        newsSince: NOW - 1,
      };
      expect(await digests.outbox.end('e1', 'w1', end)).toBe(true);
      const ended = { state: 'sent' as const, attempts: 1, triedAt: NOW, endedAt: NOW + 3 };
      expect(await digests.outbox.get('e1')).toEqual(entry('e1', { ...ended, messages: ['discord:1:7'] }));
      expect(await digests.shown.of(PLACE)).toEqual({ sentences: ['s1', 's2'], reports: ['f1'] });
      expect(await digests.subscriptions.get(PLACE)).toEqual(subscription({ newsSince: NOW - 1 }));
    });

    it.each([
      ['failed', 'outage'],
      ['skipped', 'nothing-new'],
    ] as const)('that %s says why, and nothing else changes', async (state, reason) => {
      expect(await digests.outbox.end('e1', 'w1', { state, at: NOW + 3, reason })).toBe(true);
      expect(await digests.outbox.get('e1')).toMatchObject({ state, reason, endedAt: NOW + 3, messages: [] });
      expect(await digests.shown.of(PLACE)).toEqual(NOTHING);
      expect(await digests.subscriptions.get(PLACE)).toEqual(subscription());
    });

    it('keeps the messages that it had where its end brings none', async () => {
      await add('e2', { messages: ['discord:1:6'] });
      await claim();
      expect(await digests.outbox.end('e2', 'w1', { state: 'failed', at: NOW, reason: 'outage' })).toBe(true);
      expect(await digests.outbox.get('e2')).toMatchObject({ messages: ['discord:1:6'] });
    });

    it('ends without a subscription too', async () => {
      await add('e2', { place: OTHER_PLACE });
      await claim('w1', NOW, UNTIL, 9, 'telegram');
      expect(await digests.outbox.end('e2', 'w1', { state: 'sent', at: NOW, newsSince: NOW })).toBe(true);
      expect(await digests.subscriptions.get(OTHER_PLACE)).toBeUndefined();
    });

    it('ends after its claim ran out, as long as nobody took it over', async () => {
      await claim('w2', UNTIL - 1);
      expect(await digests.outbox.end('e1', 'w1', { state: 'sent', at: UNTIL + 5 })).toBe(true);
    });

    it('ends once', async () => {
      expect(await digests.outbox.end('e1', 'w1', { state: 'sent', at: NOW })).toBe(true);
      await expectLost('w1');
      expect(await digests.outbox.get('e1')).toMatchObject({ state: 'sent', endedAt: NOW });
      expect(await claim('w2', NOW + DAY)).toEqual([]);
    });

    /** Whatever this worker does is refused and changes nothing. */
    async function expectLost(worker: string): Promise<void> {
      const before = await digests.outbox.get('e1');
      const end = { state: 'failed' as const, at: NOW + 9, messages: ['m9'], newsSince: NOW + 9 };
      const shown = { sentences: ['s9'], reports: ['f9'] };
      expect(await digests.outbox.setContent('e1', worker, 'c9')).toBe(false);
      expect(await digests.outbox.postpone('e1', worker, NOW + 9)).toBe(false);
      expect(await digests.outbox.end('e1', worker, { ...end, shown })).toBe(false);
      expect(await digests.outbox.get('e1')).toEqual(before);
      expect(await digests.shown.of(PLACE)).toEqual(NOTHING);
      expect(await digests.subscriptions.get(PLACE)).toEqual(subscription());
    }

    it('obeys no worker but its own', () => expectLost('w2'));

    it('ignores its first worker once it was taken over', async () => {
      await claim('w2', UNTIL, UNTIL + 100);
      await expectLost('w1');
      expect(await digests.outbox.end('e1', 'w2', { state: 'sent', at: UNTIL })).toBe(true);
    });

    it('obeys nobody once it was given back', async () => {
      await digests.outbox.postpone('e1', 'w1', NOW + 50);
      await expectLost('w1');
    });

    it('that is not there obeys nobody', async () => {
      await digests.subscriptions.remove(PLACE);
      expect(await digests.outbox.end('e1', 'w1', { state: 'sent', at: NOW })).toBe(false);
      expect(await digests.outbox.setContent('e1', 'w1', 'c1')).toBe(false);
    });
  });

  describe('the last daily digest of a place', () => {
    it('is the latest due one, whatever came at once since, and none where none came', async () => {
      await add('elsewhere', { place: OTHER_PLACE, dueAt: NOW + 9 });
      await add('news1', { reports: ['r1'], dueAt: NOW + 5 });
      expect(await digests.outbox.lastDaily(PLACE)).toBeUndefined();
      await add('day2', { dueAt: NOW + 2, state: 'sent' });
      await add('day1', { dueAt: NOW + 1, state: 'sent' });
      for (let i = 0; i < 60; i++) await add(`more${i}`, { reports: ['r2'], dueAt: NOW + 10 + i });
      expect((await digests.outbox.lastDaily(PLACE))?.id).toBe('day2');
    });
  });

  describe('the history of a place', () => {
    it('has the latest due first, then the latest enqueued, up to the limit', async () => {
      await add('e2', { dueAt: NOW + 2 });
      await add('e1', { dueAt: NOW + 1, state: 'sent' });
      await add('e3', { dueAt: NOW + 3 });
      await add('e4', { dueAt: NOW + 3 });
      await add('e5', { dueAt: NOW + 9, place: OTHER_PLACE });
      expect(idsOf(await digests.outbox.history(PLACE, 9))).toEqual(['e4', 'e3', 'e2', 'e1']);
      expect(idsOf(await digests.outbox.history(PLACE, 2))).toEqual(['e4', 'e3']);
    });
  });

  describe('old entries', () => {
    it('are deleted once they have ended and were due before the limit, not when as old', async () => {
      for (const state of ['sent', 'failed', 'skipped'] as const) await add(state, { state, dueAt: NOW - 1 });
      await add('as old', { state: 'sent' });
      await add('being sent', { dueAt: NOW - 1, retryAt: NOW - 1 });
      await claim('w1', NOW - 1, NOW, 1);
      await add('waiting', { dueAt: NOW - 1 });
      await digests.outbox.expire(NOW);
      const left = idsOf(await digests.outbox.history(PLACE, 9));
      expect(left).toEqual(['as old', 'waiting', 'being sent']);
    });

    it('leave their occasion free', async () => {
      await add('e1', { state: 'sent', dueAt: NOW - 1 });
      await digests.outbox.expire(NOW);
      await add('e1');
    });
  });
}
