// Closed means closed: every way to open a place, by everybody, after every earlier decision, under each
// setting; and what the owners are asked.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Access, AccessRules, Person, Place } from '../../src/chat/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { FakePosters } from './fake-posters.ts';
import { pressables, textIn } from './message-content.ts';
import { BEN, DAY_MS, GROUP, MANAGER, MEI, NEXT_DOOR, OWNER, privateChatOf, THREAD, World } from './world.ts';

const { zh, en } = TEXTS;
const GUILD = GROUP.within.community ?? '';
const CHANNEL = GROUP.within.channel;
/** A place without a community around it, and a topic of it. */
const ALONE: Place = {
  id: 'fake:chat:7',
  kind: 'group',
  within: { channel: 'fake:chat:7' },
  name: 'Town hall',
};
const TOPIC: Place = { ...ALONE, id: 'fake:chat:7:topic:3', kind: 'thread' };
const GROUP_ITSELF: Person = { id: 'fake:-100', manager: true, forChat: true, locale: 'zh' };

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

/** A closed world whose owner can be reached. */
function closedWorld(rules: Partial<AccessRules> = {}) {
  const posters = new FakePosters();
  const access = { open: false, ownerIds: [OWNER.id], ...rules };
  const world = new World(index, { access, poster: posters.of });
  return { world, posters };
}

/** A cheap command that is answered to everybody where the bot is open. */
const isAnswered = async (world: World, place: Place, person: Person = MEI) =>
  (await world.command('privacy', {}, { place, person })).text.includes(
    TEXTS[person.locale ?? 'en'].privacyHeading(),
  );

const VERDICTS: (Access | undefined)[] = [undefined, 'allowed', 'denied', 'suspended', 'barred'];
const SCOPES = [undefined, 'everywhere', 'channel'];
const PLACES: [string, Place][] = [
  ['a channel', GROUP],
  ['a thread', THREAD],
  ['a group', ALONE],
  ['a topic', TOPIC],
];
const STRANGERS: [string, Person][] = [
  ['a member', MEI],
  ['a manager', MANAGER],
  ['whoever speaks for the group', GROUP_ITSELF],
];

/** Every decision on the community with every one on the channel. */
const EARLIER = (place: Place) =>
  VERDICTS.flatMap((around) =>
    place.within.community
      ? VERDICTS.map((here) => ({ around, here }))
      : [{ around: undefined, here: around }],
  );

async function decided(world: World, place: Place, { around, here }: { around?: Access; here?: Access }) {
  const { channel, community } = place.within;
  if (community && around) await world.store.access.set(community, around);
  if (here) await world.store.access.set(channel, here);
}

