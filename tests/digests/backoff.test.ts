// A place that refuses its digests for a while: tried again, less and less often, notified once, never given up.
import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../src/digests/index.ts';
import { type Delivery, TEXTS } from '../../src/message/index.ts';
import { indexOf } from '../search/corpus.ts';
import { DAY_MS, DigestFixture, HOUR_MS, MINUTE_MS, report, SHANGHAI, smallIndex } from './digest-fixture.ts';
import { shownIn } from './local-time.ts';

const PLACE = 'fake:channel:1';
const ENABLER = 'fake:7';
const START = Date.parse('2026-11-22T04:00:00Z');
const FIRST_DUE = Date.parse('2026-11-23T00:30:00Z');
const FORBIDDEN: Delivery = { outcome: 'retry', afterMs: 1000, obstacle: 'forbidden' };
const index = smallIndex();

async function refusing(changes: Partial<Subscription> = {}, days: 'daily' | 'mon' = 'daily') {
  const fixture = new DigestFixture(index, { now: START });
  await fixture.dispatcher.tick();
  await fixture.subscribe(PLACE, { ...SHANGHAI, days }, { enabledBy: ENABLER, ...changes });
  const tried: number[] = [];
  let answer: Delivery | undefined = FORBIDDEN;
  fixture.outcomeOf = ({ place, at }) => {
    if (place !== PLACE) return undefined;
    tried.push(at);
    return answer;
  };
  const heal = () => {
    answer = undefined;
  };
  return { fixture, tried, heal };
}

const dates = (times: number[]) => [...new Set(times.map((at) => shownIn('Asia/Shanghai', at).slice(5, 10)))];

describe('a place that refuses its digest', () => {
  it('is tried again for two hours, then at due times that are further and further apart, once each', async () => {
    const { fixture, tried } = await refusing();
    await fixture.until(FIRST_DUE + 3 * HOUR_MS);
    expect(tried.length).toBeGreaterThan(3);
    expect(tried.at(-1)).toBeLessThanOrEqual(FIRST_DUE + 2 * HOUR_MS);
    tried.splice(0);
    await fixture.until(FIRST_DUE + 40 * DAY_MS);
    expect(tried.map((at) => (at - FIRST_DUE) / DAY_MS)).toEqual([1, 3, 7, 14, 21, 28, 35]);
    expect((await fixture.subscription(PLACE)).gone).toBeUndefined();
  });

  it('gets it where the obstacle passes within hours, as a topic that is opened in the morning', async () => {
    const { fixture, heal, tried } = await refusing();
    await fixture.until(FIRST_DUE + HOUR_MS);
    expect(await fixture.subscription(PLACE)).toMatchObject({
      backoff: { obstacle: 'forbidden', failures: 0 },
    });
    heal();
    await fixture.until(FIRST_DUE + DAY_MS);
    expect(dates(fixture.sentTo(PLACE))).toEqual(['11-23', '11-24']);
    expect(tried.length).toBeGreaterThan(2);
    expect((await fixture.subscription(PLACE)).backoff).toBeUndefined();
    expect(fixture.sentTo(`${ENABLER}:chat`)).toEqual([]);
  });

  it('gets the next one after it may again, and then each', async () => {
    const { fixture, heal } = await refusing();
    await fixture.until(FIRST_DUE + 5 * DAY_MS);
    heal();
    await fixture.until(FIRST_DUE + 10 * DAY_MS);
    expect(dates(fixture.sentTo(PLACE))).toEqual(['11-30', '12-01', '12-02', '12-03']);
  });

  it('is tried at its normal time again after a sign of life', async () => {
    const { fixture, heal } = await refusing();
    await fixture.until(FIRST_DUE + 8 * DAY_MS);
    expect((await fixture.subscription(PLACE)).next?.day).toBe('2026-12-07');
    heal();
    await fixture.dispatcher.returned(PLACE);
    await fixture.until(FIRST_DUE + 9 * DAY_MS);
    expect(dates(fixture.sentTo(PLACE))).toEqual(['12-02']);
  });

  it('keeps a weekly digest to its weekday, and misses none', async () => {
    const { fixture, tried } = await refusing({}, 'mon');
    await fixture.until(FIRST_DUE + 29 * DAY_MS);
    expect(dates(tried)).toEqual(['11-23', '11-30', '12-07', '12-14', '12-21']);
  });

  it.each(['forbidden', 'closed', 'unreachable'] as const)(
    'has the obstacle in its outbox entry and its backoff: %s',
    async (obstacle) => {
      const { fixture } = await refusing();
      fixture.outcomeOf = () => ({ outcome: 'retry', afterMs: 0, obstacle });
      await fixture.until(FIRST_DUE + 3 * HOUR_MS);
      const [last] = await fixture.digests.outbox.history(PLACE, 1);
      expect(last).toMatchObject({ state: 'failed', reason: obstacle });
      expect(await fixture.subscription(PLACE)).toMatchObject({ backoff: { obstacle, failures: 1 } });
    },
  );
});

