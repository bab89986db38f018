// Random calls on the digests' store, with few different keys so that calls meet.
import fc from 'fast-check';
import type { ChatStore } from '../../src/chat/index.ts';
import type { Due, Shown } from '../../src/digests/index.ts';
import { entry, subscription, topic } from '../contracts/digest-records.ts';

/** One call on any store; reading calls show what the writing ones left. */
export type Call = (store: ChatStore) => Promise<unknown>;

const call = <Given extends unknown[]>(
  given: { [Index in keyof Given]: fc.Arbitrary<Given[Index]> },
  make: (store: ChatStore, ...given: Given) => Promise<unknown>,
): fc.Arbitrary<Call> =>
  fc.tuple<Given>(...given).map((values) => (store: ChatStore) => make(store, ...values));

export const ENTRIES = ['e1', 'e2', 'e3', 'e4', 'e5'];
const PLACES = ['a:1', 'a:1:2', 'a:2', 'b:1'];
const place = fc.constantFrom(...PLACES);
const worker = fc.constantFrom('w1', 'w2', 'w3');
const platform = fc.constantFrom('a', 'b');
const id = fc.constantFrom(...ENTRIES);
const occasion = fc.constantFrom('o1', 'o2', 'o3');
const at = fc.nat(12);
const limit = fc.integer({ min: 1, max: 3 });
const state = fc.constantFrom('sent', 'failed', 'skipped');
const mark = fc.constantFrom('x', 'y', 'z');
const reason = fc.constantFrom('forbidden', 'unreachable');
const due: fc.Arbitrary<Due> = fc.record({ at: fc.nat(2), day: fc.constantFrom('d1', 'd2') });
const maybeDue = fc.option(due, { nil: undefined });

/** Marks come in no particular order. */
const sorted = ({ sentences, reports }: Shown) => [sentences.sort(), reports.sort()];

/** What several workers do with the outbox; no entry is deleted. */
const WORK: fc.Arbitrary<Call>[] = [
  call([place, maybeDue, place], ({ digests }, where, next, channel) =>
    digests.subscriptions.put(subscription({ place: where, channel, next })),
  ),
  call([place, due, id, occasion, at, maybeDue], ({ digests }, where, dueThen, name, what, retryAt, next) => {
    const added = entry(name, { place: where, occasion: what, retryAt, dueAt: retryAt });
    return digests.outbox.enqueue({ place: where }, dueThen, added, next);
  }),
  call([id, place, occasion, at], ({ digests }, name, where, what, retryAt) =>
    digests.outbox.add(entry(name, { place: where, occasion: what, retryAt, dueAt: retryAt })),
  ),
  call([id, worker, mark], ({ digests }, name, who, content) =>
    digests.outbox.setContent(name, who, content),
  ),
  call([id, worker, at], ({ digests }, name, who, retryAt) => digests.outbox.postpone(name, who, retryAt)),
  call([place, reason, at], ({ digests }, where, why, now) =>
    digests.subscriptions.markGone(where, why, now),
  ),
  call([place, limit], ({ digests }, where, most) => digests.outbox.history(where, most)),
  call([id], ({ digests }, name) => digests.outbox.get(name)),
  call([place, maybeDue, at], ({ digests }, where, next, now) =>
    digests.subscriptions.setBackoff(
      where,
      { obstacle: 'closed', since: now, failures: 1, retryAt: now, notified: false },
      next,
    ),
  ),
  call([at], ({ digests }, now) => digests.outbox.datedAfter(now)),
  call([at, limit], ({ digests }, now, most) => digests.subscriptions.due(now, most)),
  call([place], async ({ digests }, where) => sorted(await digests.shown.of(where))),
];

/** Everything else that the digests' store does. */
const REST: fc.Arbitrary<Call>[] = [
  call([at, place, limit], ({ digests }, than, after, most) =>
    digests.subscriptions.dueLater(than, after, most),
  ),
  call([id, occasion, at], async ({ digests }, name, what, now) => {
    const known = await digests.outbox.get(name);
    const taken =
      known && (await digests.outbox.history(known.place, 20)).some((each) => each.occasion === what);
    if (!taken) await digests.outbox.redate(name, what, now);
  }),
  call([at], ({ digests }, now) => digests.clock.rewind(now)),
  call([place, place], (store, from, to) => store.move(from, to)),
  call([place], ({ digests }, where) => digests.subscriptions.remove(where)),
  call([place], ({ digests }, where) => digests.subscriptions.get(where)),
  call([place], ({ digests }, key) => digests.subscriptions.within(key)),
  call([place], ({ digests }, key) => digests.subscriptions.undelivered(key)),
  call([at], ({ digests }, before) => digests.outbox.expire(before)),
  call([place, mark, at, fc.boolean(), limit], ({ digests }, where, name, since, atOnce, most) =>
    digests.topics.add(topic({ place: where, id: name, since, atOnce }), most),
  ),
  call([place, mark], ({ digests }, where, name) => digests.topics.remove(where, name)),
  call([place], ({ digests }, where) => digests.topics.list(where)),
  call([place, limit], ({ digests }, after, most) => digests.topics.placesAtOnce(after, most)),
  call([place], ({ digests }, where) => digests.shown.clearReports(where)),
  call([mark, at], ({ digests }, fingerprint, firstSeen) =>
    digests.reports.note([{ fingerprint, identity: fingerprint, firstSeen }]),
  ),
  call([place, mark, mark, at], ({ digests }, where, name, content, now) =>
    digests.contents.put(where, name, content, now),
  ),
  call([mark, at], ({ digests }, name, now) => digests.contents.get(name, now)),
  call([at], ({ digests }, before) => digests.contents.expire(before)),
  call([place, place], async (store, where, person) => {
    await store.digests.subscriptions.put(subscription({ place: where, person, next: undefined }));
    return store.forget(person, 'nobody');
  }),
];

/** A worker takes entries. */
export const claimed = fc.record({ platform, worker, now: at, lasts: fc.nat(4), limit });
/** A worker ends an entry. */
export const ended = fc.record({ id, worker, at, state, marks: fc.array(mark, { maxLength: 2 }) });

export type Claimed = typeof claimed extends fc.Arbitrary<infer Value> ? Value : never;
export type Ended = typeof ended extends fc.Arbitrary<infer Value> ? Value : never;

export const claim = ({ digests }: ChatStore, { platform, worker, now, lasts, limit }: Claimed) =>
  digests.outbox.claim({ platform, worker, now, until: now + lasts, limit });

export const end = ({ digests }: ChatStore, { id, worker, at, state, marks }: Ended) =>
  digests.outbox.end(id, worker, {
    ...{ state, at, messages: marks, newsSince: at },
    shown: { sentences: marks, reports: marks },
  });

export const work = fc.oneof(...WORK);
export const anyCall = fc.oneof(
  ...WORK,
  ...REST,
  claimed.map(
    (given): Call =>
      (store) =>
        claim(store, given),
  ),
  ended.map(
    (given): Call =>
      (store) =>
        end(store, given),
  ),
);
