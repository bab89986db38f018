// Deletes what the digests keep about a place, in every table that holds such. Runs within a transaction of its caller.
import type { DatabaseSync } from 'node:sqlite';
import { restored, stored } from '../../text.ts';

/** Tables whose rows go, and move, with their place. */
export const OF_A_PLACE = ['subscription', 'topic', 'ledger_entry', 'shown', 'digest_content'];

/** Forgets a place. */
export function removing(database: DatabaseSync): (place: string) => void {
  const deletions = OF_A_PLACE.map((table) => database.prepare(`DELETE FROM ${table} WHERE place = ?`));
  return (place) => {
    for (const each of deletions) each.run(stored(place));
  };
}

/**
 * Forgets the places that a person has set up alone, and in groups who switched the digest on; returns how many subscriptions and topics
 * there were.
 */
export function forgettingDigests(database: DatabaseSync): (person: string) => number {
  const places = database.prepare(
    `SELECT place, (SELECT count(*) FROM topic WHERE topic.place = subscription.place) AS topics
     FROM subscription WHERE person = ?`,
  );
  const remove = removing(database);
  const keeper = database.prepare('UPDATE subscription SET keeper = NULL WHERE keeper = ?');
  return (person) => {
    let count = Number(keeper.run(stored(person)).changes);
    for (const { place, topics } of places.all(stored(person)) as { place: string; topics: number }[]) {
      remove(restored(place));
      count += 1 + topics;
    }
    return count;
  };
}
