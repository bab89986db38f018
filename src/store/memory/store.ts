// The store in memory, for tests and trials: nothing survives the process.
import { randomBytes } from 'node:crypto';
import type {
  Access,
  AccessRequest,
  ChatStore,
  LoggedQuestion,
  PagedList,
  PlaceSettings,
  Turn,
} from '../../chat/index.ts';
import { asynchronous, type Synchronous } from '../asynchronous.ts';
import {
  accessIn,
  collectionsIn,
  conversationsIn,
  feedbackIn,
  type GivenNotice,
  moveRequest,
  noticesIn,
  ownersIn,
  pagedListsIn,
  questionLogIn,
  registrationsIn,
  removePersonFromRequests,
  requestsIn,
  settingsIn,
  type Verdict,
} from './chat-stores.ts';
import { digestsInMemory } from './digests/digest-stores.ts';
import { removeFrom, rename } from './map-operations.ts';
import { rewound } from './rewind.ts';

export function memoryStore(): ChatStore {
  const secret = randomBytes(32).toString('hex'); // not passed in: nothing may depend on its value
  const turns = new Map<string, Turn>();
  const verdicts = new Map<string, Verdict>();
  const notices = new Map<string, GivenNotice>();
  const questions = new Set<LoggedQuestion>();
  const settings = new Map<string, Partial<PlaceSettings>>();
  const access = new Map<string, Access>();
  const requests = new Map<string, AccessRequest>();
  const collections = new Map<string, Set<string>>();
  const lists = new Map<string, { list: PagedList; at: number }>();
  const digests = digestsInMemory((now) =>
    [lists, turns, verdicts, notices, questions, requests].reduce(
      (count, records) => count + rewound<'at'>(records.values(), ['at'], now),
      0,
    ),
  );
  const stores: Synchronous<ChatStore> = {
    settings: settingsIn(settings),
    access: accessIn(access),
    requests: requestsIn(requests),
    collections: collectionsIn(collections),
    owners: ownersIn(new Set()),
    conversations: conversationsIn(turns),
    feedback: feedbackIn(verdicts),
    pagedLists: pagedListsIn(lists),
    notices: noticesIn(notices),
    questionLog: questionLogIn(questions),
    registrations: registrationsIn(new Map()),
    digests: digests.stores,
    secret: () => secret,
    forget: (person, pseudonym) =>
      removeFrom(turns, (turn) => turn.person === person) +
      removeFrom(verdicts, (verdict) => verdict.person === person) +
      removeFrom(notices, (notice) => notice.person === person) +
      removePersonFromRequests(requests, person) +
      removeFrom(questions, (question) => question.pseudonym === pseudonym) +
      digests.forget(person),
    move(from, to) {
      if (from === to) return;
      rename(settings, from, to);
      rename(access, from, to);
      for (const places of collections.values()) if (places.delete(from)) places.add(to);
      for (const turn of turns.values()) if (turn.place === from) turn.place = to;
      for (const request of requests.values()) moveRequest(request, from, to);
      digests.move(from, to);
    },
    close: () => {},
  };
  return asynchronous(stores, 'the store in memory');
}
