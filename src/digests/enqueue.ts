// Enqueues what is due: each due digest once, and hits for the followers of topics when reports are added.
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { dayIn } from './calendar.ts';
import type { OutboxEntry } from './outbox.ts';
import { latestDue, nextDue } from './schedule.ts';
import type { DigestStore, KnownReport } from './store.ts';
import type { Due, Schedule, Subscription } from './subscription.ts';

const HOUR_MS = 60 * 60 * 1000;
/** A digest that is later than this is skipped as missed. */
export const CATCH_UP_MS: number = 6 * HOUR_MS;
/** Subscriptions that are read from the store at a time. */
const BATCH = 50;

/** What enqueuing needs of its surroundings. */
interface EnqueueContext {
  store: DigestStore;
  /** Milliseconds since 1970. */
  now: number;
  /** The store's secret, from which the ids of entries are made. */
  secret: string;
}

/** Enqueues every digest that is due by now. */
export async function enqueueDue(context: EnqueueContext): Promise<void> {
  const { store, now } = context;
  for (;;) {
    const due = await store.subscriptions.due(now, BATCH);
    for (const subscription of due) await enqueueOne(subscription, context);
    if (due.length < BATCH) return;
    await nextTurn(); // questions are answered between two batches
  }
}

/** Of several digests that were missed only the latest may still be sent. */
async function enqueueOne(subscription: Subscription, context: EnqueueContext): Promise<void> {
  const { store, now } = context;
  const { schedule, next, place } = subscription;
  if (!next) return;
  if (!schedule) {
    await store.outbox.enqueue(subscription, next, undefined, undefined);
    return;
  }
  const latest = latestDue(schedule, now, next.day) ?? next;
  const entry = await dailyEntry(place, latest, context);
  const enqueued: OutboxEntry =
    now - latest.at <= CATCH_UP_MS ? entry : { ...entry, state: 'skipped', reason: 'missed', endedAt: now };
  const following = nextDue(schedule, { after: now, afterDay: latest.day });
  await store.outbox.enqueue(subscription, next, enqueued, following);
}

/**
 * The next digest after a change of a subscription. No place gets two on one day: neither on the date that
 * the last one belongs to, nor on the date on which it was sent, by the clocks of the (maybe new) zone.
 */
export async function nextAfterChange(
  { place, pausedUntil }: Pick<Subscription, 'place' | 'pausedUntil'>,
  schedule: Schedule,
  { outbox }: Pick<DigestStore, 'outbox'>,
  now: number,
): Promise<Due> {
  const latest = await lastDaily(place, outbox, now);
  const day = latest?.occasion.startsWith(DAY) ? latest.occasion.slice(DAY.length) : '';
  const today = dayIn(schedule.zone, now);
  // sent by now, dated by a wrong clock
  const isMisdated = latest !== undefined && latest.dueAt > now && day > today;
  const days = latest
    ? [isMisdated ? today : day, dayIn(schedule.zone, Math.min(latest.endedAt ?? now, now))]
    : [];
  const afterDay = days.sort().at(-1);
  return nextDue(schedule, {
    after: now,
    ...(afterDay ? { afterDay } : {}),
    ...(pausedUntil ? { fromDay: pausedUntil } : {}),
  });
}

/** What the occasion of a daily digest begins with, before its date. */
export const DAY = 'day ';
/** Entries that are searched for the last daily digest behind one that a wrong clock has dated. */
const MAX_HISTORY = 100;

/** The last daily digest, without skipped ones that are dated in the future: they hide the real one. */
async function lastDaily(
  place: string,
  outbox: DigestStore['outbox'],
  now: number,
): Promise<OutboxEntry | undefined> {
  const isMisdated = ({ dueAt, state, occasion }: OutboxEntry) =>
    state === 'skipped' && (dueAt > now || !occasion.startsWith(DAY));
  const latest = await outbox.lastDaily(place);
  if (!latest || !isMisdated(latest)) return latest;
  const history = await outbox.history(place, MAX_HISTORY);
  return history.find((entry) => entry.reports.length === 0 && !isMisdated(entry));
}

/** Fingerprints of the reports that a place may read. */
type ReadableReports = (subscription: Subscription) => Promise<ReadonlySet<string>>;

/**
 * Enqueues hits on added reports for all places that follow a topic at once. Where a place may read none of
 * them nothing is enqueued: an entry in the digest's status would reveal that a report was added.
 */
export async function enqueueNews(
  added: KnownReport[],
  readableBy: ReadableReports,
  { store, now, secret }: EnqueueContext,
): Promise<void> {
  const { subscriptions, topics, outbox } = store;
  const fingerprints = added.map(({ fingerprint }) => fingerprint).sort();
  const enqueueFor = async (place: string) => {
    const subscription = await subscriptions.get(place);
    const readable = subscription ? await readableBy(subscription) : new Set<string>();
    const reports = fingerprints.filter((fingerprint) => readable.has(fingerprint));
    if (reports.length > 0)
      await outbox.add({ ...newEntry(place, `news ${hashOfReports(reports)}`, now, secret), reports });
  };
  for (let after = ''; ; ) {
    const places = await topics.placesAtOnce(after, BATCH);
    for (const place of places) await enqueueFor(place);
    if (places.length < BATCH) return;
    after = places[places.length - 1];
  }
}

const hashOfReports = (fingerprints: string[]) =>
  createHash('sha256').update(fingerprints.join('\n')).digest('hex').slice(0, 12);

/**
 * The entry of a daily digest. A misdated entry keeps its id, which is in the buttons of its message; the new
 * entry gets another.
 */
async function dailyEntry(
  place: string,
  { at, day }: Due,
  { store, secret }: EnqueueContext,
): Promise<OutboxEntry> {
  const occasion = `${DAY}${day}`;
  const entry = newEntry(place, occasion, at, secret);
  const known = await store.outbox.get(entry.id);
  if (!known || known.occasion === occasion) return entry;
  return { ...entry, id: newEntry(place, `${occasion} again`, at, secret).id };
}

const ID_LENGTH = 12;

/**
 * The id gives access to the digest's content: it is made with the store's secret, so it cannot be guessed.
 */
function newEntry(place: string, occasion: string, dueAt: number, secret: string): OutboxEntry {
  const hash = createHash('sha256').update(`${secret}\0${place}\0${occasion}`).digest();
  const id = hash.readBigUInt64BE().toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH);
  const state = 'due';
  return { id, place, occasion, dueAt, retryAt: dueAt, state, attempts: 0, messages: [], reports: [] };
}
