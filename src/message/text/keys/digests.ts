// Digests and followed topics.

/** Days on which a digest is due, as in the option of /digest on. */
export type DigestDays = 'daily' | 'weekdays' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** What became of a due digest. */
export type DigestOutcome =
  | 'due'
  | 'claimed'
  | 'sent'
  | 'outage'
  | 'unknown'
  | 'forbidden'
  | 'unreachable'
  | 'closed'
  | 'missed'
  | 'nothing-new'
  | 'not-allowed'
  | 'withdrawn';

/** Why a platform refuses a digest at present. */
export type DigestObstacle = 'forbidden' | 'closed' | 'unreachable';

/** What keeps messages without a request from being sent to a place. */
export type PostingLack =
  /** The app is installed for a person, and the bot is no member of the place. */
  | 'membership'
  /** A group of direct messages, which no bot can join. */
  | 'group-chat'
  /** Rights that the bot lacks. */
  | 'view'
  | 'send'
  | 'send-in-threads'
  /** The thread or topic is closed. */
  | 'closed';

/** A topic in the words of a language. */
export interface FollowedTopic {
  text: string;
  agency?: string | undefined;
  /** The name of the section kind. */
  sectionKind?: string | undefined;
  atOnce?: boolean;
}

/** The digest itself. */
interface DigestMessageTexts {
  digestHeading(date: string): string;
  hitsHeading(): string;
  /** `time`: when it was due. */
  digestLate(time: string): string;
  newsHeading(added: number, changed: number): string;
  /** `about`: agency and period. */
  newsOf(change: 'added' | 'changed', title: string, about: string): string;
  topicHeading(topic: FollowedTopic): string;
  /** Nothing is new: a recommended report. */
  todaysReport(title: string, about: string): string;
  highlightsIntro(): string;
  tryAsking(): string;
  /** The button that shows everything; `more` quotes and reports are not in the message. */
  wholeDigest(more: number): string;
  /** The button that explains why this came and how to change it. */
  whyThis(): string;
  digestGone(): string;
  nothingNewToday(): string;
}

/** Setting a digest up, and its status. */
interface DigestSetupTexts {
  /** Above the status. */
  digestStatusHeading(): string;
  digestIsOn(): string;
  digestIsOff(topics: number, atOnce: number): string;
  digestWasOff(): string;
  digestPaused(date: string): string;
  notOnYet(): string;
  /** Before a point of time. */
  nextDigest(): string;
  /** The outcome of the last one, before the time at which it was due. */
  lastDigest(outcome: DigestOutcome): string;
  /** Before a point of time. */
  setUpOn(): string;
  whyHere(kind: 'private' | 'group'): string;
  scheduleIs(time: string, days: DigestDays, zone: string): string;
  silently(silent: boolean): string;
  skipping(skip: boolean): string;
  followingCount(topics: number, max: number): string;
  digestIsGone(reason: 'forbidden' | 'unreachable'): string;
  noTimeOfDay(text: string): string;
  noZone(text: string, candidates: string[]): string;
  noDate(text: string): string;
  noDigestsHere(): string;
  followed(topic: FollowedTopic, count: number, max: number): string;
  followedAlready(topic: FollowedTopic): string;
  tooManyTopics(max: number): string;
  foundNow(): string;
  nothingYet(): string;
  /** No digest is on, so nothing would be sent about the topic. */
  followNeedsDigest(): string;
  unfollowed(topic: FollowedTopic): string;
  notFollowed(text: string): string;
  followingHeading(count: number, max: number): string;
  followsNothing(): string;
  followedTopic(topic: FollowedTopic): string;
  unfollowWhich(): string;
  /** The button under an answer. */
  followThis(): string;
  questionGone(): string;
}

/** Why digests do not arrive. */
interface DigestTroubleTexts {
  /** The platform refused the last ones. */
  digestIsObstructed(obstacle: DigestObstacle): string;
  /** Before a point of time. */
  notTakenSince(): string;
  nextTry(): string;
  /** To the digest manager in a private chat; with the address of the place if it has one. */
  digestNotTaken(obstacle: DigestObstacle, address?: string): string;
  /** At least one of `lacks`. */
  cannotPost(lacks: readonly PostingLack[]): string;
  /** The machine's clock jumped and is not trusted yet. */
  clockInDoubt(): string;
}

export interface DigestTexts extends DigestMessageTexts, DigestSetupTexts, DigestTroubleTexts {}
