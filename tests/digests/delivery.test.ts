// One digest for each due day, whatever happens to the process, the platform, the chat and its settings.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Days, OutboxEntry, Schedule } from '../../src/digests/index.ts';
import { memoryStore } from '../../src/store/index.ts';
import { quotesIn } from '../chat/message-content.ts';
import { indexOf } from '../search/corpus.ts';
import { DAY_MS, DigestFixture, HOUR_MS, MINUTE_MS, report, SHANGHAI, smallIndex } from './digest-fixture.ts';
import { daysBetween, shownIn } from './local-time.ts';

const PLACE = 'fake:channel:1';
/** Noon in Shanghai. */
const START = Date.parse('2026-11-22T04:00:00Z');
const FIRST_DUE = Date.parse('2026-11-23T00:30:00Z');
const index = smallIndex();

async function subscribed(schedule: Schedule = SHANGHAI): Promise<DigestFixture> {
  const fixture = new DigestFixture(index, { now: START });
  await fixture.dispatcher.tick(); // the reports of the beginning are no news
  await fixture.subscribe(PLACE, schedule);
  return fixture;
}

const lastOf = async (fixture: DigestFixture, place = PLACE): Promise<OutboxEntry> => {
  const [entry] = await fixture.digests.outbox.history(place, 1);
  return entry;
};
const textOf = (fixture: DigestFixture, number: number) => JSON.stringify(fixture.posted[number].message);

describe('a process that was stopped', () => {
  it('sends what was due meanwhile once, up to six hours later, and says that it is late', async () => {
    const fixture = await subscribed();
    fixture.now = FIRST_DUE + 6 * HOUR_MS;
    fixture.restart();
    await fixture.dispatcher.tick();
    await fixture.dispatcher.tick();
    expect(fixture.sentTo(PLACE)).toEqual([fixture.now]);
    expect(textOf(fixture, 0)).toContain('原定 08:30 发送');
  });

  it('does not call a digest late that comes within some minutes', async () => {
    const fixture = await subscribed();
    fixture.now = FIRST_DUE + 10 * MINUTE_MS;
    await fixture.dispatcher.tick();
    expect(fixture.posted).toHaveLength(1);
    expect(textOf(fixture, 0)).not.toContain('原定');
  });

  it('leaves out what was due earlier than that, says so, and sends the next one', async () => {
    const fixture = await subscribed();
    fixture.now = FIRST_DUE + 6 * HOUR_MS + 1;
    fixture.restart();
    await fixture.dispatcher.tick();
    expect(fixture.posted).toEqual([]);
    expect(await lastOf(fixture)).toMatchObject({ state: 'skipped', reason: 'missed', dueAt: FIRST_DUE });
    await fixture.until(FIRST_DUE + DAY_MS);
    expect(fixture.sentTo(PLACE)).toEqual([FIRST_DUE + DAY_MS]);
  });

  it('sends only the latest of several that it missed', async () => {
    const fixture = await subscribed();
    fixture.now = FIRST_DUE + 3 * DAY_MS + HOUR_MS;
    fixture.restart();
    await fixture.until(FIRST_DUE + 4 * DAY_MS);
    expect(fixture.sentTo(PLACE)).toEqual([FIRST_DUE + 3 * DAY_MS + HOUR_MS, FIRST_DUE + 4 * DAY_MS]);
  });

  it('sends what it had claimed, once the claim has run out, with the same words under the same id', async () => {
    const fixture = await subscribed();
    const never = new Promise<undefined>(() => {});
    const tried: string[] = [];
    fixture.outcomeOf = ({ posting, message }) => {
      tried.push(`${posting.id} ${posting.triedSince} ${JSON.stringify(message)}`);
      return never;
    };
    fixture.now = FIRST_DUE;
    void fixture.dispatcher.tick(); // dies on the way
    while (tried.length === 0) await new Promise(setImmediate);
    fixture.outcomeOf = ({ posting, message }) => {
      tried.push(`${posting.id} ${posting.triedSince} ${JSON.stringify(message)}`);
      return undefined;
    };
    fixture.restart();
    fixture.now = FIRST_DUE + 4 * MINUTE_MS;
    await fixture.dispatcher.tick();
    expect(fixture.posted).toEqual([]);
    fixture.now = FIRST_DUE + 6 * MINUTE_MS;
    await fixture.dispatcher.tick();
    expect(fixture.posted).toHaveLength(1);
    expect(tried[1]).toBe(tried[0].replace('undefined', String(FIRST_DUE)));
  });
});

