// A place that gets a digest or follows topics, as it was set up there.
import type { Locale, Obstacle } from '../message/index.ts';

/** Weekdays from Monday on, as they are numbered by ISO 8601. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** On which days a digest is due. */
export type Days = 'daily' | 'weekdays' | Weekday;

/** When a digest is due, on the clocks of a zone. */
export interface Schedule {
  /** Local time of day, `HH:MM`. */
  time: string;
  /** Name of a time zone in the IANA database. */
  zone: string;
  days: Days;
}

/** A due digest. */
export interface Due {
  /** Milliseconds since 1970. */
  at: number;
  /** The local date it belongs to, `YYYY-MM-DD`. */
  day: string;
}

/** Why nothing can be sent to a place. */
export type GoneReason = 'forbidden' | 'unreachable';

/** What keeps digests from a place that may pass by itself. */
export interface Trouble {
  obstacle: Obstacle;
  /** When the first digest in a row was refused. Milliseconds since 1970. */
  since: number;
  /** When the last one was given up; undefined where none is so far. */
  at?: number;
  /** Digests in a row that were not taken since the place last gave a sign of life: the more, the longer until the next try. */
  failures: number;
  /** Not to be tried before. Milliseconds since 1970. */
  wakeAt: number;
  /** Whoever switched it on was told. */
  told: boolean;
}

/** What a place has set up. All keys are plain texts made by the adapters. */
export interface Subscription {
  /** The conversation that gets the messages: a channel, thread, topic or private chat. */
  place: string;
  kind: 'private' | 'thread' | 'group';
  /** Places whose access decides, the narrowest first. */
  channel: string;
  community?: string;
  /** Who set it up; kept for private chats alone, where the person's rights decide. */
  person?: string;
  /** Who switched it on in a group, last: told where nothing can be sent there. */
  keeper?: string;
  /** The language of the place when it was set up. */
  locale: Locale;
  /** Milliseconds since 1970. */
  since: number;
  /** No daily digest where undefined: topics may be followed all the same. */
  schedule?: Schedule;
  /** Delivered without a sound. */
  silent: boolean;
  /** Nothing is sent on a day without anything new. */
  skipEmpty: boolean;
  /** The local date of the first digest after a pause. */
  pausedUntil?: string;
  /** Nothing can be sent there until the bot is back. */
  gone?: { reason: GoneReason; at: number };
  /** The last digests were not taken; they are tried again, less and less often. */
  trouble?: Trouble;
  /** The next digest; undefined where none is due: switched off, or out of reach. */
  next?: Due;
  /** Reports that were first seen later than this are news here. Milliseconds since 1970. */
  newsSince: number;
}

/** Something that a place follows: words or a whole question. */
export interface Topic {
  place: string;
  /** Made of what it says, so that the same topic has the same id in every place. */
  id: string;
  text: string;
  /** Earlier questions that it goes on with, oldest first. */
  earlier: string[];
  agency?: string;
  part?: string;
  /** Hits are sent when a report is added, not with the next digest. */
  atOnce: boolean;
  /** Milliseconds since 1970. */
  since: number;
}

/** Topics that one place may follow. */
export const MAX_TOPICS = 20;
