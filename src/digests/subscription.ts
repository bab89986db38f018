// What a place has set up: a digest with its schedule, followed topics, and whether it can be reached.
import type { Locale, Obstacle } from '../message/index.ts';

/** In the order of ISO 8601, from Monday on. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

type Weekday = (typeof WEEKDAYS)[number];

export type Days = 'daily' | 'weekdays' | Weekday;

export interface Schedule {
  /** Local time of day, `HH:MM`. */
  time: string;
  /** Name of a time zone in the IANA database. */
  zone: string;
  days: Days;
}

/** One due time of a schedule. */
export interface Due {
  /** Milliseconds since 1970. */
  at: number;
  /** The local date that it belongs to, `YYYY-MM-DD`. */
  day: string;
}

/** Why nothing can be sent to a place. */
export type GoneReason = 'forbidden' | 'unreachable';

/** The state of a place that refuses its digests for a reason that may pass. */
export interface Backoff {
  obstacle: Obstacle;
  /** When the first digest in a row was refused. Milliseconds since 1970. */
  since: number;
  /** When the last one was given up; absent where none is so far. */
  failedAt?: number;
  /**
   * Digests given up in a row since the place was last known to be reachable: the more, the longer until the
   * next attempt.
   */
  failures: number;
  /** No attempt before. Milliseconds since 1970. */
  retryAt: number;
  /** The person who switched it on was notified. */
  notified: boolean;
}

/** All keys are plain texts made by the adapters. */
export interface Subscription {
  /** A channel, thread, topic, group or private chat. */
  place: string;
  kind: 'private' | 'thread' | 'group';
  /** The channel or group whose access decides, then the community's. */
  channel: string;
  community?: string;
  /** Who set it up; only for private chats, where the person's rights decide. */
  person?: string;
  /** Who last switched it on in a group; notified where digests are refused. */
  enabledBy?: string;
  /** The language of the place when it was set up. */
  locale: Locale;
  /** Milliseconds since 1970. */
  since: number;
  /** Absent where the place gets no daily digest; it may follow topics all the same. */
  schedule?: Schedule;
  /** Without a notification sound. */
  silent: boolean;
  /** Sends nothing on a day without news. */
  skipEmpty: boolean;
  /** The local date of the first digest after a pause. */
  pausedUntil?: string;
  /** Nothing is due until the bot is back. */
  gone?: { reason: GoneReason; at: number };
  backoff?: Backoff;
  /** Absent where none is due: switched off, or gone. */
  next?: Due;
  /** Reports that were first seen later than this are news here. Milliseconds since 1970. */
  newsSince: number;
}

/** What a place follows: words or a whole question. */
export interface Topic {
  place: string;
  /** A hash of what is followed: the same topic has the same id in every place. */
  id: string;
  text: string;
  /** The questions that it follows up on, oldest first. */
  earlier: string[];
  agency?: string;
  /** A section kind. */
  part?: string;
  /** Hits are sent as soon as a report is added, not with the next digest. */
  atOnce: boolean;
  /** Milliseconds since 1970. */
  since: number;
}

/** Per place. */
export const MAX_TOPICS = 20;
