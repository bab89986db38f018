// Limits: how often, how long, how many at once; each with a polite refusal, none affecting anybody else.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RateLimit } from '../../src/chat/access/rate-limit.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { FakeResponder } from './fake-responder.ts';
import { quotesIn } from './message-content.ts';
import { BEN, GROUP, HUA, MEI, MINUTE_MS, NEXT_DOOR, privateChatOf, World } from './world.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

const { zh, en } = TEXTS;
const QUESTION = '柳汀街道修复了多少盏背街小巷路灯';
const isAnswered = ({ message }: FakeResponder) => quotesIn(message).length > 0;

describe('requests of one person', () => {
  let world: World;
  beforeEach(() => {
    world = new World(index, { perPersonPerMinute: 20 });
  });

  it('are answered up to the twentieth in a minute; the next one gets the time to wait', async () => {
    for (let i = 0; i < 20; i++) {
      expect(isAnswered(await world.say(QUESTION))).toBe(true);
      world.now += 1000;
    }
    const { text, audiences } = await world.say(QUESTION);
    expect(text).toBe(zh.tooFast(40));
    expect(audiences).toEqual(['asker']);
  });

  it('are answered again after that time', async () => {
    for (let i = 0; i < 20; i++) await world.say(QUESTION);
    world.now += MINUTE_MS - 1;
    expect((await world.say(QUESTION)).text).toBe(zh.tooFast(1));
    world.now += 1;
    expect(isAnswered(await world.say(QUESTION))).toBe(true);
  });

  it('that come too fast get one notice a minute, and are otherwise ignored', async () => {
    for (let i = 0; i < 20; i++) await world.say(QUESTION);
    expect((await world.say(QUESTION)).text).toBe(zh.tooFast(60));
    const { sent, dismissed } = await world.say(QUESTION);
    expect(sent).toEqual([]);
    expect(dismissed).toBe(1);
  });

  it('that were refused do not lengthen the wait', async () => {
    for (let i = 0; i < 20; i++) await world.say(QUESTION);
    world.now += MINUTE_MS / 2;
    for (let i = 0; i < 50; i++) await world.say(QUESTION);
    world.now += MINUTE_MS / 2;
    expect(isAnswered(await world.say(QUESTION))).toBe(true);
  });

  it('count in all places together, and as commands and presses too', async () => {
    for (let i = 0; i < 5; i++) {
      await world.say(QUESTION);
      await world.say(QUESTION, { place: privateChatOf(MEI) });
      await world.command('search', { words: '路灯' }, { place: NEXT_DOOR });
      await world.press('f+yes~aaaaaaa');
    }
    expect((await world.say(QUESTION)).text).toBe(zh.tooFast(60));
  });

  it('do not count for anybody else', async () => {
    for (let i = 0; i < 21; i++) await world.say(QUESTION);
    expect(isAnswered(await world.say(QUESTION, { person: BEN }))).toBe(true);
  });
});

describe('requests in one channel', () => {
  it('are limited over all people there, and not in other channels', async () => {
    const world = new World(index, { perChannelPerMinute: 3 });
    for (const person of [MEI, BEN, HUA])
      expect(isAnswered(await world.say(QUESTION, { person }))).toBe(true);
    expect((await world.say(QUESTION, { person: BEN })).text).toBe(en.tooFast(60));
    expect(isAnswered(await world.say(QUESTION, { person: BEN, place: NEXT_DOOR }))).toBe(true);
    world.now += MINUTE_MS;
    expect(isAnswered(await world.say(QUESTION, { person: BEN, place: GROUP }))).toBe(true);
  });
});

describe('a clock that is set while the bot runs', () => {
  const HOUR_MS = 60 * MINUTE_MS;

  it.each([
    ['two hours back', -2 * HOUR_MS],
    ['by ten years', 87_600 * HOUR_MS],
  ])('%s makes nobody wait longer or shorter', async (_, setBy) => {
    const world = new World(index, { perPersonPerMinute: 20 });
    for (let i = 0; i < 20; i++) await world.say(QUESTION);
    world.setBy = setBy;
    expect((await world.say(QUESTION)).text).toBe(zh.tooFast(60));
    world.now += MINUTE_MS;
    expect(isAnswered(await world.say(QUESTION))).toBe(true);
  });

  it.each([
    ['two hours back', -2 * HOUR_MS],
    ['by ten years', 87_600 * HOUR_MS],
  ])('%s keeps nobody from getting suggestions', async (_, setBy) => {
    const world = new World(index, { perPersonPerMinute: 1 });
    const place = privateChatOf(MEI);
    const typed = { person: MEI, place, command: 'search', option: 'agency', partial: '林' };
    const isOffered = async () => (await world.chat.complete(typed)).length > 0;
    const isFound = async () =>
      ((await world.chat.inline({ person: MEI, place, words: '路灯', offset: '' }))?.quotes.length ?? 0) > 0;
    for (let i = 0; i < 100; i++) await isOffered();
    world.setBy = setBy;
    expect([await isOffered(), await isFound()]).toEqual([false, false]);
    world.now += MINUTE_MS;
    expect([await isOffered(), await isFound()]).toEqual([true, true]);
  });

  it('keeps requests made in the repeated time out of a conversation', async () => {
    const world = new World(index);
    const place = privateChatOf(MEI);
    await world.say(QUESTION, { place });
    world.setBy = -2 * HOUR_MS;
    const asked = await world.command('search', {}, { place });
    expect(asked.message).toContainEqual(expect.objectContaining({ type: 'prompt' }));
    const words = '高标准农田';
    const found = await world.say(words, { place });
    expect(found.text).toBe((await new World(index).command('search', { words }, { place })).text);
  });

  it('explains once a day how to get access, even to somebody notified in another year', async () => {
    const world = new World(index, { access: { open: false, ownerIds: [] } });
    world.setBy = 87_600 * HOUR_MS;
    expect((await world.say(QUESTION)).sent).toHaveLength(1);
    world.setBy = 0;
    expect((await world.say(QUESTION)).sent).toHaveLength(1);
    expect((await world.say(QUESTION)).sent).toEqual([]);
  });

  it('deletes nothing in a moment in which it is wrong by years', async () => {
    const world = new World(index);
    const kept = { kind: 'reports' as const, ids: ['1'], words: [] };
    await world.store.pagedLists.put('a list', kept, world.now);
    await world.say(QUESTION);
    world.now += HOUR_MS;
    world.setBy = 87_600 * HOUR_MS;
    await world.say(QUESTION);
    world.setBy = 0;
    world.now += HOUR_MS;
    await world.say(QUESTION);
    expect(await world.store.pagedLists.get('a list', world.now)).toEqual(kept);
  });

  it('deletes expired records within two hours, even where it was set back', async () => {
    const world = new World(index);
    await world.say(QUESTION);
    world.setBy = -24 * HOUR_MS;
    const old = world.now - 60 * 24 * HOUR_MS;
    await world.store.pagedLists.put('an old list', { kind: 'reports', ids: ['1'], words: [] }, old);
    for (let hour = 0; hour < 2; hour++) {
      world.now += HOUR_MS;
      await world.say(QUESTION);
    }
    expect(await world.store.pagedLists.get('an old list', world.now)).toBeUndefined();
  });
});

