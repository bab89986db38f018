// Subscriptions, with their next due times.
import type { DatabaseSync } from 'node:sqlite';
import type { SubscriptionStore } from '../../../../digests/index.ts';
import type { Synchronous } from '../../../asynchronous.ts';
import { stored } from '../../text.ts';
import { transaction } from '../../transaction.ts';
import { withdrawing } from './outbox-ends.ts';
import { removing } from './remove.ts';
import { COLUMNS, rowOf, storedBackoff, subscriptionOf } from './subscription-row.ts';

const WITHIN = '(place = :key OR channel = :key OR community = :key)';

export function subscriptionTable(database: DatabaseSync): Synchronous<SubscriptionStore> {
  const select = database.prepare('SELECT * FROM subscription WHERE place = ?');
  const put = database.prepare(
    `INSERT INTO subscription (${COLUMNS}) VALUES (${COLUMNS.map((name) => `:${name}`)})
     ON CONFLICT (place) DO UPDATE SET (${COLUMNS}) = (${COLUMNS.map((name) => `excluded.${name}`)})`,
  );
  const due = database.prepare(
    'SELECT * FROM subscription WHERE next_at <= ? ORDER BY next_at, number LIMIT ?',
  );
  const dueLater = database.prepare(
    'SELECT * FROM subscription WHERE next_at > ? AND place > ? ORDER BY place LIMIT ?',
  );
  const markGone = database.prepare(
    `UPDATE subscription SET gone_reason = ?, gone_at = ?, next_at = NULL, next_day = NULL, trouble = NULL
     WHERE place = ?`,
  );
  const setBackoff = database.prepare('UPDATE subscription SET trouble = ? WHERE place = ?');
  const delay = database.prepare(
    'UPDATE subscription SET next_at = ?, next_day = ? WHERE place = ? AND next_at IS NOT NULL',
  );
  const within = database.prepare(`SELECT * FROM subscription WHERE ${WITHIN} ORDER BY number`);
  const undelivered = database.prepare(
    `SELECT * FROM subscription WHERE ${WITHIN} AND (gone_reason IS NOT NULL OR trouble IS NOT NULL) ORDER BY number`,
  );
  const withdraw = withdrawing(database);
  const remove = removing(database);
  return {
    get(place) {
      const row = select.get(stored(place));
      return row && subscriptionOf(row);
    },
    put(subscription) {
      put.run(rowOf(subscription));
    },
    remove: (place) => transaction(database, () => remove(place)),
    due: (now, limit) => due.all(now, limit).map(subscriptionOf),
    dueLater: (than, after, limit) => dueLater.all(than, stored(after), limit).map(subscriptionOf),
    markGone: (place, reason, at) =>
      transaction(database, () => {
        markGone.run(reason, at, stored(place));
        withdraw(place, reason, at);
      }),
    setBackoff: (place, backoff, next) =>
      transaction(database, () => {
        setBackoff.run(storedBackoff(backoff), stored(place));
        if (next) delay.run(next.at, stored(next.day), stored(place));
      }),
    undelivered: (key) => undelivered.all({ key: stored(key) }).map(subscriptionOf),
    within: (key) => within.all({ key: stored(key) }).map(subscriptionOf),
  };
}
