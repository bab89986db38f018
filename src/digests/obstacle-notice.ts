// Records that a place refused its digest, and notifies the person who switched it on, privately and once.
import { type Obstacle, TEXTS } from '../message/index.ts';
import { backoffAfter, dueAfterBackoff } from './backoff.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import type { OutboxEntry } from './outbox.ts';
import type { Poster } from './poster.ts';
import type { Subscription } from './subscription.ts';

interface NoticeContext extends Pick<DeliveryOptions, 'store' | 'elapsed' | 'log'> {
  poster: Poster;
}

/** A notice that cannot be begun within this is dropped. */
const NOTICE_MS = 2 * 60 * 1000;

/**
 * Sets the backoff of an entry's place. Reads the subscription again: it may have changed since the attempt
 * began.
 */
export async function recordObstacle(
  entry: OutboxEntry,
  obstacle: Obstacle,
  now: number,
  context: NoticeContext,
): Promise<void> {
  const { store, log } = context;
  const subscription = await store.subscriptions.get(entry.place);
  if (!subscription || subscription.gone) return;
  const backoff = backoffAfter(subscription.backoff, obstacle, entry, now);
  const next = dueAfterBackoff(subscription, backoff);
  await store.subscriptions.setBackoff(entry.place, { ...backoff, notified: true }, next);
  log.warn(
    { place: entry.place, obstacle, failures: backoff.failures },
    'a digest was refused; it is tried again at a later due time',
  );
  if (!backoff.notified && subscription.kind !== 'private')
    await notifyEnabler(subscription, obstacle, entry.id, context);
}

/** A notice that fails is only logged. */
async function notifyEnabler(
  subscription: Subscription,
  obstacle: Obstacle,
  entryId: string,
  { poster, elapsed, log }: NoticeContext,
): Promise<void> {
  const { place, community, enabledBy, locale } = subscription;
  try {
    const to = enabledBy && (await poster.direct?.(enabledBy));
    if (!to) return log.info({ place }, 'nobody can be notified that a digest was refused');
    const text = TEXTS[locale].digestNotTaken(obstacle, poster.addressOf?.(place, community));
    const until = elapsed() + NOTICE_MS;
    const options = { locale, silent: false, id: `${entryId}n`, isClaimed: () => elapsed() < until };
    const { outcome } = await poster.post(to, [{ type: 'paragraph', text }], options);
    if (outcome !== 'sent') log.info({ place, outcome }, NOT_NOTIFIED);
  } catch (error) {
    log.warn({ err: error, place }, NOT_NOTIFIED);
  }
}

const NOT_NOTIFIED = 'the person who switched a digest on could not be notified that it was refused';
