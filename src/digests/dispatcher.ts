// Enqueues what is due, runs one delivery worker per platform, and records where the bot is present.
import type { PassageIndex } from '../search/index.ts';
import { resumed } from './backoff.ts';
import { repairDues, repairRecords } from './clock-errors.ts';
import { ClockWatch } from './clock-watch.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import { DeliveryWorker } from './delivery-worker.ts';
import { enqueueDue, enqueueNews } from './enqueue.ts';
import type { Poster } from './poster.ts';
import type { GoneReason, Subscription } from './subscription.ts';
import { type DigestSource, selectionOver } from './write-content.ts';

/** What adapters report: their posters, and where the bot is present. */
export interface PresenceListener {
  /** Starts delivery on a platform. */
  attach(poster: Poster): void;
  /** Stops delivery on a platform; resolves when the messages under way are sent. */
  detach(platform: string): Promise<void>;
  /** The bot is (again) in a place, channel or community: digests there are due again. */
  returned(key: string): Promise<void>;
  /** The bot was blocked in or removed from a place, channel or community, or that was deleted. */
  left(key: string, reason: GoneReason): Promise<void>;
}

const SECOND_MS = 1000;
const HOUR_MS = 60 * 60 * SECOND_MS;
/** Between two ticks. */
const PAUSE_MS = 5 * SECOND_MS;
const OUTBOX_MS = 60 * 24 * HOUR_MS;
/** As long the buttons of a digest work. */
const CONTENT_MS = 30 * 24 * HOUR_MS;

export interface DispatcherOptions extends Omit<DeliveryOptions, 'library'> {
  /** A random text of the store, never shown. */
  secret(): Promise<string>;
  /** All reports as they are now. */
  index(): PassageIndex;
  /** The reports that a place may read. */
  accessibleIndex(subscription: Subscription, whole: PassageIndex): Promise<PassageIndex>;
}

/** When the first reports of a new store were seen: they are no news. */
const FIRST_SEEN = 0;

interface PlatformDelivery {
  poster: Poster;
  worker: DeliveryWorker;
  /** The round that is under way. */
  round: Promise<void> | undefined;
}

export class Dispatcher implements PresenceListener {
  private readonly options: DispatcherOptions;
  private readonly watch: ClockWatch;
  private readonly deliveries = new Map<string, PlatformDelivery>();
  /** The reports whose arrival was recorded last. */
  private library: DigestSource | undefined;
  /** When old records were last deleted; milliseconds of `elapsed`. */
  private expiredAt = Number.NEGATIVE_INFINITY;
  /** Ends the pause between two ticks: at the end, and when a platform is attached whose entries wait. */
  private wake = Promise.withResolvers<void>();

  constructor(options: DispatcherOptions) {
    this.options = options;
    this.watch = new ClockWatch(options.store.clock, options.log);
  }

  /** Whether messages can be sent to places of a platform now. */
  canPostTo(platform: string): boolean {
    return this.deliveries.has(platform);
  }

  poster(platform: string): Poster | undefined {
    return this.deliveries.get(platform)?.poster;
  }

  attach(poster: Poster): void {
    const library = (subscription: Subscription) => this.libraryFor(subscription);
    const worker = new DeliveryWorker(poster, { ...this.options, library });
    this.deliveries.set(poster.platform, { poster, worker: worker, round: undefined });
    this.wake.resolve();
  }

  async detach(platform: string): Promise<void> {
    const delivery = this.deliveries.get(platform);
    this.deliveries.delete(platform);
    delivery?.worker.stop();
    await delivery?.round;
  }

  async returned(key: string): Promise<void> {
    const { store, clock } = this.options;
    for (const subscription of await store.subscriptions.undelivered(key))
      await store.subscriptions.put(await resumed(subscription, store, clock()));
  }

  async left(key: string, reason: GoneReason): Promise<void> {
    const { store, clock } = this.options;
    for (const { place, gone } of await store.subscriptions.within(key))
      if (!gone) await store.subscriptions.markGone(place, reason, clock());
  }

  /** Enqueues what is due and delivers it; resolves when all of it is sent, postponed or given up. */
  async tick(): Promise<void> {
    if (await this.enqueue()) await Promise.all(this.rounds());
  }

