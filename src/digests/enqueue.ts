// From schedules to the ledger: what is due is booked once, what was missed for too long is left out.
import { createHash } from 'node:crypto';
import { setImmediate as letOthers } from 'node:timers/promises';
import { dayIn } from './calendar.ts';
import type { OutboxEntry } from './outbox.ts';
import { latestDue, nextDue } from './schedule.ts';
import type { DigestStore, KnownReport } from './store.ts';
import type { Due, Schedule, Subscription } from './subscription.ts';

const HOUR_MS = 60 * 60 * 1000;
/** A digest that could not be sent in time is sent within this, and then left out. */
export const CATCH_UP_MS: number = 6 * HOUR_MS;
/** Subscriptions that are looked at together. */
const LOT = 50;

/** Books every digest that is due by now. */
export async function enqueueDue(
  { subscriptions, outbox }: DigestStore,
  now: number,
  secret: string,
): Promise<void> {
  for (;;) {
    const due = await subscriptions.due(now, LOT);
    for (const subscription of due) await book(subscription, outbox, now, secret);
    if (due.length < LOT) return;
    await letOthers(); // who asks something meanwhile waits for a few bookings, not for all of them
  }
}

/** Of several digests that were missed only the latest may still be sent. */
async function book(
  subscription: Subscription,
  ledger: DigestStore['outbox'],
  now: number,
  secret: string,
): Promise<void> {
  const { schedule, next, place } = subscription;
  if (!next) return;
  if (!schedule) {
    await ledger.enqueue(subscription, next, undefined, undefined);
    return;
  }
  const latest = latestDue(schedule, now, next.day) ?? next;
  const entry = await freeEntry(place, `${DAY}${latest.day}`, latest.at, secret, ledger);
  const booked: OutboxEntry =
    now - latest.at <= CATCH_UP_MS ? entry : { ...entry, state: 'skipped', reason: 'missed', endedAt: now };
  await ledger.enqueue(subscription, next, booked, nextDue(schedule, { after: now, afterDay: latest.day }));
}

/**
 * The next digest after a change of a subscription. No place gets two on one day: not on the date that the last one belongs to, nor on
 * the date on which it was sent, as the clocks of the (maybe new) zone have it.
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
  const isMisdated = latest !== undefined && latest.dueAt > now && day > today; // by a clock that was wrong: it was sent by now
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
/** So many entries are looked at for a digest that was not left out under a wrong clock. */
const HISTORY = 100;

/** The last daily digest; one of a time to come that was left out hides the true one. */
async function lastDaily(
  place: string,
  ledger: DigestStore['outbox'],
  now: number,
): Promise<OutboxEntry | undefined> {
  const isFalse = ({ dueAt, state, occasion }: OutboxEntry) =>
    state === 'skipped' && (dueAt > now || !occasion.startsWith(DAY));
  const latest = await ledger.lastDaily(place);
  if (!latest || !isFalse(latest)) return latest;
  return (await ledger.history(place, HISTORY)).find((each) => each.reports.length === 0 && !isFalse(each));
}

/**
 * Owes the followers of topics a message on reports that were just added. Where none of them may be read nothing is booked: that there
 * was nothing to say would be told by the digest's status, and tell that something came.
 * @param readable the fingerprints of the reports that a place may read
 */
export async function enqueueNews(
  fresh: KnownReport[],
  { subscriptions, topics, outbox }: DigestStore,
  readable: (subscription: Subscription) => Promise<ReadonlySet<string>>,
  now: number,
  secret: string,
): Promise<void> {
  const added = fresh.map(({ fingerprint }) => fingerprint).sort();
  const bookFor = async (place: string) => {
    const subscription = await subscriptions.get(place);
    const here = subscription ? await readable(subscription) : new Set<string>();
    const reports = added.filter((fingerprint) => here.has(fingerprint));
    if (reports.length > 0)
      await outbox.add({ ...newEntry(place, `news ${markOf(reports)}`, now, secret), reports });
  };
  for (let after = ''; ; ) {
    const places = await topics.placesAtOnce(after, LOT);
    for (const place of places) await bookFor(place);
    if (places.length < LOT) return;
    after = places[places.length - 1];
  }
}

const markOf = (reports: string[]) =>
  createHash('sha256').update(reports.join('\n')).digest('hex').slice(0, 12);

/** An entry under an id that none of another occasion has: one that was booked under a wrong clock keeps the id that its buttons know. */
async function freeEntry(
  place: string,
  occasion: string,
  dueAt: number,
  secret: string,
  ledger: DigestStore['outbox'],
): Promise<OutboxEntry> {
  const entry = newEntry(place, occasion, dueAt, secret);
  const known = await ledger.get(entry.id);
  if (!known || known.occasion === occasion) return entry;
  return { ...entry, id: newEntry(place, `${occasion} again`, dueAt, secret).id };
}

const ID_LENGTH = 12;

/** Nobody who does not know the secret of the store can make up the id of an entry, under which what it says is opened. */
function newEntry(place: string, occasion: string, dueAt: number, secret: string): OutboxEntry {
  const digest = createHash('sha256').update(`${secret}\0${place}\0${occasion}`).digest();
  const id = digest.readBigUInt64BE().toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH);
  const waiting = { state: 'due', attempts: 0, messages: [], reports: [] } as const;
  return { id, place, occasion, dueAt, wakeAt: dueAt, ...waiting, messages: [], reports: [] };
}
