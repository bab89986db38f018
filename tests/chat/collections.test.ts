// Binding collections to chats: for owners, who learn who reads them.
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person, Place } from '../../src/chat/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { medianMs } from '../speed.ts';
import { type Aim, ALPHA, BESIDE, BETA, FIRST, libraryOf, PRIVATE, SECOND, THIRD } from './rights/library.ts';
import { HUA, MANAGER, MEI, MINUTE_MS, OWNER, privateChatOf, World } from './world.ts';

const { zh } = TEXTS;
const HERE = FIRST.within.channel;
const GUILD = FIRST.within.community ?? '';
let index: PassageIndex;
let libraryWithoutAlpha: PassageIndex;
let world: World;
beforeAll(() => {
  index = libraryOf(ALPHA, BETA);
  libraryWithoutAlpha = libraryOf(BETA);
});
beforeEach(() => {
  world = new World(index, { access: { open: true, ownerIds: [OWNER.id] } });
});

type Given = Record<string, string> | string;
const decide = async (command: 'allow' | 'deny', given: Given, place = FIRST, person: Person = OWNER) =>
  (await world.command(command, given, { person, place })).text;
const allow = (given: Given, place?: Place) => decide('allow', given, place);
const deny = (given: Given, place?: Place) => decide('deny', given, place);
const reads = async (place: Place, aim = ALPHA) =>
  (await world.command('reports', {}, { place })).text.includes(aim.title);
const readers = async (aim = ALPHA) => {
  const places = { FIRST, BESIDE, SECOND, THIRD, PRIVATE };
  const found: string[] = [];
  for (const [name, place] of Object.entries(places)) if (await reads(place, aim)) found.push(name);
  return found;
};
const EVERYBODY = ['FIRST', 'BESIDE', 'SECOND', 'THIRD', 'PRIVATE'];
const { collection } = ALPHA;

