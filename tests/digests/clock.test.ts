// A clock that is wrong for a while ends no digest, brings none twice, and deletes nothing that is young.
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/store/index.ts';
import { indexOf } from '../search/corpus.ts';
import { stateFolder } from '../store/state-folder.ts';
import { DAY_MS, DigestFixture, HOUR_MS, MINUTE_MS, report, SHANGHAI, smallIndex } from './digest-fixture.ts';
import { daysBetween, shownIn } from './local-time.ts';

const PLACE = 'fake:channel:1';
const WEEKLY = 'fake:channel:2';
/** Noon in Shanghai, on a Sunday. */
const START = Date.parse('2026-11-22T04:00:00Z');
const FIRST_DUE = Date.parse('2026-11-23T00:30:00Z');
const TEN_YEARS_MS = 3653 * DAY_MS;
const index = smallIndex();

const STORES = ['in memory', 'in a file'];

/** By how much the clock is wrong. */
const ERRORS: [name: string, ms: number][] = [
  ['ten years ahead', TEN_YEARS_MS],
  ['ten years behind', -TEN_YEARS_MS],
  ['at the beginning of time', -START],
  ['a month ahead', 30 * DAY_MS],
  ['a month behind', -30 * DAY_MS],
  ['two hours ahead', 2 * HOUR_MS],
  ['two hours behind', -2 * HOUR_MS],
];

describe.each(STORES)('a store %s, under a clock that is wrong', (where) => {
  let fixture: DigestFixture;
  const folder = stateFolder();
  beforeEach(async () => {
    fixture = new DigestFixture(index, {
      now: START,
      store: where === 'in memory' ? memoryStore() : await folder.open(),
    });
    await fixture.dispatcher.tick(); // the reports of the beginning are no news
    await fixture.subscribe(PLACE, SHANGHAI);
    await fixture.subscribe(WEEKLY, { ...SHANGHAI, days: 'wed' });
  });

  /** On which dates a place got a digest, but for the first so many postings. */
  const datesOf = (place = PLACE, but = 0) =>
    fixture.posted
      .slice(but)
      .filter((each) => each.place === place)
      .map(({ at }) => shownIn('Asia/Shanghai', at).slice(0, 10));
  const wrongly = async (ms: number, restarts: boolean) => {
    const right = fixture.now;
    fixture.now += ms;
    if (restarts) fixture.restart();
    await fixture.dispatcher.tick();
    fixture.now = right + MINUTE_MS;
    if (restarts) fixture.restart();
    await fixture.dispatcher.tick();
  };

  /** So many looks, a minute from each other. */
  const minutes = async (count: number) => {
    for (let i = 0; i < count; i++) {
      await fixture.dispatcher.tick();
      fixture.now += MINUTE_MS;
    }
  };

  describe.each(ERRORS)('%s', (_name, ms) => {
    it.each([false, true])('for one look: each digest comes on its day (restarts: %s)', async (restarts) => {
      await fixture.until(FIRST_DUE + MINUTE_MS);
      await wrongly(ms, restarts);
      const before = fixture.posted.length;
      await fixture.until(FIRST_DUE + 32 * DAY_MS);
      expect(datesOf(PLACE, before)).toEqual(daysBetween('2026-11-24', '2026-12-25'));
      expect(datesOf(WEEKLY, before).slice(0, 3)).toEqual(['2026-11-25', '2026-12-02', '2026-12-09']);
    });

    it('for one look before the first digest: it comes', async () => {
      await wrongly(ms, true);
      const before = fixture.posted.length;
      await fixture.until(FIRST_DUE + DAY_MS);
      expect(datesOf(PLACE, before)).toEqual(['2026-11-23', '2026-11-24']);
    });

    it('for three days: digests come again on the day after at the latest', async () => {
      await fixture.until(FIRST_DUE + MINUTE_MS);
      const right = fixture.now;
      fixture.now += ms;
      await minutes(12);
      await fixture.until(fixture.now + 3 * DAY_MS);
      fixture.now = right + 3 * DAY_MS + MINUTE_MS;
      await minutes(12);
      const before = fixture.posted.length;
      await fixture.until(fixture.now + 9 * DAY_MS);
      const days = datesOf(PLACE, before);
      expect(days.length).toBeGreaterThanOrEqual(8);
      expect(new Set(days).size).toBe(days.length);
    });
  });

  it('by years sends nothing in that moment, and says so in the log', async () => {
    for (const ms of [TEN_YEARS_MS, -TEN_YEARS_MS]) await wrongly(ms, false);
    expect(fixture.posted).toEqual([]);
    const lines = fixture.logged.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(lines).toEqual(Array(2).fill('the clock has leapt by months: nothing is sent or deleted for now'));
    expect(await fixture.digests.clock.get()).not.toHaveProperty('doubt');
  });

  it('by years deletes nothing that is young, and what is old later', async () => {
    await fixture.until(FIRST_DUE);
    const { id } = fixture.posted[0].posting;
    await wrongly(TEN_YEARS_MS, false);
    await wrongly(-TEN_YEARS_MS, true);
    expect(await fixture.digests.outbox.get(id)).toMatchObject({ state: 'sent' });
    expect(await fixture.digests.contents.get(id, fixture.now)).toBeDefined();
    await fixture.until(FIRST_DUE + 61 * DAY_MS);
    expect(await fixture.digests.contents.get(id, fixture.now)).toBeUndefined();
    expect(await fixture.digests.outbox.get(id)).toBeUndefined();
  });

  it('that goes on for a day is believed, as when the bot was off for as long', async () => {
    fixture.now += 200 * DAY_MS;
    fixture.restart();
    await fixture.dispatcher.tick();
    expect(fixture.posted).toEqual([]);
    for (let i = 0; i < 12; i++) {
      fixture.now += MINUTE_MS;
      await fixture.dispatcher.tick();
    }
    expect(fixture.posted.map(({ place }) => place)).toEqual([PLACE]); // it was due this morning
    await fixture.until(fixture.now + 2 * DAY_MS);
    expect(datesOf()).toHaveLength(3);
    expect(await fixture.digests.clock.get()).not.toHaveProperty('doubt');
  });

  it('keeps no news from a place', async () => {
    fixture.now += 30 * DAY_MS;
    fixture.index = indexOf({ 'a.txt': report('甲县测绘局', 0), 'd.txt': report('丁县气象局', 9) });
    await fixture.dispatcher.tick();
    fixture.now = START + HOUR_MS;
    await fixture.dispatcher.tick();
    fixture.index = indexOf({ 'a.txt': report('甲县测绘局', 0), 'e.txt': report('戊县水利局', 12) });
    await fixture.until(FIRST_DUE);
    expect(JSON.stringify(fixture.posted.at(-1)?.message)).toContain('戊县水利局');
  });
});

