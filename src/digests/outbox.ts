// An outbox entry: one row for each message that is due to a place, from its due time to its outcome.

/** Longer than any single attempt takes: the claim of a worker that has died ends after this. */
export const CLAIM_MS: number = 5 * 60 * 1000;
/** No entry waits for an attempt, and no claim lasts, for longer: a later time was set by a wrong clock. */
export const MAX_WAIT_MS: number = 3 * 60 * 60 * 1000;

/** `due` waits for an attempt, `claimed` is being delivered, the others are final. */
type OutboxState = 'due' | 'claimed' | 'sent' | 'failed' | 'skipped';

/** Why a message was not sent. */
export type OutboxReason =
  /** No attempt succeeded in time. */
  | 'outage'
  /** The process died while it was being sent; whether it arrived is not known. */
  | 'unknown'
  /** The bot may not write there, or the place is gone. */
  | 'forbidden'
  | 'unreachable'
  /** The thread or topic was closed. */
  | 'closed'
  /** The process was not running until it was too late. */
  | 'missed'
  | 'nothing-new'
  /** The place may not use the bot (any more). */
  | 'not-allowed'
  /** Switched off, paused or moved after it was enqueued. */
  | 'withdrawn';

export interface OutboxEntry {
  /** 12 letters and digits, a hash of place and occasion: the idempotency key of the message. */
  id: string;
  place: string;
  /** Unique within a place: `day 2026-11-22`, or `news` with a hash of the reports. */
  occasion: string;
  /** Fingerprints of the reports that the hits are about; empty for a daily digest. */
  reports: string[];
  /** Milliseconds since 1970. */
  dueAt: number;
  /** No attempt before. */
  retryAt: number;
  state: OutboxState;
  /** Attempts begun. */
  attempts: number;
  /** When the first attempt began: one of unknown outcome may have arrived since. */
  triedAt?: number;
  /** Id of the stored content, once it is written. */
  content?: string;
  /** Keys of the messages sent. */
  messages: string[];
  reason?: OutboxReason;
  endedAt?: number;
}
