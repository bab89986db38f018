// What becomes of a message that is sent. Whoever sends decides on each outcome.

/**
 * What may pass by itself, though not within minutes: the bot may not write there at present (a right was taken, people take no messages),
 * the thread or topic is closed, the platform does not find the place now.
 */
export type Obstacle = 'forbidden' | 'closed' | 'unreachable';

export type Delivery =
  /** Keys of the messages, unique over all platforms. */
  | { outcome: 'sent'; messages: string[] }
  /** `obstacle` where the platform has refused it, and not only an outage or a limit kept it from arriving. */
  | ({ outcome: 'retry'; afterMs: number; obstacle?: Obstacle } & Interrupted)
  /**
   * For good, as the platform says in so many words. `forbidden`: the bot was blocked or removed there; `unreachable`: the place, the
   * person or the message is not there any more.
   */
  | ({ outcome: 'gone'; reason: 'forbidden' | 'unreachable' } & Interrupted);

/** Keys of the parts that came through before the one that did not, in order; undefined where there is none. */
interface Interrupted {
  arrived?: string[];
}

/** What became of several messages, of which the first came through and the next one did not. */
export const interrupted = <Failed extends Exclude<Delivery, { outcome: 'sent' }>>(
  failed: Failed,
  arrived: string[],
): Failed => (arrived.length > 0 ? { ...failed, arrived } : failed);

/** Whether the platform has refused a message, for now or for good: another way may lead to the person. */
export const isRefused = (delivery: Delivery): boolean =>
  delivery.outcome === 'gone' || (delivery.outcome === 'retry' && delivery.obstacle !== undefined);

/** Whether the bot may not write there, for now or for good. */
export const mayNotWrite = (delivery: Delivery): boolean =>
  (delivery.outcome === 'gone' && delivery.reason === 'forbidden') ||
  (delivery.outcome === 'retry' && delivery.obstacle !== undefined && delivery.obstacle !== 'unreachable');
