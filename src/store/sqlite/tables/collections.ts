// Bindings of collections to places.
import type { DatabaseSync } from 'node:sqlite';
import type { Binding, CollectionStore } from '../../../chat/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { restored, stored } from '../text.ts';
import { transaction } from '../transaction.ts';

/** A bound collection with one of its places; null where it is bound to none. */
interface Row {
  name: string;
  place: string | null;
}

export function collectionTables(database: DatabaseSync): Synchronous<CollectionStore> {
  const all = database.prepare(
    'SELECT name, place FROM bound_collection LEFT JOIN collection_place ON collection = name',
  );
  const bound = database.prepare('INSERT OR IGNORE INTO bound_collection (name) VALUES (?)');
  const free = database.prepare('DELETE FROM bound_collection WHERE name = ?');
  const add = database.prepare('INSERT OR IGNORE INTO collection_place (collection, place) VALUES (?, ?)');
  const take = database.prepare('DELETE FROM collection_place WHERE collection = ? AND place = ?');
  const clear = database.prepare('DELETE FROM collection_place WHERE collection = ?');
  const change = (collection: string, apply: (name: string) => void) =>
    transaction(database, () => {
      bound.run(stored(collection));
      apply(stored(collection));
    });
  return {
    bindings: () => bindingsOf(all.all() as unknown as Row[]),
    bind: (collection, place) => change(collection, (name) => void add.run(name, stored(place))),
    withdraw: (collection, places) =>
      change(collection, (name) => {
        for (const place of places) take.run(name, stored(place));
      }),
    close: (collection) => change(collection, (name) => void clear.run(name)),
    open: (collection) =>
      transaction(database, () => {
        clear.run(stored(collection));
        free.run(stored(collection));
      }),
  };
}

/** Sorted as JavaScript compares texts, which differs from the order of the stored bytes. */
function bindingsOf(rows: Row[]): Binding[] {
  const placesOf = Map.groupBy(rows, ({ name }) => restored(name));
  return [...placesOf]
    .map(([collection, each]) => ({
      collection,
      places: each.flatMap(({ place }) => (place === null ? [] : restored(place))).sort(),
    }))
    .sort((a, b) => (a.collection < b.collection ? -1 : 1));
}
