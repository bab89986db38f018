// Delivers what is owed on one platform: claims entries, composes and posts them, and writes down what became of each.
import { setImmediate as letOthers } from 'node:timers/promises';
import type { Locale, Medium, Message, Obstacle } from '../message/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { dayIn } from './calendar.ts';
import { shownBy } from './compose.ts';
import type { DigestContent } from './content.ts';
import { CATCH_UP_MS } from './enqueue.ts';
import { noteTrouble } from './obstacle-notice.ts';
import { firstTrouble, isHeldBack } from './obstacles.ts';
import type { OutboxEntry, OutboxReason } from './outbox.ts';
import type { Poster } from './poster.ts';
import type { DigestStore } from './store.ts';
import type { Subscription } from './subscription.ts';
import { type DigestSource, keptDigest, selectionOver, stillSays, writeContent } from './write-content.ts';

/** What a place may have and how it is spoken to, as its settings are now. */
export interface SubscriptionAccess {
  /** The place may use the bot. */
  allowed: boolean;
  locale: Locale;
}

/** A digest that is to be put into words. */
export interface Edition {
  content: DigestContent;
  /** The reports that the place may read. */
  index: PassageIndex;
  /** Under which it is kept: the id of its entry in the ledger. */
  contentId: string;
  subscription: Subscription;
  locale: Locale;
  /** When it was due, where it is sent much later. Milliseconds since 1970. */
  lateSince?: number;
  medium: Medium;
}

export interface DeliveryWorkerOptions {
  store: DigestStore;
  /** The reports that a place may read now, and the library's history. */
  library(subscription: Subscription): Promise<DigestSource>;
  log: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
    error(details: object, message: string): void;
  };
  /** Milliseconds since 1970; jumps where the machine's clock is set. */
  clock(): number;
  /** Milliseconds since some moment, which never go back. */
  elapsed(): number;
  /** Unique among all processes on this store. */
  worker: string;
  accessOf(subscription: Subscription): Promise<SubscriptionAccess>;
  /** One message that the medium takes. */
  view(issue: Edition): Message;
}

const MINUTE_MS = 60 * 1000;
/** Longer than any single attempt takes: a claim that is older is that of a process that died. */
const CLAIM_MS = 5 * MINUTE_MS;
const LEAST_PAUSE_MS = 1000;
const FIRST_PAUSE_MS = MINUTE_MS;
/** An attempt that is begun so late in a claim might outlast it. */
const LAST_MINUTES_MS = 2 * MINUTE_MS;
/** So long after the first attempt of this process a message is given up. */
const GIVE_UP_MS = 120 * MINUTE_MS;
/** Between two tries where the platform has refused a message. */
const OBSTACLE_PAUSE_MS = 10 * MINUTE_MS;
/** A message that brings down the process each time is not tried for ever, whatever the clocks say. */
const MAX_ATTEMPTS = 12;
/** A digest that comes later than this says so. */
const LATE_MS = 15 * MINUTE_MS;

/** What is to be written down of an entry; false where its claim was lost. */
interface Settlement {
  entry: OutboxEntry;
  write(): Promise<boolean>;
}

type End = Parameters<DigestStore['outbox']['end']>[2];

export class DeliveryWorker {
  private readonly poster: Poster;
  private readonly options: DeliveryWorkerOptions;
  private stopping = false;
  /** The last of those who wait for their turn to write a digest. */
  private lastTurn: Promise<void> = Promise.resolve();
  /** What could not be written down so far. The claims stay ours meanwhile, so that nobody sends it again. */
  private readonly unsettled: Settlement[] = [];
  /** When this process first tried an entry that it has not brought to its end; milliseconds of `elapsed`. */
  private readonly begun = new Map<string, number>();

  constructor(poster: Poster, options: DeliveryWorkerOptions) {
    this.poster = poster;
    this.options = options;
  }

  /** Claims nothing more. */
  stop(): void {
    this.stopping = true;
  }

  /** Delivers what is due in the order in which it became due, as many at a time as the platform may have under way. */
  async round(): Promise<void> {
    const { store, clock, elapsed, worker } = this.options;
    const { platform, most } = this.poster;
    const underWay = new Set<Promise<void>>();
    for (const settlement of this.unsettled.splice(0)) await this.settle(settlement);
    for (const [id, at] of this.begun) if (at < elapsed() - CATCH_UP_MS - GIVE_UP_MS) this.begun.delete(id); // others have ended it
    for (;;) {
      const free = this.stopping ? 0 : most - underWay.size;
      const now = clock();
      const entries = free > 0 ? await store.outbox.claim(platform, worker, now, now + CLAIM_MS, free) : [];
      for (const entry of entries) {
        if (!this.begun.has(entry.id)) this.begun.set(entry.id, elapsed());
        const delivered = this.deliver(entry, now + CLAIM_MS - LAST_MINUTES_MS).finally(() =>
          underWay.delete(delivered),
        );
        underWay.add(delivered);
      }
      if (underWay.size === 0) return;
      await Promise.race(underWay);
    }
  }

