// Moves what is stored about a place to a new key, in every table.
import type { DatabaseSync } from 'node:sqlite';
import { stored } from '../text.ts';
import { transaction } from '../transaction.ts';
import { movingDigests } from './digests/move.ts';

/** Tables with one row per place, or per place and collection: an existing row of the new key stays. */
const ONE_OF_A_PLACE = ['place_settings', 'place_access', 'collection_place'];

/** Columns of a request that hold keys of places. */
const REQUEST_KEYS = ['target', 'place', 'channel', 'community'];

/** `ChatStore.move`, in one transaction. */
export function moving(database: DatabaseSync): (from: string, to: string) => void {
  const rename = ONE_OF_A_PLACE.map((table) =>
    database.prepare(`UPDATE OR IGNORE ${table} SET place = ? WHERE place = ?`),
  );
  const drop = ONE_OF_A_PLACE.map((table) => database.prepare(`DELETE FROM ${table} WHERE place = ?`));
  const turns = database.prepare('UPDATE turn SET place = ? WHERE place = ?');
  const requests = REQUEST_KEYS.map((column) =>
    database.prepare(`UPDATE access_request SET ${column} = ? WHERE ${column} = ?`),
  );
  const digests = movingDigests(database);
  return (from, to) => {
    if (from === to) return;
    transaction(database, () => {
      for (const each of rename) each.run(stored(to), stored(from));
      for (const each of drop) each.run(stored(from));
      turns.run(stored(to), stored(from));
      for (const each of requests) each.run(stored(to), stored(from));
      digests(from, to);
    });
  };
}
