// Digests: subscriptions and schedules, what is new, and an outbox that has each message sent once.

export { resumed } from './backoff.ts';
export { dayIn, timeIn } from './calendar.ts';
export { ClockWatch } from './clock-watch.ts';
export {
  composeDaily,
  composeHits,
  type DailyRequest,
  isEmpty,
  shownBy,
} from './compose.ts';
export type { DigestContent, TrialQuestion } from './content.ts';
export type { SubscriptionAccess } from './delivery-options.ts';
export { Dispatcher, type PresenceListener } from './dispatcher.ts';
export type { Edition } from './edition.ts';
export { nextAfterChange } from './enqueue.ts';
export { fingerprintOf, identityOf, sentenceFingerprintsOf, wasShown } from './fingerprints.ts';
export { CLAIM_MS, MAX_WAIT_MS, type OutboxEntry, type OutboxReason } from './outbox.ts';
export { dateIn, timeOfDayIn } from './parse-time.ts';
export type { Poster, PostOptions } from './poster.ts';
export { latestDue, nextDue } from './schedule.ts';
export { Selection } from './selection.ts';
export type {
  ClaimRequest,
  ClockState,
  ClockStore,
  ContentStore,
  DigestStore,
  KnownReport,
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
} from './subscription.ts';
export type { TopicQuery } from './topics.ts';
export { previewDigest, storedDigest, topicPreview } from './write-content.ts';
export { zoneNamed, zonesFor } from './zones.ts';
