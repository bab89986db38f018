// What is wrong with the options of a command, in words.
import { type Locale, type Message, TEXTS } from '../message/index.ts';
import { type CheckedValues, type Command, MAX_TEXT_LENGTH } from './command.ts';

/** The message for an option that is too long or none of its choices. */
export function problemWith(
  { option, problem, given }: Extract<CheckedValues, { ok: false }>,
  command: Command,
  locale: Locale,
): Message {
  const texts = TEXTS[locale];
  const { names, summary, maxLength, choices = [] } = command.options[option];
  const name = names[locale];
  const say = (text: string): Message => [{ type: 'paragraph', text }];
  switch (problem) {
    case 'missing':
      return say(texts.optionMissing(name, summary[locale]));
    case 'too-long':
      return say(texts.tooLong(name, maxLength ?? MAX_TEXT_LENGTH, given.length));
    case 'not-a-choice':
      return say(
        texts.notAChoice(
          name,
          choices.map(({ labels }) => labels[locale]),
        ),
      );
    default:
      return problem satisfies never;
  }
}
