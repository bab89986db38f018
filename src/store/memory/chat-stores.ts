// The chat's stores over maps and sets, which are passed in because `forget` and `move` use several of them.
import type {
  Access,
  AccessRequest,
  AccessStore,
  CollectionStore,
  ConversationStore,
  FeedbackStore,
  LoggedQuestion,
  NoticeStore,
  OwnerStore,
  PagedList,
  PagedListStore,
  PlaceSettings,
  QuestionLog,
  RegistrationStore,
  RequestStore,
  SettingsStore,
  Turn,
} from '../../chat/index.ts';
import type { Synchronous } from '../asynchronous.ts';
import { keyOf, removeFrom } from './map-operations.ts';

export type Verdict = Parameters<FeedbackStore['set']>[0];

export interface GivenNotice {
  person: string;
  at: number;
}

export function settingsIn(byPlace: Map<string, Partial<PlaceSettings>>): Synchronous<SettingsStore> {
  return {
    get: (place) => ({ ...byPlace.get(place) }),
    set(place, settings) {
      const changes = Object.entries(settings).filter(([, value]) => value !== undefined);
      byPlace.set(place, { ...byPlace.get(place), ...Object.fromEntries(changes) });
    },
  };
}

export function accessIn(byPlace: Map<string, Access>): Synchronous<AccessStore> {
  return {
    get: (place) => byPlace.get(place),
    set(place, verdict) {
      byPlace.set(place, verdict);
    },
    clear(place) {
      byPlace.delete(place);
    },
  };
}

export function requestsIn(requests: Map<string, AccessRequest>): Synchronous<RequestStore> {
  return {
    add(request, { since, ofPerson, ofAll }) {
      const until = 2 * request.at - since; // later ones were dated by a wrong clock
      const recent = [...requests.values()].filter(({ at }) => at >= since && at <= until);
      if (recent.some(({ target }) => target === request.target)) return 'again';
      const own = recent.filter(({ person }) => person === request.person);
      if (own.length >= ofPerson || recent.length >= ofAll) return 'too-many';
      requests.set(request.id, structuredClone(request));
      return 'added';
    },
    get: (id) => structuredClone(requests.get(id)),
    settle(id, verdict) {
      const request = requests.get(id);
      if (!request || request.verdict) return false;
      request.verdict = verdict;
      return true;
    },
    drop(id) {
      requests.delete(id);
    },
    expire(before) {
      removeFrom(requests, ({ at }) => at < before);
    },
  };
}

/** Removes a person from requests, which stay because they are counted; returns how many. */
export function removePersonFromRequests(requests: Map<string, AccessRequest>, person: string): number {
  const own = [...requests.values()].filter((request) => request.person === person);
  for (const request of own) request.person = '';
  return own.length;
}

/** Replaces a key wherever a request has it. */
export function moveRequest(request: AccessRequest, from: string, to: string): void {
  const renamed = (key: string) => (key === from ? to : key);
  const { id, within } = request.place;
  const { channel, community } = within;
  request.target = renamed(request.target);
  request.place = {
    id: renamed(id),
    within: { channel: renamed(channel), ...(community ? { community: renamed(community) } : {}) },
  };
}

/** @param bound the places of each bound collection */
export function collectionsIn(bound: Map<string, Set<string>>): Synchronous<CollectionStore> {
  const placesOf = (collection: string) => {
    const places = bound.get(collection) ?? new Set();
    bound.set(collection, places);
    return places;
  };
  return {
    bindings: () =>
      [...bound]
        .map(([collection, places]) => ({ collection, places: [...places].sort() }))
        .sort((a, b) => (a.collection < b.collection ? -1 : 1)),
    bind(collection, place) {
      placesOf(collection).add(place);
    },
    withdraw(collection, places) {
      const readers = placesOf(collection);
      for (const place of places) readers.delete(place);
    },
    close(collection) {
      bound.set(collection, new Set());
    },
    open(collection) {
      bound.delete(collection);
    },
  };
}

export function ownersIn(owners: Set<string>): Synchronous<OwnerStore> {
  let offered: string | undefined;
  return {
    has: (person) => owners.has(person),
    count: () => owners.size,
    list: () => [...owners].sort(),
    offer(codeHash) {
      offered = codeHash;
    },
    withdraw(codeHash) {
      if (codeHash !== offered) return false;
      offered = undefined;
      return true;
    },
    redeem(codeHash, person) {
      if (codeHash !== offered) return false;
      offered = undefined;
      owners.add(person);
      return true;
    },
  };
}

/** @param turns in the order in which they were added */
export function conversationsIn(turns: Map<string, Turn>): Synchronous<ConversationStore> {
  return {
    add(turn) {
      turns.delete(turn.message); // a replaced one counts as added now
      turns.set(turn.message, structuredClone(turn));
    },
    ofMessage(message, since) {
      const turn = turns.get(message);
      return turn && turn.at >= since ? structuredClone(turn) : undefined;
    },
    latest(place, person, since, until = Number.POSITIVE_INFINITY) {
      let latest: Turn | undefined;
      for (const turn of turns.values()) {
        if (turn.place !== place || turn.person !== person || turn.at < since || turn.at > until) continue;
        if (!latest || turn.at >= latest.at) latest = turn;
      }
      return structuredClone(latest);
    },
    expire(before) {
      removeFrom(turns, (turn) => turn.at < before);
    },
  };
}

export function feedbackIn(verdicts: Map<string, Verdict>): Synchronous<FeedbackStore> {
  return {
    set(verdict) {
      verdicts.set(keyOf(verdict.message, verdict.person), { ...verdict });
    },
    count() {
      const helpful = [...verdicts.values()].filter((verdict) => verdict.helpful).length;
      return { helpful, unhelpful: verdicts.size - helpful };
    },
  };
}

export function pagedListsIn(
  lists: Map<string, { list: PagedList; at: number }>,
): Synchronous<PagedListStore> {
  return {
    put(id, list, at) {
      lists.set(id, { list: structuredClone(list), at });
    },
    get(id, at) {
      const found = lists.get(id);
      if (!found) return undefined;
      found.at = at;
      return structuredClone(found.list);
    },
    expire(before) {
      removeFrom(lists, ({ at }) => at < before);
    },
  };
}

export function noticesIn(given: Map<string, GivenNotice>): Synchronous<NoticeStore> {
  return {
    claim(person, key, at, since) {
      const earlier = given.get(keyOf(person, key));
      if (earlier && earlier.at >= since && earlier.at <= 2 * at - since) return false;
      given.set(keyOf(person, key), { person, at });
      return true;
    },
    release(person, key, at) {
      if (given.get(keyOf(person, key))?.at === at) given.delete(keyOf(person, key));
    },
    expire(before) {
      removeFrom(given, ({ at }) => at < before);
    },
  };
}

export function questionLogIn(questions: Set<LoggedQuestion>): Synchronous<QuestionLog> {
  return {
    add(question) {
      questions.add({ ...question });
    },
    count: () => questions.size,
    expire(before) {
      removeFrom(questions, ({ at }) => at < before);
    },
  };
}

export function registrationsIn(hashes: Map<string, string>): Synchronous<RegistrationStore> {
  return {
    get: (platform) => hashes.get(platform),
    set(platform, hash) {
      hashes.set(platform, hash);
    },
  };
}
