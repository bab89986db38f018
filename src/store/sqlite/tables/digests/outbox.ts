// The outbox: entries are enqueued, claimed by one worker at a time, ended once.
import type { DatabaseSync } from 'node:sqlite';
import type { OutboxStore } from '../../../../digests/index.ts';
import type { Synchronous } from '../../../asynchronous.ts';
import { stored, storedOrNull } from '../../text.ts';
import { transaction } from '../../transaction.ts';
import { ending, redating } from './outbox-ends.ts';
import { COLUMNS, entryOf, rowOf } from './outbox-row.ts';

export function outboxTable(database: DatabaseSync): Synchronous<OutboxStore> {
  const select = database.prepare('SELECT * FROM ledger_entry WHERE id = ?');
  // a place has few entries: sorting them costs less than another index
  const history = database.prepare(
    'SELECT * FROM ledger_entry WHERE place = ? ORDER BY due_at DESC, number DESC LIMIT ?',
  );
  const lastDaily = database.prepare(
    "SELECT * FROM ledger_entry WHERE place = ? AND reports = '[]' ORDER BY due_at DESC, number DESC LIMIT 1",
  );
  const datedAfter = database.prepare('SELECT * FROM ledger_entry WHERE due_at > ? ORDER BY number');
  const expire = database.prepare(
    "DELETE FROM ledger_entry WHERE due_at < ? AND state NOT IN ('due', 'claimed')",
  );
  return {
    ...enqueuing(database),
    ...claiming(database),
    end: ending(database),
    redate: redating(database),
    datedAfter: (at) => datedAfter.all(at).map(entryOf),
    get(id) {
      const row = select.get(stored(id));
      return row && entryOf(row);
    },
    history: (place, limit) => history.all(stored(place), limit).map(entryOf),
    lastDaily(place) {
      const row = lastDaily.get(stored(place));
      return row && entryOf(row);
    },
    expire(before) {
      expire.run(before);
    },
  };
}

function enqueuing(database: DatabaseSync): Pick<Synchronous<OutboxStore>, 'enqueue' | 'add'> {
  const advance = database.prepare(
    'UPDATE subscription SET next_at = ?, next_day = ? WHERE place = ? AND next_at = ? AND next_day = ?',
  );
  const insert = database.prepare(
    `INSERT INTO ledger_entry (${COLUMNS}) VALUES (${COLUMNS.map((name) => `:${name}`)}) ON CONFLICT DO NOTHING`,
  );
  return {
    enqueue: ({ place }, due, entry, next) =>
      transaction(database, () => {
        const nextDay = storedOrNull(next?.day);
        const { changes } = advance.run(next?.at ?? null, nextDay, stored(place), due.at, stored(due.day));
        if (changes === 0) return false;
        if (entry) insert.run(rowOf(entry));
        return true;
      }),
    add: (entry) => insert.run(rowOf(entry)).changes === 1,
  };
}

function claiming(
  database: DatabaseSync,
): Pick<Synchronous<OutboxStore>, 'claim' | 'setContent' | 'postpone'> {
  // selected and claimed in one statement, so that only one of two processes gets an entry. A worker never
  // takes over its own claim, however old: it is still at work on it
  const claim = database.prepare(
    `UPDATE ledger_entry SET state = 'claimed', worker = :worker, claimed_until = :until, attempts = attempts + 1,
       tried_at = coalesce(tried_at, :now)
     WHERE number IN (
       SELECT number FROM ledger_entry
       WHERE platform = :platform AND wake_at <= :now AND state IN ('due', 'claimed')
         AND (state = 'due' OR (claimed_until <= :now AND worker <> :worker))
       ORDER BY due_at, number LIMIT :limit)
     RETURNING *`,
  );
  const compose = database.prepare(
    "UPDATE ledger_entry SET content = ? WHERE id = ? AND worker = ? AND state = 'claimed'",
  );
  const postpone = database.prepare(
    `UPDATE ledger_entry SET state = 'due', wake_at = ?, worker = NULL, claimed_until = NULL
     WHERE id = ? AND worker = ? AND state = 'claimed'`,
  );
  return {
    claim: ({ platform, worker, now, until, limit }) =>
      claim
        .all({ platform: stored(platform), worker: stored(worker), now, until, limit })
        .sort(byTurn) // RETURNING keeps no order
        .map(entryOf),
    setContent: (id, worker, content) =>
      compose.run(stored(content), stored(id), stored(worker)).changes === 1,
    postpone: (id, worker, wakeAt) => postpone.run(wakeAt, stored(id), stored(worker)).changes === 1,
  };
}

/** The longest due first, then in the order of enqueuing. */
function byTurn(one: object, other: object): number {
  const [a, b] = [one, other] as { due_at: number; number: number }[];
  return a.due_at - b.due_at || a.number - b.number;
}
