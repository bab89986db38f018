// Reports as the library has had them.
import type { DatabaseSync } from 'node:sqlite';
import type { ReportHistory } from '../../../../digests/index.ts';
import type { Synchronous } from '../../../asynchronous.ts';
import { restored, stored } from '../../text.ts';
import { transaction } from '../../transaction.ts';

/** A known report as its table holds it. */
interface Row {
  fingerprint: string;
  identity: string;
  first_seen: number;
}

export function reportTable(database: DatabaseSync): Synchronous<ReportHistory> {
  const insert = database.prepare(
    `INSERT INTO known_report (fingerprint, identity, first_seen) VALUES (?, ?, ?)
     ON CONFLICT (fingerprint) DO NOTHING`,
  );
  const all = database.prepare('SELECT * FROM known_report ORDER BY number');
  return {
    note: (reports) =>
      transaction(database, () =>
        reports.filter(
          ({ fingerprint, identity, firstSeen }) =>
            insert.run(stored(fingerprint), stored(identity), firstSeen).changes === 1,
        ),
      ),
    all: () =>
      (all.all() as unknown as Row[]).map(({ fingerprint, identity, first_seen: firstSeen }) => ({
        fingerprint: restored(fingerprint),
        identity: restored(identity),
        firstSeen,
      })),
  };
}
