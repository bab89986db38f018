// Digests: subscriptions and schedules, what is new, and an outbox that has each message sent once.

export { resumed } from './backoff.ts';
export { dayIn, timeIn } from './calendar.ts';
export { type Belief, ClockWatch } from './clock-watch.ts';
export {
  composeDaily,
  composeHits,
  type DailyRequest,
  type HitsRequest,
  isEmpty,
  shownBy,
} from './compose.ts';
export type { DigestContent, NewsItem, TodaysReport, TopicItem, TrialQuestion } from './content.ts';
export type { SubscriptionAccess } from './delivery-options.ts';
export { Dispatcher, type DispatcherOptions, type PresenceListener } from './dispatcher.ts';
export type { Edition } from './edition.ts';
export { nextAfterChange } from './enqueue.ts';
export { fingerprintOf, identityOf, sentenceFingerprintsOf, wasShown } from './fingerprints.ts';
export { CLAIM_MS, MAX_WAIT_MS, type OutboxEntry, type OutboxReason, type OutboxState } from './outbox.ts';
export { dateIn, timeOfDayIn } from './parse-time.ts';
export type { Poster, PostOptions } from './poster.ts';
export { latestDue, nextDue } from './schedule.ts';
export { type QuoteIds, Selection } from './selection.ts';
export type {
  ClaimRequest,
  ClockState,
  ClockStore,
  ContentStore,
  DigestStore,
  KnownReport,
  OutboxEnd,
  OutboxStore,
  ReportHistory,
  Shown,
  ShownStore,
  SubscriptionStore,
  TopicStore,
} from './store.ts';
export {
  type Backoff,
  type Days,
  type Due,
  type GoneReason,
  MAX_TOPICS,
  type Schedule,
  type Subscription,
  type Topic,
  WEEKDAYS,
  type Weekday,
} from './subscription.ts';
export type { TopicQuery } from './topics.ts';
export { previewDigest, storedDigest, topicPreview } from './write-content.ts';
export { COMMON_ZONES, zoneNamed, zonesFor } from './zones.ts';
