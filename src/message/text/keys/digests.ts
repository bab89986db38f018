// What the bot says about digests and followed topics, as keys with parameters.

/** Days on which a digest is due, as they are named in a declaration. */
export type DigestDays = 'daily' | 'weekdays' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** What became of a digest that was due. */
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

/** Why a platform does not take a digest at present. */
export type DigestObstacle = 'forbidden' | 'closed' | 'unreachable';

/** What keeps messages that nobody asked for from being sent to a place. */
export type PostingLack =
  /** The app is installed for a person, and the bot is no member there. */
  | 'membership'
  /** Direct messages among several people, which no bot can join. */
  | 'group-chat'
  /** Rights of the bot. */
  | 'view'
  | 'send'
  | 'send-in-threads'
  /** The thread or topic is closed. */
  | 'closed';

/** Something that is followed. */
export interface FollowedTopic {
  text: string;
  agency?: string | undefined;
  /** The part's name in the language of the text. */
  sectionKind?: string | undefined;
  atOnce?: boolean;
}

/** The digest itself. */
export interface DigestMessageTexts {
  digestHeading(date: string): string;
  hitsHeading(): string;
  /** The time at which it was due. */
  digestLate(time: string): string;
  newsHeading(added: number, changed: number): string;
  /** A new report; `about` says who wrote it, for which time. */
  newsOf(change: 'added' | 'changed', title: string, about: string): string;
  topicHeading(topic: FollowedTopic): string;
  /** Nothing is new: a report worth reading. */
  todaysReport(title: string, about: string): string;
  highlightsIntro(): string;
  tryAsking(): string;
  /** On the button that shows everything; `more` quotes and reports are not in the message. */
  wholeDigest(more: number): string;
  /** On the button that says why this came and how to change it. */
  whyThis(): string;
  digestGone(): string;
  nothingNewToday(): string;
}

/** Setting it up and asking where it stands. */
export interface DigestSetupTexts {
  /** Stands above when it comes and what became of it. */
  digestStatusHeading(): string;
  digestIsOn(): string;
  digestIsOff(topics: number, atOnce: number): string;
  digestWasOff(): string;
  digestPaused(date: string): string;
  notOnYet(): string;
  /** Labels of a point of time that stands after them. */
  nextDigest(): string;
  /** What became of the last one; the time at which it was due follows. */
  lastDigest(fate: DigestOutcome): string;
  /** Since when this is set up; a point of time follows. */
  setUpOn(): string;
  whyHere(kind: 'private' | 'group'): string;
  scheduleIs(time: string, days: DigestDays, zone: string): string;
  silently(silent: boolean): string;
  skipping(skip: boolean): string;
  followingCount(topics: number, most: number): string;
  digestIsGone(reason: 'forbidden' | 'unreachable'): string;
  noTimeOfDay(text: string): string;
  noZone(text: string, candidates: string[]): string;
  noDate(text: string): string;
  noDigestsHere(): string;
  followed(topic: FollowedTopic, count: number, most: number): string;
  followedAlready(topic: FollowedTopic): string;
  tooManyTopics(most: number): string;
  foundNow(): string;
  nothingYet(): string;
  /** No daily digest is on, so a followed topic leads to nothing. */
  followNeedsDigest(): string;
  unfollowed(topic: FollowedTopic): string;
  notFollowed(text: string): string;
  followingHeading(count: number, most: number): string;
  followsNothing(): string;
  followedTopic(topic: FollowedTopic): string;
  unfollowWhich(): string;
  /** On the button under an answer. */
  followThis(): string;
  questionGone(): string;
}

/** What keeps it from coming. */
export interface DigestTroubleTexts {
  /** The last ones were not taken; when it is tried again is said elsewhere. */
  digestIsObstructed(obstacle: DigestObstacle): string;
  /** Labels of a point of time that stands after them. */
  notTakenSince(): string;
  nextTry(): string;
  /** To whoever switched it on, elsewhere; the address of the place where it can be said. */
  digestNotTaken(obstacle: DigestObstacle, address?: string): string;
  /** At least one is lacking. */
  cannotPost(lacks: readonly PostingLack[]): string;
  /** The machine's clock has leapt, and is not believed yet. */
  clockInDoubt(): string;
}

export interface DigestTexts extends DigestMessageTexts, DigestSetupTexts, DigestTroubleTexts {}
