// When digests are tried again in a place that refuses them for a reason that may pass.
import type { Obstacle } from '../message/index.ts';
import { nextAfterChange } from './enqueue.ts';
import type { OutboxEntry } from './outbox.ts';
import { nextDue } from './schedule.ts';
import type { DigestStore } from './store.ts';
import type { Backoff, Due, Subscription } from './subscription.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Days between two attempts after 1, 2, 3 failures in a row, and after more. One: at the next due time. */
const RETRY_DAYS = [1, 2, 4, 7];
/** A change of clocks does not delay an attempt by a day. */
const SLACK_MS = 12 * HOUR_MS;

/** The backoff of a place that has refused an entry. */
export function backoffAfter(
  before: Backoff | undefined,
  obstacle: Obstacle,
  { dueAt }: Pick<OutboxEntry, 'dueAt'>,
  now: number,
): Backoff {
  // an entry that was due before the last failure counts as the same failure
  if (before?.failedAt !== undefined && dueAt <= before.failedAt)
    return { ...before, obstacle, failedAt: now };
  const failures = (before?.failures ?? 0) + 1;
  const days = RETRY_DAYS[Math.min(failures, RETRY_DAYS.length) - 1];
  const retryAt = days > 1 ? dueAt + days * DAY_MS - SLACK_MS : now;
  const notified = before?.notified ?? false;
  return { obstacle, since: before?.since ?? now, failedAt: now, failures, retryAt, notified };
}

/** The backoff at the first refusal: the same digest is tried again within its two hours. */
export const firstBackoff = (obstacle: Obstacle, now: number): Backoff => ({
  obstacle,
  since: now,
  failures: 0,
  retryAt: now,
  notified: false,
});

/** When the next digest is due instead, where it would be due before the next attempt. */
export function dueAfterBackoff(
  { schedule, next }: Pick<Subscription, 'schedule' | 'next'>,
  { retryAt }: Backoff,
): Due | undefined {
  return schedule && next && next.at < retryAt ? nextDue(schedule, { after: retryAt }) : undefined;
}

/** Hits are not tried before the next attempt is due: the next digest contains them. */
export const isHeldBack = (
  { reports }: Pick<OutboxEntry, 'reports'>,
  { backoff }: Subscription,
  now: number,
): boolean => reports.length > 0 && backoff !== undefined && now < backoff.retryAt;

/**
 * The subscription of a place that is known to be reachable again: its next digest is due at its normal time.
 */
export async function resumed(
  { gone: _, backoff, next: before, ...subscription }: Subscription,
  store: Pick<DigestStore, 'outbox'>,
  now: number,
): Promise<Subscription> {
  const { schedule } = subscription;
  const normal = schedule && (await nextAfterChange(subscription, schedule, store, now));
  const next = before && (!normal || before.at < normal.at) ? before : normal;
  return {
    ...subscription,
    ...(backoff ? { backoff: { ...backoff, failures: 0, retryAt: now } } : {}),
    ...(next ? { next } : {}),
  };
}
