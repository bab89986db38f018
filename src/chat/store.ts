// What the chat must not forget at a restart. All keys are plain texts made by the adapters, such as platform:123.
import type { DigestStore } from '../digests/index.ts';
import type { Locale } from '../message/index.ts';
import type { Place } from './incoming.ts';

/** Languages that a place can be set to; `auto` follows each person. */
export type LanguageSetting = 'auto' | Locale;

/** What the managers of a place have set. */
export interface PlaceSettings {
  language: LanguageSetting;
  /** Who is answered. */
  audience: 'everyone' | 'managers';
  /** How much an answer shows before its buttons. */
  length: 'short' | 'normal';
  /** Who may set up digests and choose what is followed. */
  digests: 'managers' | 'everyone';
  /** Name of a time zone in the IANA database, or the hours from UTC such as `+08:00`; undefined where none was set. */
  zone?: string;
}

export interface SettingsStore {
  /** What was set; empty where nothing was. */
  get(place: string): Promise<Partial<PlaceSettings>>;
  /** Sets what is given and leaves the rest. */
  set(place: string, settings: Partial<PlaceSettings>): Promise<void>;
}

/**
 * `barred` is denied by an owner of the bot: only an owner lifts it. `denied` is denied by a manager, and so is `suspended`, of what was
 * allowed until then.
 */
export type Access = 'allowed' | 'denied' | 'suspended' | 'barred';

export interface AccessStore {
  /** The decision on this very place, if there is one. */
  get(place: string): Promise<Access | undefined>;
  set(place: string, access: Access): Promise<void>;
  /** Forgets the decision on this very place. */
  clear(place: string): Promise<void>;
}

/** Somebody who manages a place asks the owners to open it. */
export interface AccessRequest {
  id: string;
  /** What is to be opened: a channel or a community. */
  target: string;
  /** What the platform calls it; empty where it does not say. */
  name: string;
  /** Where it was asked. */
  place: Pick<Place, 'id' | 'within'>;
  /** Who asked. */
  person: string;
  locale: Locale;
  /** Milliseconds since 1970. */
  at: number;
  /** What an owner decided. */
  verdict?: 'allowed' | 'denied';
}

/** How many requests there may be since some time. */
export interface RequestBounds {
  since: number;
  ofPerson: number;
  ofAll: number;
}

export interface RequestStore {
  /** Keeps a request, unless there is one for the same target, or as many as there may be; all or nothing. */
  add(request: AccessRequest, bounds: RequestBounds): Promise<'added' | 'again' | 'too-many'>;
  get(id: string): Promise<AccessRequest | undefined>;
  /** Keeps what an owner decided. False where one has decided before, or it is not kept any more. */
  settle(id: string, verdict: 'allowed' | 'denied'): Promise<boolean>;
  /** Takes back a request that reached nobody. */
  drop(id: string): Promise<void>;
  expire(before: number): Promise<void>;
}

/** A collection that is not open to every place. */
export interface Binding {
  /** The name of the folder. */
  collection: string;
  /** Keys of the channels, communities and private chats that read it, in order; where there are none nobody does. */
  places: string[];
}

/** Which collections are bound to which places. What is not bound is open. */
export interface CollectionStore {
  /** All bound collections, in order of their names. */
  bindings(): Promise<Binding[]>;
  /** Adds a place to those that read a collection; one that was open is closed everywhere else. */
  bind(collection: string, place: string): Promise<void>;
  /** Takes places from those that read a collection; one that was open is bound to nobody then. */
  withdraw(collection: string, places: string[]): Promise<void>;
  /** Binds a collection to nobody. */
  close(collection: string): Promise<void>;
  /** Opens a collection to every place. */
  open(collection: string): Promise<void>;
}

export interface OwnerStore {
  has(person: string): Promise<boolean>;
  count(): Promise<number>;
  /** All owners, in order. */
  list(): Promise<string[]>;
  /** Puts a new pairing code in the place of any earlier one. Only its hash is kept. */
  offer(codeHash: string): Promise<void>;
  /** Makes a code invalid. False where it is not (any more) the one on offer. */
  withdraw(codeHash: string): Promise<boolean>;
  /** Makes the person an owner and the code invalid, at once or not at all. False where the code is not (any more) the one on offer. */
  redeem(codeHash: string, person: string): Promise<boolean>;
}

