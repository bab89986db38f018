// Repairs dates that a wrong clock has left: digests due later than their schedules allow, entries and
// records dated in the future.
import { addDays, dayIn } from './calendar.ts';
import { DAY, nextAfterChange } from './enqueue.ts';
import type { OutboxEntry } from './outbox.ts';
import { MAX_PAUSE_DAYS } from './parse-time.ts';
import { nextDue } from './schedule.ts';
import type { DigestStore } from './store.ts';
import type { Days, Due, Schedule, Subscription } from './subscription.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Subscriptions that are read from the store at a time. */
const BATCH = 50;
/** No backoff lasts longer. */
const MAX_BACKOFF_MS = 8 * DAY_MS;
const FALLBACK_ZONE = 'UTC';

/**
 * Makes digests due when their schedules say, where they were due later; returns how many, and the latest
 * date among them.
 */
export async function repairDues(
  store: DigestStore,
  now: number,
): Promise<{ count: number; latest: number }> {
  const repaired = { count: 0, latest: now };
  for (let after = ''; ; ) {
    const batch = await store.subscriptions.dueLater(now + maxGap('daily'), after, BATCH);
    for (const subscription of batch) {
      if (!(await repairDue(subscription, store, now))) continue;
      repaired.count++;
      repaired.latest = Math.max(repaired.latest, subscription.next?.at ?? now);
    }
    if (batch.length < BATCH) return repaired;
    after = batch[batch.length - 1].place;
  }
}

/** From one due time to the next, with an hour for a change of clocks. */
function maxGap(days: Days): number {
  const count = days === 'daily' ? 1 : days === 'weekdays' ? 3 : 7;
  return count * DAY_MS + HOUR_MS;
}

async function repairDue(subscription: Subscription, store: DigestStore, now: number): Promise<boolean> {
  const { schedule, next, pausedUntil, backoff, ...others } = subscription;
  if (!schedule || !next || next.at - now <= maxGap(schedule.days)) return false;
  const isEndless =
    pausedUntil !== undefined && pausedUntil > addDays(dayIn(schedule.zone, now), MAX_PAUSE_DAYS + 1);
  const pause = pausedUntil !== undefined && !isEndless ? { pausedUntil } : {};
  const retryAt = backoff && backoff.retryAt <= now + MAX_BACKOFF_MS ? backoff.retryAt : now;
  const normal = await nextAfterChange({ place: subscription.place, ...pause }, schedule, store, now);
  const allowed = dueFrom(retryAt, normal, schedule);
  if (next.at <= allowed.at) return false;
  // changed by another process
  if (!(await store.outbox.enqueue(subscription, next, undefined, allowed))) return false;
  const changed = backoff ? { backoff: { ...backoff, retryAt } } : {};
  if (isEndless || retryAt !== backoff?.retryAt)
    await store.subscriptions.put({ ...others, schedule, next: allowed, ...pause, ...changed });
  return true;
}

const dueFrom = (retryAt: number, normal: Due, schedule: Schedule): Due =>
  normal.at >= retryAt ? normal : nextDue(schedule, { after: retryAt });

/**
 * Sets times of the store that are later than now to now; returns how many digests and how many other
 * records. Only for a clock that has been steady for long.
 */
export async function repairRecords(
  store: DigestStore,
  now: number,
): Promise<{ digests: number; records: number }> {
  let digests = 0;
  for (const entry of await store.outbox.datedAfter(now)) {
    const subscription = await store.subscriptions.get(entry.place);
    if (!isOfTomorrow(entry, subscription?.schedule?.zone ?? FALLBACK_ZONE, now)) continue;
    await store.outbox.redate(entry.id, `misdated ${entry.id}`, now);
    digests++;
  }
  return { digests, records: await store.clock.rewind(now) };
}

/** A digest of today may have been sent some hours early: it counts for its date all the same. */
const isOfTomorrow = ({ occasion, dueAt }: OutboxEntry, zone: string, now: number): boolean =>
  occasion.startsWith(DAY) ? occasion.slice(DAY.length) > dayIn(zone, now) : dueAt > now + DAY_MS;
