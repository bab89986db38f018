// Who opens and closes a place. An owner does both. Where access is closed a manager opens only what an owner has opened before and a
// manager has closed, and asks the owners for the rest; what an owner has closed stays closed. A manager may always close.

import type { Place } from '../incoming.ts';
import type { Access, AccessStore } from '../store.ts';
import { type AccessRules, isDenial } from './access.ts';

/** What is decided: a channel, or the community around it as a whole. */
export type Scope = 'everywhere' | 'channel' | undefined;

/** What became of it; `everywhere` where it holds for the community. */
export type Opening =
  | { outcome: 'done'; everywhere: boolean }
  /** An owner has closed it. */
  | { outcome: 'barred' }
  /** The community is closed as a whole: to open one channel would open the others, too, or lose what was decided on them. */
  | { outcome: 'around' }
  /** No owner has opened it before. */
  | { outcome: 'owners'; target: string };

type Where = Pick<Place, 'id' | 'within'>;

/** Opens a place for an owner, or for whoever may where everybody may: what denies it is lifted. */
export async function open({ id, within }: Where, everywhere: boolean, access: AccessStore): Promise<void> {
  const { channel, community } = within;
  const target = everywhere ? (community ?? channel) : channel;
  for (const key of new Set([community, channel, id]))
    if (key !== undefined && key !== target && isDenial(await access.get(key))) await access.clear(key);
  await access.set(target, 'allowed');
}

/** Opens a place for an owner. */
export async function openAsOwner(
  place: Where,
  scope: Scope,
  rules: AccessRules,
  access: AccessStore,
): Promise<Opening> {
  const { community } = place.within;
  const everywhere = community !== undefined && scope !== 'channel';
  if (rules.open && !everywhere && community && isDenial(await access.get(community)))
    return { outcome: 'around' };
  await open(place, everywhere, access);
  return { outcome: 'done', everywhere };
}

/** What a manager may open, opened. */
export async function openAsManager(
  place: Where,
  scope: Scope,
  rules: AccessRules,
  access: AccessStore,
): Promise<Opening> {
  const verdicts = await verdictsOn(place, access);
  if (Object.values(verdicts).includes('barred')) return { outcome: 'barred' };
  if (!rules.open && rules.whoMayAllow !== 'managers') return reopen(place, scope, verdicts, access);
  return openAsOwner(place, scope, rules, access);
}

/** Takes back what managers have closed; what no owner has opened is for the owners. */
async function reopen(
  place: Where,
  scope: Scope,
  { around, here }: Verdicts,
  access: AccessStore,
): Promise<Opening> {
  const { channel, community } = place.within;
  const isWhole = community !== undefined && scope !== 'channel';
  if (around === 'allowed' || (around === 'suspended' && isWhole)) {
    await open(place, true, access);
    return { outcome: 'done', everywhere: isWhole };
  }
  if (around === 'suspended') return { outcome: 'around' };
  const isOpened = here === 'allowed' || here === 'suspended';
  if (!isOpened || (isWhole && scope === 'everywhere'))
    return { outcome: 'owners', target: isWhole ? community : channel };
  await open(place, false, access);
  return { outcome: 'done', everywhere: false };
}

/** Closes a place for a manager, who may open it again; for an owner, who alone may. */
export async function close(
  place: Where,
  scope: Scope,
  isOwner: boolean,
  access: AccessStore,
): Promise<Opening> {
  const { channel, community } = place.within;
  const everywhere = community !== undefined && scope !== 'channel';
  const target = everywhere ? community : channel;
  const before = await verdictsOn(place, access);
  if (!isOwner && Object.values(before).includes('barred')) return { outcome: 'barred' };
  const wasOpened = ['allowed', 'suspended'].includes((everywhere ? before.around : before.here) ?? '');
  await access.set(target, isOwner ? 'barred' : wasOpened ? 'suspended' : 'denied');
  return { outcome: 'done', everywhere };
}

/** The decisions on the community, the channel and the thread. */
interface Verdicts {
  around: Access | undefined;
  here: Access | undefined;
  within: Access | undefined;
}

async function verdictsOn({ id, within }: Where, access: AccessStore): Promise<Verdicts> {
  const { channel, community } = within;
  return {
    around: community === undefined ? undefined : await access.get(community),
    here: await access.get(channel),
    within: id === channel ? undefined : await access.get(id),
  };
}
