// Whether a claimed entry is not to be sent any more because its subscription has changed since it was
// enqueued.
import { dayIn } from './calendar.ts';
import type { OutboxEntry } from './outbox.ts';
import type { Subscription } from './subscription.ts';

export const isWithdrawn = (entry: OutboxEntry, subscription: Subscription, now: number): boolean =>
  subscription.gone !== undefined || isOff(entry, subscription) || isPaused(subscription, now);

/** Hits (entries with reports) need no schedule, daily digests do. */
const isOff = ({ reports }: OutboxEntry, { schedule }: Subscription): boolean =>
  reports.length === 0 && schedule === undefined;

/** During a pause hits are not sent either: the next digest contains them. */
const isPaused = ({ schedule, pausedUntil }: Subscription, now: number): boolean =>
  schedule !== undefined && pausedUntil !== undefined && dayIn(schedule.zone, now) < pausedUntil;
