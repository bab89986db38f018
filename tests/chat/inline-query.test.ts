// Passages looked up from any chat: for those who may use the bot privately, page by page.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { MEI, MINUTE_MS, OWNER, privateChatOf, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const lookUp = (words: string, offset = '', person = MEI) =>
  world.chat.inline({ person, place: privateChatOf(person), words, offset });

describe('a look-up from any chat', () => {
  it('gives each passage once, page by page, until there are no more', async () => {
    const ids: string[] = [];
    let pages = 0;
    for (let offset: string | undefined = ''; offset !== undefined; pages++) {
      const page = await lookUp('资金', offset);
      ids.push(...(page?.quotes ?? []).map(({ id }) => id));
      offset = page?.next;
    }
    expect(pages).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('quotes exactly the source', async () => {
    for (const { reportId, start, end, text } of (await lookUp('路灯'))?.quotes ?? []) {
      const report = index.reports.find(({ id }) => id === reportId);
      expect(report && index.fileOf(report).text.slice(start, end)).toBe(text);
    }
  });

  it('is for those who may use the bot privately', async () => {
    world.restart({ access: { open: false, ownerIds: [OWNER.id] } });
    expect(await lookUp('路灯')).toBeUndefined();
    expect((await lookUp('路灯', '', OWNER))?.quotes.length).toBeGreaterThan(0);
    await world.store.access.set(privateChatOf(MEI).within.channel, 'allowed');
    expect((await lookUp('路灯'))?.quotes.length).toBeGreaterThan(0);
  });

  it.each([
    ['', ''],
    ['  ', ''],
    ['football', ''],
    ['路灯', '9999'],
  ])('without a match gives nothing: %j from %j', async (words, offset) => {
    expect(await lookUp(words, offset)).toEqual({ quotes: [], next: undefined });
  });

  it.each(['-5', 'x', '1e9x', '\0', 'NaN', '__proto__'])('ignores a wrong offset: %j', async (offset) => {
    expect((await lookUp('路灯', offset))?.quotes.length).toBeGreaterThan(0);
  });

  it('has a limit of its own that typing does not reach', async () => {
    world.restart({ perPersonPerMinute: 2, perChannelPerMinute: 2 });
    const found = async () => ((await lookUp('路灯'))?.quotes.length ?? 0) > 0;
    const typed: boolean[] = [];
    for (let i = 0; i < 200; i++) typed.push(await found());
    expect(typed.slice(0, 40)).not.toContain(false);
    expect(typed.slice(100)).not.toContain(true);
    expect(await lookUp('路灯')).toEqual({ quotes: [], next: undefined });
    expect((await lookUp('路灯', '', OWNER))?.quotes.length).toBeGreaterThan(0);
    const asked = await world.say('路灯', { place: privateChatOf(MEI) });
    expect(asked.sent).toHaveLength(1);
    world.now += MINUTE_MS;
    expect(await found()).toBe(true);
  });

  it('gives nothing once the bot is closing', async () => {
    await world.chat.close();
    expect(await lookUp('路灯')).toBeUndefined();
  });
});

describe('a passage that differs from its source', () => {
  it('is not offered, and the log names it', async () => {
    expect((await lookUp('路灯'))?.quotes.length).toBeGreaterThan(0);
    world.index = Object.create(index, {
      fileOf: {
        value: (...asked: Parameters<PassageIndex['fileOf']>) => {
          const file = index.fileOf(...asked);
          return { ...file, text: file.text.replaceAll('路灯', '灯路') };
        },
      },
    });
    expect((await lookUp('路灯'))?.quotes).toEqual([]);
    expect(world.logged.length).toBeGreaterThan(0);
    expect(new Set(world.logged.map(({ message }) => message))).toEqual(
      new Set(['a quote that differs from its source was left out']),
    );
  });
});
