// Messages that are owed to places, and what became of them.
import type { ClaimRequest, OutboxEntry, OutboxStore } from '../../../digests/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { platformOf } from './keys.ts';
import type { OutboxRows, Row } from './outbox-rows.ts';
import { addShown, type ShownByPlace } from './shown.ts';
import type { Subscriptions } from './subscriptions.ts';

export function outboxIn(
  entries: OutboxRows,
  subscriptions: Subscriptions,
  shown: ShownByPlace,
): Synchronous<OutboxStore> {
  /** A row that is claimed by this worker. */
  const claimed = (id: string, worker: string): Row | undefined => {
    const row = entries.get(id);
    return row?.entry.state === 'claimed' && row.claim?.worker === worker ? row : undefined;
  };
  return {
    enqueue({ place }, booked, entry, next) {
      const subscription = subscriptions.get(place)?.subscription;
      if (subscription?.next?.at !== booked.at || subscription.next.day !== booked.day) return false;
      subscription.next = next && { ...next };
      if (entry) entries.add(entry);
      return true;
    },
    add: (entry) => entries.add(entry),
    claim: ({ platform, limit, ...request }) =>
      entries
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
      row.claim = undefined;
      return true;
    },
    end(id, worker, { state, at, messages, reason, shown: marks, newsSince }) {
      const row = claimed(id, worker);
      if (!row) return false;
      entries.end(row, { state, endedAt: at, reason, messages: messages ?? row.entry.messages });
      if (marks) addShown(shown, row.entry.place, marks);
      const subscription = subscriptions.get(row.entry.place)?.subscription;
      if (subscription && newsSince !== undefined) subscription.newsSince = newsSince;
      if (state === 'sent') delete subscription?.backoff;
      return true;
    },
    get: (id) => structuredClone(entries.get(id)?.entry),
    history: (place, limit) =>
      entries
        .of(place)
        .sort((one, other) => other.entry.dueAt - one.entry.dueAt || other.number - one.number)
        .slice(0, limit)
        .map(({ entry }) => structuredClone(entry)),
    lastDaily(place) {
      const [last] = entries
        .of(place)
        .filter(({ entry }) => entry.reports.length === 0)
        .sort((one, other) => other.entry.dueAt - one.entry.dueAt || other.number - one.number);
      return last && structuredClone(last.entry);
    },
    datedAfter: (at) =>
      entries
        .all()
        .filter(({ entry }) => entry.dueAt > at)
        .sort((one, other) => one.number - other.number)
        .map(({ entry }) => structuredClone(entry)),
    redate(id, occasion, at) {
      const row = entries.get(id);
      if (row) entries.redate(row, occasion, at);
    },
    expire: (before) => entries.expire(before),
  };
}

/** A worker's own claim is not taken over, however old: the worker is still at it. */
function mayClaim({ entry, claim }: Row, { worker, now }: Pick<ClaimRequest, 'worker' | 'now'>): boolean {
  if (entry.retryAt > now) return false;
  return !claim || (claim.until <= now && claim.worker !== worker);
}

function claim(row: Row, { worker, now, until }: Omit<ClaimRequest, 'platform' | 'limit'>): OutboxEntry {
  row.claim = { worker, until };
  row.entry.state = 'claimed';
  row.entry.attempts += 1;
  row.entry.triedAt ??= now;
  return structuredClone(row.entry);
}
