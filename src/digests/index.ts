// Digests: who wants what and when, what is new, and that each message is sent once.

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
export type { Edition, SubscriptionAccess } from './delivery-worker.ts';
export { Dispatcher, type DispatcherOptions, type PresenceListener } from './dispatcher.ts';
export { nextAfterChange } from './enqueue.ts';
export { fingerprintOf, identityOf, sentenceFingerprintsOf, wasShown } from './fingerprints.ts';
export { awake } from './obstacles.ts';
export type { OutboxEntry, OutboxReason, OutboxState } from './outbox.ts';
export { dateIn, timeOfDayIn } from './parse-time.ts';
export type { Poster, Posting } from './poster.ts';
export { latestDue, nextDue } from './schedule.ts';
export { type Passages, Selection } from './selection.ts';
export type {
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
  type Days,
  type Due,
  type GoneReason,
  MAX_TOPICS,
  type Schedule,
  type Subscription,
  type Topic,
  type Trouble,
  WEEKDAYS,
  type Weekday,
} from './subscription.ts';
export type { TopicQuery } from './topics.ts';
export { keptDigest, previewDigest, topicPreview } from './write-content.ts';
export { COMMON_ZONES, zoneNamed, zonesFor } from './zones.ts';
