// Who may set up digests and topics: managers, unless the place is set otherwise.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasRight, type Permissions, permissionsOf, type Right } from '../../src/chat/access/rights.ts';
import type { Person } from '../../src/chat/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { pressable } from './message-content.ts';
import { BEN, GROUP, MANAGER, MEI, NEXT_DOOR, OWNER, privateChatOf, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const { zh, en } = TEXTS;
/** Whether somebody is admitted and not refused. */
async function mayManageDigests(by = {}): Promise<boolean> {
  const { text } = await world.command('digest', 'off', by);
  expect(world.logged).toEqual([]);
  return text !== refusalIn(by);
}
const refusalIn = ({ person = MEI }: { person?: Person }) =>
  TEXTS[person.locale ?? 'en'].digestManagersOnly();
const openToAll = () => world.command('settings', { digests: 'everyone' }, { person: MANAGER });

describe('the right to manage digests', () => {
  it('belongs to managers, and others learn who has it', async () => {
    expect(await mayManageDigests({ person: MANAGER })).toBe(true);
    const { text, audiences } = await world.command('digest', 'off', { person: BEN });
    expect(text).toBe(en.digestManagersOnly());
    expect(audiences).toEqual(['asker']);
  });

  it('belongs to everybody where the managers have set so, in all channels of the community', async () => {
    await openToAll();
    expect(await mayManageDigests()).toBe(true);
    expect(await mayManageDigests({ place: NEXT_DOOR })).toBe(true);
    await world.command('settings', { digests: 'managers' }, { person: MANAGER });
    expect(await mayManageDigests()).toBe(false);
  });

  it('is also set by a press', async () => {
    const shown = await world.command('settings', {}, { person: MANAGER });
    const { action } = pressable(shown.message, '人人可设');
    await world.press(action, { person: MEI });
    expect(await mayManageDigests()).toBe(false);
    await world.press(action, { person: MANAGER });
    expect(await mayManageDigests()).toBe(true);
  });

  it('belongs to the person of a private chat, and to owners everywhere', async () => {
    expect(await mayManageDigests({ place: privateChatOf(MEI) })).toBe(true);
    world.restart({ access: { open: true, ownerIds: [OWNER.id] } });
    expect(await mayManageDigests({ person: OWNER })).toBe(true);
  });

  it('includes nothing else: settings stay with the managers', async () => {
    await openToAll();
    expect((await world.command('settings', { digests: 'managers' })).text).toBe(zh.managersOnly());
    expect(await mayManageDigests()).toBe(true);
  });

  it('shows its commands in the help of those who have it', async () => {
    const listed = async (by = {}) => (await world.command('help', {}, by)).text.includes('/digest off');
    expect([await listed({ person: MANAGER }), await listed()]).toEqual([true, false]);
    await openToAll();
    expect(await listed()).toBe(true);
  });
});

describe('a right', () => {
  const nothing = { canManage: false, canManageDigests: false, isOwner: false };
  it.each<[who: string, powers: Permissions, rights: Right[]]>([
    ['anybody', nothing, ['everyone']],
    ['who may keep digests', { ...nothing, canManageDigests: true }, ['everyone', 'digest-manager']],
    [
      'a manager',
      { ...nothing, canManage: true, canManageDigests: true },
      ['everyone', 'digest-manager', 'manager'],
    ],
    [
      'an owner',
      { canManage: true, canManageDigests: true, isOwner: true },
      ['everyone', 'digest-manager', 'manager', 'owner'],
    ],
  ])('is decided in one place: %s', (_, powers, rights) => {
    const all: Right[] = ['everyone', 'digest-manager', 'manager', 'owner'];
    expect(all.filter((right) => hasRight(right, powers))).toEqual(rights);
  });

  it('to manage digests comes with that to manage the place, whatever is set', () => {
    for (const digests of ['managers', 'everyone'] as const)
      expect(permissionsOf(MANAGER, GROUP, false, { digests })).toEqual({
        canManage: true,
        canManageDigests: true,
        isOwner: false,
      });
  });
});
