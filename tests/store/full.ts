// One record of every kind, and a look at all of them.
import type { ChatStore } from '../../src/chat/index.ts';
import { entry, PLACE, WHOLE_SUBSCRIPTION, WHOLE_TOPIC } from '../contracts/digest-records.ts';

const AT = 1_700_000_000_000;
const TURN = { message: 'm1', place: 'p1', person: 'u1', questions: ['林业局呢', '\ud83d'], at: AT };
const SHOWN = { sentences: ['s1'], reports: ['f1'] };
const REPORT = { fingerprint: 'f1', identity: 'i1', firstSeen: AT, collection: '甲' };
const SENT = { state: 'sent' as const, at: AT, messages: ['m2'], shown: SHOWN };
const LISTING = { kind: 'reports' as const, ids: ['r1'], words: ['古井'] };

/** Writes one record of every kind into an empty store. */
export async function fill(store: ChatStore): Promise<void> {
  await store.settings.set('p1', { language: 'zh-Hant', length: 'short' });
  await store.access.set('p1', 'denied');
  await store.collections.bind('甲', 'p1');
  await store.collections.close('乙');
  await store.owners.offer('h1');
  await store.owners.redeem('h1', 'u1');
  await store.owners.offer('h2');
  await store.conversations.add(TURN);
  await store.feedback.set({ message: 'm1', person: 'u1', helpful: false, at: AT });
  await store.pagedLists.put('l1', LISTING, AT);
  await store.notices.claim('u1', 'privacy', AT, 0);
  await store.questionLog.add({ pseudonym: 'x', question: '林业局呢', answered: true, at: AT });
  await store.registrations.set('discord:1', 'h3');
  await fillDigests(store);
}

async function fillDigests({ digests }: ChatStore): Promise<void> {
  await digests.subscriptions.put(WHOLE_SUBSCRIPTION);
  await digests.topics.add(WHOLE_TOPIC, 20);
  await digests.outbox.add(entry('e1'));
  await digests.outbox.claim({ platform: 'discord', worker: 'w1', now: AT, until: AT, limit: 1 });
  await digests.outbox.end('e1', 'w1', SENT);
  await digests.reports.note([REPORT]);
  await digests.contents.put(WHOLE_SUBSCRIPTION.place, 'c1', '{}', AT);
}

/** What is in a filled store; changes nothing. */
export async function contentOf(store: ChatStore): Promise<object> {
  return {
    settings: await store.settings.get('p1'),
    access: await store.access.get('p1'),
    collections: await store.collections.bindings(),
    owner: await store.owners.has('u1'),
    owners: await store.owners.count(),
    turn: await store.conversations.ofMessage('m1', 0),
    latest: await store.conversations.latest('p1', 'u1', 0),
    feedback: await store.feedback.count(),
    listing: await store.pagedLists.get('l1', AT),
    firstNotice: await store.notices.claim('u1', 'privacy', AT, 0),
    questions: await store.questionLog.count(),
    registration: await store.registrations.get('discord:1'),
    subscription: await store.digests.subscriptions.get(PLACE),
    topics: await store.digests.topics.list(PLACE),
    entries: await store.digests.outbox.history(PLACE, 9),
    shown: await store.digests.shown.of(PLACE),
    reports: await store.digests.reports.all(),
    content: await store.digests.contents.get('c1', AT),
  };
}

/** What `contentOf` finds after `fill`. */
export const FULL = {
  settings: { language: 'zh-Hant', length: 'short' },
  access: 'denied',
  collections: [
    { collection: '乙', places: [] },
    { collection: '甲', places: ['p1'] },
  ],
  owner: true,
  owners: 1,
  turn: TURN,
  latest: TURN,
  feedback: { helpful: 0, unhelpful: 1 },
  listing: LISTING,
  firstNotice: false,
  questions: 1,
  registration: 'h3',
  subscription: WHOLE_SUBSCRIPTION,
  topics: [WHOLE_TOPIC],
  entries: [entry('e1', { state: 'sent', attempts: 1, triedAt: AT, endedAt: AT, messages: ['m2'] })],
  shown: SHOWN,
  reports: [REPORT],
  content: '{}',
};
