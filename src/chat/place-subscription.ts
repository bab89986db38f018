// The subscription of the place where something is said: looked up, begun, changed.
import { dayIn, nextAfterChange, resumed, type Schedule, type Subscription } from '../digests/index.ts';
import type { CommandContext } from './command.ts';
import type { Place } from './incoming.ts';

/** The subscription of this place, or one that is only begun: nothing is on. */
export async function subscriptionHere({
  store,
  place,
  person,
  settings,
  locale,
  now,
}: CommandContext): Promise<Subscription> {
  const kept = await store.digests.subscriptions.get(place.id);
  if (kept) return kept;
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

/** Keeps a subscription with the next digest of its schedule. Whoever speaks here is proof that the place can be reached. */
export async function saveSubscription(
  { next: before, gone, backoff, ...subscription }: Subscription,
  { store, now }: Pick<CommandContext, 'store' | 'now'>,
): Promise<Subscription> {
  const { schedule, pausedUntil } = subscription;
  const isOwed = before !== undefined && before.at <= now && !gone && !pausedUntil; // due, and not booked yet: no change loses it
  const next =
    schedule && (isOwed ? before : await nextAfterChange(subscription, schedule, store.digests, now));
  const kept = {
    ...subscription,
    ...(backoff ? { backoff: { ...backoff, failures: 0, retryAt: now } } : {}), // tried anew at the normal time
    ...(next ? { next } : {}),
  };
  await store.digests.subscriptions.put(kept);
  return kept;
}

/** Whether nothing comes before some date: the same day that the digests go by. */
export const isPaused = ({ schedule, pausedUntil }: Subscription, now: number): boolean =>
  schedule !== undefined && pausedUntil !== undefined && todayFor(schedule, now) < pausedUntil;

/** Where somebody was answered just now, digests are no longer held back, unless the platform says that they cannot be sent there. */
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

/** The subscription of this place as its standing tells of it: that somebody asks is a sign of life, so the next try is the normal one. */
export async function subscriptionForStatus(context: CommandContext): Promise<Subscription> {
  if ((await subscriptionHere(context)).backoff) await resumeDigests(context.place, context);
  return subscriptionHere(context);
}

/** Today's date on the clocks of a schedule. */
export const todayFor = ({ zone }: Schedule, now: number): string => dayIn(zone, now);
