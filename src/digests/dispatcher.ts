// Sends what is due, once: books it, claims it, hands it to the platforms at their pace; and knows where the bot has its standing.
import type { PassageIndex } from '../search/index.ts';
import { mendDues, mendRecords } from './clock-errors.ts';
import { ClockWatch } from './clock-watch.ts';
import { DeliveryWorker, type DeliveryWorkerOptions } from './delivery-worker.ts';
import { enqueueDue, enqueueNews } from './enqueue.ts';
import { awake } from './obstacles.ts';
import type { Poster } from './poster.ts';
import type { GoneReason, Subscription } from './subscription.ts';
import { type DigestSource, selectionOver } from './write-content.ts';

/** What an adapter tells the digests, beside the poster that it gives them. */
export interface PresenceListener {
  /** From now on messages of this platform are sent. */
  attach(poster: Poster): void;
  /** No more of its messages are sent; resolves when those under way are. */
  detach(platform: string): Promise<void>;
  /** The bot is (again) in a place, channel or community: what was out of reach there wakes up. */
  returned(key: string): Promise<void>;
  /** The bot was blocked in a place, channel or community, thrown out of it, or it is gone. */
  left(key: string, reason: GoneReason): Promise<void>;
}

const SECOND_MS = 1000;
const HOUR_MS = 60 * 60 * SECOND_MS;
/** Between two looks at what is due. */
const PAUSE_MS = 5 * SECOND_MS;
/** The ledger is kept for 60 days, what the digests said for 30: so long their buttons work. */
const LEDGER_MS = 60 * 24 * HOUR_MS;
const CONTENT_MS = 30 * 24 * HOUR_MS;

export interface DispatcherOptions extends Omit<DeliveryWorkerOptions, 'library'> {
  /** A random text that belongs to the store and that nobody is told. */
  secret(): Promise<string>;
  /** The whole library as it is now. */
  index(): PassageIndex;
  /** What a place may read of a library. */
  accessibleIndex(subscription: Subscription, whole: PassageIndex): Promise<PassageIndex>;
}

/** The reports that a new store begins with are news to nobody. */
const BEGINNING = 0;

/** A platform that messages are sent to. */
interface PlatformDelivery {
  poster: Poster;
  courier: DeliveryWorker;
  /** The round that is under way, if one is. */
  round: Promise<void> | undefined;
}

export class Dispatcher implements PresenceListener {
  private readonly options: DispatcherOptions;
  private readonly watch: ClockWatch;
  private readonly deliveries = new Map<string, PlatformDelivery>();
  /** The whole library whose reports' arrival was noted last. */
  private library: DigestSource | undefined;
  /** Milliseconds of `elapsed`. */
  private expiredAt = Number.NEGATIVE_INFINITY;
  /** Ends the pause between two looks: at the end, and when a platform is there that something may have waited for. */
  private woken = Promise.withResolvers<void>();

  constructor(options: DispatcherOptions) {
    this.options = options;
    this.watch = new ClockWatch(options.store.clock, options.log);
  }

  /** Whether messages can be sent to places of a platform now. */
  canPostTo(platform: string): boolean {
    return this.deliveries.has(platform);
  }

  /** What sends messages to places of a platform, if something does now. */
  poster(platform: string): Poster | undefined {
    return this.deliveries.get(platform)?.poster;
  }

  attach(poster: Poster): void {
    const library = (subscription: Subscription) => this.libraryFor(subscription);
    const worker = new DeliveryWorker(poster, { ...this.options, library });
    this.deliveries.set(poster.platform, { poster, courier: worker, round: undefined });
    this.woken.resolve();
  }

  async detach(platform: string): Promise<void> {
    const line = this.deliveries.get(platform);
    this.deliveries.delete(platform);
    line?.courier.stop();
    await line?.round;
  }

  async returned(key: string): Promise<void> {
    const { store, clock } = this.options;
    for (const subscription of await store.subscriptions.lost(key))
      await store.subscriptions.put(await awake(subscription, store, clock()));
  }

  async left(key: string, reason: GoneReason): Promise<void> {
    const { store, clock } = this.options;
    for (const { place, gone } of await store.subscriptions.under(key))
      if (!gone) await store.subscriptions.lose(place, reason, clock());
  }

