// Follow-ups: which earlier questions a new one goes on with. Kept for half an hour.

import { readsEverything } from './access/accessible-index.ts';
import type { Person, Place, Request } from './incoming.ts';
import type { ChatStore, Turn } from './store.ts';

export const CONVERSATION_MS: number = 30 * 60 * 1000;
/** A follow-up reaches no further back. */
const MAX_QUESTIONS = 3;

/**
 * The questions that a request goes on with, oldest first: by a reply to the bot's answer, or in a thread or a private chat
 * by the same person. Two people in one channel never share one unless one replies to the other's answer.
 */
export async function historyOf(
  { person, place, request }: { person: Person; place: Place; request: Request },
  store: ChatStore,
  now: number,
): Promise<string[]> {
  const since = now - CONVERSATION_MS;
  if (request.type === 'press') return [];
  if (request.type === 'question' && request.replyTo) {
    const turn = await turnOfMessage(request.replyTo, place, store, now);
    if (turn) return turn.questions;
  }
  if (place.kind === 'group') return [];
  return (await store.conversations.latest(place.id, person.id, since, now))?.questions ?? [];
}

/**
 * The turn of a message of the bot. One of another place counts only where no collection is closed to this one: what was asked, chosen
 * or offered there may name what is not to be named here.
 */
export async function turnOfMessage(
  message: string,
  place: Place,
  store: ChatStore,
  now: number,
): Promise<Turn | undefined> {
  const turn = await store.conversations.ofMessage(message, now - CONVERSATION_MS);
  return turn && (turn.place === place.id || (await readsEverything(place, store))) ? turn : undefined;
}

/** Keeps a turn under each of the messages that belong to it. */
export async function storeTurn(
  turn: Omit<Turn, 'message'>,
  messages: string[],
  store: ChatStore,
): Promise<void> {
  const questions = turn.questions.slice(-MAX_QUESTIONS);
  for (const message of messages) await store.conversations.add({ ...turn, message, questions });
}
