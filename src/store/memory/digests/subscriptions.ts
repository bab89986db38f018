// Subscriptions in memory, with their next due times.
import type { Subscription, SubscriptionStore } from '../../../digests/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import type { OutboxRows } from './outbox-rows.ts';

/** By place. The number is the order in which they were set up, also after a move. */
export type Subscriptions = Map<string, { number: number; subscription: Subscription }>;

/** @param remove deletes a place from all stores */
export function subscriptionsIn(
  byPlace: Subscriptions,
  outbox: OutboxRows,
  nextNumber: () => number,
  remove: (place: string) => void,
): Synchronous<SubscriptionStore> {
  /** In the order in which they were set up. */
  const matching = (test: (subscription: Subscription) => boolean) =>
    [...byPlace.values()]
      .filter(({ subscription }) => test(subscription))
      .sort((one, other) => one.number - other.number)
      .map(({ subscription }) => structuredClone(subscription));
  const isWithin = (key: string) => (subscription: Subscription) =>
    [subscription.place, subscription.channel, subscription.community].includes(key);
  return {
    get: (place) => structuredClone(byPlace.get(place)?.subscription),
    put(subscription) {
      const number = byPlace.get(subscription.place)?.number ?? nextNumber();
      byPlace.set(subscription.place, { number, subscription: structuredClone(subscription) });
    },
    remove,
    due: (now, limit) =>
      matching(({ next }) => next !== undefined && next.at <= now)
        .sort((one, other) => one.next!.at - other.next!.at)
        .slice(0, limit),
    dueLater: (than, after, limit) =>
      matching(({ place, next }) => next !== undefined && next.at > than && place > after)
        .sort((one, other) => (one.place < other.place ? -1 : 1))
        .slice(0, limit),
    markGone(place, reason, at) {
      const subscription = byPlace.get(place)?.subscription;
      if (subscription) {
        subscription.gone = { reason, at };
        delete subscription.next;
        delete subscription.backoff;
      }
      outbox.withdraw(place, reason, at);
    },
    setBackoff(place, backoff, next) {
      const subscription = byPlace.get(place)?.subscription;
      if (!subscription) return;
      subscription.backoff = { ...backoff };
      if (next && subscription.next) subscription.next = { ...next };
    },
    undelivered: (key) =>
      matching((each) => (each.gone ?? each.backoff) !== undefined && isWithin(key)(each)),
    within: (key) => matching(isWithin(key)),
  };
}
