// The subscription of the place of a request: read, created, changed.
import { dayIn, nextAfterChange, resumed, type Schedule, type Subscription } from '../digests/index.ts';
import type { CommandContext } from './command.ts';
import type { Place } from './incoming.ts';

/** The place's subscription, or a new one without a schedule that is not stored yet. */
export async function subscriptionHere({
  store,
  place,
  person,
  settings,
  locale,
  now,
}: CommandContext): Promise<Subscription> {
  const stored = await store.digests.subscriptions.get(place.id);
  if (stored) return stored;
  return {
    place: place.id,
    kind: place.kind,
    channel: place.within.channel,
    ...(place.within.community ? { community: place.within.community } : {}),
    ...(place.kind === 'private' ? { person: person.id } : { enabledBy: person.id }),
    locale: settings.language === 'auto' ? locale : settings.language,
    since: now,
    silent: false,
    skipEmpty: false,
    newsSince: now,
  };
}

/**
 * Stores a subscription with the next digest of its schedule. A request proves that the place can be reached:
 * `gone` is dropped.
 */
export async function saveSubscription(
  { next: before, gone, backoff, ...subscription }: Subscription,
  { store, now }: Pick<CommandContext, 'store' | 'now'>,
): Promise<Subscription> {
  const { schedule, pausedUntil } = subscription;
  // due, and not enqueued yet: no change loses it
  const isOwed = before !== undefined && before.at <= now && !gone && !pausedUntil;
  const next =
    schedule && (isOwed ? before : await nextAfterChange(subscription, schedule, store.digests, now));
  const saved = {
    ...subscription,
    // tried again at the normal time
    ...(backoff ? { backoff: { ...backoff, failures: 0, retryAt: now } } : {}),
    ...(next ? { next } : {}),
  };
  await store.digests.subscriptions.put(saved);
  return saved;
}

/** Whether no digest comes before a date. Compares days in the schedule's time zone. */
export const isPaused = ({ schedule, pausedUntil }: Subscription, now: number): boolean =>
  schedule !== undefined && pausedUntil !== undefined && todayFor(schedule, now) < pausedUntil;

/**
 * Ends the pause after failed deliveries, unless the platform says that digests cannot be sent to the place.
 */
export async function resumeDigests(
  { id }: Place,
  context: Pick<CommandContext, 'store' | 'now' | 'lacks'>,
): Promise<void> {
  const { subscriptions, outbox } = context.store.digests;
  const subscription = await subscriptions.get(id);
  const isAsleep = subscription?.gone !== undefined || (subscription?.backoff?.failures ?? 0) > 0;
  if (!subscription || !isAsleep || (await context.lacks()).length > 0) return;
  await subscriptions.put(await resumed(subscription, { outbox }, context.now));
}

/** For the status. The request shows that the place is reachable, so a backoff ends. */
export async function subscriptionForStatus(context: CommandContext): Promise<Subscription> {
  if ((await subscriptionHere(context)).backoff) await resumeDigests(context.place, context);
  return subscriptionHere(context);
}

/** Today's date in the schedule's time zone. */
export const todayFor = ({ zone }: Schedule, now: number): string => dayIn(zone, now);