describe('a collection', () => {
  it('is read by every chat at first', async () => {
    expect(await readers()).toEqual(EVERYBODY);
  });

  it('bound to a channel is read there and nowhere else, and the owner learns who reads it', async () => {
    expect(await allow({ collection, scope: 'channel' })).toBe(zh.collectionReaders(collection, [HERE]));
    expect(await readers()).toEqual(['FIRST']);
    expect(await readers(BETA)).toEqual(EVERYBODY);
  });

  it('bound without a scope is read in the whole community', async () => {
    expect(await allow({ collection })).toBe(zh.collectionReaders(collection, [GUILD]));
    expect(await readers()).toEqual(['FIRST', 'BESIDE']);
  });

  it('is bound to further chats one by one, from there or from elsewhere by their id', async () => {
    await allow({ collection, scope: 'channel' });
    const other = SECOND.within.channel;
    expect(await allow({ collection, place: other }, PRIVATE)).toBe(
      zh.collectionReaders(collection, [HERE, other]),
    );
    await allow({ collection }, PRIVATE);
    expect(await readers()).toEqual(['FIRST', 'SECOND', 'PRIVATE']);
    expect(await reads(privateChatOf(HUA))).toBe(false);
  });

  it('withdrawn from one chat stays closed to the others', async () => {
    await allow({ collection, scope: 'channel' });
    await allow({ collection }, SECOND);
    expect(await deny({ collection })).toBe(
      zh.collectionReaders(collection, [SECOND.within.community ?? '']),
    );
    expect(await readers()).toEqual(['SECOND']);
    expect(await deny({ collection }, SECOND)).toBe(zh.collectionReaders(collection, []));
    expect(await readers()).toEqual([]);
  });

  it('withdrawn while it is open is closed to all', async () => {
    expect(await deny({ collection })).toBe(zh.collectionReaders(collection, []));
    expect(await readers()).toEqual([]);
  });

  it('is opened and closed to all only by the scope “every chat”', async () => {
    await allow({ collection });
    expect(await allow({ collection, scope: 'every-chat' })).toBe(
      zh.collectionReaders(collection, undefined),
    );
    expect(await readers()).toEqual(EVERYBODY);
    expect(await deny({ collection, scope: 'every-chat' })).toBe(zh.collectionReaders(collection, []));
    expect(await readers()).toEqual([]);
  });

  it('is not withdrawn from one channel of a community that reads it, and the owner learns why', async () => {
    await allow({ collection });
    expect(await deny({ collection, scope: 'channel' })).toBe(zh.collectionBoundAround(collection));
    expect(await readers()).toEqual(['FIRST', 'BESIDE']);
  });

  it('withdrawn from a community is also withdrawn from the channel of the command', async () => {
    await allow({ collection, scope: 'channel' });
    await allow({ collection });
    expect(await deny({ collection })).toBe(zh.collectionReaders(collection, []));
  });

  it('can be bound before the library has it, and the owner learns that it has not', async () => {
    const text = await allow({ collection: '人事', scope: 'channel' });
    expect(text).toBe(`${zh.collectionReaders('人事', [HERE])}\n${zh.collectionAwaited('人事')}`);
  });

  it.each([
    [' ALPHA夹 ', collection],
    ['alpha夾', collection],
  ])('is meant by %j', async (said, meant) => {
    expect(await allow({ collection: said })).toContain(zh.collectionReaders(meant, [GUILD]));
  });

  it.each(['a/b', '../x', '.hidden', 'a\\b', 'a\u0000b'])('is not meant by %j', async (said) => {
    expect(await allow({ collection: said })).toContain('alpha夹、beta夹');
    expect(await world.store.collections.bindings()).toEqual([]);
  });

  it.each([
    [`${collection}`, 'everywhere'],
    [`collection:${collection} channel`, 'channel'],
    [`${collection} 只限本频道`, 'channel'],
    [`资料夹：${collection}`, 'everywhere'],
    [`${collection} every chat`, 'every-chat'],
  ])('is bound by one line of words: %s', async (line, scope) => {
    const places = { everywhere: [GUILD], channel: [HERE], 'every-chat': undefined }[scope];
    expect(await allow(line)).toBe(zh.collectionReaders(collection, places));
  });

  describe('whose name is written differently', () => {
    const BINDINGS = ['ALPHA夹', 'alpha夾', 'ａｌｐｈａ夹', 'Alpha夹　', '　alpha夹'];
    const bind = (name: string, place: string) => world.store.collections.bind(name, place);

    it.each(BINDINGS)('bound before it existed is closed as well: %j', async (name) => {
      await bind(name, HERE);
      expect(await readers()).toEqual(['FIRST']);
      expect(await readers(BETA)).toEqual(EVERYBODY);
      await world.store.collections.close(name);
      expect(await readers()).toEqual([]);
    });

    it('is bound in chat first, then comes', async () => {
      world.index = libraryWithoutAlpha;
      expect(await allow({ collection: 'ALPHA夾', scope: 'channel' })).toContain(
        zh.collectionAwaited('ALPHA夾'),
      );
      world.index = index;
      expect(await readers()).toEqual(['FIRST']);
    });

    it('is read only where all its namesakes are', async () => {
      await bind('ALPHA夹', HERE);
      await bind('ALPHA夹', SECOND.within.channel);
      await bind('alpha夾', SECOND.within.channel);
      expect(await readers()).toEqual(['SECOND']);
      await bind('Alpha夹', GUILD);
      expect(await readers()).toEqual([]);
    });

    it('is read by its own binding, whatever its namesakes are bound to', async () => {
      await bind('ALPHA夹', HERE);
      await bind(collection, SECOND.within.channel);
      expect(await readers()).toEqual(['SECOND']);
    });

    it('is not opened alone, and the owner learns which namesake it follows', async () => {
      await bind('ALPHA夹', HERE);
      expect(await allow({ collection, scope: 'every-chat' })).toBe(
        [zh.collectionReaders(collection, [HERE]), zh.collectionFollows(collection, ['ALPHA夹'])].join('\n'),
      );
      expect(await readers()).toEqual(['FIRST']);
      await allow({ collection: 'ALPHA夹', scope: 'every-chat' });
      expect(await readers()).toEqual(EVERYBODY);
    });

    it('is not withdrawn from one channel of a community that reads it by another name', async () => {
      await bind('ALPHA夹', GUILD);
      expect(await deny({ collection, scope: 'channel' })).toBe(zh.collectionBoundAround(collection));
      expect(await readers()).toEqual(['FIRST', 'BESIDE']);
    });

    it('unlike each of several namesakes means none of them, and the owner learns their names', async () => {
      await bind('ALPHA夹', HERE);
      const before = await world.store.collections.bindings();
      for (const command of ['allow', 'deny'] as const)
        expect(await decide(command, { collection: 'Alpha夾' })).toBe(
          zh.collectionsAlike('Alpha夾', ['ALPHA夹', collection]),
        );
      expect(await world.store.collections.bindings()).toEqual(before);
      expect(await allow({ collection: 'ALPHA夹' })).toBe(
        zh.collectionReaders('ALPHA夹', [HERE, GUILD].sort()),
      );
      expect(await allow({ collection })).toBe(zh.collectionReaders(collection, [GUILD]));
    });
  });

  it('of several words is, too', async () => {
    world.index = index;
    await world.store.collections.bind('board minutes 2024', 'fake:guild:9');
    expect(await allow('board minutes 2024')).toContain('board minutes 2024');
    expect((await world.store.collections.bindings())[0].places).toEqual(['fake:guild:1', 'fake:guild:9']);
  });
});

