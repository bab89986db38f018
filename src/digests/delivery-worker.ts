// Claims the due entries of one platform, posts them and records their outcomes. Runs one round at a time.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { verbatimMessage } from '../answer/index.ts';
import type { Delivery, Locale, Obstacle } from '../message/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { firstBackoff, isHeldBack } from './backoff.ts';
import { shownBy } from './compose.ts';
import type { DigestContent } from './content.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import { isWithdrawn } from './is-withdrawn.ts';
import { recordObstacle } from './obstacle-notice.ts';
import { CLAIM_MS, type OutboxEntry, type OutboxReason } from './outbox.ts';
import { OutcomeWriter } from './outcome-writer.ts';
import type { Poster } from './poster.ts';
import { isTooLate, RetryWindow } from './retry-window.ts';
import type { OutboxEnd } from './store.ts';
import type { Subscription } from './subscription.ts';
import { contentFor, type Stored, selectionOver, storedDigest } from './write-content.ts';

const MINUTE_MS = 60 * 1000;
/** An attempt that begins this late in a claim might outlast it: the poster does not begin it. */
const CLAIM_MARGIN_MS = 2 * MINUTE_MS;
/** Between two attempts where the platform has refused a message. */
const OBSTACLE_PAUSE_MS = 10 * MINUTE_MS;
/** A digest that is sent later than this names its due time. */
const LATE_MS = 15 * MINUTE_MS;

/** A claimed entry with its content, ready to be posted. */
interface Ready extends Stored {
  entry: OutboxEntry;
  /** As it is now. */
  subscription: Subscription;
  locale: Locale;
  index: PassageIndex;
  /** Milliseconds since 1970; an attempt that cannot begin before this is left to the next claim. */
  until: number;
}

export class DeliveryWorker {
  private readonly poster: Poster;
  private readonly options: DeliveryOptions;
  private readonly outcomes: OutcomeWriter;
  private readonly retries: RetryWindow;
  private stopping = false;
  /** Resolves when the digests that wait to be written have had their turn. */
  private lastTurn: Promise<void> = Promise.resolve();

  constructor(poster: Poster, options: DeliveryOptions) {
    this.poster = poster;
    this.options = options;
    this.outcomes = new OutcomeWriter(options.log);
    this.retries = new RetryWindow(() => options.elapsed());
  }

  /** Claims nothing more. */
  stop(): void {
    this.stopping = true;
  }

  /** Delivers what is due, the longest due first, as many entries at a time as the platform takes. */
  async round(): Promise<void> {
    const { store, clock, worker } = this.options;
    const { platform, maxConcurrent } = this.poster;
    const underWay = new Set<Promise<void>>();
    await this.outcomes.flush();
    this.retries.expire();
    for (;;) {
      const limit = this.stopping ? 0 : maxConcurrent - underWay.size;
      const now = clock();
      const until = now + CLAIM_MS;
      const entries = limit > 0 ? await store.outbox.claim({ platform, worker, now, until, limit }) : [];
      for (const entry of entries) {
        this.retries.begin(entry.id);
        const delivered = this.deliver(entry, until - CLAIM_MARGIN_MS).finally(() =>
          underWay.delete(delivered),
        );
        underWay.add(delivered);
      }
      if (underWay.size === 0) return;
      await Promise.race(underWay);
    }
  }

  /** Delivers one entry. An error is logged, and the entry is tried again as after an outage. */
  private async deliver(entry: OutboxEntry, until: number): Promise<void> {
    const { log } = this.options;
    try {
      await this.attempt(entry, until);
    } catch (error) {
      log.error({ err: error, place: entry.place, entry: entry.id }, 'a digest could not be written or sent');
      await this.retryLater(entry, 0);
    }
  }

  private async attempt(entry: OutboxEntry, until: number): Promise<void> {
    const { store, clock, accessOf, worker } = this.options;
    const now = clock();
    const subscription = await store.subscriptions.get(entry.place);
    if (!subscription || isWithdrawn(entry, subscription, now)) return this.skip(entry, 'withdrawn');
    if (isTooLate(entry, now)) return this.giveUp(entry, subscription);
    if (isHeldBack(entry, subscription, now))
      return this.skip(entry, subscription.backoff?.obstacle ?? 'withdrawn');
    const { allowed, locale } = await accessOf(subscription);
    if (!allowed) return this.skip(entry, 'not-allowed');
    await this.turn();
    const library = await this.options.library(subscription);
    const found = await contentFor(entry, { subscription, locale, store, library, now: clock() });
    if (!found) return this.skip(entry, 'nothing-new');
    const { isNew, ...stored } = found;
    if (isNew && !(await store.outbox.setContent(entry.id, worker, stored.contentId))) return;
    await this.post({ entry, subscription, locale, ...stored, index: library.index, until });
  }

  /**
   * Resolves when a digest may be written: each takes a turn of the event loop, so that questions are
   * answered between two.
   */
  private turn(): Promise<void> {
    this.lastTurn = this.lastTurn.then(() => nextTurn());
    return this.lastTurn;
  }

