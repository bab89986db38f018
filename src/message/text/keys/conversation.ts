// Replies to small talk, undelivered answers, and what is peculiar to the terminal.
export interface ConversationTexts {
  /** In reply to what asks nothing of the reports: 你是谁, a joke, nonsense. Examples of questions follow. */
  aboutBot(): string;
  /** In reply to 👍, ok and the like. */
  acknowledged(): string;
  /** The platform did not accept the answer. */
  notDelivered(): string;
  /** The platform accepted only the beginning. */
  restNotDelivered(): string;
  /** In reply to /deny in the terminal. */
  alwaysOpen(): string;
  /** Once, with the first setting that will not survive a restart. */
  notKept(): string;
  /** `last` is the highest number that can be chosen, 0 where there is none. */
  noSuchNumber(number: string, last: number): string;
  /** The input is not UTF-8. */
  notUtf8(): string;
}
