// The store in memory: for tests, and for trials that leave nothing behind. Nothing survives its end.
import { randomBytes } from 'node:crypto';
import type {
  Access,
  AccessStore,
  ChatStore,
  ConversationStore,
  FeedbackStore,
  Listing,
  ListingStore,
  LoggedQuestion,
  NoticeStore,
  OwnerStore,
  PlaceSettings,
  QuestionLog,
  RegistrationStore,
  SettingsStore,
  Turn,
} from '../chat/index.ts';
import { asynchronous, type Synchronous } from './asynchronous.ts';

/** A new, empty store in memory. */
export function memoryStore(): ChatStore {
  const secret = randomBytes(32).toString('hex'); // not passed in: nothing may depend on which it is
  const turns = new Map<string, Turn>();
  const verdicts = new Map<string, Verdict>();
  const claims = new Map<string, Claim>();
  const questions = new Set<LoggedQuestion>();
  const settings = new Map<string, Partial<PlaceSettings>>();
  const access = new Map<string, Access>();
  const parts: Synchronous<ChatStore> = {
    settings: settingsIn(settings),
    access: accessIn(access),
    owners: ownersIn(new Set()),
    conversations: conversationsIn(turns),
    feedback: feedbackIn(verdicts),
    listings: listingsIn(new Map()),
    notices: noticesIn(claims),
    questionLog: questionLogIn(questions),
    registrations: registrationsIn(new Map()),
    secret: () => secret,
    forget: (person, pseudonym) =>
      removeFrom(turns, (turn) => turn.person === person) +
      removeFrom(verdicts, (verdict) => verdict.person === person) +
      removeFrom(claims, (claim) => claim.person === person) +
      removeFrom(questions, (question) => question.pseudonym === pseudonym),
    move(from, to) {
      rename(settings, from, to);
      rename(access, from, to);
      for (const turn of turns.values()) if (turn.place === from) turn.place = to;
    },
    close: () => {},
  };
  return asynchronous(parts, 'the store in memory');
}

type Verdict = Parameters<FeedbackStore['set']>[0];

/** A notice that was given. */
interface Claim {
  person: string;
  at: number;
}

/** One text for several that no other several have. */
const keyOf = (...texts: string[]) => JSON.stringify(texts);

/** Removes what a test is true of; returns how many. */
function removeFrom<T>(kept: Map<string, T> | Set<T>, test: (value: T) => boolean): number {
  const before = kept.size;
  for (const [key, value] of kept.entries()) {
    if (!test(value)) continue;
    if (kept instanceof Map) kept.delete(key as string);
    else kept.delete(value);
  }
  return before - kept.size;
}

/** Gives what is kept under a key to another one, unless that has something already. */
function rename<Value>(kept: Map<string, Value>, from: string, to: string): void {
  const value = kept.get(from);
  if (value === undefined || from === to) return;
  kept.delete(from);
  if (!kept.has(to)) kept.set(to, value);
}

function settingsIn(kept: Map<string, Partial<PlaceSettings>>): Synchronous<SettingsStore> {
  return {
    get: (place) => ({ ...kept.get(place) }),
    set(place, settings) {
      const given = Object.entries(settings).filter(([, value]) => value !== undefined);
      kept.set(place, { ...kept.get(place), ...Object.fromEntries(given) });
    },
  };
}

function accessIn(kept: Map<string, Access>): Synchronous<AccessStore> {
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

function ownersIn(owners: Set<string>): Synchronous<OwnerStore> {
  let onOffer: string | undefined;
  return {
    has: (person) => owners.has(person),
    count: () => owners.size,
    offer(codeHash) {
      onOffer = codeHash;
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
function conversationsIn(turns: Map<string, Turn>): Synchronous<ConversationStore> {
  return {
    add(turn) {
      turns.delete(turn.message); // a replaced one counts as added now
      turns.set(turn.message, structuredClone(turn));
    },
    ofMessage(message, since) {
      const turn = turns.get(message);
      return turn && turn.at >= since ? structuredClone(turn) : undefined;
    },
    latest(place, person, since) {
      let latest: Turn | undefined;
      for (const turn of turns.values()) {
        if (turn.place !== place || turn.person !== person || turn.at < since) continue;
        if (!latest || turn.at >= latest.at) latest = turn;
      }
      return structuredClone(latest);
    },
    expire(before) {
      removeFrom(turns, (turn) => turn.at < before);
    },
  };
}

function feedbackIn(verdicts: Map<string, Verdict>): Synchronous<FeedbackStore> {
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

function listingsIn(kept: Map<string, { listing: Listing; at: number }>): Synchronous<ListingStore> {
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

function noticesIn(claims: Map<string, Claim>): Synchronous<NoticeStore> {
  return {
    claim(person, key, at, since) {
      const earlier = claims.get(keyOf(person, key));
      if (earlier && earlier.at >= since) return false;
      claims.set(keyOf(person, key), { person, at });
      return true;
    },
    expire(before) {
      removeFrom(claims, ({ at }) => at < before);
    },
  };
}

function questionLogIn(questions: Set<LoggedQuestion>): Synchronous<QuestionLog> {
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

function registrationsIn(hashes: Map<string, string>): Synchronous<RegistrationStore> {
  return {
    get: (platform) => hashes.get(platform),
    set(platform, hash) {
      hashes.set(platform, hash);
    },
  };
}
