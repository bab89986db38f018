// Digests say what the place may read at the moment at which they are written or sent, and nothing of the rest.
import { beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { pressables, textIn } from '../chat/message-content.ts';
import { indexOf, type Texts } from '../search/corpus.ts';
import { DAY_MS, DigestFixture, HOUR_MS, report, SHANGHAI } from './digest-fixture.ts';

const NOW = Date.parse('2026-11-20T00:00:00Z');
const OWN = 'fake:channel:1';
const OTHER = 'fake:channel:2';
const CLOSED = '内部';
const OPEN: Texts = { 'a.txt': report('甲县测绘局', 0), 'b.txt': report('乙县档案局', 3) };
const INSIDE: Texts = { '内部/k.txt': `${report('珊瑚县海事局', 6)}\n鲸落样本已经登记。` };
const CORRECTED: Texts = { '内部/k.txt': `${report('珊瑚县海事局', 6)}\n鲸落样本已经核对。` };
/** By which the closed report would be known. */
const MARKS = /珊瑚|海事|鲸落|内部/;

/** How a changed report is told of. */
const CHANGED = /更新/;

const indexes: Record<'before' | 'after' | 'both' | 'corrected' | 'namesake' | 'freed', PassageIndex> = {
  before: indexOf(OPEN),
  after: indexOf({ ...OPEN, ...INSIDE }),
  both: indexOf({ ...OPEN, ...INSIDE, 'c.txt': report('丙县民政局', 12) }),
  corrected: indexOf({ ...OPEN, ...CORRECTED }),
  namesake: indexOf({ ...OPEN, ...INSIDE, 'z.txt': `${report('珊瑚县海事局', 9)}` }),
  freed: indexOf({ ...OPEN, 'k.txt': CORRECTED['内部/k.txt'] }),
};

let fixture: DigestFixture;
beforeEach(async () => {
  fixture = new DigestFixture(indexes.before, { now: NOW });
  await fixture.store.collections.bind(CLOSED, OWN);
  for (const place of [OWN, OTHER]) await fixture.subscribe(place, SHANGHAI);
  await fixture.until(NOW + HOUR_MS);
});

const days = (count: number) => fixture.until(fixture.now + count * DAY_MS);
/** What was posted to a place last, with everything that its buttons carry. */
const lastTo = (place: string): string => {
  const posted = fixture.posted.filter((each) => each.place === place).at(-1);
  return posted ? JSON.stringify(posted.message) : '';
};
const allTo = (place: string): string =>
  JSON.stringify(fixture.posted.filter((each) => each.place === place).map(({ message }) => message));
const follow = (place: string, text: string) =>
  fixture.digests.topics.add(
    { place, id: `t${text}`, text, earlier: [], atOnce: true, since: fixture.now },
    20,
  );

describe('a report that comes into a bound collection', () => {
  it('is news where it may be read, and does not show elsewhere, in what is quoted, asked or counted', async () => {
    fixture.index = indexes.after;
    await days(3);
    expect(lastTo(OWN)).not.toBe('');
    expect(allTo(OWN)).toMatch(MARKS);
    expect(allTo(OTHER)).not.toMatch(MARKS);
  });

  it('leaves the digests of the other chats as they are where there is no such report', async () => {
    fixture.index = indexes.after;
    await days(4);
    const elsewhere = new DigestFixture(indexes.before, { now: NOW });
    await elsewhere.subscribe(OTHER, SHANGHAI);
    await elsewhere.until(NOW + HOUR_MS);
    await elsewhere.until(fixture.now);
    const sent = (from: DigestFixture) =>
      from.posted.filter(({ place }) => place === OTHER).map(({ at, message }) => ({ at, message }));
    expect(sent(fixture).length).toBeGreaterThan(3);
    expect(sent(fixture)).toEqual(sent(elsewhere));
    const fates = async (from: DigestFixture) =>
      (await from.digests.outbox.history(OTHER, 99)).map(({ state, occasion }) => [state, occasion]);
    expect(await fates(fixture)).toEqual(await fates(elsewhere));
  });

  it('is sent at once to its followers, and leaves no trace where it may not be read', async () => {
    for (const place of [OWN, OTHER]) await follow(place, '鲸落');
    fixture.index = indexes.after;
    await fixture.until(fixture.now + HOUR_MS);
    expect(allTo(OWN)).toContain('鲸落样本已经登记');
    expect(allTo(OTHER)).not.toMatch(MARKS);
    const occasions = (await fixture.digests.outbox.history(OTHER, 9)).map(({ occasion }) => occasion);
    expect(occasions.filter((occasion) => !occasion.startsWith('day'))).toEqual([]);
  });
});

describe('a report of the same name as a closed one', () => {
  it.each([
    ['stands there', () => indexes.namesake],
    ['stood there', () => indexes.freed],
  ])('is new, not changed, where the one that %s may not be read', async (_, later) => {
    fixture.index = indexes.after;
    await days(1);
    fixture.index = later();
    await days(1);
    const news = textIn(fixture.posted.filter(({ place }) => place === OTHER).at(-1)?.message ?? []);
    expect(news).toContain('珊瑚县海事局');
    expect(news).not.toMatch(CHANGED);
  });

  it('is changed where that could be read', async () => {
    fixture.index = indexes.after;
    await days(1);
    fixture.index = indexes.corrected;
    await days(1);
    expect(textIn(fixture.posted.filter(({ place }) => place === OWN).at(-1)?.message ?? [])).toMatch(
      CHANGED,
    );
  });
});

describe('a report that may be read later than it came', () => {
  it('is news where no digest has come since', async () => {
    fixture.index = indexes.after;
    await fixture.until(fixture.now + HOUR_MS);
    await fixture.store.collections.bind(CLOSED, OTHER);
    await days(1);
    expect(lastTo(OTHER)).toMatch(MARKS);
  });

  it('is not news where a digest has come since: it was in the library by then', async () => {
    fixture.index = indexes.after;
    await days(1);
    await fixture.store.collections.open(CLOSED);
    await days(1);
    expect(lastTo(OTHER)).not.toContain('新到');
  });
});

describe('a right that is withdrawn between two attempts', () => {
  /** Fails once, and takes the right away meanwhile. */
  let refused: string[] = [];
  const failOnce = () => {
    refused = [];
    fixture.outcomeOf = async ({ place, message }) => {
      if (refused.length > 0 || place !== OWN) return undefined;
      refused.push(JSON.stringify(message));
      await fixture.store.collections.withdraw(CLOSED, [OWN]);
      return { outcome: 'retry', afterMs: 1000 };
    };
  };

  it('takes its reports, their number and the questions on them out of the digest', async () => {
    fixture.index = indexes.both;
    failOnce();
    await days(1);
    const [last] = fixture.posted.filter(({ place }) => place === OWN).slice(-1);
    expect(refused.join()).toMatch(MARKS);
    expect(refused.join()).toContain(TEXTS.zh.newsHeading(2, 0));
    expect(JSON.stringify(last.message)).not.toMatch(MARKS);
    expect(textIn(last.message)).toContain(TEXTS.zh.newsHeading(1, 0));
    expect(pressables(last.message).length).toBeGreaterThan(0);
  });

  it('has a digest written anew that said nothing else', async () => {
    fixture.index = indexes.after;
    failOnce();
    await days(1);
    const [last] = fixture.posted.filter(({ place }) => place === OWN).slice(-1);
    expect(refused.join()).toMatch(MARKS);
    expect(JSON.stringify(last.message)).not.toMatch(MARKS);
    expect(textIn(last.message)).toContain('今天推荐一份报告');
  });

  it('withdraws hits that were not sent yet', async () => {
    await follow(OWN, '鲸落');
    const sent = fixture.sentTo(OWN).length;
    fixture.index = indexes.after;
    failOnce();
    await fixture.until(fixture.now + HOUR_MS);
    expect(fixture.sentTo(OWN)).toHaveLength(sent);
    const entries = await fixture.digests.outbox.history(OWN, 9);
    expect(entries.find(({ occasion }) => occasion.startsWith('news'))).toMatchObject({
      state: 'skipped',
      reason: 'nothing-new',
    });
  });
});