describe('the count of requests', () => {
  it('forgets who asked more than a minute ago', () => {
    const limit = new RateLimit(2, MINUTE_MS);
    for (let person = 0; person < 100; person++) limit.take(`fake:${person}`, person);
    expect(limit.size).toBe(100);
    limit.take('fake:new', 50 + MINUTE_MS);
    expect(limit.size).toBe(50);
  });
});

describe('a long text', () => {
  let world: World;
  beforeEach(() => {
    world = new World(index);
  });

  it('of 500 characters is read', async () => {
    const question = `${QUESTION}${'？'.repeat(500)}`.slice(0, 500);
    expect(isAnswered(await world.say(question))).toBe(true);
  });

  it('of 501 characters is refused with the limit, and not answered', async () => {
    const question = `${QUESTION}${'？'.repeat(500)}`.slice(0, 501);
    const plain = await world.say(question);
    const command = await world.command('ask', { question });
    for (const { text, message } of [plain, command]) {
      expect(text).toBe(zh.tooLong('问题', 500, 501));
      expect(quotesIn(message)).toEqual([]);
    }
    expect(plain.audiences).toEqual(['everyone']);
    expect(command.audiences).toEqual(['asker']);
  });

  it('is counted without the blanks around it', async () => {
    expect(isAnswered(await world.say(`\n${' '.repeat(800)}${QUESTION}${' '.repeat(800)}`))).toBe(true);
  });

  it.each<[command: string, option: string, values: Record<string, string>]>([
    ['search', '词语', { words: '灯'.repeat(201) }],
    ['compare', '主题', { topic: '灯'.repeat(201), first: '林业局', second: '栖鹭镇' }],
    ['compare', '主题', { topic: '路'.repeat(201), first: '栖鹭镇', second: '柳汀街道' }],
    ['ask', '单位', { question: QUESTION, agency: '局'.repeat(501) }],
    ['report', '名称', { name: '报'.repeat(501) }],
  ])('is refused by each command: /%s %s', async (command, option, values) => {
    expect((await world.command(command, values)).text).toContain(`“${option}”`);
  });
});

describe('many requests of one person at once', () => {
  let world: World;
  let release: () => void;
  let responders: FakeResponder[];
  let order: number[];
  beforeEach(() => {
    world = new World(index);
    order = [];
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    responders = Array.from({ length: 5 }, (_, i) => {
      const responder = new FakeResponder();
      responder.outcome = async () => {
        order.push(i);
        if (i < 4) await gate;
        return undefined;
      };
      return responder;
    });
  });

  it('are answered one after the other, in order; the fifth is refused', async () => {
    const all = responders.map((responder) => world.say(QUESTION, { responder }));
    const fifth = await all[4];
    expect(fifth.text).toBe(zh.tooManyAtOnce(3));
    expect(fifth.audiences).toEqual(['asker']);
    await settled();
    expect(order.filter((i) => i < 4)).toEqual([0]);
    release();
    await Promise.all(all);
    expect(order.filter((i) => i < 4)).toEqual([0, 1, 2, 3]);
    for (const responder of responders.slice(0, 4)) expect(isAnswered(responder)).toBe(true);
  });

  it('do not delay anybody else', async () => {
    const all = responders.map((responder) => world.say(QUESTION, { responder }));
    expect(isAnswered(await world.say(QUESTION, { person: BEN }))).toBe(true);
    release();
    await Promise.all(all);
  });

  it('are taken again once they are answered', async () => {
    const all = responders.map((responder) => world.say(QUESTION, { responder }));
    release();
    await Promise.all(all);
    expect(isAnswered(await world.say(QUESTION))).toBe(true);
  });

  it('continue where one of them fails', async () => {
    responders[0].outcome = () => Promise.reject(new Error('the wire was cut'));
    const all = responders.slice(0, 3).map((responder) => world.say(QUESTION, { responder }));
    release();
    await Promise.all(all);
    expect(responders.slice(1, 3).every(isAnswered)).toBe(true);
  });
});

/** Runs everything that waits for nothing from outside. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
