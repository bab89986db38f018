// Subscriptions, topics and outbox entries for the tests of the digests' store.
import type { Due, OutboxEntry, Subscription, Topic } from '../../src/digests/index.ts';

export const NOW = 1_700_000_000_000;
export const PLACE = 'discord:1';
export const OTHER_PLACE = 'telegram:1';
export const DAY = 24 * 60 * 60 * 1000;
export const DUE: Due = { at: NOW, day: '2023-11-14' };
export const NEXT: Due = { at: NOW + DAY, day: '2023-11-15' };

/** Members that differ from the default; undefined removes one. */
type Changes<Record> = { [Name in keyof Record]?: Record[Name] | undefined };

const changed = <Record extends object>(record: Record, changes: Changes<Record>): Record =>
  Object.fromEntries(
    Object.entries({ ...record, ...changes }).filter(([, value]) => value !== undefined),
  ) as Record;

export const subscription = (changes: Changes<Subscription> = {}): Subscription =>
  changed<Subscription>(DEFAULT_SUBSCRIPTION, changes);

const DEFAULT_SUBSCRIPTION: Subscription = {
  place: PLACE,
  kind: 'group',
  channel: PLACE,
  locale: 'zh',
  since: NOW - 9,
  schedule: { time: '08:30', zone: 'Asia/Shanghai', days: 'daily' },
  silent: false,
  skipEmpty: true,
  next: DUE,
  newsSince: NOW - 9,
};

export const topic = (changes: Partial<Topic> = {}): Topic => ({
  place: PLACE,
  id: 't1',
  text: '古井',
  earlier: [],
  atOnce: false,
  since: NOW,
  ...changes,
});

/** A due entry; its id and occasion are its name by default. */
export const entry = (name: string, changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: name,
  place: PLACE,
  occasion: name,
  reports: [],
  dueAt: NOW,
  retryAt: NOW,
  state: 'due',
  attempts: 0,
  messages: [],
  ...changes,
});

/** A subscription with everything that it may have. */
export const WHOLE_SUBSCRIPTION = subscription({
  kind: 'private',
  channel: 'discord:2',
  community: 'discord:3',
  person: 'discord:71',
  locale: 'zh-Hant',
  silent: true,
  skipEmpty: false,
  pausedUntil: '2023-12-01',
  gone: { reason: 'forbidden', at: NOW - 3 },
  enabledBy: 'discord:72',
});

/** A topic with everything that it may have. */
export const WHOLE_TOPIC = topic({
  earlier: ['林业局呢', '\ud83d'],
  agency: '林业局',
  part: 'plan',
  atOnce: true,
});

/** An entry with everything that it may have. */
export const WHOLE_ENTRY = entry('e1', {
  occasion: 'day 2023-11-14',
  reports: ['f1', 'f2'],
  retryAt: NOW + 2,
  state: 'failed',
  attempts: 3,
  triedAt: NOW + 1,
  content: 'c1',
  messages: ['discord:1:7'],
  reason: 'outage',
  endedAt: NOW + 5,
});
