// Forms, on platforms where replies do not reach the bot.

export interface FormTexts {
  /** The button that opens a form for the next question, and the title of that form. */
  askOn(): string;
  /** The label of the field for the next question. */
  followUp(): string;
  followUpHint(): string;
  /** The button that opens a form for a missing option. */
  fillIn(): string;
  /** An option is missing; a button below gives it. */
  optionLeftOut(name: string, summary: string): string;
  /** A file is missing, which a form cannot take. */
  fileLeftOut(command: string, option: string): string;
  /** A command was used on a message without words. */
  noWords(): string;
}
