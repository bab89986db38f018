// Turns of conversations: questions with the messages that answered them.
import type { DatabaseSync } from 'node:sqlite';
import type { ConversationStore, Pending, Turn } from '../../../chat/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { restored, stored } from '../text.ts';

interface Row {
  message: string;
  place: string;
  person: string;
  /** JSON. */
  questions: string;
  at: number;
  /** JSON. */
  pending: string | null;
}

export function conversationTable(database: DatabaseSync): Synchronous<ConversationStore> {
  const replace = database.prepare(
    'INSERT OR REPLACE INTO turn (message, place, person, questions, at, pending) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const ofMessage = database.prepare('SELECT * FROM turn WHERE message = ? AND at >= ?');
  const latest = database.prepare(
    'SELECT * FROM turn WHERE place = ? AND person = ? AND at BETWEEN ? AND ? ORDER BY at DESC, id DESC LIMIT 1',
  );
  const expire = database.prepare('DELETE FROM turn WHERE at < ?');
  return {
    add({ message, place, person, questions, at, pending }) {
      replace.run(
        stored(message),
        stored(place),
        stored(person),
        JSON.stringify(questions),
        at,
        pending ? JSON.stringify(pending) : null,
      );
    },
    ofMessage: (message, since) => turnOf(ofMessage.get(stored(message), since)),
    latest: (place, person, since, until = Number.POSITIVE_INFINITY) =>
      turnOf(latest.get(stored(place), stored(person), since, until)),
    expire(before) {
      expire.run(before);
    },
  };
}

function turnOf(found: object | undefined): Turn | undefined {
  if (!found) return undefined;
  const { message, place, person, questions, at, pending } = found as Row;
  return {
    message: restored(message),
    place: restored(place),
    person: restored(person),
    questions: JSON.parse(questions) as string[],
    at,
    ...(pending === null ? {} : { pending: JSON.parse(pending) as Pending }),
  };
}