describe.each(PLACES)('in %s that is closed', (_, place) => {
  /** Whether an owner has opened it, as a whole or this channel: what managers may open again. */
  const wasOpened = ({ around, here }: { around?: Access | undefined; here?: Access | undefined }) =>
    around === 'allowed' || around === 'suspended' || here === 'allowed' || here === 'suspended';

  it.each(STRANGERS)(
    '%s opens nothing that no owner has opened before, nor what an owner has closed',
    async (__, person) => {
      for (const earlier of EARLIER(place))
        for (const scope of SCOPES)
          for (const command of ['allow', 'deny'])
            for (const last of ['allow', 'deny']) {
              const { world } = closedWorld();
              await decided(world, place, earlier as { around?: Access; here?: Access });
              const before = await isAnswered(world, place);
              const by = { place, person };
              await world.command(command, scope ? { scope } : {}, by);
              await world.command(last, scope ? { scope } : {}, by);
              await world.command('allow', scope ? { scope } : {}, by);
              const isOpen = await isAnswered(world, place);
              const isBarred = earlier.around === 'barred' || earlier.here === 'barred';
              const told = [earlier, scope, command, last];
              if (person === MEI) expect([told, isOpen]).toEqual([told, before]);
              else if (isBarred || !wasOpened(earlier)) expect([told, isOpen]).toEqual([told, false]);
            }
    },
  );

  it('a manager closes it, and opens again what an owner had opened', async () => {
    for (const opened of SCOPES)
      for (const closed of SCOPES) {
        const { world, posters } = closedWorld();
        const values = (scope: string | undefined) => (scope ? { scope } : {});
        await world.command('allow', values(opened), { place, person: OWNER });
        expect(await isAnswered(world, place)).toBe(true);
        await world.command('deny', values(closed), { place, person: MANAGER });
        expect(await isAnswered(world, place)).toBe(false);
        await world.command('allow', values(closed === 'channel' ? 'channel' : opened), {
          place,
          person: MANAGER,
        });
        expect([opened, closed, await isAnswered(world, place)]).toEqual([opened, closed, true]);
        expect(posters.sent).toEqual([]);
      }
  });

  it('an owner opens it whatever was decided before', async () => {
    for (const earlier of EARLIER(place))
      for (const scope of SCOPES) {
        const { world } = closedWorld();
        await decided(world, place, earlier as { around?: Access; here?: Access });
        await world.command('allow', scope ? { scope } : {}, { place, person: OWNER });
        expect([earlier, scope, await isAnswered(world, place)]).toEqual([earlier, scope, true]);
      }
  });

  it('the keys copied from a refusal open it from elsewhere', async () => {
    for (const rules of [{}, { open: true }])
      for (const earlier of [...EARLIER(place)]) {
        const { world } = closedWorld(rules);
        await decided(world, place, earlier as { around?: Access; here?: Access });
        const { text } = await world.command('privacy', {}, { place });
        if (text.includes(zh.privacyHeading())) continue;
        const named = /：([^：]+)）$/.exec(text)?.[1] ?? '';
        await world.command('allow', { place: named }, { person: OWNER, place: privateChatOf(OWNER) });
        expect([earlier, named, await isAnswered(world, place)]).toEqual([earlier, named, true]);
      }
  });

  it('managers open it where the configuration lets them, but not what an owner has closed', async () => {
    for (const earlier of EARLIER(place)) {
      const { world, posters } = closedWorld({ whoMayAllow: 'managers' });
      await decided(world, place, earlier as { around?: Access; here?: Access });
      await world.command('allow', {}, { place, person: MANAGER });
      const isBarred = earlier.around === 'barred' || earlier.here === 'barred';
      expect([earlier, await isAnswered(world, place)]).toEqual([earlier, !isBarred]);
      expect(posters.sent).toEqual([]);
    }
  });
});

describe('one channel that an owner has opened', () => {
  it('lets no manager open another channel or the community', async () => {
    for (const scope of SCOPES) {
      const { world } = closedWorld();
      await world.command('allow', { scope: 'channel' }, { person: OWNER });
      await world.command('allow', { scope: 'everywhere' }, { person: MANAGER });
      await world.command('allow', scope ? { scope } : {}, { person: MANAGER, place: NEXT_DOOR });
      expect(await isAnswered(world, NEXT_DOOR)).toBe(false);
      expect(await isAnswered(world, GROUP)).toBe(true);
    }
  });

  it('is closed by a manager with all others, and opened again alone', async () => {
    const { world } = closedWorld();
    await world.command('allow', { scope: 'channel' }, { person: OWNER });
    await world.command('deny', {}, { person: MANAGER });
    expect(await isAnswered(world, GROUP)).toBe(false);
    expect((await world.command('allow', {}, { person: MANAGER })).text).toBe(zh.allowed(false));
    expect(await isAnswered(world, GROUP)).toBe(true);
    expect(await isAnswered(world, NEXT_DOOR)).toBe(false);
  });

  it('is not opened alone where a manager has closed all of it', async () => {
    const { world } = closedWorld();
    await world.command('allow', {}, { person: OWNER });
    await world.command('deny', {}, { person: MANAGER });
    const { text } = await world.command('allow', { scope: 'channel' }, { person: MANAGER });
    expect(text).toBe(zh.deniedAround());
    expect(await isAnswered(world, GROUP)).toBe(false);
  });
});

describe('a thread that was denied by its own id', () => {
  it('is closed alone, and opened with its channel', async () => {
    const { world } = closedWorld({ open: true });
    await world.command('deny', { place: THREAD.id }, { person: OWNER });
    expect(await isAnswered(world, GROUP)).toBe(true);
    expect(await isAnswered(world, THREAD)).toBe(false);
    await world.command('allow', {}, { person: OWNER, place: THREAD });
    expect(await isAnswered(world, THREAD)).toBe(true);
  });
});

