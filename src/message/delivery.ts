// What becomes of a message that is sent. Whoever sends decides on each outcome.

export type Delivery =
  /** Keys of the messages, unique over all platforms. */
  | { outcome: 'sent'; messages: string[] }
  | { outcome: 'retry'; afterMs: number }
  /** `forbidden`: the bot may not write there; `unreachable`: the place, the person or the message is out of reach for good. */
  | { outcome: 'gone'; reason: 'forbidden' | 'unreachable' };
