// The words of commands in every language, looked up by the names under which they are declared.
import {
  type CommandTexts,
  inEachLanguage,
  LANGUAGES,
  type Language,
  type Localised,
  type NameAndSummary,
} from '../message/index.ts';
import type { Option, OptionRules } from './option.ts';

export type CommandName = keyof CommandTexts['commands'];
export type GroupName = keyof CommandTexts['groups'];

/** The options of a command that the languages have words for. */
export type OptionWords<Name extends CommandName> = CommandTexts['commands'][Name]['options'];

/** Names and summary as platforms show them. */
export interface Described {
  names: Localised;
  summary: Localised;
}

const described = (wordsIn: (language: Language) => NameAndSummary): Described => ({
  names: inEachLanguage((language) => wordsIn(language).name),
  summary: inEachLanguage((language) => wordsIn(language).summary),
});

export const describedCommand = (name: CommandName): Described =>
  described(({ commands }) => commands.commands[name]);

export const describedGroup = (name: GroupName): Described =>
  described(({ commands }) => commands.groups[name]);

/** Options of a command with their words. */
export function describedOptions<Name extends string>(
  command: CommandName,
  options: Readonly<Record<Name, OptionRules>>,
): Readonly<Record<Name, Option>> {
  const entries = Object.entries<OptionRules>(options);
  return Object.fromEntries(
    entries.map(([name, rules]) => [name, describedOption(command, name, rules)]),
  ) as Record<Name, Option>;
}

function describedOption(command: CommandName, name: string, { choices, ...rules }: OptionRules): Option {
  const wordsIn = ({ commands }: Language): NameAndSummary & { choices?: Record<string, string> } => {
    const options: Record<string, NameAndSummary> = commands.commands[command].options;
    return options[name];
  };
  const option = { ...described(wordsIn), ...rules };
  if (!choices) return option;
  const labelsOf = (value: string) =>
    inEachLanguage((language) => wordsIn(language).choices?.[value] ?? languageName(value) ?? value);
  return { ...option, choices: choices.map((value) => ({ value, labels: labelsOf(value) })) };
}

/** A choice that is a language is called in every language by its own name. */
const languageName = (value: string): string | undefined =>
  Object.hasOwn(LANGUAGES, value) ? LANGUAGES[value as keyof typeof LANGUAGES].name : undefined;
