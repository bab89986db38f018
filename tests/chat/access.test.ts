// Access: a place is closed until somebody with the right opens it, and a denial holds.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS, type Person, type Place } from '../../src/chat/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { pressables, quotesIn } from './message-content.ts';
import {
  BEN,
  DAY_MS,
  GROUP,
  MANAGER,
  MEI,
  MINUTE_MS,
  NEXT_DOOR,
  OWNER,
  privateChatOf,
  THREAD,
  World,
} from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index, { access: { open: false, whoMayAllow: 'managers', ownerIds: [OWNER.id] } });
});

const { zh, en } = TEXTS;
const QUESTION = '林业局2023年上半年存在哪些问题';
const GUILD = GROUP.within.community ?? '';
const open = () => world.restart({ access: { open: true, ownerIds: [OWNER.id] } });
const allow = (person: Person, scope?: string, place = GROUP) =>
  world.command('allow', scope ? { scope } : {}, { person, place });
const deny = (person: Person, scope?: string, place = GROUP) =>
  world.command('deny', scope ? { scope } : {}, { person, place });
const isAnswered = async (place: Place = GROUP, person = MEI) =>
  quotesIn((await world.say(QUESTION, { place, person })).message).length > 0;

describe('a place that nobody has allowed', () => {
  it('is not answered; only the asker learns how to get it allowed', async () => {
    const { text, audiences } = await world.say(QUESTION);
    expect(text).toBe(zh.placeNotAllowed(GUILD));
    expect(audiences).toEqual(['asker']);
    for (const place of [NEXT_DOOR, THREAD]) expect(await isAnswered(place)).toBe(false);
  });

  it('explains that once a day to each person', async () => {
    await world.say(QUESTION);
    const again = await world.say(QUESTION);
    expect(again.sent).toEqual([]);
    expect(again.dismissed).toBe(1);
    expect((await world.say(QUESTION, { person: BEN })).text).toBe(en.placeNotAllowed(GUILD));
    world.now += DAY_MS + MINUTE_MS;
    expect((await world.say(QUESTION)).text).toBe(zh.placeNotAllowed(GUILD));
  });

  it('explains it no more often after a restart', async () => {
    await world.say(QUESTION);
    world.restart();
    expect((await world.say(QUESTION)).dismissed).toBe(1);
  });

  it.each(COMMANDS.filter(({ anywhere }) => !anywhere).map(({ name }) => name))(
    'gets nothing from /%s',
    async (name) => {
      await world.say(QUESTION);
      const { sent, dismissed } = await world.command(name, {
        words: '路灯',
        name: '林业局',
        question: QUESTION,
      });
      expect({ sent, dismissed }).toEqual({ sent: [], dismissed: 1 });
    },
  );

  it('gets neither results of old buttons nor suggestions', async () => {
    open();
    const { message } = await world.say(QUESTION);
    world.restart();
    await world.say(QUESTION);
    for (const { action } of pressables(message)) expect((await world.press(action)).sent).toEqual([]);
    const half = { person: MEI, place: GROUP, command: 'search', option: 'agency', partial: '林' };
    expect(await world.chat.complete(half)).toEqual([]);
    await allow(MANAGER);
    expect(await world.chat.complete(half)).not.toEqual([]);
  });

  it('answers an owner only the command to allow it', async () => {
    expect(await isAnswered(GROUP, OWNER)).toBe(false);
    expect((await allow(OWNER)).text).toBe(zh.allowed(true));
    expect(await isAnswered(GROUP, OWNER)).toBe(true);
  });
});

