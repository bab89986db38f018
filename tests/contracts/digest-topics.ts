// What places follow.
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatStore } from '../../src/chat/index.ts';
import type { DigestStore } from '../../src/digests/index.ts';
import { NOW, OTHER_PLACE, PLACE, topic, WHOLE_TOPIC } from './digest-records.ts';

export function digestTopicsContract(open: () => Promise<ChatStore>): void {
  let digests: DigestStore;
  beforeEach(async () => {
    digests = (await open()).digests;
  });
  const idsOf = async (place = PLACE) => (await digests.topics.list(place)).map(({ id }) => id);

  it('come back as they were added, to their place alone', async () => {
    expect(await digests.topics.add(WHOLE_TOPIC, 20)).toBe('added');
    expect(await digests.topics.add(topic({ place: OTHER_PLACE }), 20)).toBe('added');
    expect(await digests.topics.list(PLACE)).toEqual([WHOLE_TOPIC]);
    expect(await digests.topics.list(OTHER_PLACE)).toEqual([topic({ place: OTHER_PLACE })]);
    expect(await digests.topics.list('nowhere')).toEqual([]);
  });

  it('are listed oldest first, then in the order of adding', async () => {
    for (const id of ['t3', 't1', 't2']) await digests.topics.add(topic({ id }), 20);
    await digests.topics.add(topic({ id: 't9', since: NOW - 1 }), 20);
    expect(await idsOf()).toEqual(['t9', 't3', 't1', 't2']);
  });

  it('of the same id are replaced with all that they say', async () => {
    await digests.topics.add(WHOLE_TOPIC, 20);
    expect(await digests.topics.add(topic({ since: NOW + 1 }), 20)).toBe('known');
    expect(await digests.topics.list(PLACE)).toEqual([topic({ since: NOW + 1 })]);
  });

  it('are full at so many others: a known one is replaced still, a new one changes nothing', async () => {
    await digests.topics.add(topic({ id: 't1' }), 2);
    await digests.topics.add(topic({ id: 't2' }), 2);
    expect(await digests.topics.add(topic({ id: 't3' }), 2)).toBe('full');
    expect(await digests.topics.add(topic({ id: 't2', atOnce: true }), 2)).toBe('known');
    expect(await digests.topics.add(topic({ id: 't3', place: OTHER_PLACE }), 2)).toBe('added');
    expect(await digests.topics.list(PLACE)).toEqual([
      topic({ id: 't1' }),
      topic({ id: 't2', atOnce: true }),
    ]);
  });

  it('never become more than allowed when many are added at once', async () => {
    const adding = Array.from({ length: 30 }, (_, number) =>
      digests.topics.add(topic({ id: `t${number}` }), 20),
    );
    const results = await Promise.all(adding);
    expect(results.filter((result) => result === 'added')).toHaveLength(20);
    expect(await idsOf()).toHaveLength(20);
  });

  it('are removed once, there and nowhere else', async () => {
    for (const place of [PLACE, OTHER_PLACE]) await digests.topics.add(topic({ place }), 20);
    expect(await digests.topics.remove(PLACE, 't2')).toBe(false);
    expect(await digests.topics.remove(PLACE, 't1')).toBe(true);
    expect(await digests.topics.remove(PLACE, 't1')).toBe(false);
    expect([await idsOf(), await idsOf(OTHER_PLACE)]).toEqual([[], ['t1']]);
  });

  it('do not change with what was given or got', async () => {
    const given = topic({ earlier: ['路灯呢'] });
    await digests.topics.add(given, 20);
    given.earlier.push('更多');
    (await digests.topics.list(PLACE))[0].earlier.push('更多');
    expect(await digests.topics.list(PLACE)).toEqual([topic({ earlier: ['路灯呢'] })]);
  });

  describe('places that follow something at once', () => {
    beforeEach(async () => {
      for (const place of ['p3', 'p1', 'p2', 'p5']) {
        await digests.topics.add(topic({ place, id: 't1', atOnce: true }), 20);
        await digests.topics.add(topic({ place, id: 't2', atOnce: true }), 20);
      }
      await digests.topics.add(topic({ place: 'p4' }), 20);
      await digests.topics.add(topic({ place: 'p5', id: 't1' }), 20); // not at once any more
    });

    it('come each once and in order, a few at a time', async () => {
      expect(await digests.topics.placesAtOnce('', 2)).toEqual(['p1', 'p2']);
      expect(await digests.topics.placesAtOnce('p2', 2)).toEqual(['p3', 'p5']);
      expect(await digests.topics.placesAtOnce('p5', 2)).toEqual([]);
    });

    it('go on after one that is gone', async () => {
      await digests.subscriptions.remove('p2');
      expect(await digests.topics.placesAtOnce('p2', 9)).toEqual(['p3', 'p5']);
    });

    it('are such no more once their last topic at once is removed', async () => {
      await digests.topics.remove('p5', 't2');
      expect(await digests.topics.placesAtOnce('p3', 9)).toEqual([]);
    });
  });
}
