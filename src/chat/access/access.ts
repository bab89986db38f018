// Who may use the bot where: an allow-list, closed by default. Who reads which collection is in
// `accessible-index.ts`.
import type { Person, Place } from '../incoming.ts';
import type { Access, ChatStore } from '../store.ts';

/** Access as the configuration sets it. */
export interface AccessRules {
  /** Every place is allowed unless it was denied. */
  open: boolean;
  /** Who may open a place for the first time where `open` is false; owners where undefined. */
  whoMayAllow?: 'owners' | 'managers';
  /** No decision closes any place: the asker runs the program, as in the terminal. */
  alwaysOpen?: true;
  /** Owners by configuration: ids of people, such as platform:123. */
  ownerIds: readonly string[];
}

/** Whether a person owns the bot. Somebody who speaks for a chat does not, even if the store lists them. */
export async function isOwner(person: Person, rules: AccessRules, store: ChatStore): Promise<boolean> {
  if (person.forChat) return false;
  return rules.ownerIds.includes(person.id) || store.owners.has(person.id);
}

/**
 * Whether requests from a place are answered. A denial of the thread, the channel or its community wins over
 * a permission, so nobody opens one channel of a closed community. Threads have no permission of their own.
 */
export async function isAllowed(
  person: Person,
  place: Place,
  rules: AccessRules,
  store: ChatStore,
): Promise<boolean> {
  if (rules.alwaysOpen) return true;
  const { closed, opened } = await decisionsOn(place, rules, store);
  if (closed.length > 0) return false;
  return opened || (place.kind === 'private' && (await isOwner(person, rules, store)));
}

/** The keys that must be allowed before this place is answered, the outermost first. */
export async function keysToAllow(place: Place, rules: AccessRules, store: ChatStore): Promise<string[]> {
  const { channel, community } = place.within;
  const { closed, opened } = await decisionsOn(place, rules, store);
  const outermost = community ?? channel;
  const opensOne = closed.includes(channel) || closed.includes(outermost);
  return opened || opensOne ? closed : [outermost, ...closed];
}

/** The denied keys of community, channel and thread, the outermost first, and whether one is allowed. */
async function decisionsOn({ id, within }: Place, rules: AccessRules, store: ChatStore) {
  const { channel, community } = within;
  const permittable = community === undefined ? [channel] : [community, channel];
  const keys = [...new Set([...permittable, id])];
  // at once: a thread takes no longer, so requests keep their order
  const decisions = await Promise.all(keys.map((key) => store.access.get(key)));
  return {
    closed: keys.filter((_, i) => isDenial(decisions[i])),
    opened: rules.open || keys.some((key, i) => decisions[i] === 'allowed' && permittable.includes(key)),
  };
}

export const isDenial = (access: Access | undefined): boolean => access !== undefined && access !== 'allowed';
