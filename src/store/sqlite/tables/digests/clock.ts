// The state of the machine's clock, and rewinding the times that a wrong clock has set, in every table.
import type { DatabaseSync } from 'node:sqlite';
import { type ClockState, type ClockStore, MAX_WAIT_MS } from '../../../../digests/index.ts';
import type { Synchronous } from '../../../asynchronous.ts';
import { transaction } from '../../transaction.ts';

/** Columns with times in the past. */
const PAST: [table: string, columns: string[]][] = [
  ['listing', ['at']],
  ['notice', ['at']],
  ['turn', ['at']],
  ['feedback', ['at']],
  ['logged_question', ['at']],
  ['access_request', ['at']],
  ['subscription', ['since', 'news_since', 'gone_at']],
  ['topic', ['since']],
  ['known_report', ['first_seen']],
  ['digest_content', ['at']],
  ['ledger_entry', ['tried_at', 'ended_at']],
];
/** Columns with times at most `MAX_WAIT_MS` ahead. */
const SOON: [table: string, columns: string[]][] = [['ledger_entry', ['wake_at', 'claimed_until']]];

export function clockTable(database: DatabaseSync): Synchronous<ClockStore> {
  const select = database.prepare('SELECT state FROM clock');
  const replace = database.prepare('INSERT OR REPLACE INTO clock (only_one, state) VALUES (1, ?)');
  const rewinding = (tables: typeof PAST) =>
    tables.flatMap(([table, columns]) =>
      columns.map((column) =>
        database.prepare(`UPDATE ${table} SET ${column} = :now WHERE ${column} > :latest`),
      ),
    );
  const past = rewinding(PAST);
  const soon = rewinding(SOON);
  return {
    get() {
      const row = select.get();
      return row && (JSON.parse(row.state as string) as ClockState);
    },
    set(state) {
      replace.run(JSON.stringify(state));
    },
    rewind: (now) =>
      transaction(database, () => {
        let count = 0;
        for (const each of past) count += Number(each.run({ now, latest: now }).changes);
        for (const each of soon) count += Number(each.run({ now, latest: now + MAX_WAIT_MS }).changes);
        return count;
      }),
  };
}
