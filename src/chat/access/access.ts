// Who may use the bot where: an allow-list, closed by default; and how somebody becomes an owner.
import { createHash } from 'node:crypto';
import type { Person, Place } from '../incoming.ts';
import type { Access, ChatStore } from '../store.ts';

/** Access as the configuration sets it. */
export interface AccessRules {
  /** Every place is allowed that was not denied. */
  open: boolean;
  /** Who may open a place for the first time where not all are open; owners where undefined. */
  whoMayAllow?: 'owners' | 'managers';
  /** No decision closes any place: whoever asks runs the program. */
  alwaysOpen?: true;
  /** Owners by configuration: ids of people, such as platform:123. */
  ownerIds: readonly string[];
}

/** Whether a person owns the bot. Whoever speaks for a chat does not, whatever the store says. */
export async function isOwner(person: Person, rules: AccessRules, store: ChatStore): Promise<boolean> {
  if (person.forChat) return false;
  return rules.ownerIds.includes(person.id) || store.owners.has(person.id);
}

/**
 * Whether a place may be answered. A denial of the thread, the channel or its community counts more than a permission, so that nobody
 * opens one channel of a community that was closed as a whole. A thread has no permission of its own.
 */
export async function isAllowed(
  person: Person,
  place: Place,
  rules: AccessRules,
  store: ChatStore,
): Promise<boolean> {
  if (rules.alwaysOpen) return true;
  const { closed, opened } = await standingOf(place, rules, store);
  if (closed.length > 0) return false;
  return opened || (place.kind === 'private' && (await isOwner(person, rules, store)));
}

/** The places that must be allowed, each by its key, for this one to be answered: the outermost first. */
export async function keysToAllow(place: Place, rules: AccessRules, store: ChatStore): Promise<string[]> {
  const { channel, community } = place.within;
  const { closed, opened } = await standingOf(place, rules, store);
  const outermost = community ?? channel;
  const opensOne = closed.includes(channel) || closed.includes(outermost);
  return opened || opensOne ? closed : [outermost, ...closed];
}

/** Which of the places that decide are denied, the outermost first, and whether one of them is allowed. */
async function standingOf({ id, within }: Place, rules: AccessRules, store: ChatStore) {
  const { channel, community } = within;
  const around = community === undefined ? [channel] : [community, channel];
  const keys = [...new Set([...around, id])];
  const verdicts = await Promise.all(keys.map((key) => store.access.get(key))); // as fast for a thread: nobody's next question overtakes it
  return {
    closed: keys.filter((_, i) => isDenial(verdicts[i])),
    opened: rules.open || keys.some((key, i) => verdicts[i] === 'allowed' && around.includes(key)),
  };
}

/** Whether a decision on a place closes it. */
export const isDenial = (verdict: Access | undefined): boolean =>
  verdict !== undefined && verdict !== 'allowed';

/** Letters and digits that nobody takes for one another. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 12;

/** A new pairing code of 60 random bits, in groups of four, and offers it in the place of any earlier one. */
export async function offerPairingCode(store: ChatStore, random: (bytes: number) => string): Promise<string> {
  const digits = [...Buffer.from(random(CODE_LENGTH), 'hex')].map((byte) => ALPHABET[byte % ALPHABET.length]);
  const code = digits.join('').replace(/(.{4})(?=.)/g, '$1-');
  await store.owners.offer(await hashOf(code, store));
  return code;
}

/** Makes the person an owner where the code is the one on offer. */
export async function redeemPairingCode(code: string, person: Person, store: ChatStore): Promise<boolean> {
  return store.owners.redeem(await hashOf(code, store), person.id);
}

/** Where a code is the one on offer: offers another one in its place, which is returned. */
export async function replacePairingCode(
  code: string,
  store: ChatStore,
  random: (bytes: number) => string,
): Promise<string | undefined> {
  const isOffered = await store.owners.withdraw(await hashOf(code, store));
  return isOffered ? offerPairingCode(store, random) : undefined;
}

async function hashOf(code: string, store: ChatStore): Promise<string> {
  const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return createHash('sha256')
    .update(`${await store.secret()}\0${plain}`)
    .digest('hex');
}
