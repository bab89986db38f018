// How somebody becomes an owner: by a one-time code that the program shows; only its hash is stored.
import { createHash } from 'node:crypto';
import type { Person } from '../incoming.ts';
import type { ChatStore } from '../store.ts';

/** Letters and digits that are not mistaken for one another. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 12;

/** Offers a new code of 60 random bits in place of any earlier one, and returns it in groups of four. */
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

/** Replaces the code on offer where `code` is that code; returns the new one. */
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
