// Suggestions while an option is typed: existing names, for those who may ask.
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/chat/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { GROUP, MANAGER, MEI, MINUTE_MS, OWNER, privateChatOf, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(async () => {
  world = new World(index);
  for (const { id: place } of [GROUP, privateChatOf(OWNER)])
    await world.store.digests.topics.add(
      { place, id: 't1', text: '路灯', earlier: [], atOnce: false, since: 0 },
      20,
    );
});

/** Suggestions for owners only are in the tests of the library. */
const SUGGESTING = COMMANDS.filter(({ right }) => right !== 'owner').flatMap(({ name, options }) =>
  Object.entries(options)
    .filter(([, { suggests }]) => suggests && suggests !== 'collection') // for owners: see rights.test.ts
    .map(([option]) => ({ command: name, option })),
);
const offers = (command: string, option: string, partial: string, person = MEI, place = GROUP) =>
  world.chat.complete({ person, place, command, option, partial });

describe('a half-written option', () => {
  it.each(SUGGESTING)('gets names: /$command $option', async ({ command, option }) => {
    const found = await offers(command, option, '');
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(25);
    for (const { label, value } of found) {
      expect(label.length).toBeLessThanOrEqual(100);
      expect(value.length).toBeLessThanOrEqual(100);
    }
  });

  it('gets the names that its beginning may mean', async () => {
    const found = await offers('search', 'agency', 'weij');
    expect(found.map(({ label }) => label)).toEqual(['澜棠县卫生健康委员会', '卫生健康委员会']);
  });

  it.each(SUGGESTING)('takes each of its suggestions: /$command $option', async ({ command, option }) => {
    const values = {
      topic: '工作',
      question: '有什么打算',
      words: '工作',
      first: '林业局',
      second: '栖鹭镇',
    };
    for (const { value } of await offers(command, option, '')) {
      const { text } = await world.command(command, { ...values, [option]: value });
      expect(text).not.toContain('没有符合');
    }
  });

  it('gets time zones by their names and cities', async () => {
    const values = async (partial: string) =>
      (await offers('settings', 'zone', partial)).map(({ value }) => value);
    expect((await values('')).slice(0, 2)).toEqual(['Asia/Shanghai', 'Asia/Hong_Kong']);
    expect(await values('北京')).toEqual(['Asia/Shanghai']);
    expect(await values('Lord_Howe')).toEqual(['Australia/Lord_Howe']);
    expect(await values('a')).toHaveLength(25);
    expect(await values('xyzzy')).toEqual([]);
  });

  it('without suggestions, or that does not exist, gets none', async () => {
    for (const [command, option] of [
      ['ask', 'question'],
      ['ask', 'nope'],
      ['nope', 'agency'],
      ['settings', 'length'],
      ['ask', '__proto__'],
      ['__proto__', 'constructor'],
    ])
      expect(await offers(command, option, '林')).toEqual([]);
  });

  it('gets none where the person may not ask', async () => {
    world.restart({ access: { open: false, ownerIds: [OWNER.id] } });
    for (const { command, option } of SUGGESTING) {
      expect(await offers(command, option, '')).toEqual([]);
      expect(await offers(command, option, '', MEI, privateChatOf(MEI))).toEqual([]);
      expect(await offers(command, option, '', OWNER, privateChatOf(OWNER))).not.toEqual([]);
    }
  });

  it('gets none for a person whom the place is set not to answer', async () => {
    await world.command('settings', { audience: 'managers' }, { person: MANAGER });
    expect(await offers('search', 'agency', '')).toEqual([]);
    expect(await offers('report', 'name', '林')).toEqual([]);
    expect(await offers('search', 'agency', '', MANAGER)).not.toEqual([]);
    expect(await offers('search', 'agency', '', MEI, privateChatOf(MEI))).not.toEqual([]);
    expect(await offers('settings', 'zone', '')).not.toEqual([]); // whose answer only the asker sees
  });

  it('gets them as fast as a person types, no faster; neither counts as a question', async () => {
    world.restart({ perPersonPerMinute: 2, perChannelPerMinute: 100 });
    const typed: boolean[] = [];
    for (let i = 0; i < 200; i++) typed.push((await offers('search', 'agency', '林')).length > 0);
    expect(typed.slice(0, 40)).not.toContain(false);
    expect(typed.slice(100)).not.toContain(true);
    expect(await offers('search', 'agency', '林', MANAGER)).not.toEqual([]);
    expect((await world.command('search', { words: '路灯' })).sent[0].audience).toBe('everyone');
    world.now += MINUTE_MS;
    expect(await offers('search', 'agency', '林')).not.toEqual([]);
  });

  it('never fails, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SUGGESTING),
        fc.string({ unit: 'binary', maxLength: 30 }),
        async ({ command, option }, partial) => {
          expect((await offers(command, option, partial)).length).toBeLessThanOrEqual(25);
        },
      ),
    );
  });
});
