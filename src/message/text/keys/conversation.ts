// What is said when no question is answered: to small talk, where an answer was lost on its way, and what only the terminal says of itself.
export interface ConversationTexts {
  /** To 👍, ok and the like. */
  acknowledged(): string;
  /** An answer was made and the platform did not take it. */
  notDelivered(): string;
  /** The same where its beginning arrived. */
  restNotDelivered(): string;
  /** To /deny where the one who runs the program sits. */
  alwaysOpen(): string;
  /** Once, when something is set where nothing outlives the program. */
  notKept(): string;
  /** A number was typed that names nothing; `last` is the highest that does, 0 where none does. */
  noSuchNumber(number: string, last: number): string;
  /** What was typed came in another encoding. */
  notUtf8(): string;
}