describe('a process that dies again and again while it sends', () => {
  /** Dies with the digest on its way; the next process begins so much later. */
  async function die(fixture: DigestFixture, laterMs: number): Promise<void> {
    let begun = false;
    fixture.outcomeOf = () => {
      begun = true;
      return new Promise(() => {});
    };
    void fixture.dispatcher.tick();
    while (!begun) await new Promise(setImmediate);
    fixture.outcomeOf = () => undefined;
    fixture.now += laterMs;
    fixture.restart();
  }

  it('leaves a digest of unknown outcome where it is too late for another attempt', async () => {
    const fixture = await subscribed();
    fixture.now = FIRST_DUE;
    await die(fixture, 7 * HOUR_MS);
    await fixture.dispatcher.tick();
    expect(fixture.posted).toEqual([]);
    expect(await lastOf(fixture)).toMatchObject({ state: 'failed', reason: 'unknown' });
  });

  it('finds that it had arrived, where the platform can be searched', async () => {
    const fixture = await subscribed();
    fixture.found = ['fake:message:7'];
    fixture.now = FIRST_DUE;
    await die(fixture, 7 * HOUR_MS);
    await fixture.dispatcher.tick();
    expect(fixture.posted).toEqual([]);
    expect(await lastOf(fixture)).toMatchObject({ state: 'sent', messages: ['fake:message:7'] });
    expect((await fixture.digests.shown.of(PLACE)).sentences.length).toBeGreaterThan(0);
  });

  it('has two hours for an outage that begins when it is back', async () => {
    const fixture = await subscribed();
    fixture.now = FIRST_DUE;
    await die(fixture, 2 * HOUR_MS + 15 * MINUTE_MS);
    const retry = { outcome: 'retry', afterMs: 1000 } as const;
    fixture.outcomeOf = () => (fixture.now < FIRST_DUE + 3 * HOUR_MS ? retry : undefined);
    await fixture.until(FIRST_DUE + 5 * HOUR_MS);
    expect(fixture.posted).toHaveLength(1);
  });

  it('does not send it more than a dozen times', async () => {
    const fixture = await subscribed();
    fixture.now = FIRST_DUE;
    for (let i = 0; i < 12; i++) await die(fixture, 6 * MINUTE_MS);
    await fixture.dispatcher.tick();
    expect(await lastOf(fixture)).toMatchObject({ state: 'failed', reason: 'unknown', attempts: 13 });
  });
});

describe('two processes on one store', () => {
  it('send each digest once between them', async () => {
    const store = memoryStore();
    const [one, other] = [1, 2].map(() => new DigestFixture(index, { now: START, store }));
    for (let i = 0; i < 40; i++) await one.subscribe(`fake:channel:${i}`, SHANGHAI);
    for (let day = 0; day < 3; day++) {
      one.now = other.now = FIRST_DUE + day * DAY_MS;
      await Promise.all([one.dispatcher.tick(), other.dispatcher.tick()]);
    }
    const ids = [...one.posted, ...other.posted].map(({ posting }) => posting.id);
    expect(ids).toHaveLength(120);
    expect(new Set(ids).size).toBe(120);
    expect(Math.min(one.posted.length, other.posted.length)).toBeGreaterThan(0);
  });
});

describe('a store that cannot take what became of a digest', () => {
  it('is recorded later, and the digest is not sent again', async () => {
    const fixture = await subscribed();
    const { outbox } = fixture.digests;
    const end = outbox.end.bind(outbox);
    let failures = 3;
    outbox.end = (...given) => (failures-- > 0 ? Promise.reject(new Error('locked')) : end(...given));
    fixture.now = FIRST_DUE;
    for (let i = 0; i < 5; i++) {
      await fixture.dispatcher.tick();
      fixture.now += 10 * MINUTE_MS;
    }
    expect(fixture.posted).toHaveLength(1);
    expect(await lastOf(fixture)).toMatchObject({ state: 'sent', attempts: 1, endedAt: FIRST_DUE });
  });
});

