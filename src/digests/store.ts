// What survives a restart, and what several processes on one store agree on. All times are milliseconds since
// 1970.
import type { OutboxEntry, OutboxReason } from './outbox.ts';
import type { Backoff, Due, GoneReason, Subscription, Topic } from './subscription.ts';

export interface SubscriptionStore {
  get(place: string): Promise<Subscription | undefined>;
  /** Replaces a subscription of the same place. */
  put(subscription: Subscription): Promise<void>;
  /** Deletes a place with its topics, what it was shown, its outbox entries and their contents. */
  remove(place: string): Promise<void>;
  /** Subscriptions whose next digest is due by now, the longest due first. */
  due(now: number, limit: number): Promise<Subscription[]>;
  /** Subscriptions whose next digest is due later than a time, ordered by place, those after `after`. */
  dueLater(than: number, after: string, limit: number): Promise<Subscription[]>;
  /** Nothing is due in the place any more; its waiting entries end as skipped for the same reason. */
  markGone(place: string, reason: GoneReason, at: number): Promise<void>;
  /** Also sets the next due time, where the place has one. */
  setBackoff(place: string, backoff: Backoff, next?: Due): Promise<void>;
  /** Subscriptions that are gone or backing off and whose place, channel or community has this key. */
  undelivered(key: string): Promise<Subscription[]>;
  /** Subscriptions whose place, channel or community has this key. */
  within(key: string): Promise<Subscription[]>;
}

export interface TopicStore {
  /** The topics of a place, oldest first. */
  list(place: string): Promise<Topic[]>;
  /**
   * `known` replaces the topic of the same id; `full` where the place has `max` others. In one transaction.
   */
  add(topic: Topic, max: number): Promise<'added' | 'known' | 'full'>;
  /** False where the place does not follow it. */
  remove(place: string, id: string): Promise<boolean>;
  /** Places with a topic that is sent at once, in order, those after `after` (empty for the first ones). */
  placesAtOnce(after: string, limit: number): Promise<string[]>;
}

/** What a place has been sent. */
export interface Shown {
  /** Fingerprints of the quoted sentences. */
  sentences: string[];
  /** Fingerprints of the reports of the day in the current round. */
  reports: string[];
}

/** Which entries a worker claims, and until when. */
export interface ClaimRequest {
  /** What the keys of its places begin with, up to the first colon. */
  platform: string;
  /** Unique among all processes on this store. */
  worker: string;
  now: number;
  until: number;
  limit: number;
}

/** The outcome of a claimed entry, with what follows from it. */
export interface OutboxEnd {
  state: 'sent' | 'failed' | 'skipped';
  at: number;
  messages?: string[];
  reason?: OutboxReason;
  /** Added to what the place was shown. */
  shown?: Shown;
  /** Set in the place's subscription. */
  newsSince?: number;
}

export interface OutboxStore {
  /**
   * Enqueues a subscription's due digest and sets its next due time, in one transaction. False (and nothing
   * changes) where the subscription's next digest is not `due` any more: another process was first. Where the
   * outbox has an entry for the same place and occasion, only the next due time is set.
   * @param entry undefined enqueues nothing
   */
  enqueue(
    subscription: Pick<Subscription, 'place'>,
    due: Due,
    entry: OutboxEntry | undefined,
    next: Due | undefined,
  ): Promise<boolean>;
  /** Adds an entry without a schedule; false where the place has one for this occasion. */
  add(entry: OutboxEntry): Promise<boolean>;
  /**
   * Claims entries whose `retryAt` has come, and those that another worker's claim has run out on, the
   * longest due first, then in the order of enqueuing: an entry that is tried again keeps its turn.
   * `attempts` grows by one, `triedAt` is set where it was not.
   */
  claim(request: ClaimRequest): Promise<OutboxEntry[]>;
  /** Sets the id of a claimed entry's content; false where the claim was lost. */
  setContent(id: string, worker: string, content: string): Promise<boolean>;
  /** Gives a claimed entry back until `retryAt`; false where the claim was lost. */
  postpone(id: string, worker: string, retryAt: number): Promise<boolean>;
  /**
   * Ends a claimed entry in one transaction; `sent` also ends the place's backoff. False where the claim was
   * lost.
   */
  end(id: string, worker: string, end: OutboxEnd): Promise<boolean>;
  get(id: string): Promise<OutboxEntry | undefined>;
  /** Entries of a place, the latest due first. */
  history(place: string, limit: number): Promise<OutboxEntry[]>;
  /** The latest due entry of a place that is a daily digest. */
  lastDaily(place: string): Promise<OutboxEntry | undefined>;
  /** Entries that were due later than a time: nothing is enqueued before it is due, so a clock was wrong. */
  datedAfter(at: number): Promise<OutboxEntry[]>;
  /**
   * Gives an entry another occasion, and no time later than `at`. A waiting entry is skipped; a claim lasts
   * `CLAIM_MS` more at most.
   */
  redate(id: string, occasion: string, at: number): Promise<void>;
  /** Deletes ended entries that were due before a time. */
  expire(before: number): Promise<void>;
}

export interface ShownStore {
  of(place: string): Promise<Shown>;
  /** Forgets the reports of the day: a new round begins. */
  clearReports(place: string): Promise<void>;
}

/** A report that is or was in the library. */
export interface KnownReport {
  /** Hash of its words: survives renames. */
  fingerprint: string;
  /** Hash of its title, agency and period: survives corrections. */
  identity: string;
  firstSeen: number;
  /** The collection in which it was first seen. */
  collection?: string;
}

export interface ReportHistory {
  /** Adds reports with an unknown fingerprint; returns those. */
  note(reports: KnownReport[]): Promise<KnownReport[]>;
  all(): Promise<KnownReport[]>;
}

export interface ContentStore {
  /** Stores the content of a digest for a place. Its age counts from the last `put` or `get`. */
  put(place: string, id: string, content: string, at: number): Promise<void>;
  get(id: string, at: number): Promise<string | undefined>;
  expire(before: number): Promise<void>;
}

/** What is known of the machine's clock. */
export interface ClockState {
  /** The last time that was believed. */
  at: number;
  /** Since when the clock has not gone back. */
  since: number;
  /** The clock has leapt by months: since when, and the last time that it showed. */
  doubt?: { from: number; at: number };
  /** The last repair: when, and the latest date that the wrong clock had left. */
  error?: { at: number; dated: number };
}

export interface ClockStore {
  get(): Promise<ClockState | undefined>;
  set(state: ClockState): Promise<void>;
  /**
   * Sets all times of the store that are later than now to now, except due times; `retryAt` and claims may
   * lie `MAX_WAIT_MS` ahead.
   * @returns how many records were changed
   */
  rewind(now: number): Promise<number>;
}

/** What the digests need of a store. */
export interface DigestStore {
  subscriptions: SubscriptionStore;
  topics: TopicStore;
  outbox: OutboxStore;
  shown: ShownStore;
  reports: ReportHistory;
  contents: ContentStore;
  clock: ClockStore;
}
