// Ends outbox entries, and redates misdated ones.
import type { DatabaseSync } from 'node:sqlite';
import { CLAIM_MS, type OutboxReason, type OutboxStore } from '../../../../digests/index.ts';
import type { Synchronous } from '../../../asynchronous.ts';
import { stored } from '../../text.ts';
import { transaction } from '../../transaction.ts';
import { addingShown } from './shown.ts';

/** `OutboxStore.end`, in one transaction. */
export function ending(database: DatabaseSync): Synchronous<OutboxStore>['end'] {
  const end = database.prepare(
    `UPDATE ledger_entry SET state = ?, ended_at = ?, messages = coalesce(?, messages), reason = ?, worker = NULL,
       claimed_until = NULL
     WHERE id = ? AND worker = ? AND state = 'claimed' RETURNING place`,
  );
  const endBackoff = database.prepare(
    'UPDATE subscription SET trouble = NULL WHERE place = ? AND trouble IS NOT NULL',
  );
  const newsSince = database.prepare('UPDATE subscription SET news_since = ? WHERE place = ?');
  const addShown = addingShown(database);
  return (id, worker, { state, at, messages, reason, shown, newsSince: since }) =>
    transaction(database, () => {
      const sent = messages ? JSON.stringify(messages) : null;
      const ended = end.get(state, at, sent, reason ?? null, stored(id), stored(worker));
      if (!ended) return false;
      const place = ended.place as string;
      if (shown) addShown(place, shown);
      if (state === 'sent') endBackoff.run(place);
      if (since !== undefined) newsSince.run(since, place);
      return true;
    });
}

export function redating(database: DatabaseSync): Synchronous<OutboxStore>['redate'] {
  // every expression reads the row as it was before
  const redate = database.prepare(
    `UPDATE OR IGNORE ledger_entry SET occasion = :occasion, due_at = min(due_at, :at), wake_at = min(wake_at, :at),
       tried_at = min(tried_at, :at), claimed_until = min(claimed_until, :at + ${CLAIM_MS}),
       ended_at = CASE state WHEN 'due' THEN :at ELSE min(ended_at, :at) END,
       reason = CASE state WHEN 'due' THEN 'withdrawn' ELSE reason END,
       state = CASE state WHEN 'due' THEN 'skipped' ELSE state END
     WHERE id = :id`,
  );
  return (id, occasion, at) => {
    redate.run({ id: stored(id), occasion: stored(occasion), at });
  };
}

/** Ends the due entries of a place, not the claimed ones. */
export function withdrawing(
  database: DatabaseSync,
): (place: string, reason: OutboxReason, at: number) => void {
  const withdraw = database.prepare(
    "UPDATE ledger_entry SET state = 'skipped', reason = ?, ended_at = ? WHERE place = ? AND state = 'due'",
  );
  return (place, reason, at) => {
    withdraw.run(reason, at, stored(place));
  };
}
