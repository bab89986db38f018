// Who may use the bot where: an allow-list, closed by default; and how somebody becomes an owner.
import { createHash } from 'node:crypto';
import type { Person, Place } from './incoming.ts';
import type { ChatStore } from './store.ts';

/** Access as the configuration sets it. */
export interface AccessRules {
  /** Every place is allowed that was not denied. */
  open: boolean;
  /** No decision closes any place: whoever asks runs the program. */
  alwaysOpen?: true;
  /** Owners by configuration: ids of people, such as platform:123. */
  ownerIds: readonly string[];
}

/** Whether a person owns the bot. */
export async function isOwner(person: Person, rules: AccessRules, store: ChatStore): Promise<boolean> {
  return rules.ownerIds.includes(person.id) || store.owners.has(person.id);
}

/**
 * Whether a place may be answered. A denial of the channel or of its community counts more than a permission, so that nobody
 * opens one channel of a community that was closed as a whole.
 */
export async function isAllowed(
  person: Person,
  place: Place,
  rules: AccessRules,
  store: ChatStore,
): Promise<boolean> {
  if (rules.alwaysOpen) return true;
  const { channel, community } = place.within;
  const verdicts = [
    await store.access.get(channel),
    community === undefined ? undefined : await store.access.get(community),
  ];
  if (verdicts.includes('denied') || verdicts.includes('barred')) return false;
  if (rules.open || verdicts.includes('allowed')) return true;
  return place.kind === 'private' && isOwner(person, rules, store);
}

/** The key under which the settings of a place stand: a guild has one set. */
export const settingsKey = ({ within }: Place): string => within.community ?? within.channel;

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

async function hashOf(code: string, store: ChatStore): Promise<string> {
  const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return createHash('sha256')
    .update(`${await store.secret()}\0${plain}`)
    .digest('hex');
}
