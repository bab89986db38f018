// What places were shown in digests: fingerprints, in the column `mark`.
import type { DatabaseSync } from 'node:sqlite';
import type { Shown, ShownStore } from '../../../../digests/index.ts';
import type { Synchronous } from '../../../asynchronous.ts';
import { restored, stored } from '../../text.ts';

/** Numbers, as there are many rows. */
const KINDS = { sentences: 0, reports: 1 };

export function shownTable(database: DatabaseSync): Synchronous<ShownStore> {
  const select = database.prepare('SELECT mark FROM shown WHERE place = ? AND kind = ?');
  const clear = database.prepare(`DELETE FROM shown WHERE place = ? AND kind = ${KINDS.reports}`);
  const fingerprints = (place: string, kind: number) =>
    select.all(stored(place), kind).map(({ mark }) => restored(mark as string));
  return {
    of: (place) => ({
      sentences: fingerprints(place, KINDS.sentences),
      reports: fingerprints(place, KINDS.reports),
    }),
    clearReports(place) {
      clear.run(stored(place));
    },
  };
}

/** Adds to what a place was shown, in the caller's transaction. The place is passed as it is stored. */
export function addingShown(database: DatabaseSync): (storedPlace: string, shown: Shown) => void {
  const insert = database.prepare('INSERT OR IGNORE INTO shown (place, kind, mark) VALUES (?, ?, ?)');
  return (place, { sentences, reports }) => {
    for (const each of sentences) insert.run(place, KINDS.sentences, stored(each));
    for (const each of reports) insert.run(place, KINDS.reports, stored(each));
  };
}