describe('the person who switched it on', () => {
  const notices = (fixture: DigestFixture) =>
    fixture.posted.filter(({ place }) => place === `${ENABLER}:chat`);

  it('is notified once, privately, of place and reason, however long it lasts and over restarts', async () => {
    const { fixture } = await refusing();
    for (let day = 0; day < 15; day++) {
      await fixture.until(FIRST_DUE + day * DAY_MS + 3 * HOUR_MS);
      fixture.restart();
      await fixture.dispatcher.returned(PLACE);
    }
    expect(notices(fixture).map(({ message }) => message)).toEqual([
      [{ type: 'paragraph', text: TEXTS.zh.digestNotTaken('forbidden', `the address of ${PLACE}`) }],
    ]);
  });

  it('is notified again of a later backoff', async () => {
    const { fixture, heal } = await refusing();
    await fixture.until(FIRST_DUE + 3 * HOUR_MS);
    heal();
    await fixture.until(FIRST_DUE + DAY_MS);
    fixture.outcomeOf = ({ place }) => (place === PLACE ? FORBIDDEN : undefined);
    await fixture.until(FIRST_DUE + 2 * DAY_MS + 3 * HOUR_MS);
    expect(notices(fixture)).toHaveLength(2);
  });

  it.each<[string, Partial<Subscription>]>([
    ['in a private chat, which is where it fails', { kind: 'private', person: ENABLER }],
    ['where nobody is known', { enabledBy: '' }],
  ])('is not notified %s', async (_, changes) => {
    const { fixture } = await refusing(changes);
    await fixture.until(FIRST_DUE + 3 * HOUR_MS);
    expect(fixture.posted).toEqual([]);
  });

  it('may be unreachable: the digest is tried again all the same', async () => {
    const { fixture, tried } = await refusing();
    fixture.outcomeOf = ({ at }) => {
      tried.push(at);
      if (tried.length % 2 === 0) throw new Error('broken');
      return { outcome: 'gone', reason: 'forbidden' };
    };
    fixture.outcomeOf = ({ place, at }) => {
      if (place !== PLACE) throw new Error('broken');
      tried.push(at);
      return FORBIDDEN;
    };
    await fixture.until(FIRST_DUE + DAY_MS);
    expect(dates(tried)).toEqual(['11-23', '11-24']);
    expect(fixture.logged.map(({ message }) => message)).toContain(
      'the person who switched a digest on could not be notified that it was refused',
    );
  });
});

describe('hits that are sent at once', () => {
  const topic = {
    place: PLACE,
    id: 't',
    text: '丁县气象局的下一步打算',
    earlier: [],
    atOnce: true,
    since: START,
  };

  it('are not tried before the next attempt; the next digest holds them', async () => {
    const { fixture, tried, heal } = await refusing();
    await fixture.digests.topics.add(topic, 20);
    await fixture.until(FIRST_DUE + DAY_MS + MINUTE_MS);
    tried.splice(0);
    fixture.index = indexOf({ 'a.txt': report('甲县测绘局', 0), 'd.txt': report('丁县气象局', 9) });
    await fixture.dispatcher.tick();
    expect(tried).toEqual([]);
    heal();
    await fixture.until(FIRST_DUE + 3 * DAY_MS);
    expect(JSON.stringify(fixture.posted.at(-1)?.message)).toContain('丁县气象局');
  });
});
