// The promises of src/digests/store.ts, held by every store.
import { describe } from 'vitest';
import type { ChatStore } from '../../src/chat/index.ts';
import { digestClockContract } from './digest-clock.ts';
import { digestMovesContract } from './digest-moves.ts';
import { digestOutboxContract } from './digest-outbox.ts';
import { digestShownContract } from './digest-shown.ts';
import { digestSubscriptionsContract } from './digest-subscriptions.ts';
import { digestTopicsContract } from './digest-topics.ts';

/** Runs the contract. @param open a new, empty store; whoever gives it closes it */
export function digestStoreContract(open: () => Promise<ChatStore>): void {
  describe('subscriptions', () => digestSubscriptionsContract(open));
  describe('topics', () => digestTopicsContract(open));
  describe('the outbox', () => digestOutboxContract(open));
  describe('what was shown, known and said', () => digestShownContract(open));
  describe('backoff and the clock', () => digestClockContract(open));
  describe('digests of a place or person that moves or goes', () => digestMovesContract(open));
}