  /** Delivers one entry. What is broken is logged, and tried again like an outage. */
  private async deliver(entry: OutboxEntry, until: number): Promise<void> {
    const { log } = this.options;
    try {
      await this.attempt(entry, until);
    } catch (error) {
      log.error({ err: error, place: entry.place, entry: entry.id }, 'a digest could not be made or sent');
      await this.putOff(entry, 0);
    }
  }

  private async attempt(entry: OutboxEntry, until: number): Promise<void> {
    const { store, clock, accessOf } = this.options;
    const now = clock();
    const subscription = await store.subscriptions.get(entry.place);
    if (!subscription || subscription.gone || isOff(entry, subscription) || isPaused(subscription, now))
      return this.skip(entry, 'withdrawn');
    if (isTooLate(entry, now)) return this.giveUp(entry, subscription);
    if (isHeldBack(entry, subscription, now))
      return this.skip(entry, subscription.trouble?.obstacle ?? 'withdrawn');
    const { allowed, locale } = await accessOf(subscription);
    if (!allowed) return this.skip(entry, 'not-allowed');
    await this.turn();
    const library = await this.options.library(subscription);
    const written = await this.written(entry, subscription, locale, library);
    if (written === 'lost') return;
    if (written === undefined) return this.skip(entry, 'nothing-new');
    await this.post(entry, { ...written, subscription, locale, index: library.index }, until);
  }

  /** Resolves when a digest may be written: who asks something meanwhile waits for one of them, not for all that are under way. */
  private turn(): Promise<void> {
    this.lastTurn = this.lastTurn.then(() => letOthers());
    return this.lastTurn;
  }

  /** What the entry says: as an earlier attempt wrote it, or written now. */
  private async written(
    entry: OutboxEntry,
    subscription: Subscription,
    locale: Locale,
    library: DigestSource,
  ) {
    const { store, worker, clock } = this.options;
    const kept = entry.content && (await keptDigest(entry.content, store, clock()));
    if (entry.content && kept && stillSays(kept, library.index))
      return { contentId: entry.content, content: kept };
    const written = await writeContent(entry, subscription, locale, store, library, clock());
    if (!written) return undefined;
    return (await store.outbox.compose(entry.id, worker, written.contentId)) ? written : 'lost';
  }

  private async post(
    entry: OutboxEntry,
    written: Pick<Edition, 'content' | 'contentId' | 'subscription' | 'locale' | 'index'>,
    until: number,
  ): Promise<void> {
    const { view, clock, store, log } = this.options;
    const { id, place, dueAt, triedAt, attempts } = entry;
    const { locale, subscription, content, index } = written;
    const late = clock() - dueAt > LATE_MS ? { lateSince: dueAt } : {};
    const message = view({ ...written, medium: this.poster.medium(locale), ...late });
    const delivery = await this.poster.post(place, message, {
      locale,
      silent: subscription.silent,
      id,
      isOurs: () => clock() < until,
      ...(attempts > 1 && triedAt !== undefined ? { triedSince: triedAt } : {}),
    });
    const at = clock();
    switch (delivery.outcome) {
      case 'sent':
        return this.sent(entry, delivery.messages, content, index);
      case 'retry':
        return delivery.obstacle
          ? this.hindered(entry, subscription, delivery.obstacle)
          : this.putOff(entry, delivery.afterMs);
      case 'gone':
        log.warn(
          { place, reason: delivery.reason },
          'a digest cannot be sent any more; it waits until the bot is back',
        );
        await store.subscriptions.lose(place, delivery.reason, at); // first: what a crash interrupts is not tried again
        return this.end(entry, { state: 'failed', at, reason: delivery.reason });
      default:
        delivery satisfies never;
    }
  }

  private sent(
    entry: OutboxEntry,
    messages: string[],
    content: DigestContent,
    index: PassageIndex,
  ): Promise<void> {
    const { clock } = this.options;
    const shown = shownBy(content, selectionOver(index));
    const news = content.kind === 'daily' ? { newsSince: content.newsUntil } : {};
    return this.end(entry, { state: 'sent', at: clock(), messages, shown, ...news });
  }

