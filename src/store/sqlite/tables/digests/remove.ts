// Deletes what the digests store about a place, in every table. Runs in the caller's transaction.
import type { DatabaseSync } from 'node:sqlite';
import { restored, stored } from '../../text.ts';

/** Tables whose rows are deleted, and moved, with their place. */
export const OF_A_PLACE = ['subscription', 'topic', 'ledger_entry', 'shown', 'digest_content'];

export function removing(database: DatabaseSync): (place: string) => void {
  const deletions = OF_A_PLACE.map((table) => database.prepare(`DELETE FROM ${table} WHERE place = ?`));
  return (place) => {
    for (const each of deletions) each.run(stored(place));
  };
}

/**
 * Deletes the private chats that a person has set up, and the person's name where they switched on a digest
 * in a group; returns how many subscriptions and topics.
 */
export function forgettingDigests(database: DatabaseSync): (person: string) => number {
  const places = database.prepare(
    `SELECT place, (SELECT count(*) FROM topic WHERE topic.place = subscription.place) AS topics
     FROM subscription WHERE person = ?`,
  );
  const remove = removing(database);
  const enabler = database.prepare('UPDATE subscription SET keeper = NULL WHERE keeper = ?');
  return (person) => {
    let count = Number(enabler.run(stored(person)).changes);
    for (const { place, topics } of places.all(stored(person)) as { place: string; topics: number }[]) {
      remove(restored(place));
      count += 1 + topics;
    }
    return count;
  };
}
