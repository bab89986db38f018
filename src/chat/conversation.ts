// Follow-ups: the earlier questions that a new one refers to. Turns are kept for half an hour.
import { readsEverything } from './access/accessible-index.ts';
import type { Incoming, Place } from './incoming.ts';
import type { ChatStore, Turn } from './store.ts';

export const CONVERSATION_MS: number = 30 * 60 * 1000;
/** A follow-up reaches no further back. */
const MAX_QUESTIONS = 3;

/**
 * The questions before a request, oldest first: those of the answer that it replies to, or in a thread or a
 * private chat the person's last ones. Two people in one channel share a conversation only where one replies
 * to the other's answer.
 */
export async function historyOf(
  { person, place, request }: Incoming,
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
 * The turn of a message of the bot. A turn of another place counts only where no collection is closed to this
 * one: its questions and offers may name what must not be named here.
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

/** Stores a turn under each message of its answer. */
export async function storeTurn(
  turn: Omit<Turn, 'message'>,
  messages: string[],
  store: ChatStore,
): Promise<void> {
  const questions = turn.questions.slice(-MAX_QUESTIONS);
  for (const message of messages) await store.conversations.add({ ...turn, message, questions });
}