  /** Books what is due by now and begins to send it; resolves when all of it is sent, put off or given up. */
  async tick(): Promise<void> {
    if (await this.enqueue()) await Promise.all(this.rounds());
  }

  /** Looks at what is due again and again until stopped; resolves when what is under way is sent. */
  async run(stopping: AbortSignal, wait: (ms: number) => Promise<void>): Promise<void> {
    stopping.addEventListener('abort', () => this.woken.resolve());
    while (!stopping.aborted) {
      try {
        if (await this.enqueue()) this.rounds(); // one platform's long round does not keep the others from theirs
      } catch (error) {
        this.options.log.error({ err: error }, 'the digests that are due could not be booked');
      }
      await Promise.race([this.woken.promise, wait(PAUSE_MS)]);
      this.woken = Promise.withResolvers<void>();
    }
    await Promise.all([...this.deliveries.keys()].map((platform) => this.detach(platform)));
  }

  /** False where the clock is not believed: nothing is sent then. */
  private async enqueue(): Promise<boolean> {
    const { store, clock, elapsed, secret } = this.options;
    const now = clock();
    const belief = await this.watch.look(now);
    const isHourly = elapsed() - this.expiredAt >= HOUR_MS;
    if (!belief.sends) return false;
    if (isHourly || belief.cameBack) await this.mend(now, belief.isSteady);
    await this.noteReports(now);
    await enqueueDue(store, now, await secret());
    if (!isHourly || !belief.deletes) return true;
    this.expiredAt = elapsed();
    await store.outbox.expire(now - LEDGER_MS);
    await store.contents.expire(now - CONTENT_MS);
    return true;
  }

  /** Mends what a wrong clock has left, and keeps that for whoever checks the program. */
  private async mend(now: number, isSteady: boolean): Promise<void> {
    const { store, log } = this.options;
    const { count, latest } = await mendDues(store, now);
    const { digests, records } = isSteady ? await mendRecords(store, now) : { digests: 0, records: 0 };
    if (records > 0) log.warn({ records }, 'what was dated later than now is of now');
    if (count + digests === 0) return;
    const dated = new Date(latest).toISOString();
    log.error(
      { digests: count + digests, dated },
      'the clock was wrong: dates of a time to come were found and mended',
    );
    const state = await store.clock.get();
    if (state) await store.clock.set({ ...state, error: { at: now, dated: latest } });
  }

  /** Followers are owed their message before the reports are noted: what a crash interrupts is done again, and booked once. */
  private async noteReports(now: number): Promise<void> {
    const { store, index, accessibleIndex, secret } = this.options;
    const current = index();
    if (current === this.library?.index) return;
    const here = async (subscription: Subscription) =>
      new Set(selectionOver(await accessibleIndex(subscription, current)).reports.keys());
    const before = await store.reports.all();
    const seen = new Set(before.map(({ fingerprint }) => fingerprint));
    const newest = before.reduce((latest, { firstSeen }) => Math.max(latest, firstSeen), BEGINNING);
    const fresh = selectionOver(current)
      .known(before.length > 0 ? Math.max(now, newest + 1) : BEGINNING) // later than all that was told, whatever the clock says
      .filter(({ fingerprint }) => !seen.has(fingerprint));
    if (fresh.length > 0 && before.length > 0) await enqueueNews(fresh, store, here, now, await secret());
    await store.reports.note(fresh);
    this.library = { index: current, known: await store.reports.all() };
  }

  private async libraryFor(subscription: Subscription): Promise<DigestSource> {
    if (!this.library) throw new Error('nothing is sent before the reports are noted');
    const { index, known } = this.library;
    return { index: await this.options.accessibleIndex(subscription, index), known };
  }

  /** A round for each platform; one that is under way takes along what has been booked since. */
  private rounds(): Promise<void>[] {
    return [...this.deliveries.values()].map((line) => {
      line.round ??= line.courier
        .round()
        .catch((error: unknown) =>
          this.options.log.error({ err: error }, 'a round of digests was broken off; the next one goes on'),
        )
        .finally(() => {
          line.round = undefined;
        });
      return line.round;
    });
  }
}