describe('allowing', () => {
  it('is for managers and owners, and only they see the result', async () => {
    const refused = await allow(MEI);
    expect(refused.text).toBe(zh.managersOnly());
    expect(await isAnswered()).toBe(false);
    const allowed = await allow(MANAGER);
    expect(allowed.text).toBe(zh.allowed(true));
    expect([...refused.audiences, ...allowed.audiences]).toEqual(['asker', 'asker']);
    expect(await isAnswered()).toBe(true);
  });

  it('a community opens all its channels and threads', async () => {
    await allow(MANAGER);
    for (const place of [GROUP, NEXT_DOOR, THREAD]) expect(await isAnswered(place)).toBe(true);
  });

  it('a channel opens it and its threads, and no other channel', async () => {
    expect((await allow(MANAGER, 'channel')).text).toBe(zh.allowed(false));
    for (const place of [GROUP, THREAD]) expect(await isAnswered(place)).toBe(true);
    expect(await isAnswered(NEXT_DOOR)).toBe(false);
  });

  it('holds after a restart', async () => {
    await allow(MANAGER);
    world.restart();
    expect(await isAnswered()).toBe(true);
  });
});

describe('denying', () => {
  it('is for managers and owners', async () => {
    await allow(MANAGER);
    expect((await deny(MEI)).text).toBe(zh.managersOnly());
    expect(await isAnswered()).toBe(true);
    expect((await deny(MANAGER)).text).toBe(zh.denied(true));
    expect(await isAnswered()).toBe(false);
  });

  it('a channel of an allowed community closes that channel alone', async () => {
    await allow(MANAGER);
    await deny(MANAGER, 'channel');
    for (const place of [GROUP, THREAD]) expect(await isAnswered(place)).toBe(false);
    expect(await isAnswered(NEXT_DOOR)).toBe(true);
  });

  it('a community closes its allowed channels, too', async () => {
    await allow(MANAGER, 'channel');
    await deny(MANAGER, 'everywhere', NEXT_DOOR);
    for (const place of [GROUP, NEXT_DOOR, THREAD]) expect(await isAnswered(place)).toBe(false);
  });

  it('can be taken back', async () => {
    await deny(MANAGER);
    await allow(MANAGER);
    expect(await isAnswered()).toBe(true);
    await deny(MANAGER, 'channel');
    await allow(MANAGER);
    expect(await isAnswered()).toBe(true);
  });

  it('holds where everything else is open', async () => {
    open();
    expect(await isAnswered()).toBe(true);
    await deny(MANAGER, 'channel');
    expect(await isAnswered(GROUP)).toBe(false);
    expect(await isAnswered(NEXT_DOOR)).toBe(true);
    await deny(MANAGER);
    expect(await isAnswered(NEXT_DOOR)).toBe(false);
  });
});

describe('a private chat', () => {
  const CHAT = privateChatOf(MEI);

  it('is for owners', async () => {
    expect(await isAnswered(privateChatOf(OWNER), OWNER)).toBe(true);
    const { text } = await world.say(QUESTION, { place: CHAT });
    expect(text).toBe(zh.privateNotAllowed(CHAT.within.channel));
  });

  it('is not opened or closed by its person', async () => {
    expect((await allow(MEI, undefined, CHAT)).text).toBe(zh.ownersOnly());
    expect((await deny(MEI, undefined, CHAT)).text).toBe(zh.ownersOnly());
    expect(await isAnswered(CHAT)).toBe(false);
  });

  it('is opened and closed by an owner elsewhere, by the id in its refusal', async () => {
    const by = { person: OWNER, place: privateChatOf(OWNER) };
    const { channel } = CHAT.within;
    expect((await world.command('allow', { place: channel }, by)).text).toBe(zh.allowedPlace(channel));
    expect(await isAnswered(CHAT)).toBe(true);
    expect(await isAnswered(privateChatOf(BEN), BEN)).toBe(false);
    expect((await world.command('deny', { place: channel }, by)).text).toBe(zh.deniedPlace(channel));
    expect(await isAnswered(CHAT)).toBe(false);
  });

  it('is opened by an owner who types the id after the command', async () => {
    const { channel } = CHAT.within;
    await world.command('allow', ` ${channel} `, { person: OWNER, place: privateChatOf(OWNER) });
    expect(await isAnswered(CHAT)).toBe(true);
  });
});