  private async post(ready: Ready): Promise<void> {
    const { clock, log, view } = this.options;
    const { entry, until, ...edition } = ready;
    const { id, place, attempts, triedAt, dueAt } = entry;
    const { locale, subscription } = edition;
    const late = clock() - dueAt > LATE_MS ? { lateSince: dueAt } : {};
    const written = view({ ...edition, medium: this.poster.medium(locale), ...late });
    const message = verbatimMessage(written, edition.index, (quote) =>
      log.error({ quote, place }, 'a quote that differs from its source was left out'),
    );
    const delivery = await this.poster.post(place, message, {
      locale,
      silent: subscription.silent,
      id,
      isClaimed: () => clock() < until,
      ...(attempts > 1 && triedAt !== undefined ? { triedSince: triedAt } : {}),
    });
    await this.recordDelivery(delivery, ready);
  }

  private async recordDelivery(
    delivery: Delivery,
    { entry, subscription, content, index }: Ready,
  ): Promise<void> {
    const { clock, store, log } = this.options;
    const { place } = entry;
    const at = clock();
    switch (delivery.outcome) {
      case 'sent':
        return this.endSent(entry, delivery.messages, content, index);
      case 'retry':
        return delivery.obstacle
          ? this.refused(entry, subscription, delivery.obstacle)
          : this.retryLater(entry, delivery.afterMs);
      case 'gone':
        log.warn(
          { place, reason: delivery.reason },
          'a digest cannot be sent any more; it waits until the bot is back',
        );
        // first: after a crash in between nothing is tried again
        await store.subscriptions.markGone(place, delivery.reason, at);
        return this.end(entry, { state: 'failed', at, reason: delivery.reason });
      default:
        delivery satisfies never;
    }
  }

  private endSent(
    entry: OutboxEntry,
    messages: string[],
    content: DigestContent,
    index: PassageIndex,
  ): Promise<void> {
    const shown = shownBy(content, selectionOver(index));
    const news = content.kind === 'daily' ? { newsSince: content.newsUntil } : {};
    return this.end(entry, { state: 'sent', at: this.options.clock(), messages, shown, ...news });
  }

  /**
   * Makes no further attempt; where the platform can be searched, what an earlier attempt has sent counts as
   * sent.
   */
  private async giveUp(entry: OutboxEntry, subscription: Subscription): Promise<void> {
    const { store, clock, library } = this.options;
    const { id, place, attempts, triedAt, content } = entry;
    if (attempts === 1 || triedAt === undefined) return this.skip(entry, 'missed');
    const messages = await this.poster.find?.(place, id, triedAt);
    const earlier = messages && content && (await storedDigest(content, store, clock()));
    if (messages && earlier)
      return this.endSent(entry, messages, earlier, (await library(subscription)).index);
    const reason = this.poster.find ? 'outage' : 'unknown';
    return this.end(entry, { state: 'failed', at: clock(), reason });
  }

  private async retryLater(entry: OutboxEntry, afterMs: number): Promise<void> {
    const { log, clock } = this.options;
    if (await this.postponed(entry, afterMs)) return;
    log.warn(
      { place: entry.place, attempts: entry.attempts },
      'a digest was given up after two hours of outage',
    );
    await this.end(entry, { state: 'failed', at: clock(), reason: 'outage' });
  }

  /** Gives the entry back for a later attempt; false where its two hours end before. */
  private async postponed(entry: OutboxEntry, minPauseMs: number): Promise<boolean> {
    const { store, worker, clock } = this.options;
    const retryAt = this.retries.retryAt(entry, clock(), minPauseMs);
    if (retryAt === undefined) return false;
    await this.outcomes.write(entry, () => store.outbox.postpone(entry.id, worker, retryAt));
    return true;
  }

  /**
   * The first refusal in a row is tried again for two hours; after that digests are tried at due times, less
   * and less often.
   */
  private async refused(entry: OutboxEntry, { backoff }: Subscription, obstacle: Obstacle): Promise<void> {
    const { store, clock } = this.options;
    const now = clock();
    if (!backoff?.failures && (await this.postponed(entry, OBSTACLE_PAUSE_MS)))
      return backoff ? undefined : store.subscriptions.setBackoff(entry.place, firstBackoff(obstacle, now));
    // first: after a crash in between nobody is notified twice
    await recordObstacle(entry, obstacle, now, { ...this.options, poster: this.poster });
    await this.end(entry, { state: 'failed', at: now, reason: obstacle });
  }

  private skip(entry: OutboxEntry, reason: OutboxReason): Promise<void> {
    return this.end(entry, { state: 'skipped', at: this.options.clock(), reason });
  }

  private async end(entry: OutboxEntry, end: OutboxEnd): Promise<void> {
    const { store, worker } = this.options;
    this.retries.end(entry.id);
    await this.outcomes.write(entry, () => store.outbox.end(entry.id, worker, end));
  }
}
