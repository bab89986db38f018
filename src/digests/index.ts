// Digests: who wants what and when, what is new, and that each message is sent once.

export { nextAfterChange } from './booking.ts';
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
export type { Issue, Terms } from './courier.ts';
export { Dispatcher, type DispatcherOptions, type Standing } from './dispatcher.ts';
export type { Entry, Reason, State } from './ledger.ts';
export { fingerprintOf, identityOf, marksOf, wasShown } from './marks.ts';
export type { Poster, Posting } from './poster.ts';
export { latestDue, nextDue } from './schedule.ts';
export { type Passages, Selection } from './selection.ts';
export { dateIn, timeOfDayIn } from './spoken-time.ts';
export type {
  ClockState,
  ClockStore,
  ContentStore,
  DigestStore,
  KnownReport,
  LedgerStore,
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
export type { Sought } from './topics.ts';
export { awake } from './troubles.ts';
export { keptDigest, previewDigest, topicPreview } from './writing.ts';
export { COMMON_ZONES, zoneNamed, zonesFor } from './zones.ts';
