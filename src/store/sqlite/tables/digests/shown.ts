// What places were shown in digests.
import type { DatabaseSync } from 'node:sqlite';
import type { Shown, ShownStore } from '../../../../digests/index.ts';
import type { Synchronous } from '../../../asynchronous.ts';
import { restored, stored } from '../../text.ts';

/** Kinds of marks, as numbers: there are many rows. */
const KINDS = { sentences: 0, reports: 1 };

export function shownTable(database: DatabaseSync): Synchronous<ShownStore> {
  const select = database.prepare('SELECT mark FROM shown WHERE place = ? AND kind = ?');
  const clear = database.prepare(`DELETE FROM shown WHERE place = ? AND kind = ${KINDS.reports}`);
  const marks = (place: string, kind: number) =>
    select.all(stored(place), kind).map(({ mark }) => restored(mark as string));
  return {
    of: (place) => ({
      sentences: marks(place, KINDS.sentences),
      reports: marks(place, KINDS.reports),
    }),
    clearReports(place) {
      clear.run(stored(place));
    },
  };
}

/** Adds marks to those of a place, within a transaction. @returns a function that takes the place as it is stored */
export function addingShown(database: DatabaseSync): (storedPlace: string, shown: Shown) => void {
  const insert = database.prepare('INSERT OR IGNORE INTO shown (place, kind, mark) VALUES (?, ?, ?)');
  return (place, { sentences, reports }) => {
    for (const mark of sentences) insert.run(place, KINDS.sentences, stored(mark));
    for (const mark of reports) insert.run(place, KINDS.reports, stored(mark));
  };
}
