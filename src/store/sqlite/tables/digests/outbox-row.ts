// A row of the outbox table `ledger_entry`.
import type { OutboxEntry } from '../../../../digests/index.ts';
import { present } from '../../present.ts';
import { restored, restoredOrNull, stored, storedOrNull } from '../../text.ts';

/** The columns of an entry; its number, platform and claim are further columns. */
export const COLUMNS = [
  ...['id', 'place', 'occasion', 'reports', 'due_at', 'wake_at', 'state', 'attempts', 'tried_at', 'content'],
  ...['messages', 'reason', 'ended_at'],
];

interface Row {
  id: string;
  place: string;
  occasion: string;
  /** JSON. */
  reports: string;
  due_at: number;
  /** `retryAt`. */
  wake_at: number;
  state: OutboxEntry['state'];
  attempts: number;
  tried_at: number | null;
  content: string | null;
  /** JSON. */
  messages: string;
  reason: NonNullable<OutboxEntry['reason']> | null;
  ended_at: number | null;
}

export function rowOf(entry: OutboxEntry): Record<keyof Row, string | number | null> {
  return {
    id: stored(entry.id),
    place: stored(entry.place),
    occasion: stored(entry.occasion),
    reports: JSON.stringify(entry.reports),
    due_at: entry.dueAt,
    wake_at: entry.retryAt,
    state: entry.state,
    attempts: entry.attempts,
    tried_at: entry.triedAt ?? null,
    content: storedOrNull(entry.content),
    messages: JSON.stringify(entry.messages),
    reason: entry.reason ?? null,
    ended_at: entry.endedAt ?? null,
  };
}

export function entryOf(found: object): OutboxEntry {
  const row = found as Row;
  return {
    id: restored(row.id),
    place: restored(row.place),
    occasion: restored(row.occasion),
    reports: JSON.parse(row.reports) as string[],
    dueAt: row.due_at,
    retryAt: row.wake_at,
    state: row.state,
    attempts: row.attempts,
    messages: JSON.parse(row.messages) as string[],
    ...present({
      triedAt: row.tried_at,
      content: restoredOrNull(row.content),
      reason: row.reason,
      endedAt: row.ended_at,
    }),
  };
}
