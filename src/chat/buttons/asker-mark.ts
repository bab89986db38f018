// Short marks in the data of buttons that identify who asked for the message above them.
import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';

const MARK_LENGTH = 7;

/**
 * The mark of a person; two people share one with a chance of 1 in 78 billion.
 * @param secret the store's: without it a person's mark cannot be forged
 */
export const askerMark = (person: string, secret: string): string =>
  shortened(createHmac('sha256', secret).update(person));

/** The mark under messages without a request. Anybody can compute it; it equals no person's mark. */
export const placeMark = (place: string): string => shortened(createHash('sha256').update(place));

/** The mark of a person in messages of earlier versions. Anybody can compute it, so it proves nothing. */
export const formerMark = (person: string): string => shortened(createHash('sha256').update(person));

const shortened = (hash: Hash | Hmac): string =>
  hash.digest().readBigUInt64BE().toString(36).padStart(MARK_LENGTH, '0').slice(-MARK_LENGTH);
