// Answers a command whose options do not fit: asks for what is missing, or says what is wrong.
import { type Locale, type Message, TEXTS } from '../message/index.ts';
import {
  type CheckedValues,
  type Command,
  type CommandContext,
  type CommandResult,
  MAX_TEXT_LENGTH,
} from './command.ts';
import { filesGoIntoFolder } from './commands/library-add.ts';
import { promptForOption } from './option-prompt.ts';
import type { ResolvedRequest } from './resolved-request.ts';

type OptionProblem = Extract<CheckedValues, { ok: false }>;

/** @param values the options as they were given */
export async function answerOptionProblem(
  found: OptionProblem,
  values: Record<string, unknown>,
  { request, command, locale, responder }: ResolvedRequest & { command: Command },
  context: CommandContext,
): Promise<CommandResult> {
  const isCommand = request.type === 'command';
  if (command.personal && context.person.forChat)
    return { message: [{ type: 'paragraph', text: TEXTS[locale].peopleOnly() }], locale };
  if (found.problem !== 'missing') {
    const message = problemMessage(found, command, locale);
    return { message, locale, ...(isCommand ? { forAsker: true } : {}) };
  }
  if (isCommand && request.fromMessageMenu)
    return { message: [{ type: 'paragraph', text: TEXTS[locale].noWords() }], locale, forAsker: true };
  if (command.options[found.option].file && !responder.takesFiles)
    return { message: filesGoIntoFolder(context), locale };
  const isPrivate = isCommand && request.private;
  const missing = { command, option: found.option, given: textsIn(values), private: isPrivate };
  const where = { ...context, ...(responder.continuesBy ? { continuesBy: responder.continuesBy } : {}) };
  return { ...(await promptForOption(missing, where)), locale };
}

/** The options that were given as text. */
function textsIn(values: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

function problemMessage(
  { option, problem, given }: OptionProblem,
  command: Command,
  locale: Locale,
): Message {
  const texts = TEXTS[locale];
  const { names, maxLength, choices = [] } = command.options[option];
  const labels = choices.map(({ labels }) => labels[locale]);
  const text =
    problem === 'too-long'
      ? texts.tooLong(names[locale], maxLength ?? MAX_TEXT_LENGTH, given.length)
      : texts.notAChoice(names[locale], labels);
  return [{ type: 'paragraph', text }];
}