  /** It is too late for another attempt; what an earlier one of unknown outcome has left is looked for where that can be done. */
  private async giveUp(entry: OutboxEntry, subscription: Subscription): Promise<void> {
    const { store, clock, library } = this.options;
    const { id, place, attempts, triedAt, content } = entry;
    if (attempts === 1 || triedAt === undefined) return this.skip(entry, 'missed');
    const messages = await this.poster.find?.(place, id, triedAt);
    const kept = messages && content && (await keptDigest(content, store, clock()));
    if (messages && kept) return this.sent(entry, messages, kept, (await library(subscription)).index);
    const reason = this.poster.find ? 'outage' : 'unknown';
    return this.end(entry, { state: 'failed', at: clock(), reason });
  }

  /** To be tried again: first as told, then with growing pauses, for two hours in all. */
  private async putOff(entry: OutboxEntry, afterMs: number): Promise<void> {
    const { log } = this.options;
    if (await this.postponed(entry, afterMs)) return;
    log.warn(
      { place: entry.place, attempts: entry.attempts },
      'a digest was given up after two hours of outage',
    );
    await this.end(entry, { state: 'failed', at: this.options.clock(), reason: 'outage' });
  }

  /** False where two hours are over before the next try. */
  private async postponed(entry: OutboxEntry, afterMs: number): Promise<boolean> {
    const { store, worker, clock, elapsed } = this.options;
    const now = clock();
    const passedMs = elapsed();
    const deadline = Math.floor(now + (this.begun.get(entry.id) ?? passedMs) + GIVE_UP_MS - passedMs);
    const pauseMs = Math.max(afterMs, pauseAfter(entry.attempts));
    const wakeAt = Math.min(now + pauseMs, Math.max(deadline, now + afterMs));
    if (wakeAt > deadline || now >= deadline) return false;
    await this.settle({ entry, write: () => store.outbox.postpone(entry.id, worker, wakeAt) });
    return true;
  }

  /** Refused for now. Where that is new, it is tried for two hours; then at the next due times, less and less often. */
  private async hindered(entry: OutboxEntry, { trouble }: Subscription, obstacle: Obstacle): Promise<void> {
    const { store, clock } = this.options;
    const now = clock();
    if (!trouble?.failures && (await this.postponed(entry, OBSTACLE_PAUSE_MS)))
      return trouble ? undefined : store.subscriptions.hinder(entry.place, firstTrouble(obstacle, now));
    await noteTrouble(entry, obstacle, now, { ...this.options, poster: this.poster }); // first: what a crash interrupts is not told again
    await this.end(entry, { state: 'failed', at: now, reason: obstacle });
  }

  private skip(entry: OutboxEntry, reason: OutboxReason): Promise<void> {
    return this.end(entry, { state: 'skipped', at: this.options.clock(), reason });
  }

  private async end(entry: OutboxEntry, end: End): Promise<void> {
    const { store, worker } = this.options;
    this.begun.delete(entry.id);
    await this.settle({ entry, write: () => store.outbox.end(entry.id, worker, end) });
  }

  /** Writes down what became of an entry; what the store cannot take now is written by the next round. Never throws. */
  private async settle(settlement: Settlement): Promise<void> {
    const { log } = this.options;
    const { id, place } = settlement.entry;
    try {
      if (!(await settlement.write()))
        log.warn({ entry: id, place }, 'the claim on a digest had run out before its fate was written down');
    } catch (error) {
      log.error(
        { err: error, entry: id },
        'the fate of a digest could not be written down; it is tried again',
      );
      this.unsettled.push(settlement);
    }
  }
}

/** A daily digest was switched off after it was booked. */
const isOff = ({ reports }: OutboxEntry, { schedule }: Subscription): boolean =>
  reports.length === 0 && schedule === undefined;

/** What is sent at once waits for the end of a pause, too: the next digest says it. */
const isPaused = ({ schedule, pausedUntil }: Subscription, now: number): boolean =>
  schedule !== undefined && pausedUntil !== undefined && dayIn(schedule.zone, now) < pausedUntil;

const pauseAfter = (attempts: number): number =>
  attempts === 1 ? LEAST_PAUSE_MS : FIRST_PAUSE_MS * 2 ** (attempts - 2);

/** A first attempt belongs within six hours; one that follows an attempt of unknown outcome within its two hours, too. */
function isTooLate({ dueAt, triedAt, attempts }: OutboxEntry, now: number): boolean {
  const last = attempts > 1 && triedAt !== undefined ? triedAt + GIVE_UP_MS : 0;
  return attempts > MAX_ATTEMPTS || now > Math.max(dueAt + CATCH_UP_MS, last);
}
