// The history of reports: those that are or were in the library.
import type { DatabaseSync } from 'node:sqlite';
import type { ReportHistory } from '../../../../digests/index.ts';
import type { Synchronous } from '../../../asynchronous.ts';
import { restored, stored, storedOrNull } from '../../text.ts';
import { transaction } from '../../transaction.ts';

interface Row {
  fingerprint: string;
  identity: string;
  first_seen: number;
  collection: string | null;
}

export function reportTable(database: DatabaseSync): Synchronous<ReportHistory> {
  const insert = database.prepare(
    `INSERT INTO known_report (fingerprint, identity, first_seen, collection) VALUES (?, ?, ?, ?)
     ON CONFLICT (fingerprint) DO NOTHING`,
  );
  const all = database.prepare('SELECT * FROM known_report ORDER BY number');
  return {
    note: (reports) =>
      transaction(database, () =>
        reports.filter(
          ({ fingerprint, identity, firstSeen, collection }) =>
            insert.run(stored(fingerprint), stored(identity), firstSeen, storedOrNull(collection)).changes ===
            1,
        ),
      ),
    all: () =>
      (all.all() as unknown as Row[]).map(({ fingerprint, identity, first_seen: firstSeen, collection }) => ({
        fingerprint: restored(fingerprint),
        identity: restored(identity),
        firstSeen,
        ...(collection === null ? {} : { collection: restored(collection) }),
      })),
  };
}
