// Where something has to be written and replies do not reach the bot.

/** Forms, the buttons that open them, and messages that somebody points at. */
export interface FormTexts {
  /** On the button that opens a form for the next question, and above that form. */
  askOn(): string;
  /** What the field for the next question is called. */
  followUp(): string;
  followUpHint(): string;
  /** On the button that opens a form for a missing option. */
  fillIn(): string;
  /** An option is missing; below stands how to give it. */
  optionLeftOut(name: string, summary: string): string;
  /** A file is missing, which no form takes. */
  fileLeftOut(command: string, option: string): string;
  /** To somebody who pointed at a message in which there is nothing to read. */
  noWords(): string;
}
