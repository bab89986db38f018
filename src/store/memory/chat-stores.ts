// What the chat keeps, part by part, over maps and sets that whoever joins them may look into.
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

/** A person's verdict on a message. */
export type Verdict = Parameters<FeedbackStore['set']>[0];

/** A notice that was given. */
export interface GivenNotice {
  person: string;
  at: number;
}

export function settingsIn(kept: Map<string, Partial<PlaceSettings>>): Synchronous<SettingsStore> {
  return {
    get: (place) => ({ ...kept.get(place) }),
    set(place, settings) {
      const given = Object.entries(settings).filter(([, value]) => value !== undefined);
      kept.set(place, { ...kept.get(place), ...Object.fromEntries(given) });
    },
  };
}

export function accessIn(kept: Map<string, Access>): Synchronous<AccessStore> {
  return {
    get: (place) => kept.get(place),
    set(place, verdict) {
      kept.set(place, verdict);
    },
    clear(place) {
      kept.delete(place);
    },
  };
}

export function requestsIn(kept: Map<string, AccessRequest>): Synchronous<RequestStore> {
  return {
    add(request, { since, ofPerson, ofAll }) {
      const until = 2 * request.at - since; // what is later was dated by a clock that was wrong
      const recent = [...kept.values()].filter(({ at }) => at >= since && at <= until);
      if (recent.some(({ target }) => target === request.target)) return 'again';
      const own = recent.filter(({ person }) => person === request.person);
      if (own.length >= ofPerson || recent.length >= ofAll) return 'too-many';
      kept.set(request.id, structuredClone(request));
      return 'added';
    },
    get: (id) => structuredClone(kept.get(id)),
    settle(id, verdict) {
      const request = kept.get(id);
      if (!request || request.verdict) return false;
      request.verdict = verdict;
      return true;
    },
    drop(id) {
      kept.delete(id);
    },
    expire(before) {
      removeFrom(kept, ({ at }) => at < before);
    },
  };
}

/** Takes a person's name off requests, which stay: they are counted. Returns how many. */
export function disown(kept: Map<string, AccessRequest>, person: string): number {
  const own = [...kept.values()].filter((request) => request.person === person);
  for (const request of own) request.person = '';
  return own.length;
}

/** Puts a new key wherever a request has the old one. */
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

/** The places of each bound collection. */
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
      const kept = placesOf(collection);
      for (const place of places) kept.delete(place);
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
  let onOffer: string | undefined;
  return {
    has: (person) => owners.has(person),
    count: () => owners.size,
    list: () => [...owners].sort(),
    offer(codeHash) {
      onOffer = codeHash;
    },
    withdraw(codeHash) {
      if (codeHash !== onOffer) return false;
      onOffer = undefined;
      return true;
    },
    redeem(codeHash, person) {
      if (codeHash !== onOffer) return false;
      onOffer = undefined;
      owners.add(person);
      return true;
    },
  };
}

/** Turns in the order in which they were added. */
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
  kept: Map<string, { listing: PagedList; at: number }>,
): Synchronous<PagedListStore> {
  return {
    put(id, listing, at) {
      kept.set(id, { listing: structuredClone(listing), at });
    },
    get(id, at) {
      const found = kept.get(id);
      if (!found) return undefined;
      found.at = at;
      return structuredClone(found.listing);
    },
    expire(before) {
      removeFrom(kept, ({ at }) => at < before);
    },
  };
}

export function noticesIn(claims: Map<string, GivenNotice>): Synchronous<NoticeStore> {
  return {
    claim(person, key, at, since) {
      const earlier = claims.get(keyOf(person, key));
      if (earlier && earlier.at >= since && earlier.at <= 2 * at - since) return false;
      claims.set(keyOf(person, key), { person, at });
      return true;
    },
    release(person, key, at) {
      if (claims.get(keyOf(person, key))?.at === at) claims.delete(keyOf(person, key));
    },
    expire(before) {
      removeFrom(claims, ({ at }) => at < before);
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
