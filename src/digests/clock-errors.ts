// Dates that a wrong clock has left behind: digests that are due later than their schedules allow, entries and records of a time to come.

import { addDays, dayIn } from './calendar.ts';
import { DAY, nextAfterChange } from './enqueue.ts';
import type { OutboxEntry } from './outbox.ts';
import { nextDue } from './schedule.ts';
import type { DigestStore } from './store.ts';
import type { Days, Due, Schedule, Subscription } from './subscription.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Subscriptions that are looked at together. */
const LOT = 50;
/** No pause lasts longer, and no trouble puts a try off for longer. */
const LONGEST_PAUSE_DAYS = 367;
const LONGEST_DISTANCE_MS = 8 * DAY_MS;
const FALLBACK_ZONE = 'UTC';

/** Makes digests due when their schedules say, where they were due later; gives how many, and the latest date among them. */
export async function mendDues(store: DigestStore, now: number): Promise<{ count: number; latest: number }> {
  const mended = { count: 0, latest: now };
  for (let after = ''; ; ) {
    const lot = await store.subscriptions.dueLater(now + usualGap('daily'), after, LOT);
    for (const subscription of lot) {
      if (!(await mendDue(subscription, store, now))) continue;
      mended.count++;
      mended.latest = Math.max(mended.latest, subscription.next?.at ?? now);
    }
    if (lot.length < LOT) return mended;
    after = lot[lot.length - 1].place;
  }
}

/** From one digest to the next, with an hour for a change of clocks: what is due sooner needs no closer look. */
function usualGap(days: Days): number {
  const count = days === 'daily' ? 1 : days === 'weekdays' ? 3 : 7;
  return count * DAY_MS + HOUR_MS;
}

async function mendDue(subscription: Subscription, store: DigestStore, now: number): Promise<boolean> {
  const { schedule, next, pausedUntil, trouble, ...others } = subscription;
  if (!schedule || !next || next.at - now <= usualGap(schedule.days)) return false;
  const isEndless =
    pausedUntil !== undefined && pausedUntil > addDays(dayIn(schedule.zone, now), LONGEST_PAUSE_DAYS);
  const pause = pausedUntil !== undefined && !isEndless ? { pausedUntil } : {};
  const wakeAt = trouble && trouble.wakeAt <= now + LONGEST_DISTANCE_MS ? trouble.wakeAt : now;
  const allowed = await latestAllowed({ place: subscription.place, ...pause }, schedule, wakeAt, store, now);
  if (next.at <= allowed.at) return false;
  if (!(await store.outbox.enqueue(subscription, next, undefined, allowed))) return false; // it was changed meanwhile
  const woken = trouble ? { trouble: { ...trouble, wakeAt } } : {};
  if (isEndless || wakeAt !== trouble?.wakeAt)
    await store.subscriptions.put({ ...others, schedule, next: allowed, ...pause, ...woken });
  return true;
}

async function latestAllowed(
  subscription: Pick<Subscription, 'place' | 'pausedUntil'>,
  schedule: Schedule,
  wakeAt: number,
  store: DigestStore,
  now: number,
): Promise<Due> {
  const normal = await nextAfterChange(subscription, schedule, store, now);
  return normal.at >= wakeAt ? normal : nextDue(schedule, { after: wakeAt });
}

/**
 * Makes what the store dates later than now a matter of now; gives how many digests, and how many other records. For a clock that has been
 * steady for long.
 */
export async function mendRecords(
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

/** A digest of today may have been sent some hours early; that date has had it all the same. */
const isOfTomorrow = ({ occasion, dueAt }: OutboxEntry, zone: string, now: number): boolean =>
  occasion.startsWith(DAY) ? occasion.slice(DAY.length) > dayIn(zone, now) : dueAt > now + DAY_MS;