describe('a manager who may not open a place', () => {
  const ask = (world: World, by: { person?: Person; place?: Place } = {}, scope?: string) =>
    world.command('allow', scope ? { scope } : {}, { person: MANAGER, place: ALONE, ...by });
  const NAMED: Person = { ...MANAGER, name: 'Mei of the town' };

  it('sends a request to the owners with the place and the person, and says so', async () => {
    const { world, posters } = closedWorld();
    const said = await ask(world, { person: NAMED });
    expect(said.text).toBe(zh.ownersAsked('fake:chat:7'));
    expect(said.audiences).toEqual(['asker']);
    const [{ place, message }] = posters.sent;
    expect(place).toBe(posters.chatWith(OWNER.id));
    for (const part of ['Town hall', 'fake:chat:7', 'Mei of the town', MANAGER.id])
      expect(textIn(message)).toContain(part);
    expect(pressables(message).map(({ label }) => label)).toEqual([zh.allowIt(), zh.denyIt()]);
    expect(await isAnswered(world, ALONE)).toBe(false);
  });

  it.each([
    ['allow', 0, true],
    ['deny', 1, false],
  ] as const)('gets what the owner decides, after a restart too: %s', async (_, button, isOpen) => {
    const { world, posters } = closedWorld();
    await ask(world);
    const { action } = pressables(posters.sent[0].message)[button];
    world.restart();
    const by = { person: OWNER, place: privateChatOf(OWNER) };
    const { sent, text } = await world.press(action, by);
    expect(sent).toMatchObject([{ mode: 'replace', audience: 'asker' }]);
    expect(text).toContain('fake:chat:7');
    expect(await isAnswered(world, ALONE)).toBe(isOpen);
    expect(posters.sent.slice(1).map((each) => [each.place, textIn(each.message)])).toEqual([
      [ALONE.id, isOpen ? zh.allowed(false) : zh.requestDeclined()],
    ]);
    const later = (await ask(world)).text;
    expect(later).toBe(isOpen ? zh.allowed(false) : zh.deniedByOwner());
  });

  it('requests the whole community or one channel, as the scope says', async () => {
    for (const [scope, target] of [
      [undefined, GUILD],
      ['everywhere', GUILD],
      ['channel', CHANNEL],
    ] as const) {
      const { world, posters } = closedWorld();
      expect((await ask(world, { place: THREAD }, scope)).text).toBe(zh.ownersAsked(target));
      const [{ action }] = pressables(posters.sent[0].message);
      await world.press(action, { person: OWNER, place: privateChatOf(OWNER) });
      expect(await isAnswered(world, GROUP)).toBe(true);
      expect(await isAnswered(world, NEXT_DOOR)).toBe(target === GUILD);
    }
  });

  it('gets one decision: a second owner, or a second press, is answered with the first decision', async () => {
    const second: Person = { ...BEN, id: 'fake:66' };
    const { world, posters } = closedWorld({ ownerIds: [OWNER.id, second.id] });
    await ask(world);
    expect(posters.sent).toHaveLength(2);
    const press = (message: number, button: number, person: Person) =>
      world.press(pressables(posters.sent[message].message)[button].action, {
        person,
        place: privateChatOf(person),
      });
    const pressed = await Promise.all([press(0, 0, OWNER), press(1, 1, second)]);
    const isOpen = await isAnswered(world, ALONE);
    expect(pressed.map(({ text }) => text)).toEqual(
      isOpen
        ? [
            zh.allowedPlace('Town hall · fake:chat:7'),
            en.wasAllowed('Town hall · fake:chat:7', 'fake:chat:7'),
          ]
        : [zh.wasDenied('Town hall · fake:chat:7', 'fake:chat:7'), en.deniedPlace('Town hall · fake:chat:7')],
    );
    for (const button of [0, 1]) await press(0, button, OWNER);
    expect(await isAnswered(world, ALONE)).toBe(isOpen);
    expect(posters.sent).toHaveLength(3);
  });

  it('gets the decision that was made by command since', async () => {
    for (const command of ['allow', 'deny'])
      for (const button of [0, 1]) {
        const { world, posters } = closedWorld();
        const by = { person: OWNER, place: privateChatOf(OWNER) };
        await ask(world);
        await world.command(command, { place: ALONE.id }, by);
        const { text } = await world.press(pressables(posters.sent[0].message)[button].action, by);
        const was = command === 'allow' ? zh.wasAllowed : zh.wasDenied;
        expect(text).toBe(was('Town hall · fake:chat:7', 'fake:chat:7'));
        expect(await isAnswered(world, ALONE)).toBe(command === 'allow');
        expect(posters.sent).toHaveLength(1);
      }
  });

  it('may ask in a place whose key changes afterwards', async () => {
    const { world, posters } = closedWorld();
    await ask(world);
    await world.store.move(ALONE.id, 'fake:chat:-1007');
    const [{ action }] = pressables(posters.sent[0].message);
    await world.press(action, { person: OWNER, place: privateChatOf(OWNER) });
    expect(
      await isAnswered(world, { ...ALONE, id: 'fake:chat:-1007', within: { channel: 'fake:chat:-1007' } }),
    ).toBe(true);
    expect(await isAnswered(world, ALONE)).toBe(false);
  });

  it('decides nothing with the owners’ buttons, wherever they are pressed', async () => {
    const { world, posters } = closedWorld();
    await ask(world);
    for (const person of [MEI, MANAGER, GROUP_ITSELF])
      for (const { action } of pressables(posters.sent[0].message))
        for (const data of [action, action.replace('=', '+')]) {
          await world.store.access.set('fake:channel:8', 'allowed');
          const open = {
            id: 'fake:channel:8',
            kind: 'group',
            within: { channel: 'fake:channel:8' },
          } as const;
          const { sent } = await world.press(data, { person, place: open });
          expect(sent).toMatchObject([{ mode: 'reply', audience: 'asker' }]);
        }
    expect(await isAnswered(world, ALONE)).toBe(false);
  });

  it('is limited: one request a day for a place, three from a person, twenty from everybody', async () => {
    const { world, posters } = closedWorld();
    const group = (number: number): Place => ({
      id: `fake:chat:${number}`,
      kind: 'group',
      within: { channel: `fake:chat:${number}` },
    });
    const person = (number: number): Person => ({ ...MANAGER, id: `fake:${1000 + number}` });
    await ask(world);
    expect((await ask(world)).text).toBe(zh.ownersAskedBefore(ALONE.id));
    expect((await ask(world, { person: person(1) })).text).toBe(zh.ownersAskedBefore(ALONE.id));
    for (let i = 0; i < 4; i++) await ask(world, { place: group(100 + i) });
    expect(posters.sent).toHaveLength(3);
    await world.command('forget', {}, { person: MANAGER });
    expect((await ask(world)).text).toBe(zh.ownersAskedBefore(ALONE.id));
    for (let i = 0; i < 40; i++) await ask(world, { person: person(i), place: group(200 + i) });
    expect(posters.sent).toHaveLength(20);
    expect((await ask(world, { person: person(9), place: group(300) })).text).toBe(
      zh.ownerMustAllow('fake:chat:300'),
    );
    world.now += DAY_MS + 1;
    expect((await ask(world)).text).toBe(zh.ownersAsked(ALONE.id));
  });

  it.each(['nobody owns the bot', 'none can be written to', 'there is no way to write', 'writing fails'])(
    'learns the id by which an owner can allow it, and may ask again, where %s',
    async (why) => {
      const { world, posters } = closedWorld(why.startsWith('nobody') ? { ownerIds: [] } : {});
      if (why === 'there is no way to write') world.restart({ poster: () => undefined });
      if (why === 'none can be written to') posters.outcome = { outcome: 'gone', reason: 'forbidden' };
      if (why === 'writing fails') posters.outcome = new Error('the network is down');
      expect((await ask(world)).text).toBe(zh.ownerMustAllow(ALONE.id));
      expect(world.logged).toHaveLength(why === 'writing fails' ? 1 : 0);
      world.restart({ poster: posters.of, access: { open: false, ownerIds: [OWNER.id] } });
      posters.outcome = undefined;
      expect((await ask(world)).text).toBe(zh.ownersAsked(ALONE.id));
    },
  );

  it('asks owners by the pairing code, too', async () => {
    const { world, posters } = closedWorld({ ownerIds: [] });
    const code = (await world.chat.pairingCode()) ?? '';
    await world.command('pair', { code }, { person: BEN, place: privateChatOf(BEN) });
    expect((await ask(world)).text).toBe(zh.ownersAsked(ALONE.id));
    expect(posters.sent.map(({ place }) => place)).toEqual([posters.chatWith(BEN.id)]);
  });

  it('asks nothing where everything is open, nor in a private chat', async () => {
    const { world, posters } = closedWorld({ open: true });
    expect((await ask(world)).text).toBe(zh.allowed(false));
    world.restart();
    expect((await ask(world, { place: privateChatOf(MANAGER) })).text).toBe(zh.ownersOnly());
    expect(posters.sent).toEqual([]);
  });

  it('leaves a button that says so once the request has expired', async () => {
    const { world, posters } = closedWorld();
    await ask(world);
    world.now += 31 * DAY_MS;
    const [{ action }] = pressables(posters.sent[0].message);
    const { text } = await world.press(action, { person: OWNER, place: privateChatOf(OWNER) });
    expect(text).toBe(zh.requestGone());
    expect(await isAnswered(world, ALONE)).toBe(false);
  });
});
