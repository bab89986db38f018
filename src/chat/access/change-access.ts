// Opens and closes places. An owner may do both, and only an owner reopens what an owner has closed. A
// manager may always close; where access is closed, a manager opens only what managers have closed and asks
// the owners for the rest.
import type { Place } from '../incoming.ts';
import type { Access, AccessStore } from '../store.ts';
import { type AccessRules, isDenial } from './access.ts';

/** What is decided on: the channel, or the whole community around it. */
export type Scope = 'everywhere' | 'channel' | undefined;

type AccessChange =
  /** `everywhere`: for the whole community. */
  | { outcome: 'done'; everywhere: boolean }
  /** An owner has closed it. */
  | { outcome: 'barred' }
  /** The community is closed: opening one channel would open the others or lose decisions on them. */
  | { outcome: 'around' }
  /** No owner has opened it before: the owners decide. */
  | { outcome: 'owners'; target: string };

type PlaceKeys = Pick<Place, 'id' | 'within'>;

/**
 * Allows the channel or the community and clears denials of the others. Rights are checked by the callers.
 */
export async function openPlace(
  { id, within }: PlaceKeys,
  everywhere: boolean,
  access: AccessStore,
): Promise<void> {
  const { channel, community } = within;
  const target = everywhere ? (community ?? channel) : channel;
  for (const key of new Set([community, channel, id]))
    if (key !== undefined && key !== target && isDenial(await access.get(key))) await access.clear(key);
  await access.set(target, 'allowed');
}

export async function openAsOwner(
  place: PlaceKeys,
  scope: Scope,
  rules: AccessRules,
  access: AccessStore,
): Promise<AccessChange> {
  const { community } = place.within;
  const everywhere = community !== undefined && scope !== 'channel';
  if (rules.open && !everywhere && community && isDenial(await access.get(community)))
    return { outcome: 'around' };
  await openPlace(place, everywhere, access);
  return { outcome: 'done', everywhere };
}

export async function openAsManager(
  place: PlaceKeys,
  scope: Scope,
  rules: AccessRules,
  access: AccessStore,
): Promise<AccessChange> {
  const decisions = await decisionsOn(place, access);
  if (Object.values(decisions).includes('barred')) return { outcome: 'barred' };
  if (!rules.open && rules.whoMayAllow !== 'managers') return reopen(place, scope, decisions, access);
  return openAsOwner(place, scope, rules, access);
}

/** Takes back what managers have closed; the rest is for the owners. */
async function reopen(
  place: PlaceKeys,
  scope: Scope,
  decisions: Decisions,
  access: AccessStore,
): Promise<AccessChange> {
  const { channel, community } = place.within;
  const isWhole = community !== undefined && scope !== 'channel';
  if (decisions.community === 'allowed' || (decisions.community === 'suspended' && isWhole)) {
    await openPlace(place, true, access);
    return { outcome: 'done', everywhere: isWhole };
  }
  if (decisions.community === 'suspended') return { outcome: 'around' };
  const isOpened = decisions.channel === 'allowed' || decisions.channel === 'suspended';
  if (!isOpened || (isWhole && scope === 'everywhere'))
    return { outcome: 'owners', target: isWhole ? community : channel };
  await openPlace(place, false, access);
  return { outcome: 'done', everywhere: false };
}

/** Closes a place: for a manager, who may open it again, or for an owner, after whom only an owner may. */
export async function closePlace(
  place: PlaceKeys,
  scope: Scope,
  isOwner: boolean,
  access: AccessStore,
): Promise<AccessChange> {
  const { channel, community } = place.within;
  const everywhere = community !== undefined && scope !== 'channel';
  const target = everywhere ? community : channel;
  const before = await decisionsOn(place, access);
  if (!isOwner && Object.values(before).includes('barred')) return { outcome: 'barred' };
  const wasOpened = ['allowed', 'suspended'].includes((everywhere ? before.community : before.channel) ?? '');
  await access.set(target, isOwner ? 'barred' : wasOpened ? 'suspended' : 'denied');
  return { outcome: 'done', everywhere };
}

interface Decisions {
  community: Access | undefined;
  channel: Access | undefined;
  thread: Access | undefined;
}

async function decisionsOn({ id, within }: PlaceKeys, access: AccessStore): Promise<Decisions> {
  const { channel, community } = within;
  return {
    community: community === undefined ? undefined : await access.get(community),
    channel: await access.get(channel),
    thread: id === channel ? undefined : await access.get(id),
  };
}
