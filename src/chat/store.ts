// The interface of the store that the chat needs. Keys are texts made by the adapters, such as platform:123;
// times are milliseconds since 1970; `expire(before)` deletes what is older.
import type { DigestStore } from '../digests/index.ts';
import type { Locale } from '../message/index.ts';
import type { Place } from './incoming.ts';

/** `auto` follows each person. */
export type LanguageSetting = 'auto' | Locale;

export interface PlaceSettings {
  language: LanguageSetting;
  /** Who is answered. */
  audience: 'everyone' | 'managers';
  /** How much an answer shows before its buttons. */
  length: 'short' | 'normal';
  /** Who may set up digests and choose what is followed. */
  digests: 'managers' | 'everyone';
  /** An IANA name, or an offset from UTC such as `+08:00`. */
  zone?: string;
}

export interface SettingsStore {
  /** Only what was set; empty where nothing was. */
  get(place: string): Promise<Partial<PlaceSettings>>;
  /** Sets what is given and keeps the rest. */
  set(place: string, settings: Partial<PlaceSettings>): Promise<void>;
}

/**
 * `barred`: denied by an owner, and only an owner lifts it. `denied`: by a manager. `suspended`: by a
 * manager, of a place that was allowed before.
 */
export type Access = 'allowed' | 'denied' | 'suspended' | 'barred';

export interface AccessStore {
  /** The decision under this key alone. */
  get(place: string): Promise<Access | undefined>;
  set(place: string, access: Access): Promise<void>;
  /** Deletes the decision under this key alone. */
  clear(place: string): Promise<void>;
}

/** A manager's request to the owners to open a place. */
export interface AccessRequest {
  id: string;
  /** The key of the channel or community to be opened. */
  target: string;
  /** The displayed name; empty where the platform gives none. */
  name: string;
  /** Where the request was made. */
  place: Pick<Place, 'id' | 'within'>;
  /** Who made it. */
  person: string;
  locale: Locale;
  /** Milliseconds since 1970. */
  at: number;
  /** Undefined until an owner has decided. */
  verdict?: 'allowed' | 'denied';
}

/** The largest numbers of requests since a time. */
interface RequestBounds {
  since: number;
  ofPerson: number;
  ofAll: number;
}

export interface RequestStore {
  /** Stores a request in one step, unless there is one for the same target or the bounds are reached. */
  add(request: AccessRequest, bounds: RequestBounds): Promise<'added' | 'again' | 'too-many'>;
  get(id: string): Promise<AccessRequest | undefined>;
  /** Stores an owner's verdict. False where there is one already, or the request has expired. */
  settle(id: string, verdict: 'allowed' | 'denied'): Promise<boolean>;
  /** Deletes a request that reached no owner. */
  drop(id: string): Promise<void>;
  expire(before: number): Promise<void>;
}

/** A collection that is not open to every place. */
export interface Binding {
  /** The folder's name. */
  collection: string;
  /** The keys of the channels, communities and private chats that read it, sorted; may be empty. */
  places: string[];
}

/** Collections without a binding are open to every place. */
export interface CollectionStore {
  /** Sorted by collection. */
  bindings(): Promise<Binding[]>;
  /** Adds a reader; a collection that was open is closed to all other places. */
  bind(collection: string, place: string): Promise<void>;
  /** Removes readers; a collection that was open then has none. */
  withdraw(collection: string, places: string[]): Promise<void>;
  /** Leaves a collection without readers. */
  close(collection: string): Promise<void>;
  /** Deletes the binding: every place reads the collection. */
  open(collection: string): Promise<void>;
}

export interface OwnerStore {
  has(person: string): Promise<boolean>;
  count(): Promise<number>;
  /** Sorted. */
  list(): Promise<string[]>;
  /** Replaces any earlier pairing code. Only the hash is stored. */
  offer(codeHash: string): Promise<void>;
  /** Ends a code. False where it is not the one on offer. */
  withdraw(codeHash: string): Promise<boolean>;
  /**
   * Makes the person an owner and ends the code, in one step. False where the code is not the one on offer.
   */
  redeem(codeHash: string, person: string): Promise<boolean>;
}

/** A message of the bot with the questions that led to it, so that it can be followed up. */
export interface Turn {
  /** Its key. */
  message: string;
  place: string;
  person: string;
  /** Oldest first, the answered one last. */
  questions: string[];
  /** Milliseconds since 1970. */
  at: number;
  /** The command that the message asks an option for. */
  pending?: Pending;
}

/** A command that lacks an option that was asked for. */
export interface Pending {
  command: string;
  /** The options that are given already. */
  values: Record<string, string>;
  /** The missing one. */
  option: string;
  /** Values that can be pressed, by their index. */
  offers: string[];
  /** Only the asker is to see the answer. */
  private: boolean;
  /** The option is a file, not text. */
  file?: true;
  /** The message is an answer, and the offers are further questions: only a press chooses one. */
  further?: true;
}

export interface ConversationStore {
  /** Stores a turn; one of the same message is replaced. */
  add(turn: Turn): Promise<void>;
  /** The turn of a message, not older than `since`. */
  ofMessage(message: string, since: number): Promise<Turn | undefined>;
  /**
   * A person's last turn in a place, not older than `since`. A later one than `until` was stored by a wrong
   * clock and is ignored.
   */
  latest(place: string, person: string, since: number, until?: number): Promise<Turn | undefined>;
  expire(before: number): Promise<void>;
}

export interface FeedbackStore {
  /** Stores a verdict on a message of the bot; a later one by the same person replaces it. */
  set(verdict: { message: string; person: string; helpful: boolean; at: number }): Promise<void>;
  /** Over all messages. */
  count(): Promise<{ helpful: number; unhelpful: number }>;
}

/** A list behind buttons: passages or reports by id. It names no person. */
export interface PagedList {
  kind: 'passages' | 'reports';
  ids: string[];
  /** Emphasised in the passages. */
  words: string[];
}

export interface PagedListStore {
  /** The same list has the same id. Its age counts from the last time it was stored or read. */
  put(id: string, list: PagedList, at: number): Promise<void>;
  get(id: string, at: number): Promise<PagedList | undefined>;
  expire(before: number): Promise<void>;
}

export interface NoticeStore {
  /**
   * True for the first call with this person and key since `since`, also of two at once. The claim is stored
   * with `at`; one as long after `at` as `since` is before was stored by a wrong clock and is ignored.
   */
  claim(person: string, key: string, at: number, since: number): Promise<boolean>;
  /** Deletes the claim made at exactly this time; a later one stays. */
  release(person: string, key: string, at: number): Promise<void>;
  expire(before: number): Promise<void>;
}

export interface LoggedQuestion {
  /** The same for all questions of one person; it does not lead to the person. */
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

/** The hash of the commands registered with a platform: they are sent again only when they have changed. */
export interface RegistrationStore {
  get(platform: string): Promise<string | undefined>;
  set(platform: string, hash: string): Promise<void>;
}

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
  /** A random text made with the store, as the key of its hashes. */
  secret(): Promise<string>;
  /**
   * Moves settings, access, bindings, conversations and digests to a place's new key, as when a group becomes
   * a supergroup. What the new key already has stays.
   */
  move(from: string, to: string): Promise<void>;
  /**
   * Deletes a person's conversations, feedback, notices and digests of private chats, and the questions
   * logged under the pseudonym. Ownership stays. Returns the number of records.
   */
  forget(person: string, pseudonym: string): Promise<number>;
  close(): Promise<void>;
}
