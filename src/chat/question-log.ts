// The optional log of questions: how long it is kept, and the pseudonyms in it.
import { createHmac } from 'node:crypto';
import type { Person } from './incoming.ts';
import type { ChatStore } from './store.ts';

export const QUESTION_LOG_MS: number = 90 * 24 * 60 * 60 * 1000;

/** The same for the same person in this store; without the store's secret it does not lead to the person. */
export async function pseudonymOf(person: Person, store: ChatStore): Promise<string> {
  return createHmac('sha256', await store.secret())
    .update(person.id)
    .digest('hex')
    .slice(0, 16);
}