describe('what a wrong clock has left', () => {
  it('is repaired: a next digest and an entry of another decade, also a backoff and a pause', async () => {
    const fixture = new DigestFixture(index, { now: START });
    await fixture.dispatcher.tick();
    await fixture.subscribe(PLACE, SHANGHAI);
    const far = START + TEN_YEARS_MS;
    const due = { at: far, day: shownIn('Asia/Shanghai', far).slice(0, 10) };
    const subscription = await fixture.subscription(PLACE);
    await fixture.digests.subscriptions.put({
      ...subscription,
      next: due,
      newsSince: far,
      pausedUntil: due.day,
    });
    const kept = { place: PLACE, dueAt: far, retryAt: far, reports: [], messages: [], attempts: 1 };
    const entry = { ...kept, id: 'entry1', occasion: `day ${due.day}`, state: 'sent', endedAt: far } as const;
    await fixture.digests.outbox.add(entry);
    fixture.restart();
    await fixture.until(FIRST_DUE + 3 * DAY_MS);
    expect(fixture.sentTo(PLACE)).toEqual([0, 1, 2, 3].map((day) => FIRST_DUE + day * DAY_MS));
    expect(fixture.logged.map(({ message }) => message)).toContain(
      'the clock was wrong: dates in the future were found and repaired',
    );
    expect(await fixture.digests.outbox.datedAfter(fixture.now)).toEqual([]);
    expect((await fixture.subscription(PLACE)).newsSince).toBeLessThanOrEqual(fixture.now);
    expect((await fixture.digests.clock.get())?.error).toBeDefined();
  });

  it('leaves alone what is far away for a good reason', async () => {
    const fixture = new DigestFixture(index, { now: START });
    await fixture.subscribe(PLACE, { ...SHANGHAI, days: 'sun' }, { pausedUntil: '2027-06-01' });
    const before = await fixture.subscription(PLACE);
    await fixture.until(START + 3 * DAY_MS);
    expect(await fixture.subscription(PLACE)).toEqual(before);
    expect(fixture.logged).toEqual([]);
  });
});
