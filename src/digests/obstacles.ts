// A place that does not take its digests although it may again: when they are tried again.
import type { Obstacle } from '../message/index.ts';
import { nextAfterChange } from './enqueue.ts';
import type { OutboxEntry } from './outbox.ts';
import { nextDue } from './schedule.ts';
import type { DigestStore } from './store.ts';
import type { Due, Subscription, Trouble } from './subscription.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** How many days lie between two tries, by the number of failures before; at first the next due time is the next try. */
const DISTANCES = [1, 2, 4, 7];
/** Clocks that are changed do not put a try off for one day more. */
const SLACK_MS = 12 * HOUR_MS;

/** The trouble of a place that has not taken what was due there. */
export function troubleAfter(
  before: Trouble | undefined,
  obstacle: Obstacle,
  { dueAt }: Pick<OutboxEntry, 'dueAt'>,
  now: number,
): Trouble {
  if (before?.at !== undefined && dueAt <= before.at) return { ...before, obstacle, at: now }; // due before the last failure was known: no further one
  const failures = (before?.failures ?? 0) + 1;
  const days = DISTANCES[Math.min(failures, DISTANCES.length) - 1];
  const wakeAt = days > 1 ? dueAt + days * DAY_MS - SLACK_MS : now;
  return { obstacle, since: before?.since ?? now, at: now, failures, wakeAt, told: before?.told ?? false };
}

/** The trouble of a place that refused a digest for the first time: that one is tried again soon. */
export const firstTrouble = (obstacle: Obstacle, now: number): Trouble => ({
  obstacle,
  since: now,
  failures: 0,
  wakeAt: now,
  told: false,
});

/** When the next digest is due instead, where it would come too early for another try. */
export function nextTry(
  { schedule, next }: Pick<Subscription, 'schedule' | 'next'>,
  { wakeAt }: Trouble,
): Due | undefined {
  return schedule && next && next.at < wakeAt ? nextDue(schedule, { after: wakeAt }) : undefined;
}

/** Hits are held back while it is too early for another try: the next digest says them. */
export const isHeldBack = (
  { reports }: Pick<OutboxEntry, 'reports'>,
  { trouble }: Subscription,
  now: number,
): boolean => reports.length > 0 && trouble !== undefined && now < trouble.wakeAt;

/** A place that has given a sign of life: its next digest is due at its normal time. */
export async function awake(
  { gone: _, trouble, next: before, ...subscription }: Subscription,
  store: Pick<DigestStore, 'outbox'>,
  now: number,
): Promise<Subscription> {
  const { schedule } = subscription;
  const normal = schedule && (await nextAfterChange(subscription, schedule, store, now));
  const next = before && (!normal || before.at < normal.at) ? before : normal;
  return {
    ...subscription,
    ...(trouble ? { trouble: { ...trouble, failures: 0, wakeAt: now } } : {}),
    ...(next ? { next } : {}),
  };
}
