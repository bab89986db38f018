// Notes that a place did not take its digest, and tells whoever switched it on, privately and once.
import { type Obstacle, TEXTS } from '../message/index.ts';
import type { DeliveryWorkerOptions } from './delivery-worker.ts';
import { nextTry, troubleAfter } from './obstacles.ts';
import type { OutboxEntry } from './outbox.ts';
import type { Poster } from './poster.ts';
import type { Subscription } from './subscription.ts';

interface Means extends Pick<DeliveryWorkerOptions, 'store' | 'elapsed' | 'log'> {
  poster: Poster;
}

/** So long a notice may wait for its turn. */
const NOTICE_MS = 2 * 60 * 1000;

/** Notes the trouble of an entry's place with the time of the next try. Its subscription may have been changed meanwhile. */
export async function noteTrouble(
  entry: OutboxEntry,
  obstacle: Obstacle,
  now: number,
  means: Means,
): Promise<void> {
  const { store, log } = means;
  const subscription = await store.subscriptions.get(entry.place);
  if (!subscription || subscription.gone) return;
  const trouble = troubleAfter(subscription.trouble, obstacle, entry, now);
  await store.subscriptions.hinder(entry.place, { ...trouble, told: true }, nextTry(subscription, trouble));
  log.warn(
    { place: entry.place, obstacle, failures: trouble.failures },
    'a digest was not taken; it is tried again at a later due time',
  );
  if (!trouble.told && subscription.kind !== 'private')
    await tellKeeper(subscription, obstacle, entry.id, means);
}

/** Where it fails, it is content. */
async function tellKeeper(
  subscription: Subscription,
  obstacle: Obstacle,
  entry: string,
  { poster, elapsed, log }: Means,
): Promise<void> {
  const { place, community, keeper, locale } = subscription;
  try {
    const to = keeper && (await poster.direct?.(keeper));
    if (!to) return log.info({ place }, 'nobody can be told that a digest was not taken');
    const text = TEXTS[locale].digestNotTaken(obstacle, poster.addressOf?.(place, community));
    const until = elapsed() + NOTICE_MS;
    const how = { locale, silent: false, id: `${entry}n`, isOurs: () => elapsed() < until };
    const { outcome } = await poster.post(to, [{ type: 'paragraph', text }], how);
    if (outcome !== 'sent')
      log.info({ place, outcome }, 'whoever switched a digest on could not be told that it was not taken');
  } catch (error) {
    log.warn({ err: error, place }, 'whoever switched a digest on could not be told that it was not taken');
  }
}
