// The buttons of a digest: questions to try, the whole digest, its status. Each presser is answered
// privately.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodePress } from '../../src/chat/buttons/press.ts';
import { MAX_TOPICS } from '../../src/digests/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { smallIndex } from '../digests/digest-fixture.ts';
import { DigestWorld, messagesOf, NEXT_MORNING, NOON } from './digest-world.ts';
import { pressable, pressables, quotesIn } from './message-content.ts';
import { BEN, DAY_MS, GROUP, MANAGER, MEI, NEXT_DOOR, privateChatOf } from './world.ts';

const { zh, en } = TEXTS;
const BY = { person: MANAGER };
const TOPICS = ['高标准农田', '老年食堂', '校园安全', '油茶', '路灯', '资金', '安全生产'];
const PRIVATE = privateChatOf(MEI);

let index: PassageIndex;
/** A few other reports. */
let small: PassageIndex;
let world: DigestWorld;
beforeAll(async () => {
  index = await sampleIndex();
  small = smallIndex();
});
beforeEach(async () => {
  world = new DigestWorld(index);
  await world.at(NOON);
});
afterEach(() => {
  expect(world.faults).toEqual([]);
  expect(world.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

/** A delivered digest with every followed topic. */
async function delivered(by: { person: typeof MEI; place?: typeof GROUP } = BY, topics = TOPICS) {
  world.now = NOON;
  await world.command('digest on', { zone: 'Asia/Shanghai' }, by);
  for (const topic of topics) await world.command('follow', { topic }, by);
  await world.at(NEXT_MORNING);
  return world.lastIn(by.place).message;
}

const question = (message: Parameters<typeof pressables>[0]) => {
  const found = pressables(message).find(({ label }) => /[？?]$/.test(label) && label !== zh.whyThis());
  if (!found) throw new Error('there is no question to try');
  return found;
};
const whole = (message: Parameters<typeof pressables>[0]) => {
  const found = pressables(message).find(({ label }) => label.startsWith('完整简报'));
  if (!found) throw new Error('everything stands in the message');
  return found;
};

describe('a question to try', () => {
  it('is answered from the reports to the presser only', async () => {
    const message = await delivered();
    for (const person of [MEI, BEN, MANAGER]) {
      const answer = await world.press(question(message).action, { person });
      expect(quotesIn(answer.message)).not.toEqual([]);
      expect(answer.audiences).toEqual(['asker']);
    }
  });

  it('can be followed up in a private chat by the next message', async () => {
    const message = await delivered({ person: MEI, place: PRIVATE });
    const tried = question(message);
    await world.press(tried.action, { place: PRIVATE });
    const asked = (await world.store.conversations.latest(PRIVATE.id, MEI.id, 0))?.questions;
    expect(asked).toEqual([tried.label]);
    await world.say('那2024年呢', { place: PRIVATE });
    const both = (await world.store.conversations.latest(PRIVATE.id, MEI.id, 0))?.questions;
    expect(both).toEqual([tried.label, '那2024年呢']);
  });

  it('does not exist under another number', async () => {
    const { action } = question(await delivered());
    for (const number of ['7', '-1', '1e9', 'x', ''])
      expect((await world.press(action.replace(/\.\d+~/, `.${number}~`))).text).toBe(zh.digestGone());
  });
});

describe('the whole digest', () => {
  it('is read page by page, by each person privately, and holds all that was left out', async () => {
    const message = await delivered();
    const first = await world.press(whole(message).action, { person: BEN });
    expect(first.audiences).toEqual(['asker']);
    const read = new Set(quotesIn(first.message).map(({ id }) => id));
    let page = first;
    for (let pages = 1; ; pages++) {
      const next = pressables(page.message).find(({ label }) => label === en.nextPage());
      if (!next) break;
      expect(pages).toBeLessThan(20);
      page = await world.press(next.action, { person: BEN }, page.key);
      expect(page.sent[0].mode).toBe('replace');
      for (const { id } of quotesIn(page.message)) read.add(id);
    }
    const shown = quotesIn(message).map(({ id }) => id);
    expect(read.size).toBeGreaterThan(shown.length);
    expect(shown.filter((id) => !read.has(id))).toEqual([]);
  });

  it('changes no page for somebody else', async () => {
    const first = await world.press(whole(await delivered()).action, { person: BEN });
    const { action } = pressable(first.message, en.nextPage());
    const turned = await world.press(action, { person: MEI });
    expect(turned.text).toBe(zh.notYourButton());
  });

  it('is there after a restart, for 30 days', async () => {
    const { action } = whole(await delivered());
    world.restart();
    await world.at(NEXT_MORNING + 29 * DAY_MS);
    expect(quotesIn((await world.press(action)).message)).not.toEqual([]);
    world.restart();
    await world.at(NEXT_MORNING + 29 * DAY_MS + 31 * DAY_MS); // its age counts from the last read
    expect((await world.press(action)).text).toBe(zh.digestGone());
  });

  it('leaves out removed reports, and says so where nothing is left', async () => {
    const { action } = whole(await delivered());
    world.index = small;
    expect((await world.press(action)).text).toBe(zh.digestGone());
  });

  it('of many reports that came at once is read in pages that are one message each', async () => {
    world = new DigestWorld(small);
    await world.at(NOON);
    await world.command('digest on', { zone: 'Asia/Shanghai' }, BY);
    world.index = index;
    await world.at(NEXT_MORNING);
    const page = await world.press(whole(world.lastIn().message).action);
    expect(pressables(page.message).some(({ label }) => label === zh.nextPage())).toBe(true);
    expect(messagesOf(page.message)).toEqual({ discord: 1, telegram: 1 });
  });
});

describe('why a digest came', () => {
  it('is answered to the presser only', async () => {
    const message = await delivered();
    const { text, audiences } = await world.press(pressable(message, zh.whyThis()).action, { person: BEN });
    expect(text).toContain(en.whyHere('group'));
    expect(text).toContain(en.lastDigest('sent'));
    expect(text).toContain(en.followingCount(TOPICS.length, MAX_TOPICS));
    expect(audiences).toEqual(['asker']);
  });

  it('is answered for the place of the press, whatever the button’s data holds', async () => {
    const message = await delivered();
    const { action } = pressable(message, zh.whyThis());
    expect((await world.press(action, { place: NEXT_DOOR })).text).toBe(zh.digestWasOff());
  });
});

describe('a digest of another chat', () => {
  it('is not shown for its guessed id: topics are private', async () => {
    const message = await delivered({ person: MEI, place: PRIVATE });
    for (const { action } of [whole(message), question(message)])
      for (const place of [GROUP, privateChatOf(BEN)])
        expect((await world.press(action, { person: BEN, place })).text).toBe(en.digestGone());
    const elsewhere = whole(await delivered()).action;
    expect((await world.press(elsewhere, { place: NEXT_DOOR })).text).toBe(zh.digestGone());
  });

  it('of a group is read in the private chat where a platform shows its pages', async () => {
    const { action } = whole(await delivered());
    expect(quotesIn((await world.press(action, { place: PRIVATE })).message)).not.toEqual([]);
  });

  it.each(['digest', 'try'] as const)('does not exist for unknown ids: %s', async (verb) => {
    for (const id of ['', 'aaaaaaaaaaaa', 'constructor', 'x'.repeat(40)]) {
      const action = encodePress({ action: { verb, args: [id, '0'] }, effect: 'open', asker: 'aaaaaaa' });
      expect((await world.press(action)).text).toBe(zh.digestGone());
    }
  });
});

describe('buttons in a place that is denied', () => {
  it('answer only how to get it allowed', async () => {
    const message = await delivered();
    await world.store.access.set(GROUP.id, 'denied');
    for (const { action } of [whole(message), question(message)])
      expect(quotesIn((await world.press(action)).message)).toEqual([]);
  });
});

describe('forgetting', () => {
  it('in a private chat removes its digest and what is followed there, and counts them', async () => {
    const { action } = question(await delivered({ person: MEI, place: PRIVATE }, ['高标准农田', '油茶']));
    await delivered(BY, ['校园安全']);
    const { text } = await world.command('forget', {}, { place: PRIVATE });
    const [count] = text.match(/\d+/) ?? [];
    expect(Number(count)).toBeGreaterThanOrEqual(3); // the digest and two topics
    expect(await world.topics(PRIVATE)).toEqual([]);
    expect((await world.command('digest status', {}, { place: PRIVATE })).text).toBe(zh.digestWasOff());
    const sent = world.posted.filter(({ place }) => place === PRIVATE.id).length;
    await world.at(NEXT_MORNING + DAY_MS);
    expect(world.posted.filter(({ place }) => place === PRIVATE.id)).toHaveLength(sent);
    expect(await world.topics()).toHaveLength(1);
    expect(await world.subscription()).toBeDefined();
    expect(quotesIn((await world.press(action, { place: GROUP })).message)).toEqual([]);
  });
});
