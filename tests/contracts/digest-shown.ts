// What places were shown, which reports are known, what digests say.
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatStore } from '../../src/chat/index.ts';
import type { DigestStore, Shown } from '../../src/digests/index.ts';
import { entry, NOW, OTHER_PLACE, PLACE } from './digest-records.ts';

/** Marks come in no particular order. */
const sorted = ({ sentences, reports }: Shown): Shown => ({
  sentences: sentences.sort(),
  reports: reports.sort(),
});

export function digestShownContract(open: () => Promise<ChatStore>): void {
  let digests: DigestStore;
  beforeEach(async () => {
    digests = (await open()).digests;
  });

  describe('what was shown', () => {
    let sent = 0;
    /** Sends a message that shows something. */
    async function show(sentences: string[], reports: string[], place = PLACE): Promise<void> {
      const id = `e${sent++}`;
      await digests.outbox.add(entry(id, { place }));
      await digests.outbox.claim({
        platform: place.split(':')[0],
        worker: 'w1',
        now: NOW,
        until: NOW + 1,
        limit: 1,
      });
      const shown = { sentences, reports };
      expect(await digests.outbox.end(id, 'w1', { state: 'sent', at: NOW, shown })).toBe(true);
    }
    const of = async (place = PLACE) => sorted(await digests.shown.of(place));

    it('is nothing at first', async () => {
      expect(await of()).toEqual({ sentences: [], reports: [] });
    });

    it('grows with each message, each mark once, and is that of its place alone', async () => {
      await show(['s2', 's1', 's1'], ['f1']);
      await show(['s1', 's3'], ['f1', 'f2']);
      await show(['s9'], [], OTHER_PLACE);
      expect(await of()).toEqual({ sentences: ['s1', 's2', 's3'], reports: ['f1', 'f2'] });
      expect(await of(OTHER_PLACE)).toEqual({ sentences: ['s9'], reports: [] });
    });

    it('tells sentences from reports of the same mark', async () => {
      await show(['x'], []);
      expect(await of()).toEqual({ sentences: ['x'], reports: [] });
    });

    it('forgets the reports of a place, and nothing else', async () => {
      await show(['s1'], ['f1']);
      await show([], ['f1'], OTHER_PLACE);
      await digests.shown.clearReports(PLACE);
      await digests.shown.clearReports('nowhere');
      expect(await of()).toEqual({ sentences: ['s1'], reports: [] });
      expect(await of(OTHER_PLACE)).toEqual({ sentences: [], reports: ['f1'] });
      await show([], ['f1']);
      expect(await of()).toEqual({ sentences: ['s1'], reports: ['f1'] });
    });
  });

  describe('known reports', () => {
    const report = (fingerprint: string, firstSeen = NOW) => ({
      fingerprint,
      identity: '林业局 2023',
      firstSeen,
    });

    it('are none at first, and come back as they were noted', async () => {
      expect(await digests.reports.all()).toEqual([]);
      expect(await digests.reports.note([])).toEqual([]);
      expect(await digests.reports.note([report('f2'), report('f1')])).toEqual([report('f2'), report('f1')]);
      expect(await digests.reports.all()).toEqual([report('f2'), report('f1')]);
    });

    it('stay as they were first seen; those that are new are told', async () => {
      await digests.reports.note([report('f1')]);
      const again = [report('f1', NOW + 5), report('f2', NOW + 5), report('f2', NOW + 6)];
      expect(await digests.reports.note(again)).toEqual([report('f2', NOW + 5)]);
      expect(await digests.reports.all()).toEqual([report('f1'), report('f2', NOW + 5)]);
    });

    it('may be noted by the thousand', async () => {
      const many = Array.from({ length: 3000 }, (_, number) => report(`f${number}`));
      expect(await digests.reports.note(many)).toHaveLength(3000);
      expect(await digests.reports.note(many)).toEqual([]);
      expect(await digests.reports.all()).toHaveLength(3000);
    });
  });

  describe('what digests say', () => {
    it('comes back as it was put, the last one of its id', async () => {
      await digests.contents.put(PLACE, 'c1', '{"a":1}', NOW);
      await digests.contents.put(PLACE, 'c1', '{"a":2}', NOW);
      expect(await digests.contents.get('c1', NOW)).toBe('{"a":2}');
      expect(await digests.contents.get('c2', NOW)).toBeUndefined();
    });

    it('expires when it is older than the limit, not when it is as old', async () => {
      await digests.contents.put(PLACE, 'c1', 'x', NOW);
      await digests.contents.put(PLACE, 'c2', 'x', NOW - 1);
      await digests.contents.expire(NOW);
      expect(await digests.contents.get('c1', NOW)).toBe('x');
      expect(await digests.contents.get('c2', NOW)).toBeUndefined();
    });

    it('is young again once it was put again or read', async () => {
      await digests.contents.put(PLACE, 'c1', 'x', NOW);
      await digests.contents.put(PLACE, 'c2', 'x', NOW);
      await digests.contents.put(PLACE, 'c1', 'x', NOW + 9);
      await digests.contents.get('c2', NOW + 9);
      await digests.contents.expire(NOW + 9);
      expect(await digests.contents.get('c1', NOW + 9)).toBe('x');
      expect(await digests.contents.get('c2', NOW + 9)).toBe('x');
    });
  });
}
