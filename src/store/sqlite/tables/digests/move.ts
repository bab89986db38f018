// Moves what the digests store about a place, and the places within it, to a new key. Runs in the caller's
// transaction.
import type { DatabaseSync } from 'node:sqlite';
import { stored } from '../../text.ts';
import { OF_A_PLACE } from './remove.ts';

/**
 * A key that is `:from` or within it: `;` follows `:`. Escaping does not change what a key begins with up to
 * a colon.
 */
const within = (column: string) =>
  `(${column} = :from OR (${column} >= :from || ':' AND ${column} < :from || ';'))`;

export function movingDigests(database: DatabaseSync): (from: string, to: string) => void {
  // the innermost first: nothing moves twice where the new key is within the old one
  const places = database.prepare(
    `${OF_A_PLACE.map((table) => `SELECT place FROM ${table} WHERE ${within('place')}`).join(' UNION ')} ORDER BY place DESC`,
  );
  const rename = OF_A_PLACE.map((table) =>
    database.prepare(`UPDATE OR IGNORE ${table} SET place = ? WHERE place = ?`),
  );
  const drop = OF_A_PLACE.map((table) => database.prepare(`DELETE FROM ${table} WHERE place = ?`));
  const access = ['channel', 'community'].map((column) =>
    database.prepare(
      `UPDATE subscription SET ${column} = :to || substr(${column}, length(:from) + 1) WHERE ${within(column)}`,
    ),
  );
  return (from, to) => {
    const keys = { from: stored(from), to: stored(to) };
    for (const { place } of places.all({ from: keys.from }) as { place: string }[]) {
      const moved = keys.to + place.slice(keys.from.length);
      for (const each of rename) each.run(moved, place);
      for (const each of drop) each.run(place);
    }
    for (const each of access) each.run(keys);
  };
}
