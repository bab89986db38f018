// What becomes of a message that is sent. Whoever sends decides on each outcome.

export type Delivery =
  /** Keys of the messages, unique over all platforms. */
  | { outcome: 'sent'; messages: string[] }
  | ({ outcome: 'retry'; afterMs: number } & Interrupted)
  /** `forbidden`: the bot may not write there; `unreachable`: the place, the person or the message is out of reach for good. */
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
