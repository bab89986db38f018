// Who gets a digest, and when the next one.
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatStore } from '../../src/chat/index.ts';
import type { DigestStore, Subscription } from '../../src/digests/index.ts';
import {
  DUE,
  entry,
  NEXT,
  NOW,
  OTHER_PLACE,
  PLACE,
  subscription,
  topic,
  WHOLE_SUBSCRIPTION,
} from './digest-records.ts';

const placesOf = (subscriptions: Subscription[]) => subscriptions.map(({ place }) => place);

export function digestSubscriptionsContract(open: () => Promise<ChatStore>): void {
  let digests: DigestStore;
  beforeEach(async () => {
    digests = (await open()).digests;
  });
  type Changes = Parameters<typeof subscription>[0];
  const put = (changes: Changes = {}) => digests.subscriptions.put(subscription(changes));
  const due = async (now = NOW, limit = 10) => placesOf(await digests.subscriptions.due(now, limit));

  describe('a subscription', () => {
    it('comes back as it was put', async () => {
      const least = subscription({ place: OTHER_PLACE, schedule: undefined, next: undefined });
      await digests.subscriptions.put(WHOLE_SUBSCRIPTION);
      await digests.subscriptions.put(least);
      expect(await digests.subscriptions.get(PLACE)).toEqual(WHOLE_SUBSCRIPTION);
      expect(await digests.subscriptions.get(OTHER_PLACE)).toEqual(least);
      expect(await digests.subscriptions.get('nowhere')).toBeUndefined();
    });

    it('of the same place is replaced with all that it says', async () => {
      await digests.subscriptions.put(WHOLE_SUBSCRIPTION);
      await put({ next: undefined, schedule: undefined });
      const least = subscription({ next: undefined, schedule: undefined });
      expect(await digests.subscriptions.get(PLACE)).toEqual(least);
      expect(await due()).toEqual([]);
    });

    it('does not change with what was given or got', async () => {
      const given = subscription({ next: { ...DUE } });
      await digests.subscriptions.put(given);
      given.next!.at = 0;
      (await digests.subscriptions.get(PLACE))!.next!.at = 0;
      (await digests.subscriptions.due(NOW, 1))[0].silent = true;
      (await digests.subscriptions.within(PLACE))[0].schedule!.time = '00:00';
      expect(await digests.subscriptions.get(PLACE)).toEqual(subscription());
    });

    it('is removed with its topics, what it was shown and its outbox entries, and nothing else is', async () => {
      for (const place of [PLACE, OTHER_PLACE]) {
        await put({ place });
        await digests.topics.add(topic({ place }), 20);
        await digests.outbox.add(entry(`${place} e`, { place }));
        await digests.outbox.claim({
          platform: place.split(':')[0],
          worker: 'w1',
          now: NOW,
          until: NOW + 1,
          limit: 1,
        });
        const shown = { sentences: ['s1'], reports: ['f1'] };
        await digests.outbox.end(`${place} e`, 'w1', { state: 'sent', at: NOW, shown });
      }
      await digests.subscriptions.remove(PLACE);
      await digests.subscriptions.remove('nowhere');
      expect(await digests.subscriptions.get(PLACE)).toBeUndefined();
      expect(await digests.topics.list(PLACE)).toEqual([]);
      expect(await digests.outbox.history(PLACE, 9)).toEqual([]);
      expect(await digests.outbox.get(`${PLACE} e`)).toBeUndefined();
      expect(await digests.shown.of(PLACE)).toEqual({ sentences: [], reports: [] });
      expect(await digests.subscriptions.get(OTHER_PLACE)).toEqual(subscription({ place: OTHER_PLACE }));
      expect(await digests.topics.list(OTHER_PLACE)).toHaveLength(1);
      expect(await digests.outbox.history(OTHER_PLACE, 9)).toHaveLength(1);
      expect(await digests.shown.of(OTHER_PLACE)).toEqual({ sentences: ['s1'], reports: ['f1'] });
    });
  });

  describe('what is due', () => {
    it('is what is due by now, not later, and never where nothing is next', async () => {
      await put({ place: 'p1', next: { ...DUE, at: NOW } });
      await put({ place: 'p2', next: { ...DUE, at: NOW + 1 } });
      await put({ place: 'p3', next: undefined });
      expect(await due(NOW - 1)).toEqual([]);
      expect(await due(NOW)).toEqual(['p1']);
      expect(await due(NOW + 1)).toEqual(['p1', 'p2']);
    });

    it('comes the longest due first, then in the order of setting up, no more than asked for', async () => {
      for (const place of ['p3', 'p1', 'p2']) await put({ place });
      await put({ place: 'p9', next: { ...DUE, at: NOW - 1 } });
      await put({ place: 'p3', silent: true }); // changed, and in its turn all the same
      expect(await due()).toEqual(['p9', 'p3', 'p1', 'p2']);
      expect(await due(NOW, 2)).toEqual(['p9', 'p3']);
    });
  });

  describe('a place out of reach', () => {
    it('is marked as such, and nothing is due there any more', async () => {
      await put();
      await put({ place: OTHER_PLACE });
      await digests.subscriptions.markGone(PLACE, 'forbidden', NOW + 4);
      const gone = { reason: 'forbidden' as const, at: NOW + 4 };
      expect(await digests.subscriptions.get(PLACE)).toEqual(subscription({ gone, next: undefined }));
      expect(await due(NOW + 9)).toEqual([OTHER_PLACE]);
    });

    it('has its waiting entries skipped for that reason; those claimed, ended or elsewhere stay', async () => {
      await put();
      for (const name of ['claimed', 'ended']) await digests.outbox.add(entry(name));
      await digests.outbox.claim({ platform: 'discord', worker: 'w1', now: NOW, until: NOW + 1, limit: 2 });
      await digests.outbox.end('ended', 'w1', { state: 'sent', at: NOW });
      await digests.outbox.add(entry('waiting'));
      await digests.outbox.add(entry('elsewhere', { place: OTHER_PLACE }));
      await digests.subscriptions.markGone(PLACE, 'unreachable', NOW + 4);
      const skipped = { state: 'skipped' as const, reason: 'unreachable' as const, endedAt: NOW + 4 };
      expect(await digests.outbox.get('waiting')).toEqual(entry('waiting', skipped));
      expect(await digests.outbox.get('claimed')).toMatchObject({ state: 'claimed' });
      expect(await digests.outbox.get('ended')).toMatchObject({ state: 'sent', endedAt: NOW });
      expect(await digests.outbox.get('elsewhere')).toMatchObject({ state: 'due' });
      expect(await digests.outbox.end('claimed', 'w1', { state: 'sent', at: NOW })).toBe(true);
    });

    it('that nobody subscribed for has its waiting entries skipped all the same', async () => {
      await digests.outbox.add(entry('waiting'));
      await digests.subscriptions.markGone(PLACE, 'forbidden', NOW);
      expect(await digests.outbox.get('waiting')).toMatchObject({ state: 'skipped' });
      expect(await digests.subscriptions.get(PLACE)).toBeUndefined();
    });
  });

  describe('subscriptions by key', () => {
    beforeEach(async () => {
      await put({ place: 'p1', channel: 'c1', community: 'g1' });
      await put({ place: 'p2', channel: 'c1', community: 'g2' });
      await put({ place: 'p3', channel: 'p3' });
      for (const place of ['p2', 'p3']) await digests.subscriptions.markGone(place, 'forbidden', NOW);
    });

    it.each([
      ['p1', ['p1'], []],
      ['p3', ['p3'], ['p3']],
      ['c1', ['p1', 'p2'], ['p2']],
      ['g2', ['p2'], ['p2']],
      ['p', [], []],
      ['c1:1', [], []],
    ])('are found by place, channel or community: %s', async (key, under, lost) => {
      expect(placesOf(await digests.subscriptions.within(key))).toEqual(under);
      expect(placesOf(await digests.subscriptions.undelivered(key))).toEqual(lost);
    });

    it('are not found any more once they were put without', async () => {
      await put({ place: 'p2', channel: 'c1', next: NEXT });
      expect(await digests.subscriptions.undelivered('c1')).toEqual([]);
    });
  });
}
