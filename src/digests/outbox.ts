// One row for each message that is owed to a place, from the moment it is due to what became of it.

/** `due` waits for its time, `claimed` is being sent, the others are ends. */
export type OutboxState = 'due' | 'claimed' | 'sent' | 'failed' | 'skipped';

/** Why a message was not sent. */
export type OutboxReason =
  /** Sending did not succeed in time. */
  | 'outage'
  /** The bot went down while it was being sent: whether it arrived cannot be told. */
  | 'unknown'
  /** The bot may not write there, or the place is gone. */
  | 'forbidden'
  | 'unreachable'
  /** The thread or topic was closed. */
  | 'closed'
  /** The bot was not running, and it became too late. */
  | 'missed'
  /** There was nothing to say. */
  | 'nothing-new'
  /** The place may not use the bot (any more). */
  | 'not-allowed'
  /** Switched off, paused or moved meanwhile. */
  | 'withdrawn';

/** A message that is owed to a place, or was. */
export interface OutboxEntry {
  /** 12 letters and digits, made of place and occasion: the same wherever and however often it is made. */
  id: string;
  place: string;
  /** What it is owed for, once in a place: `day 2026-11-22`, `news` with a mark of the reports. */
  occasion: string;
  /** Fingerprints of the reports that it is about; none for a daily digest. */
  reports: string[];
  /** Milliseconds since 1970. */
  dueAt: number;
  /** Not to be tried before. */
  wakeAt: number;
  state: OutboxState;
  /** How often sending was begun. */
  attempts: number;
  /** When sending was begun for the first time: an attempt without known outcome may have arrived since. */
  triedAt?: number;
  /** Id of what it says, once that is settled. */
  content?: string;
  /** Keys of the messages sent. */
  messages: string[];
  reason?: OutboxReason;
  /** When it came to its end. */
  endedAt?: number;
}
