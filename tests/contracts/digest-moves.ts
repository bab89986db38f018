// What becomes of the digests where a place has a new key or a person is forgotten; and texts that hold anything.
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatStore } from '../../src/chat/index.ts';
import type { DigestStore, OutboxEntry, Subscription } from '../../src/digests/index.ts';
import { DUE, entry, NEXT, NOW, subscription, topic } from './digest-records.ts';
import { HARD_TEXTS } from './hard-texts.ts';

const FROM = 'telegram:-1';
const TO = 'telegram:-100';
const UNTIL = NOW + 100;

export function digestMovesContract(open: () => Promise<ChatStore>): void {
  let store: ChatStore;
  let digests: DigestStore;
  beforeEach(async () => {
    store = await open();
    digests = store.digests;
  });
  const platformOf = (place: string) => place.split(':')[0];

  /** A place with a subscription, a topic, something shown, an entry that has ended and one that waits. */
  async function live(place: string, mark: string, changes: Partial<Subscription> = {}): Promise<void> {
    await digests.subscriptions.put(subscription({ place, channel: place, ...changes }));
    await digests.topics.add(topic({ place, id: `t ${mark}` }), 20);
    await digests.outbox.add(entry(`sent ${mark}`, { place }));
    await digests.outbox.claim({
      platform: platformOf(place),
      worker: 'w0',
      now: NOW,
      until: UNTIL,
      limit: 1,
    });
    const shown = { sentences: [`s ${mark}`], reports: [`f ${mark}`] };
    expect(await digests.outbox.end(`sent ${mark}`, 'w0', { state: 'sent', at: NOW, shown })).toBe(true);
    await digests.outbox.add(entry(`due ${mark}`, { place, retryAt: NOW + 1 }));
  }

  /** Everything that is kept about a place. */
  const contentOf = async (place: string) => ({
    subscription: await digests.subscriptions.get(place),
    topics: (await digests.topics.list(place)).map((each) => [each.place, each.id]),
    entries: (await digests.outbox.history(place, 99)).map((each: OutboxEntry) => [
      each.place,
      each.id,
      each.state,
    ]),
    shown: await digests.shown.of(place),
  });
  const EMPTY = { subscription: undefined, topics: [], entries: [], shown: { sentences: [], reports: [] } };
  const full = (place: string, mark: string, changes: Partial<Subscription> = {}) => ({
    subscription: subscription({ place, channel: place, ...changes }),
    topics: [[place, `t ${mark}`]],
    entries: [
      [place, `due ${mark}`, 'due'],
      [place, `sent ${mark}`, 'sent'],
    ],
    shown: { sentences: [`s ${mark}`], reports: [`f ${mark}`] },
  });

  describe('a place that moves', () => {
    it('takes everything along', async () => {
      await live(FROM, 'a');
      await store.move(FROM, TO);
      expect(await contentOf(TO)).toEqual(full(TO, 'a'));
      expect(await contentOf(FROM)).toEqual(EMPTY);
    });

    it('takes the places within it along, and no place whose key only looks alike', async () => {
      await live(`${FROM}:topic:7`, 'a', { channel: FROM, community: FROM });
      for (const other of [`${FROM}0`, `${FROM};`, `x${FROM}`]) await live(other, other);
      await store.move(FROM, TO);
      const moved = full(`${TO}:topic:7`, 'a', { channel: TO, community: TO });
      expect(await contentOf(`${TO}:topic:7`)).toEqual(moved);
      expect(await contentOf(`${FROM}:topic:7`)).toEqual(EMPTY);
      for (const other of [`${FROM}0`, `${FROM};`, `x${FROM}`])
        expect(await contentOf(other)).toEqual(full(other, other));
    });

    it('is followed by subscriptions elsewhere whose channel or community it is', async () => {
      await live('telegram:thread', 'a', { channel: FROM, community: `${FROM}:x` });
      await store.move(FROM, TO);
      const moved = full('telegram:thread', 'a', { channel: TO, community: `${TO}:x` });
      expect(await contentOf('telegram:thread')).toEqual(moved);
      expect(await digests.subscriptions.within(TO)).toHaveLength(1);
      expect(await digests.subscriptions.within(FROM)).toEqual([]);
    });

    it('takes topics and entries along where nobody subscribed', async () => {
      await digests.topics.add(topic({ place: FROM }), 20);
      await digests.outbox.add(entry('e1', { place: FROM }));
      await store.move(FROM, TO);
      expect(await contentOf(TO)).toMatchObject({ topics: [[TO, 't1']], entries: [[TO, 'e1', 'due']] });
    });

    it('leaves what the new key has already, and adds what it has not', async () => {
      await live(FROM, 'a', { silent: true });
      await live(TO, 'b');
      await digests.topics.add(topic({ place: FROM, id: 't b', text: '路灯' }), 20);
      await digests.outbox.add(entry('day a', { place: FROM, occasion: 'day', dueAt: NOW - 1 }));
      await digests.outbox.add(entry('day b', { place: TO, occasion: 'day', dueAt: NOW - 1 }));
      await store.move(FROM, TO);
      expect(await contentOf(FROM)).toEqual(EMPTY);
      const { subscription: kept, topics, entries, shown } = await contentOf(TO);
      expect(kept).toEqual(subscription({ place: TO, channel: TO }));
      expect(topics.map(([, id]) => id)).toEqual(['t a', 't b']);
      expect((await digests.topics.list(TO)).map(({ text }) => text)).toEqual(['古井', '古井']);
      expect(entries.map(([, id]) => id)).toEqual(['due b', 'sent b', 'due a', 'sent a', 'day b']);
      expect(await digests.outbox.get('day a')).toBeUndefined();
      expect(shown.sentences.sort()).toEqual(['s a', 's b']);
    });

    it('while a message is sent there lets the worker end it, for the new key', async () => {
      await digests.subscriptions.put(subscription({ place: FROM }));
      await digests.outbox.add(entry('e1', { place: FROM }));
      await digests.outbox.claim({ platform: 'telegram', worker: 'w1', now: NOW, until: UNTIL, limit: 1 });
      await store.move(FROM, TO);
      const shown = { sentences: ['s1'], reports: [] };
      expect(await digests.outbox.end('e1', 'w1', { state: 'sent', at: NOW, shown, newsSince: NOW })).toBe(
        true,
      );
      expect(await digests.shown.of(TO)).toEqual(shown);
      expect(await digests.subscriptions.get(TO)).toMatchObject({ newsSince: NOW });
    });

    it('keeps its turn', async () => {
      for (const place of [FROM, 'telegram:2']) {
        await digests.subscriptions.put(subscription({ place }));
        await digests.outbox.add(entry(`of ${place}`, { place }));
      }
      await store.move(FROM, TO);
      expect((await digests.subscriptions.due(NOW, 9)).map(({ place }) => place)).toEqual([TO, 'telegram:2']);
      const claimed = await digests.outbox.claim({
        platform: 'telegram',
        worker: 'w1',
        now: NOW,
        until: UNTIL,
        limit: 9,
      });
      expect(claimed.map(({ place }) => place)).toEqual([TO, 'telegram:2']);
    });

    it('to another platform is claimed there', async () => {
      await digests.outbox.add(entry('e1', { place: FROM }));
      await store.move(FROM, 'discord:1');
      expect(
        await digests.outbox.claim({ platform: 'telegram', worker: 'w1', now: NOW, until: UNTIL, limit: 9 }),
      ).toEqual([]);
      expect(
        await digests.outbox.claim({ platform: 'discord', worker: 'w1', now: NOW, until: UNTIL, limit: 9 }),
      ).toHaveLength(1);
    });

    it('does not get the same day twice', async () => {
      await digests.subscriptions.put(subscription({ place: FROM }));
      await digests.outbox.enqueue({ place: FROM }, DUE, entry('e1', { place: FROM, occasion: 'day' }), NEXT);
      await store.move(FROM, TO);
      await digests.subscriptions.put(subscription({ place: TO }));
      const again = entry('e2', { place: TO, occasion: 'day' });
      expect(await digests.outbox.enqueue({ place: TO }, DUE, again, NEXT)).toBe(true);
      expect(await digests.outbox.get('e2')).toBeUndefined();
    });

    it('into itself moves each place once', async () => {
      await live('a:1', 'a');
      await live('a:1:b', 'b');
      await store.move('a:1', 'a:1:b');
      expect(await contentOf('a:1')).toEqual(EMPTY);
      expect(await contentOf('a:1:b')).toEqual(full('a:1:b', 'a'));
      expect(await contentOf('a:1:b:b')).toEqual(full('a:1:b:b', 'b'));
    });

    it('to where it is changes nothing', async () => {
      await live(FROM, 'a');
      await store.move(FROM, FROM);
      await store.move('nowhere', FROM);
      expect(await contentOf(FROM)).toEqual(full(FROM, 'a'));
    });
  });

  describe('a person who is forgotten', () => {
    const PERSON = 'discord:71';

    it('takes the subscriptions of private chats along, with everything of their place', async () => {
      await live('p1', 'a', { kind: 'private', person: PERSON });
      await live('p2', 'b', { kind: 'private', person: PERSON });
      await digests.topics.add(topic({ place: 'p2', id: 't2' }), 20);
      await live('p3', 'c', { kind: 'private', person: 'discord:72' });
      await live(PERSON, 'd');
      expect(await store.forget(PERSON, 'x')).toBe(5);
      expect(await contentOf('p1')).toEqual(EMPTY);
      expect(await contentOf('p2')).toEqual(EMPTY);
      expect(await contentOf('p3')).toEqual(full('p3', 'c', { kind: 'private', person: 'discord:72' }));
      expect(await contentOf(PERSON)).toEqual(full(PERSON, 'd'));
      expect(await store.forget(PERSON, 'x')).toBe(0);
    });
  });

  describe('texts', () => {
    it.each(HARD_TEXTS.map((text) => [text]))('%j comes back as it was', async (text) => {
      const due = { at: NOW, day: text };
      const hard = subscription({
        ...{ place: text, channel: text, community: text, person: text, pausedUntil: text, next: due },
        schedule: { time: text, zone: text, days: 'sun' },
      });
      await digests.subscriptions.put(hard);
      expect(await digests.subscriptions.get(text)).toEqual(hard);
      expect(await digests.subscriptions.within(text)).toEqual([hard]);
      const followed = topic({ place: text, id: text, text, earlier: [text], agency: text, part: text });
      await digests.topics.add(followed, 20);
      expect(await digests.topics.list(text)).toEqual([followed]);
      const whole = entry(text, { place: text, reports: [text], messages: [text], content: text });
      expect(await digests.outbox.enqueue({ place: text }, due, whole, undefined)).toBe(true);
      expect(await digests.outbox.get(text)).toEqual(whole);
      expect(
        await digests.outbox.claim({
          platform: platformOf(text),
          worker: text,
          now: NOW,
          until: UNTIL,
          limit: 9,
        }),
      ).toHaveLength(1);
      expect(await digests.outbox.setContent(text, text, text)).toBe(true);
      const shown = { sentences: [text], reports: [text] };
      expect(await digests.outbox.end(text, text, { state: 'sent', at: NOW, shown })).toBe(true);
      expect(await digests.shown.of(text)).toEqual(shown);
      const report = { fingerprint: text, identity: text, firstSeen: NOW };
      expect(await digests.reports.note([report])).toEqual([report]);
      expect(await digests.reports.all()).toEqual([report]);
      await digests.contents.put(text, text, text, NOW);
      expect(await digests.contents.get(text, NOW)).toBe(text);
    });

    it('that differ are different keys, also within others', async () => {
      const texts = HARD_TEXTS.filter((text) => !text.includes(':')); // such a one lies within the empty one
      for (const text of texts) {
        await digests.subscriptions.put(subscription({ place: `${text}:1`, channel: text }));
        await digests.outbox.add(entry(text, { place: `${text}:1` }));
      }
      for (const text of texts) {
        expect(await digests.subscriptions.within(text)).toHaveLength(1);
        expect(
          await digests.outbox.claim({ platform: text, worker: 'w1', now: NOW, until: UNTIL, limit: 9 }),
        ).toMatchObject([{ id: text }]);
      }
      for (const [index, text] of texts.entries()) await store.move(text, `moved ${index}`);
      for (const index of texts.keys()) {
        const moved = await digests.subscriptions.get(`moved ${index}:1`);
        expect(moved).toMatchObject({ channel: `moved ${index}` });
      }
    });
  });
}
