// Forms and the buttons that open them, in English.
import type { FormTexts } from '../keys/forms.ts';

export const enForms: FormTexts = {
  askOn: () => 'Ask on',
  followUp: () => 'Your next question',
  followUpHint: () => 'It goes on from this answer',
  fillIn: () => 'Fill in',
  optionLeftOut: (name, summary) => `“${name}” is missing (${summary}).`,
  fileLeftOut: (command, option) =>
    `The file is missing: use ${command} once more and attach the file as “${option}”.`,
  noWords: () => 'There are no words to read in that message.',
};
