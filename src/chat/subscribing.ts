// The subscription of the place where something is said: looked up, begun, changed.
import { dayIn, nextAfterChange, type Schedule, type Subscription } from '../digests/index.ts';
import type { Scene } from './command.ts';

/** The subscription of this place, or one that is only begun: nothing is on. */
export async function subscriptionHere({
  store,
  place,
  person,
  settings,
  locale,
  now,
}: Scene): Promise<Subscription> {
  const kept = await store.digests.subscriptions.get(place.id);
  if (kept) return kept;
  return {
    place: place.id,
    kind: place.kind,
    channel: place.within.channel,
    ...(place.within.community ? { community: place.within.community } : {}),
    ...(place.kind === 'private' ? { person: person.id } : {}),
    locale: settings.language === 'auto' ? locale : settings.language,
    since: now,
    silent: false,
    skipEmpty: false,
    newsSince: now,
  };
}

/** Keeps a subscription with the next digest of its schedule. Whoever speaks here is proof that the place can be reached. */
export async function keep(
  { next: before, gone, ...subscription }: Subscription,
  { store, now }: Pick<Scene, 'store' | 'now'>,
): Promise<Subscription> {
  const { schedule, pausedUntil } = subscription;
  const isOwed = before !== undefined && before.at <= now && !gone && !pausedUntil; // due, and not booked yet: no change loses it
  const next =
    schedule && (isOwed ? before : await nextAfterChange(subscription, schedule, store.digests, now));
  const kept = { ...subscription, ...(next ? { next } : {}) };
  await store.digests.subscriptions.put(kept);
  return kept;
}

/** Whether nothing comes before some date: the same day that the digests go by. */
export const isPaused = ({ schedule, pausedUntil }: Subscription, now: number): boolean =>
  schedule !== undefined && pausedUntil !== undefined && todayFor(schedule, now) < pausedUntil;

/** Where the bot could write just now, digests are no longer held back for being out of reach. */
export async function wakeUp(place: string, scene: Pick<Scene, 'store' | 'now'>): Promise<void> {
  const subscription = await scene.store.digests.subscriptions.get(place);
  if (subscription?.gone) await keep(subscription, scene);
}

/** Today's date on the clocks of a schedule. */
export const todayFor = ({ zone }: Schedule, now: number): string => dayIn(zone, now);