describe('a place by its id', () => {
  it('is for owners only', async () => {
    const { text } = await world.command('allow', { place: 'fake:guild:9' }, { person: MANAGER });
    expect(text).toBe(zh.ownersOnly());
    expect(await world.store.access.get('fake:guild:9')).toBeUndefined();
  });

  it.each(['here', 'discord', 'fake:guild:', 'FAKE:guild:1', 'fake:guild:1; drop', '__proto__'])(
    'must be one: %s',
    async (place) => {
      const { text } = await world.command('allow', { place }, { person: OWNER });
      expect(text).toBe(zh.noSuchPlace(place));
    },
  );
});

describe('an id that was copied from a message', () => {
  const KEY = 'fake:guild:9';
  const FORMS: [string, string[]][] = [
    ['fake\\:guild\\:9', [KEY]],
    ['`fake:guild:9`', [KEY]],
    ['```\nfake:guild:9\n```', [KEY]],
    ['**fake:guild:9**', [KEY]],
    ['fake：guild：9', [KEY]],
    ['fake:guild:９', [KEY]],
    ['“fake:guild:9”', [KEY]],
    ['「fake:guild:9」。', [KEY]],
    ["'fake:guild:9'", [KEY]],
    ['\u00a0 fake:guild:9\t\n', [KEY]],
    ['fake:\u200bguild:\u20609\ufeff', [KEY]],
    ['\u2068fake:guild:9\u2069', [KEY]],
    ['fake: guild :9', [KEY]],
    ['(Place: fake:guild:9)', [KEY]],
    ['（位置编号：fake:guild:9）', [KEY]],
    ['（位置編號：fake:guild:9）', [KEY]],
    ['fake:chat:−1009', ['fake:chat:-1009']],
    ['fake\\:chat\\:\\-1009', ['fake:chat:-1009']],
    ['fake:guild:9 fake:channel:8', [KEY, 'fake:channel:8']],
    ['fake:guild:9、`fake:channel:8`', [KEY, 'fake:channel:8']],
  ];

  it.each(FORMS)('is read with the marks that a chat adds to it: %j', async (place, keys) => {
    for (const [command, verdict] of [
      ['allow', 'allowed'],
      ['deny', 'barred'],
    ]) {
      for (const values of [{ place }, place]) {
        const fresh = new World(index, { access: { open: false, ownerIds: [OWNER.id] } });
        await fresh.command(command, values, { person: OWNER, place: privateChatOf(OWNER) });
        for (const key of keys)
          expect([values, key, await fresh.store.access.get(key)]).toEqual([values, key, verdict]);
      }
    }
  });

  it.each([
    'fake:guild:9 8',
    'fake:guild:9 here',
    'fake:guild',
    'guild:9',
    'fake/guild/9',
    '9',
    'a:b:9',
    '`',
    '::',
  ])('is refused beside anything else: %s', async (place) => {
    const { text } = await world.command('allow', { place }, { person: OWNER });
    expect(text).toBe(zh.noSuchPlace(place));
  });
});

describe('a denial by an owner', () => {
  it('is lifted by an owner only', async () => {
    await allow(MANAGER);
    await deny(OWNER);
    expect((await allow(MANAGER)).text).toBe(zh.deniedByOwner());
    expect((await allow(MANAGER, 'channel')).text).toBe(zh.deniedByOwner());
    expect(await isAnswered()).toBe(false);
    await allow(OWNER);
    expect(await isAnswered()).toBe(true);
  });
});

describe('where everything is open', () => {
  it('one channel of a guild that is denied as a whole cannot be opened alone', async () => {
    open();
    await deny(MANAGER);
    expect((await allow(MANAGER, 'channel')).text).toBe(zh.deniedAround());
    expect(await isAnswered()).toBe(false);
    expect(await isAnswered(NEXT_DOOR)).toBe(false);
  });
});
