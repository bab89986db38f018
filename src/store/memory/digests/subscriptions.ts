// Who gets a digest, and when the next one.
import type { Subscription, SubscriptionStore } from '../../../digests/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import type { OutboxRows } from './outbox-rows.ts';

/** Subscriptions by place. A number orders them as they were set up, also after a move. */
export type Subscriptions = Map<string, { number: number; subscription: Subscription }>;

/** @param remove forgets a place in every part */
export function subscriptionsIn(
  kept: Subscriptions,
  entries: OutboxRows,
  numbered: () => number,
  remove: (place: string) => void,
): Synchronous<SubscriptionStore> {
  /** In the order in which they were set up. */
  const those = (test: (subscription: Subscription) => boolean) =>
    [...kept.values()]
      .filter(({ subscription }) => test(subscription))
      .sort((one, other) => one.number - other.number)
      .map(({ subscription }) => structuredClone(subscription));
  const under = (key: string) => (subscription: Subscription) =>
    [subscription.place, subscription.channel, subscription.community].includes(key);
  return {
    get: (place) => structuredClone(kept.get(place)?.subscription),
    put(subscription) {
      const number = kept.get(subscription.place)?.number ?? numbered();
      kept.set(subscription.place, { number, subscription: structuredClone(subscription) });
    },
    remove,
    due: (now, limit) =>
      those(({ next }) => next !== undefined && next.at <= now)
        .sort((one, other) => one.next!.at - other.next!.at)
        .slice(0, limit),
    dueLater: (than, after, limit) =>
      those(({ place, next }) => next !== undefined && next.at > than && place > after)
        .sort((one, other) => (one.place < other.place ? -1 : 1))
        .slice(0, limit),
    markGone(place, reason, at) {
      const subscription = kept.get(place)?.subscription;
      if (subscription) {
        subscription.gone = { reason, at };
        delete subscription.next;
        delete subscription.backoff;
      }
      entries.withdraw(place, reason, at);
    },
    setBackoff(place, backoff, next) {
      const subscription = kept.get(place)?.subscription;
      if (!subscription) return;
      subscription.backoff = { ...backoff };
      if (next && subscription.next) subscription.next = { ...next };
    },
    undelivered: (key) => those((each) => (each.gone ?? each.backoff) !== undefined && under(key)(each)),
    within: (key) => those(under(key)),
  };
}