/** One question with its answer's message, so that it can be followed up. */
export interface Turn {
  /** The bot's message. */
  message: string;
  place: string;
  person: string;
  /** The questions of this conversation, oldest first, the answered one last. */
  questions: string[];
  /** Milliseconds since 1970. */
  at: number;
  /** What the message asks for, where it is not an answer. */
  pending?: Pending;
}

/** A command that lacks an option, which the person is asked for. */
export interface Pending {
  command: string;
  /** The options that are given already. */
  values: Record<string, string>;
  /** The option that is asked for. */
  option: string;
  /** Values that can be chosen with a press, by their place in this list. */
  offers: string[];
  /** Only the asker is to see the answer. */
  private: boolean;
  /** A file is asked for, and no text. */
  file?: true;
}

export interface ConversationStore {
  /** Keeps a turn; one of the same message is replaced. */
  add(turn: Turn): Promise<void>;
  /** The turn behind a message of the bot that is not older than `since`. */
  ofMessage(message: string, since: number): Promise<Turn | undefined>;
  /**
   * The last turn of a person in a place that is not older than `since`. One after `until`, where that is given, was kept by a clock that was
   * wrong, and does not count.
   */
  latest(place: string, person: string, since: number, until?: number): Promise<Turn | undefined>;
  /** Deletes what is older than `before`. */
  expire(before: number): Promise<void>;
}

export interface FeedbackStore {
  /** Keeps a verdict on a message of the bot; a later one by the same person replaces the earlier. */
  set(verdict: { message: string; person: string; helpful: boolean; at: number }): Promise<void>;
  /** How often messages were found helpful and not. */
  count(): Promise<{ helpful: number; unhelpful: number }>;
}

/** A list behind buttons: passages or reports by id. Holds no person. */
export interface PagedList {
  kind: 'passages' | 'reports';
  ids: string[];
  /** Words to emphasise in the passages. */
  words: string[];
}

export interface PagedListStore {
  /** Keeps a list under an id of ours; the same list has the same id. Its age counts from the last time it was kept or read. */
  put(id: string, listing: PagedList, at: number): Promise<void>;
  get(id: string, at: number): Promise<PagedList | undefined>;
  expire(before: number): Promise<void>;
}

export interface NoticeStore {
  /**
   * True for the first call with this person and key since `since`; the claim is kept from `at` on. Of two at once only one is first. One
   * that was kept by a clock that was wrong, as long after `at` as `since` is before, does not count.
   */
  claim(person: string, key: string, at: number, since: number): Promise<boolean>;
  /** Gives back a claim that was made at this very time; a later one stays. */
  release(person: string, key: string, at: number): Promise<void>;
  expire(before: number): Promise<void>;
}

/** A question as the log keeps it. */
export interface LoggedQuestion {
  /** The same for all questions of one person, and no way back to who it is. */
  pseudonym: string;
  question: string;
  answered: boolean;
  at: number;
}

export interface QuestionLog {
  add(question: LoggedQuestion): Promise<void>;
  count(): Promise<number>;
  expire(before: number): Promise<void>;
}

/** Which set of commands a platform knows of us, so that it is told only when the set has changed. */
export interface RegistrationStore {
  get(platform: string): Promise<string | undefined>;
  set(platform: string, hash: string): Promise<void>;
}

/** Everything that the chat keeps. */
export interface ChatStore {
  settings: SettingsStore;
  access: AccessStore;
  requests: RequestStore;
  collections: CollectionStore;
  owners: OwnerStore;
  conversations: ConversationStore;
  feedback: FeedbackStore;
  pagedLists: PagedListStore;
  notices: NoticeStore;
  questionLog: QuestionLog;
  registrations: RegistrationStore;
  digests: DigestStore;
  /** A random text made when the store was, for hashes that only this store can make. */
  secret(): Promise<string>;
  /** A place has a new key (a group became a supergroup): settings, access, bound collections, conversations and digests move along. What the new key has already stays. */
  move(from: string, to: string): Promise<void>;
  /** Deletes a person's conversations, feedback, notices and the digests of private chats, and the questions logged under the pseudonym; returns how many records. Ownership stays. */
  forget(person: string, pseudonym: string): Promise<number>;
  close(): Promise<void>;
}
