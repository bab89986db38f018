// What the digests must not forget at a restart, and what several processes on one store must agree on.
import type { OutboxEntry, OutboxReason } from './outbox.ts';
import type { Due, GoneReason, Subscription, Topic, Trouble } from './subscription.ts';

export interface SubscriptionStore {
  get(place: string): Promise<Subscription | undefined>;
  /** Keeps a subscription; one of the same place is replaced. */
  put(subscription: Subscription): Promise<void>;
  /** Forgets a place with its topics, what it was shown, its entries of the ledger and what its digests said. */
  remove(place: string): Promise<void>;
  /** Subscriptions whose next digest is due by now, the longest due first. */
  due(now: number, limit: number): Promise<Subscription[]>;
  /** Subscriptions whose next digest is due later than a time, in order of their places, those after a place. */
  dueLater(than: number, after: string, limit: number): Promise<Subscription[]>;
  /** Marks a place as out of reach: nothing is due there any more. Its waiting entries end as skipped for that reason. */
  lose(place: string, reason: GoneReason, at: number): Promise<void>;
  /** Notes why a place did not take its digest. Where a next one is due it is due then. */
  hinder(place: string, trouble: Trouble, next?: Due): Promise<void>;
  /** Subscriptions that are out of reach or in trouble and whose place, channel or community has this key. */
  lost(key: string): Promise<Subscription[]>;
  /** Subscriptions whose place, channel or community has this key. */
  under(key: string): Promise<Subscription[]>;
}

export interface TopicStore {
  /** What a place follows, oldest first. */
  list(place: string): Promise<Topic[]>;
  /** Keeps a topic: `known` replaces one of the same id, `full` where the place has so many others already. At once or not at all. */
  add(topic: Topic, most: number): Promise<'added' | 'known' | 'full'>;
  /** False where the place does not follow it. */
  remove(place: string, id: string): Promise<boolean>;
  /** Places that follow something at once, each once, in order, those after a place (empty for the first ones). */
  placesAtOnce(after: string, limit: number): Promise<string[]>;
}

/** What a sent message leaves behind in its place. */
export interface Shown {
  /** Marks of the sentences that were quoted. */
  sentences: string[];
  /** Fingerprints of the reports that were today's. */
  reports: string[];
}

export interface OutboxStore {
  /**
   * Books the due digest of a subscription and sets its next one, both at once or neither.
   * False (and nothing changes) where the subscription's next digest is not `booked` any more: another process was first.
   * Where the ledger has an entry for the same place and occasion already, only the next one is set.
   * @param entry undefined books nothing: the digest is left out
   */
  enqueue(
    subscription: Pick<Subscription, 'place'>,
    booked: Due,
    entry: OutboxEntry | undefined,
    next: Due | undefined,
  ): Promise<boolean>;
  /** Adds an entry that belongs to no schedule; false where the place has one for this occasion already. */
  add(entry: OutboxEntry): Promise<boolean>;
  /**
   * Takes entries of a platform to send, the longest due first, then in the order in which they were booked, so that what is tried again keeps its turn: those
   * whose `wakeAt` has come, and those whose claim by somebody else has run out. They count as claimed by the worker until `until`, with
   * one attempt more and `triedAt` set where it was not.
   * @param platform what the keys of its places begin with, up to the first colon
   */
  claim(platform: string, worker: string, now: number, until: number, limit: number): Promise<OutboxEntry[]>;
  /** Notes what a claimed entry says; false where the claim was lost. */
  compose(id: string, worker: string, content: string): Promise<boolean>;
  /** Gives a claimed entry back, to be tried from `wakeAt` on. False where the claim was lost. */
  postpone(id: string, worker: string, wakeAt: number): Promise<boolean>;
  /**
   * Ends a claimed entry, with everything that follows from it, at once: what was shown is added to the place's, `newsSince` of its
   * subscription is set; where it was sent, the place is in trouble no more. False (and nothing changes) where the claim was lost.
   */
  end(
    id: string,
    worker: string,
    end: {
      state: 'sent' | 'failed' | 'skipped';
      at: number;
      messages?: string[];
      reason?: OutboxReason;
      shown?: Shown;
      newsSince?: number;
    },
  ): Promise<boolean>;
  get(id: string): Promise<OutboxEntry | undefined>;
  /** Entries of a place, the latest due first. */
  history(place: string, limit: number): Promise<OutboxEntry[]>;
  /** The entry of a place's latest due daily digest: one that is about no reports. */
  lastDaily(place: string): Promise<OutboxEntry | undefined>;
  /** Entries that were due later than a time: nothing is booked before it is due, so a clock was wrong. */
  datedAfter(at: number): Promise<OutboxEntry[]>;
  /**
   * Gives an entry another occasion, and none of its times is later than `at`. What waits ends as skipped; what is being sent stays so,
   * for five minutes more at most.
   */
  redate(id: string, occasion: string, at: number): Promise<void>;
  /** Deletes ended entries that were due before a time. */
  expire(before: number): Promise<void>;
}

export interface ShownStore {
  /** Everything that a place was shown. */
  of(place: string): Promise<Shown>;
  /** Forgets which reports were today's: the round begins anew. */
  clearReports(place: string): Promise<void>;
}

/** A report as the library has had it. */
export interface KnownReport {
  /** Of its words: the same wherever it stands. */
  fingerprint: string;
  /** Of its title, agency and time: the same when its words change. */
  identity: string;
  /** Milliseconds since 1970. */
  firstSeen: number;
  /** The collection that it stood in then. */
  collection?: string;
}

export interface ReportHistory {
  /** Adds reports that are not known by their fingerprint; returns those. */
  note(reports: KnownReport[]): Promise<KnownReport[]>;
  all(): Promise<KnownReport[]>;
}

export interface ContentStore {
  /** Keeps what a digest for a place says, as text, under an id. Its age counts from the last time it was kept or read. */
  put(place: string, id: string, content: string, at: number): Promise<void>;
  get(id: string, at: number): Promise<string | undefined>;
  expire(before: number): Promise<void>;
}

/** What is known of the machine's clock. All times are milliseconds since 1970. */
export interface ClockState {
  /** The last time that was believed. */
  at: number;
  /** Since when it has not gone back. */
  since: number;
  /** It has leapt by months: since when, and the last such time. */
  doubt?: { from: number; at: number };
  /** The last error that was found and mended: when, and the latest date that it had left. */
  error?: { at: number; dated: number };
}

export interface ClockStore {
  get(): Promise<ClockState | undefined>;
  set(state: ClockState): Promise<void>;
  /**
   * Whatever this store dates later than a time, except what is due, is of that time from now on. Entries of the ledger are tried, and
   * claims end, within hours. Returns how many records.
   */
  rewind(now: number): Promise<number>;
}

/** Everything that the digests keep. */
export interface DigestStore {
  subscriptions: SubscriptionStore;
  topics: TopicStore;
  outbox: OutboxStore;
  shown: ShownStore;
  reports: ReportHistory;
  contents: ContentStore;
  clock: ClockStore;
}
