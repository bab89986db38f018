// The log of questions, where it is switched on: without names, for those who want to see what is asked.
import { createHmac } from 'node:crypto';
import type { Person } from './incoming.ts';
import type { ChatStore } from './store.ts';

/** How long a logged question is kept. */
export const QUESTION_LOG_MS: number = 90 * 24 * 60 * 60 * 1000;

/** The same text for the same person in this store, from which nobody finds the person without the store's secret. */
export async function pseudonymOf(person: Person, store: ChatStore): Promise<string> {
  return createHmac('sha256', await store.secret())
    .update(person.id)
    .digest('hex')
    .slice(0, 16);
}