describe('nobody but an owner', () => {
  it.each([
    ['a manager', MANAGER, FIRST, zh.ownersOnly()],
    ['a member', MEI, FIRST, zh.managersOnly()],
    ['whom a private chat is with', MEI, PRIVATE, zh.ownersOnly()],
  ])('binds a collection: not %s, whether there is one or not', async (_, person, place, refusal) => {
    for (const each of [collection, 'no such folder', 'a/b'])
      for (const command of ['allow', 'deny'] as const) {
        expect(await decide(command, { collection: each }, place, person)).toBe(refusal);
        expect(await decide(command, { collection: each, scope: 'every-chat' }, place, person)).toBe(refusal);
      }
    expect(await world.store.collections.bindings()).toEqual([]);
  });

  it('gets their names suggested; an owner does even where the bot is not allowed', async () => {
    const half = { command: 'allow', option: 'collection', partial: 'a' };
    const offered = async (person: Person, place: Place) =>
      (await world.chat.complete({ ...half, person, place })).map(({ value }) => value);
    for (const person of [MEI, HUA, MANAGER]) expect(await offered(person, FIRST)).toEqual([]);
    world.restart({ access: { open: false, ownerIds: [OWNER.id] } });
    expect(await offered(OWNER, FIRST)).toEqual([ALPHA.collection, BETA.collection]);
  });
});

describe('“every chat”', () => {
  it('without a collection changes nothing', async () => {
    expect(await allow({ scope: 'every-chat' })).toBe(zh.everyChatOfCollection());
    expect(await deny({ scope: 'every-chat' })).toBe(zh.everyChatOfCollection());
    expect(await world.store.access.get(HERE)).toBeUndefined();
    expect(await world.store.access.get(GUILD)).toBeUndefined();
  });
});

describe('whatever is bound and withdrawn in whatever order', () => {
  const PLACES = [FIRST, BESIDE, SECOND, PRIVATE];
  const step = fc.record({
    command: fc.constantFrom<'allow' | 'deny'>('allow', 'allow', 'deny'),
    aim: fc.constantFrom(ALPHA, BETA),
    place: fc.constantFrom(...PLACES),
    scope: fc.constantFrom('everywhere', 'channel', 'channel', 'every-chat'),
  });

  /** Who reads a collection, by keys; undefined for everybody. */
  type Model = Map<Aim, Set<string> | undefined>;

  function take(
    { command, aim, place, scope }: { command: string; aim: Aim; place: Place; scope: string },
    model: Model,
  ) {
    const { channel, community } = place.within;
    const before = model.get(aim);
    if (scope === 'every-chat') return model.set(aim, command === 'allow' ? undefined : new Set());
    const wide = scope === 'everywhere' ? (community ?? channel) : channel;
    if (command === 'allow') return model.set(aim, new Set([...(before ?? []), wide]));
    if (scope === 'channel' && community && before?.has(community)) return model;
    const lost = scope === 'everywhere' ? [community, channel] : [channel];
    return model.set(aim, new Set([...(before ?? [])].filter((key) => !lost.includes(key))));
  }

  it('each chat reads exactly what is open or bound to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        world = new World(index, { access: { open: true, ownerIds: [OWNER.id] } });
        const model: Model = new Map();
        for (const each of steps) {
          await decide(each.command, { collection: each.aim.collection, scope: each.scope }, each.place);
          take(each, model);
          for (const place of PLACES)
            for (const aim of [ALPHA, BETA]) {
              const keys = model.get(aim);
              const { channel, community = '' } = place.within;
              expect(await reads(place, aim)).toBe(!keys || keys.has(channel) || keys.has(community));
            }
        }
      }),
      { seed: 73, numRuns: 25 },
    );
  });
});

describe('how long a chat waits', () => {
  /** A slower refusal would reveal that there is something to refuse. */
  const BAND = 1.35;
  const SAMPLES = 21;
  const report = () => index.reports.find(({ title }) => title === ALPHA.title)?.id;

  it.each([
    ['a question', (each: World) => each.say(`${ALPHA.agency}2011年有什么打算？`, { place: SECOND })],
    ['words that stand there', (each: World) => each.say(ALPHA.sentence, { place: SECOND })],
    ['a search', (each: World) => each.command('search', { words: ALPHA.word }, { place: SECOND })],
    ['a report', (each: World) => each.command('report', { name: ALPHA.title }, { place: SECOND })],
    ['a quote id', (each: World) => each.command('quote', { id: `${report()}-5-3` }, { place: SECOND })],
    [
      'a sentence to check',
      (each: World) => each.command('verify', { text: ALPHA.problem }, { place: SECOND }),
    ],
  ])('for %s is the same whether it is closed or was never there', async (_, ask) => {
    const worlds = [index, libraryWithoutAlpha].map((each) => new World(each));
    for (const each of worlds) await each.store.collections.bind(collection, HERE);
    const [closed, absent] = await medianMs(
      worlds.map((each) => () => {
        each.now += MINUTE_MS; // no request is counted together with another
        return ask(each);
      }),
      SAMPLES,
    );
    expect(Math.max(closed, absent) / Math.min(closed, absent)).toBeLessThan(BAND);
  });
});
