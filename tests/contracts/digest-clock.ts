// Places that do not take their digests, and dates that a wrong clock has left.
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatStore } from '../../src/chat/index.ts';
import type { Backoff, DigestStore } from '../../src/digests/index.ts';
import { DAY, DUE, entry, NEXT, NOW, OTHER_PLACE, PLACE, subscription, topic } from './digest-records.ts';

const HOUR = 60 * 60 * 1000;
const BACKOFF: Backoff = { obstacle: 'forbidden', since: NOW, failures: 1, retryAt: NOW, notified: false };

export function digestClockContract(open: () => Promise<ChatStore>): void {
  let store: ChatStore;
  let digests: DigestStore;
  beforeEach(async () => {
    store = await open();
    ({ digests } = store);
  });
  const at = async (place = PLACE) => digests.subscriptions.get(place);

  describe('a place that did not take its digest', () => {
    it('backs off, and its next one is due when that says, where one is due', async () => {
      await digests.subscriptions.put(subscription());
      await digests.subscriptions.put(
        subscription({ place: OTHER_PLACE, channel: OTHER_PLACE, next: undefined }),
      );
      for (const place of [PLACE, OTHER_PLACE, 'nowhere'])
        await digests.subscriptions.setBackoff(place, BACKOFF, NEXT);
      expect(await at()).toMatchObject({ backoff: BACKOFF, next: NEXT });
      expect(await at(OTHER_PLACE)).toMatchObject({ backoff: BACKOFF });
      expect((await at(OTHER_PLACE))?.next).toBeUndefined();
      await digests.subscriptions.setBackoff(PLACE, { ...BACKOFF, failures: 2 });
      expect(await at()).toMatchObject({ backoff: { failures: 2 }, next: NEXT });
      expect((await digests.subscriptions.undelivered(PLACE)).map(({ place }) => place)).toEqual([PLACE]);
    });

    it('backs off no more once it was sent something, or is gone', async () => {
      for (const end of ['sent', 'failed'] as const) {
        await digests.subscriptions.put(subscription({ backoff: BACKOFF }));
        await digests.outbox.add(entry(end));
        await digests.outbox.claim({ platform: 'discord', worker: 'w', now: NOW, until: NOW + 1, limit: 1 });
        await digests.outbox.end(end, 'w', { state: end, at: NOW });
        expect((await at())?.backoff).toEqual(end === 'sent' ? undefined : BACKOFF);
      }
      await digests.subscriptions.markGone(PLACE, 'forbidden', NOW);
      expect((await at())?.backoff).toBeUndefined();
    });

    it('no longer names a person who is forgotten', async () => {
      await digests.subscriptions.put(subscription({ enabledBy: 'discord:9' }));
      expect(await store.forget('discord:9', 'nobody')).toBe(1);
      expect(await at()).toEqual(subscription());
    });
  });

  it('those whose next digest is due later than a time come in order of their places', async () => {
    await digests.subscriptions.put(subscription({ place: 'b:1' }));
    await digests.subscriptions.put(subscription({ place: 'a:1', next: NEXT }));
    await digests.subscriptions.put(subscription({ place: 'a:2', next: undefined }));
    const later = async (than: number, after: string, limit = 9) =>
      (await digests.subscriptions.dueLater(than, after, limit)).map(({ place }) => place);
    expect(await later(NOW - 1, '')).toEqual(['a:1', 'b:1']);
    expect(await later(NOW - 1, '', 1)).toEqual(['a:1']);
    expect(await later(NOW - 1, 'a:1')).toEqual(['b:1']);
    expect(await later(NOW, '')).toEqual(['a:1']);
  });

  describe('an entry of a time to come', () => {
    const FAR = NOW + 400 * DAY;
    it('is found, and gets another occasion and another date', async () => {
      const sent = entry('sent', { state: 'sent', dueAt: FAR, retryAt: FAR, triedAt: FAR, endedAt: FAR });
      await digests.outbox.add(entry('past', { state: 'sent', endedAt: NOW }));
      await digests.outbox.add(sent);
      await digests.outbox.add(entry('waits', { dueAt: FAR, retryAt: FAR }));
      expect((await digests.outbox.datedAfter(NOW)).map(({ id }) => id)).toEqual(['sent', 'waits']);
      for (const id of ['sent', 'waits', 'none']) await digests.outbox.redate(id, `misdated ${id}`, NOW);
      expect(await digests.outbox.datedAfter(NOW)).toEqual([]);
      const now = { dueAt: NOW, retryAt: NOW, endedAt: NOW };
      expect(await digests.outbox.get('sent')).toEqual({
        ...sent,
        ...now,
        triedAt: NOW,
        occasion: 'misdated sent',
      });
      expect(await digests.outbox.get('waits')).toMatchObject({
        ...now,
        state: 'skipped',
        reason: 'withdrawn',
      });
      expect(await digests.outbox.add(entry('new', { occasion: 'sent' }))).toBe(true);
    });

    it('that is being sent can be claimed again within five minutes', async () => {
      await digests.outbox.add(entry('e1', { dueAt: FAR, retryAt: FAR }));
      await digests.outbox.claim({ platform: 'discord', worker: 'w', now: FAR, until: FAR + HOUR, limit: 1 });
      await digests.outbox.redate('e1', 'misdated e1', NOW);
      const claim = async (now: number) =>
        digests.outbox.claim({ platform: 'discord', worker: 'other', now, until: now + 1, limit: 1 });
      expect(await claim(NOW)).toEqual([]);
      expect(await claim(NOW + HOUR / 12)).toHaveLength(1);
    });
  });

  it('the state of the clock is restored as it was set', async () => {
    expect(await digests.clock.get()).toBeUndefined();
    const state = { at: NOW, since: NOW - DAY, doubt: { from: 1, at: 2 }, error: { at: 3, dated: 4 } };
    await digests.clock.set({ at: 1, since: 1 });
    await digests.clock.set(state);
    expect(await digests.clock.get()).toEqual(state);
  });

  it('what is dated later than now is dated now, except due times', async () => {
    const far = NOW + 400 * DAY;
    await digests.subscriptions.put(subscription({ since: far, newsSince: far, next: { ...DUE, at: far } }));
    await digests.topics.add(topic({ since: far }), 9);
    await digests.reports.note([{ fingerprint: 'f', identity: 'i', firstSeen: far }]);
    await digests.contents.put(PLACE, 'c', 'text', far);
    await digests.outbox.add(entry('e', { retryAt: far }));
    const turn = { message: 'm', place: PLACE, person: 'p', questions: [], at: far };
    await store.conversations.add(turn);
    await store.pagedLists.put('l', { kind: 'reports', ids: [], words: [] }, far);
    await store.notices.claim('p', 'k', far, 0);
    const place = { id: PLACE, within: { channel: PLACE } };
    const asked = { id: 'r', target: PLACE, name: '', place, person: 'p', locale: 'zh' as const };
    await store.requests.add({ ...asked, at: far }, { since: far, ofPerson: 1, ofAll: 1 });
    expect(await digests.clock.rewind(NOW)).toBe(10);
    expect(await digests.clock.rewind(NOW)).toBe(0);
    expect(await at()).toMatchObject({ since: NOW, newsSince: NOW, next: { at: far } });
    expect((await digests.topics.list(PLACE))[0].since).toBe(NOW);
    expect((await digests.reports.all())[0].firstSeen).toBe(NOW);
    expect((await digests.outbox.get('e'))?.retryAt).toBe(NOW);
    expect((await store.requests.get('r'))?.at).toBe(NOW);
    expect((await store.conversations.ofMessage('m', 0))?.at).toBe(NOW);
    await store.pagedLists.expire(NOW + 1);
    expect(await store.pagedLists.get('l', NOW)).toBeUndefined();
    expect(await store.notices.claim('p', 'k', NOW + 2, NOW + 1)).toBe(true);
    await digests.contents.expire(NOW + 1);
    expect(await digests.contents.get('c', NOW)).toBeUndefined();
  });
}