describe('a platform that cannot take a digest now', () => {
  it('is tried again as it asks, and then with growing pauses', async () => {
    const fixture = await subscribed();
    const tried: number[] = [];
    fixture.outcomeOf = ({ at }) => {
      tried.push(at);
      const asked = [30_000, 10 * MINUTE_MS, 1000, 1000, 1000][tried.length - 1];
      return asked === undefined ? undefined : { outcome: 'retry', afterMs: asked };
    };
    await fixture.until(FIRST_DUE + 3 * HOUR_MS);
    const pauses = tried.slice(1).map((at, i) => (at - tried[i]) / MINUTE_MS);
    expect(pauses).toEqual([0.5, 10, 2, 4, 8]);
    expect(fixture.posted).toHaveLength(1);
    expect(await lastOf(fixture)).toMatchObject({ state: 'sent', attempts: 6 });
  });

  it('is given up two hours after the first attempt; the next day is a new one', async () => {
    const fixture = await subscribed();
    const tried: number[] = [];
    fixture.outcomeOf = ({ at }) => {
      tried.push(at);
      return { outcome: 'retry', afterMs: 1000 };
    };
    await fixture.until(FIRST_DUE + 5 * HOUR_MS);
    expect(tried.at(-1)).toBe(FIRST_DUE + 2 * HOUR_MS);
    expect(tried.length).toBeGreaterThan(6);
    expect(await lastOf(fixture)).toMatchObject({ state: 'failed', reason: 'outage' });
    fixture.outcomeOf = () => undefined;
    await fixture.until(FIRST_DUE + DAY_MS);
    expect(fixture.sentTo(PLACE)).toEqual([FIRST_DUE + DAY_MS]);
  });

  it('is not given up sooner because the clock is set forward meanwhile', async () => {
    const fixture = await subscribed();
    let tries = 0;
    fixture.outcomeOf = () => (++tries < 4 ? { outcome: 'retry', afterMs: 1000 } : undefined);
    await fixture.until(FIRST_DUE + MINUTE_MS);
    fixture.set(3 * HOUR_MS);
    await fixture.until(fixture.now + 30 * MINUTE_MS);
    expect(tries).toBe(4);
    expect(await lastOf(fixture)).toMatchObject({ state: 'sent' });
  });

  it('is not waited for where it asks for more than two hours', async () => {
    const fixture = await subscribed();
    let tries = 0;
    fixture.outcomeOf = () => {
      tries++;
      return { outcome: 'retry', afterMs: 3 * HOUR_MS };
    };
    await fixture.until(FIRST_DUE + 6 * HOUR_MS);
    expect(tries).toBe(1);
    expect(await lastOf(fixture)).toMatchObject({ state: 'failed', reason: 'outage' });
  });

  it('gets to know which attempts may have arrived', async () => {
    const fixture = await subscribed();
    const since: unknown[] = [];
    fixture.outcomeOf = ({ posting }) => {
      since.push(posting.triedSince);
      return since.length < 3 ? { outcome: 'retry', afterMs: 0 } : undefined;
    };
    await fixture.until(FIRST_DUE + HOUR_MS);
    expect(since).toEqual([undefined, FIRST_DUE, FIRST_DUE]);
  });

  it('that throws is treated like an outage, and the log has the error', async () => {
    const fixture = await subscribed();
    let tries = 0;
    fixture.outcomeOf = () => {
      if (tries++ === 0) throw new Error('broken');
      return undefined;
    };
    await fixture.until(FIRST_DUE + HOUR_MS);
    expect(fixture.posted).toHaveLength(1);
    expect(fixture.logged.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('that is not connected has its digests sent up to six hours later', async () => {
    const fixture = await subscribed();
    await fixture.disconnect();
    await fixture.until(FIRST_DUE + 5 * HOUR_MS);
    expect(await lastOf(fixture)).toMatchObject({ state: 'due', attempts: 0 });
    fixture.connect();
    await fixture.dispatcher.tick();
    expect(fixture.posted).toHaveLength(1);
    await fixture.disconnect();
    await fixture.until(FIRST_DUE + DAY_MS + 7 * HOUR_MS);
    fixture.connect();
    await fixture.dispatcher.tick();
    expect(fixture.posted).toHaveLength(1);
    expect(await lastOf(fixture)).toMatchObject({ state: 'skipped', reason: 'missed' });
  });
});

describe('a chat that is out of reach', () => {
  const gone = { outcome: 'gone', reason: 'forbidden' } as const;

  it('gets nothing more, keeps its settings, and gets digests again when the bot is back', async () => {
    const fixture = await subscribed({ ...SHANGHAI, time: '09:15', days: 'weekdays' });
    let tries = 0;
    fixture.outcomeOf = () => {
      tries++;
      return gone;
    };
    await fixture.until(FIRST_DUE + 3 * DAY_MS);
    expect(tries).toBe(1);
    expect(await fixture.subscription(PLACE)).toMatchObject({
      gone: { reason: 'forbidden' },
      schedule: { time: '09:15' },
    });
    fixture.outcomeOf = () => undefined;
    await fixture.dispatcher.returned(PLACE);
    await fixture.until(FIRST_DUE + 4 * DAY_MS);
    expect(fixture.sentTo(PLACE)).toEqual([FIRST_DUE + 3 * DAY_MS + 45 * MINUTE_MS]);
    expect((await fixture.subscription(PLACE)).gone).toBeUndefined();
  });

  it('misses the digest of the day on which it was gone, and no other', async () => {
    const fixture = await subscribed();
    fixture.outcomeOf = () => gone;
    await fixture.until(FIRST_DUE + MINUTE_MS);
    expect(await lastOf(fixture)).toMatchObject({ state: 'failed', reason: 'forbidden' });
    fixture.outcomeOf = () => undefined;
    await fixture.dispatcher.returned(PLACE);
    await fixture.until(FIRST_DUE + 2 * DAY_MS);
    expect(fixture.sentTo(PLACE)).toEqual([FIRST_DUE + DAY_MS, FIRST_DUE + 2 * DAY_MS]);
  });

  it('is reported by the platform before anything is tried, for all chats of a community', async () => {
    const fixture = await subscribed();
    await fixture.subscribe('fake:channel:2', SHANGHAI, { community: 'fake:guild:1' });
    await fixture.subscribe('fake:channel:3', SHANGHAI, { community: 'fake:guild:1' });
    await fixture.dispatcher.left('fake:guild:1', 'unreachable');
    await fixture.until(FIRST_DUE);
    expect(fixture.posted.map(({ place }) => place)).toEqual([PLACE]);
    await fixture.dispatcher.returned('fake:guild:1');
    await fixture.until(FIRST_DUE + DAY_MS);
    expect(fixture.posted.map(({ place }) => place).sort()).toEqual([
      PLACE,
      PLACE,
      'fake:channel:2',
      'fake:channel:3',
    ]);
  });

  it('does not change when the bot returns where it never was gone', async () => {
    const fixture = await subscribed();
    const before = await fixture.subscription(PLACE);
    await fixture.dispatcher.returned(PLACE);
    expect(await fixture.subscription(PLACE)).toEqual(before);
  });
});

describe('a group that got another key', () => {
  it('gets its digests there, none twice', async () => {
    const fixture = await subscribed();
    await fixture.until(FIRST_DUE);
    await fixture.store.move(PLACE, 'fake:channel:99');
    await fixture.subscribe('fake:channel:98', SHANGHAI); // has the clock jump from due instant to due instant
    await fixture.until(FIRST_DUE + 2 * DAY_MS);
    expect(fixture.sentTo(PLACE)).toEqual([FIRST_DUE]);
    expect(fixture.sentTo('fake:channel:99')).toEqual([FIRST_DUE + DAY_MS, FIRST_DUE + 2 * DAY_MS]);
  });
});

describe('a place', () => {
  it('that may not use the bot any more gets nothing until it may again', async () => {
    const fixture = await subscribed();
    await fixture.store.access.set(PLACE, 'denied');
    await fixture.until(FIRST_DUE);
    expect(fixture.posted).toEqual([]);
    expect(await lastOf(fixture)).toMatchObject({ state: 'skipped', reason: 'not-allowed' });
    await fixture.store.access.set(PLACE, 'allowed');
    await fixture.until(FIRST_DUE + DAY_MS);
    expect(fixture.posted).toHaveLength(1);
  });

  it('that was removed before its digest was sent gets none', async () => {
    const fixture = await subscribed();
    await fixture.disconnect();
    fixture.now = FIRST_DUE;
    await fixture.dispatcher.tick();
    await fixture.digests.subscriptions.remove(PLACE);
    fixture.connect();
    await fixture.dispatcher.tick();
    expect(fixture.posted).toEqual([]);
  });

  it('is sent a silent digest where it wants it, in the language of its settings', async () => {
    const fixture = new DigestFixture(index, { now: START });
    await fixture.subscribe(PLACE, SHANGHAI, { silent: true });
    await fixture.store.settings.set(PLACE, { language: 'en' });
    await fixture.until(FIRST_DUE);
    expect(fixture.posted[0].posting).toMatchObject({ silent: true, locale: 'en' });
    expect(textOf(fixture, 0)).toContain('Daily digest');
  });
});

describe('what a digest says', () => {
  it('is a report worth reading where nothing is new, each once before any comes again', async () => {
    const fixture = await subscribed();
    await fixture.until(FIRST_DUE + 5 * DAY_MS);
    const titles = fixture.posted.map(({ message }) => /《(.+?)》/.exec(JSON.stringify(message))?.[1]);
    expect(new Set(titles.slice(0, 3)).size).toBe(3);
    expect(titles.slice(3)).toEqual(titles.slice(0, 3));
  });

  it('is nothing where nothing is new and the place wants nothing then', async () => {
    const fixture = new DigestFixture(index, { now: START });
    await fixture.dispatcher.tick();
    await fixture.subscribe(PLACE, SHANGHAI, { skipEmpty: true });
    await fixture.until(FIRST_DUE + DAY_MS);
    expect(fixture.posted).toEqual([]);
    expect(await lastOf(fixture)).toMatchObject({ state: 'skipped', reason: 'nothing-new' });
  });

  it('is nothing where there is no report at all, and begins when one comes', async () => {
    const fixture = new DigestFixture(indexOf({}), { now: START });
    await fixture.dispatcher.tick();
    await fixture.subscribe(PLACE, SHANGHAI);
    await fixture.until(FIRST_DUE + HOUR_MS);
    expect(fixture.posted).toEqual([]);
    expect(await lastOf(fixture)).toMatchObject({ state: 'skipped', reason: 'nothing-new' });
    fixture.index = index;
    await fixture.until(FIRST_DUE + DAY_MS);
    expect(fixture.posted).toHaveLength(1);
  });

  it('is a report that came, to each place once, and not to a place that was set up later', async () => {
    const fixture = await subscribed();
    await fixture.until(FIRST_DUE);
    fixture.index = indexOf({ 'a.txt': report('甲县测绘局', 0), 'd.txt': report('丁县气象局', 9) });
    fixture.now += HOUR_MS;
    await fixture.dispatcher.tick();
    fixture.now += HOUR_MS;
    await fixture.subscribe('fake:channel:2', SHANGHAI);
    await fixture.until(FIRST_DUE + 2 * DAY_MS);
    const naming = (place: string) =>
      fixture.posted
        .filter((each) => each.place === place)
        .map(({ message }) => JSON.stringify(message).includes('新到'));
    expect(naming(PLACE)).toEqual([false, true, false]);
    expect(naming('fake:channel:2')).toEqual([false, false]);
  });

  it('is still a report that came while the digest of that day failed', async () => {
    const fixture = await subscribed();
    fixture.index = indexOf({ 'a.txt': report('甲县测绘局', 0), 'd.txt': report('丁县气象局', 9) });
    fixture.outcomeOf = () => ({ outcome: 'retry', afterMs: 1000 });
    await fixture.until(FIRST_DUE + 3 * HOUR_MS);
    fixture.outcomeOf = () => undefined;
    await fixture.until(FIRST_DUE + DAY_MS);
    expect(textOf(fixture, 0)).toContain('丁县气象局');
  });
});

describe('a topic that is followed at once', () => {
  const topic = {
    place: PLACE,
    id: 'topic1',
    text: '丁县气象局的下一步打算',
    earlier: [],
    atOnce: true,
    since: START,
  };
  const withNews = () => indexOf({ 'a.txt': report('甲县测绘局', 0), 'd.txt': report('丁县气象局', 9) });

  it('has its hits sent as soon as a report is added, once, and not again with the digest', async () => {
    const fixture = await subscribed();
    await fixture.digests.topics.add(topic, 20);
    fixture.index = withNews();
    fixture.now += HOUR_MS;
    await fixture.dispatcher.tick();
    fixture.restart();
    await fixture.dispatcher.tick();
    expect(fixture.sentTo(PLACE)).toEqual([START + HOUR_MS]);
    expect(textOf(fixture, 0)).toContain('刚入库');
    const quotes = (number: number) =>
      [...textOf(fixture, number).matchAll(/"id":"([^"]+-[^"]+-[^"]+-[^"]+)"/g)].map(([, id]) => id);
    await fixture.until(FIRST_DUE);
    expect(fixture.posted).toHaveLength(2);
    expect(quotes(0).length).toBeGreaterThan(0);
    expect(quotes(1).filter((id) => quotes(0).includes(id))).toEqual([]);
  });

  it('has no hits from a report that says nothing on it', async () => {
    const fixture = await subscribed();
    await fixture.digests.topics.add({ ...topic, text: '丙县民政局的下一步打算' }, 20);
    fixture.index = withNews();
    await fixture.dispatcher.tick();
    expect(fixture.posted).toEqual([]);
    expect(await lastOf(fixture)).toMatchObject({ state: 'skipped', reason: 'nothing-new' });
  });

  it('waits for the digest while the place has a pause', async () => {
    const fixture = await subscribed();
    await fixture.change({ ...(await fixture.subscription(PLACE)), pausedUntil: '2026-11-25' });
    await fixture.digests.topics.add(topic, 20);
    fixture.index = withNews();
    await fixture.until(FIRST_DUE + DAY_MS);
    expect(fixture.posted).toEqual([]);
    await fixture.until(FIRST_DUE + 2 * DAY_MS);
    expect(fixture.posted).toHaveLength(1);
    expect(textOf(fixture, 0)).toContain('丁县气象局');
  });
});

describe('a change of the settings', () => {
  const change = async (fixture: DigestFixture, schedule: Schedule) =>
    fixture.change({ ...(await fixture.subscription(PLACE)), schedule });

  it('to a later time on a day that has had its digest begins the day after', async () => {
    const fixture = await subscribed();
    await fixture.until(FIRST_DUE + MINUTE_MS);
    await change(fixture, { ...SHANGHAI, time: '21:00' });
    await fixture.until(FIRST_DUE + DAY_MS + 13 * HOUR_MS);
    expect(fixture.sentTo(PLACE).map((at) => shownIn('Asia/Shanghai', at))).toEqual([
      '2026-11-23 08:30',
      '2026-11-24 21:00',
    ]);
  });

  it('to another zone brings no second digest of the day, however many hits were sent since', async () => {
    const fixture = await subscribed();
    await fixture.until(FIRST_DUE + MINUTE_MS);
    const [daily] = await fixture.digests.outbox.history(PLACE, 1);
    for (let i = 0; i < 60; i++) {
      const dueAt = fixture.now + i;
      const news = { id: `news${i}`, occasion: `news ${i}`, reports: ['r'], dueAt, retryAt: dueAt };
      await fixture.digests.outbox.add({ ...daily, ...news });
    }
    // there it is still the evening before, on which the digest of Shanghai's morning arrived
    await change(fixture, { time: '21:30', zone: 'America/New_York', days: 'daily' });
    await fixture.until(FIRST_DUE + 12 * HOUR_MS);
    expect(fixture.sentTo(PLACE)).toEqual([FIRST_DUE]);
  });

  it('before the digest of the day counts on that day', async () => {
    const fixture = await subscribed();
    fixture.now = FIRST_DUE - MINUTE_MS;
    await change(fixture, { ...SHANGHAI, time: '21:00' });
    await fixture.until(FIRST_DUE + DAY_MS);
    expect(fixture.sentTo(PLACE).map((at) => shownIn('Asia/Shanghai', at))).toEqual(['2026-11-23 21:00']);
  });

  it('never has two digests sent on one day, whatever is changed and whenever', async () => {
    const zones = [
      'Asia/Shanghai',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
    ];
    const changes = fc.array(
      fc.record({
        afterMinutes: fc.integer({ min: 1, max: 3000 }),
        hour: fc.nat(23),
        zone: fc.constantFrom(...zones),
        days: fc.constantFrom<Days>('daily', 'daily', 'weekdays', 'mon'),
        restart: fc.boolean(),
      }),
      { minLength: 3, maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const fixture = await subscribed();
        const zoneAt: { from: number; zone: string }[] = [{ from: START, zone: SHANGHAI.zone }];
        for (const { afterMinutes, hour, zone, days, restart } of list) {
          await fixture.until(fixture.now + afterMinutes * MINUTE_MS);
          await change(fixture, { time: `${String(hour).padStart(2, '0')}:30`, zone, days });
          zoneAt.push({ from: fixture.now, zone });
          if (restart) fixture.restart();
        }
        await fixture.until(fixture.now + 3 * DAY_MS);
        const sent = fixture.sentTo(PLACE);
        for (const [i, at] of sent.entries()) {
          const zone = zoneAt.findLast(({ from }) => from <= at)?.zone ?? '';
          if (i > 0)
            expect(shownIn(zone, at).slice(0, 10) > shownIn(zone, sent[i - 1]).slice(0, 10)).toBe(true);
        }
        expect(sent.length).toBeGreaterThan(0);
      }),
      { seed: 81, numRuns: 60 },
    );
  });
});

describe('a pause', () => {
  it('ends on its date by itself', async () => {
    const fixture = await subscribed();
    await fixture.change({ ...(await fixture.subscription(PLACE)), pausedUntil: '2026-11-27' });
    await fixture.until(FIRST_DUE + 6 * DAY_MS);
    const days = fixture.sentTo(PLACE).map((at) => shownIn('Asia/Shanghai', at).slice(0, 10));
    expect(days).toEqual(daysBetween('2026-11-27', '2026-11-29'));
  });
});

describe('a clock that is set back', () => {
  it('does not bring a digest twice', async () => {
    const fixture = await subscribed();
    await fixture.until(FIRST_DUE + MINUTE_MS);
    fixture.now = FIRST_DUE - HOUR_MS;
    fixture.restart();
    await fixture.until(FIRST_DUE + HOUR_MS);
    expect(fixture.posted).toHaveLength(1);
  });
});

describe('many digests that are due in the same minute', () => {
  it('go out in the order in which their places were set up, no more at a time than the platform takes', async () => {
    const fixture = new DigestFixture(index, { now: START });
    for (let i = 0; i < 200; i++) await fixture.subscribe(`fake:channel:${i}`, SHANGHAI);
    let underWay = 0;
    let most = 0;
    fixture.outcomeOf = async () => {
      most = Math.max(most, ++underWay);
      for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate); // longer than it takes to write one
      underWay--;
      return undefined;
    };
    await fixture.until(FIRST_DUE);
    expect(fixture.posted.map(({ place }) => place)).toEqual(
      [...Array(200).keys()].map((i) => `fake:channel:${i}`),
    );
    expect(most).toBe(5);
  });

  it('do not keep another platform waiting', async () => {
    const fixture = new DigestFixture(index, { now: START });
    await fixture.subscribe('fake:channel:1', SHANGHAI);
    await fixture.subscribe('other:channel:1', SHANGHAI);
    const reached: string[] = [];
    fixture.outcomeOf = () => new Promise(() => {});
    fixture.dispatcher.attach({
      platform: 'other',
      maxConcurrent: 1,
      medium: () => ({
        limits: { characters: 4000, pieces: 50 },
        measure: () => ({ characters: 1, pieces: 1 }),
      }),
      post: async (place) => {
        reached.push(place);
        return { outcome: 'sent', messages: ['other:1'] };
      },
    });
    fixture.now = FIRST_DUE;
    void fixture.dispatcher.tick();
    while (reached.length === 0) await new Promise(setImmediate);
    expect(reached).toEqual(['other:channel:1']);
  });
});

describe('a quote that differs from its source', () => {
  it('is left out of a digest and logged; the others are sent', async () => {
    const fixture = await subscribed();
    const [write, dropped]: [typeof fixture.view, string[]] = [fixture.view, []];
    fixture.view = (edition) =>
      write(edition).map((block) => {
        if (block.type !== 'quote-list' || dropped.length > 0) return block;
        const [first, ...others] = block.quotes;
        dropped.push(first.id);
        return { ...block, quotes: [{ ...first, text: `${first.text}！` }, ...others] };
      });
    fixture.now = FIRST_DUE;
    await fixture.dispatcher.tick();
    expect(dropped).toHaveLength(1);
    expect(textOf(fixture, 0)).not.toContain(`"id":"${dropped[0]}"`);
    expect(quotesIn(fixture.posted[0].message).length).toBeGreaterThan(0);
    expect(fixture.logged.filter(({ level }) => level === 'error')).toEqual([
      {
        level: 'error',
        message: 'a quote that differs from its source was left out',
        details: { quote: dropped[0], place: PLACE },
      },
    ]);
  });
});
