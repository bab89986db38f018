// The outbox in memory: rows are enqueued, claimed by one worker at a time, ended once.
import type { ClaimRequest, OutboxEntry, OutboxStore } from '../../../digests/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { platformOf } from './keys.ts';
import type { OutboxRow, OutboxRows } from './outbox-rows.ts';
import { addShown, type ShownByPlace } from './shown.ts';
import type { Subscriptions } from './subscriptions.ts';

export function outboxIn(
  rows: OutboxRows,
  subscriptions: Subscriptions,
  shown: ShownByPlace,
): Synchronous<OutboxStore> {
  const claimed = (id: string, worker: string): OutboxRow | undefined => {
    const row = rows.get(id);
    return row?.entry.state === 'claimed' && row.claim?.worker === worker ? row : undefined;
  };
  return {
    enqueue({ place }, due, entry, next) {
      const subscription = subscriptions.get(place)?.subscription;
      if (subscription?.next?.at !== due.at || subscription.next.day !== due.day) return false;
      if (next) subscription.next = { ...next };
      else delete subscription.next;
      if (entry) rows.add(entry);
      return true;
    },
    add: (entry) => rows.add(entry),
    claim: ({ platform, limit, ...request }) =>
      rows
        .open()
        .filter((row) => platformOf(row.entry.place) === platform && mayClaim(row, request))
        .sort((one, other) => one.entry.dueAt - other.entry.dueAt || one.number - other.number)
        .slice(0, limit)
        .map((row) => claim(row, request)),
    setContent(id, worker, content) {
      const row = claimed(id, worker);
      if (row) row.entry.content = content;
      return row !== undefined;
    },
    postpone(id, worker, retryAt) {
      const row = claimed(id, worker);
      if (!row) return false;
      Object.assign(row.entry, { state: 'due', retryAt });
      delete row.claim;
      return true;
    },
    end(id, worker, { state, at, messages, reason, shown: added, newsSince }) {
      const row = claimed(id, worker);
      if (!row) return false;
      const why = reason ? { reason } : {};
      rows.end(row, { state, endedAt: at, ...why, messages: messages ?? row.entry.messages });
      if (added) addShown(shown, row.entry.place, added);
      const subscription = subscriptions.get(row.entry.place)?.subscription;
      if (subscription && newsSince !== undefined) subscription.newsSince = newsSince;
      if (state === 'sent') delete subscription?.backoff;
      return true;
    },
    get: (id) => structuredClone(rows.get(id)?.entry),
    history: (place, limit) =>
      rows
        .of(place)
        .sort((one, other) => other.entry.dueAt - one.entry.dueAt || other.number - one.number)
        .slice(0, limit)
        .map(({ entry }) => structuredClone(entry)),
    lastDaily(place) {
      const [last] = rows
        .of(place)
        .filter(({ entry }) => entry.reports.length === 0)
        .sort((one, other) => other.entry.dueAt - one.entry.dueAt || other.number - one.number);
      return last && structuredClone(last.entry);
    },
    datedAfter: (at) =>
      rows
        .all()
        .filter(({ entry }) => entry.dueAt > at)
        .sort((one, other) => one.number - other.number)
        .map(({ entry }) => structuredClone(entry)),
    redate(id, occasion, at) {
      const row = rows.get(id);
      if (row) rows.redate(row, occasion, at);
    },
    expire: (before) => rows.expire(before),
  };
}

/** A worker never takes over its own claim, however old: it is still at work on it. */
function mayClaim(
  { entry, claim }: OutboxRow,
  { worker, now }: Pick<ClaimRequest, 'worker' | 'now'>,
): boolean {
  if (entry.retryAt > now) return false;
  return !claim || (claim.until <= now && claim.worker !== worker);
}

function claim(
  row: OutboxRow,
  { worker, now, until }: Omit<ClaimRequest, 'platform' | 'limit'>,
): OutboxEntry {
  row.claim = { worker, until };
  row.entry.state = 'claimed';
  row.entry.attempts += 1;
  row.entry.triedAt ??= now;
  return structuredClone(row.entry);
}