  /** Ticks until stopped; resolves when the messages under way are sent. */
  async run(stopping: AbortSignal, wait: (ms: number) => Promise<void>): Promise<void> {
    stopping.addEventListener('abort', () => this.wake.resolve());
    while (!stopping.aborted) {
      try {
        // not awaited: a long round of one platform does not delay the others
        if (await this.enqueue()) this.rounds();
      } catch (error) {
        this.options.log.error({ err: error }, 'the digests that are due could not be enqueued');
      }
      await Promise.race([this.wake.promise, wait(PAUSE_MS)]);
      this.wake = Promise.withResolvers<void>();
    }
    await Promise.all([...this.deliveries.keys()].map((platform) => this.detach(platform)));
  }

  /** False where the clock is not believed: nothing is sent. */
  private async enqueue(): Promise<boolean> {
    const { store, clock, elapsed, secret } = this.options;
    const now = clock();
    const belief = await this.watch.look(now);
    const isHourly = elapsed() - this.expiredAt >= HOUR_MS;
    if (!belief.sends) return false;
    if (isHourly || belief.cameBack) await this.repair(now, belief.isSteady);
    await this.recordReports(now);
    await enqueueDue({ store, now, secret: await secret() });
    if (!isHourly || !belief.deletes) return true;
    this.expiredAt = elapsed();
    await store.outbox.expire(now - OUTBOX_MS);
    await store.contents.expire(now - CONTENT_MS);
    return true;
  }

  /** Repairs what a wrong clock has left, and records the repair for the doctor. */
  private async repair(now: number, isSteady: boolean): Promise<void> {
    const { store, log } = this.options;
    const { count, latest } = await repairDues(store, now);
    const { digests, records } = isSteady ? await repairRecords(store, now) : { digests: 0, records: 0 };
    if (records > 0) log.warn({ records }, 'records that were dated in the future are dated now');
    if (count + digests === 0) return;
    const dated = new Date(latest).toISOString();
    log.error(
      { digests: count + digests, dated },
      'the clock was wrong: dates in the future were found and repaired',
    );
    const state = await store.clock.get();
    if (state) await store.clock.set({ ...state, error: { at: now, dated: latest } });
  }

  /**
   * Enqueues hits before it records the reports: after a crash in between both are done again, and nothing is
   * enqueued twice.
   */
  private async recordReports(now: number): Promise<void> {
    const { store, index, accessibleIndex, secret } = this.options;
    const current = index();
    if (current === this.library?.index) return;
    const readableBy = async (subscription: Subscription) =>
      new Set(selectionOver(await accessibleIndex(subscription, current)).reports.keys());
    const before = await store.reports.all();
    const seen = new Set(before.map(({ fingerprint }) => fingerprint));
    const newest = before.reduce((latest, { firstSeen }) => Math.max(latest, firstSeen), FIRST_SEEN);
    // later than every recorded report, whatever the clock says
    const firstSeen = before.length > 0 ? Math.max(now, newest + 1) : FIRST_SEEN;
    const added = selectionOver(current)
      .known(firstSeen)
      .filter(({ fingerprint }) => !seen.has(fingerprint));
    if (added.length > 0 && before.length > 0)
      await enqueueNews(added, readableBy, { store, now, secret: await secret() });
    await store.reports.note(added);
    this.library = { index: current, known: await store.reports.all() };
  }

  private async libraryFor(subscription: Subscription): Promise<DigestSource> {
    if (!this.library) throw new Error('nothing is sent before the reports are recorded');
    const { index, known } = this.library;
    return { index: await this.options.accessibleIndex(subscription, index), known };
  }

  /**
   * A round for each platform; a round that is under way also claims what has been enqueued since it began.
   */
  private rounds(): Promise<void>[] {
    return [...this.deliveries.values()].map((delivery) => {
      delivery.round ??= delivery.worker
        .round()
        .catch((error: unknown) =>
          this.options.log.error({ err: error }, 'a round of digests was broken off; the next one continues'),
        )
        .finally(() => {
          delivery.round = undefined;
        });
      return delivery.round;
    });
  }
}
