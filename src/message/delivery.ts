// The outcome of sending a message. The sender decides what to do about each.

/**
 * A refusal that may end by itself, though not within minutes: the bot may not write there at present (a
 * right was withdrawn, a person accepts no messages), the thread or topic is closed, the platform does not
 * find the place.
 */
export type Obstacle = 'forbidden' | 'closed' | 'unreachable';

export type Delivery =
  /** Keys of the messages, unique across platforms. */
  | { outcome: 'sent'; messages: string[] }
  /** With an obstacle where the platform refused the message; without one after an outage or a rate limit. */
  | ({ outcome: 'retry'; afterMs: number; obstacle?: Obstacle } & Interrupted)
  /**
   * Permanent, as the platform states explicitly. `forbidden`: the bot was blocked or removed; `unreachable`:
   * the place, the person or the message no longer exists.
   */
  | ({ outcome: 'gone'; reason: 'forbidden' | 'unreachable' } & Interrupted);

/** Keys of the parts that were sent before the one that failed, in order; undefined where there are none. */
interface Interrupted {
  arrived?: string[];
}

/** The outcome for several parts of which some arrived before one failed. */
export const interrupted = <Failed extends Exclude<Delivery, { outcome: 'sent' }>>(
  failed: Failed,
  arrived: string[],
): Failed => (arrived.length > 0 ? { ...failed, arrived } : failed);

/** Whether the platform refused a message, for now or for good; the person may be reached in another way. */
export const isRefused = (delivery: Delivery): boolean =>
  delivery.outcome === 'gone' || (delivery.outcome === 'retry' && delivery.obstacle !== undefined);

/** Whether the bot may not write there, for now or for good. */
export const mayNotWrite = (delivery: Delivery): boolean =>
  (delivery.outcome === 'gone' && delivery.reason === 'forbidden') ||
  (delivery.outcome === 'retry' && delivery.obstacle !== undefined && delivery.obstacle !== 'unreachable');
