// The core's commands as Discord's application commands. Pure.
import { createHash } from 'node:crypto';
import {
  type Command,
  type CommandGroup,
  FALLBACK_LOCALE,
  inEachLanguage,
  type Localised,
  menuOf,
  namesWithin,
  type Option,
} from '#core';
import { localizations } from './locale.ts';

/** https://docs.discord.com/developers/interactions/application-commands */
const TYPE = { chatInput: 1, message: 3 } as const;
const OPTION_TYPE = { subcommand: 1, string: 3, boolean: 5, attachment: 11 } as const;
/** Installed to a guild, or by a person for use anywhere. */
const INSTALLS = [0, 1];
/** In a guild, in a chat with the bot, in other private chats. */
const CONTEXTS = [0, 1, 2];
/** MANAGE_GUILD as a bit set in decimal. */
const MANAGE_GUILD = String(1 << 5);
const MAX_LENGTH = 6000;

export const PRIVATE_OPTION = 'private';

/** Context-menu commands on a message: each runs a command with the message's text as one option. */
export const MESSAGE_COMMANDS: readonly { names: Localised; command: string; option: string }[] = [
  { names: inEachLanguage(({ commands }) => commands.messageMenu.ask), command: 'ask', option: 'question' },
  { names: inEachLanguage(({ commands }) => commands.messageMenu.verify), command: 'verify', option: 'text' },
];

/** One application command. */
interface Registration {
  type: number;
  name: string;
  [other: string]: unknown;
}

/** All application commands. */
export function registrationOf(commands: readonly Command[]): Registration[] {
  const chatInput = menuOf(commands).map((item) =>
    item.type === 'group' ? groupCommand(item.group, item.commands) : plainCommand(item.command),
  );
  return [...chatInput, ...MESSAGE_COMMANDS.map(({ names }) => messageMenu(names))];
}

/** Changes with the registration. */
export function hashOf(registration: Registration[]): string {
  return createHash('sha256').update(JSON.stringify(registration)).digest('hex');
}

const plainCommand = (command: Command): Registration => ({
  type: TYPE.chatInput,
  ...described(command.names, command.summary),
  options: optionsOf(command),
  integration_types: INSTALLS,
  contexts: CONTEXTS,
  ...visibility([command]),
});

/** A group is one command, its commands are subcommands. */
const groupCommand = ({ names, summary }: CommandGroup, commands: Command[]): Registration => ({
  type: TYPE.chatInput,
  ...described(names, summary),
  options: commands.map((command) => ({
    type: OPTION_TYPE.subcommand,
    ...described(namesWithin(command), command.summary),
    options: optionsOf(command),
  })),
  integration_types: INSTALLS,
  contexts: CONTEXTS,
  ...visibility(commands),
});

/**
 * Commands for managers only are hidden from others, except where owners of the bot who manage no guild need
 * one.
 */
const visibility = (commands: Command[]) =>
  commands.every(({ right, anywhere }) => right === 'manager' && !anywhere)
    ? { default_member_permissions: MANAGE_GUILD }
    : {};

const described = (names: Localised, summary: Localised) => ({
  name: names[FALLBACK_LOCALE],
  name_localizations: localizations(names),
  description: summary[FALLBACK_LOCALE],
  description_localizations: localizations(summary),
});

function optionsOf({ options, audience }: Command): object[] {
  const own = Object.entries(options).map(([name, option]) => optionOf(name, option));
  return audience === 'either' ? [...own, privateOption()] : own;
}

function optionOf(name: string, option: Option): object {
  const { names, summary, required, maxLength, choices, suggests, file } = option;
  if (file)
    return {
      type: OPTION_TYPE.attachment,
      ...described(names, summary),
      name,
      required: required === true,
    };
  return {
    type: OPTION_TYPE.string,
    ...described(names, summary),
    name,
    required: required === true,
    ...(choices
      ? {
          choices: choices.map(({ value, labels }) => ({
            name: labels[FALLBACK_LOCALE],
            name_localizations: localizations(labels),
            value,
          })),
        }
      : { max_length: Math.min(MAX_LENGTH, maxLength ?? MAX_LENGTH) }),
    ...(suggests ? { autocomplete: true } : {}),
  };
}

const privateOption = () => ({
  type: OPTION_TYPE.boolean,
  ...described(
    inEachLanguage(({ commands }) => commands.onlyForMe.name),
    inEachLanguage(({ commands }) => commands.onlyForMe.summary),
  ),
  required: false,
});

const messageMenu = (names: Localised) => ({
  type: TYPE.message,
  name: names[FALLBACK_LOCALE],
  name_localizations: localizations(names),
  integration_types: INSTALLS,
  contexts: CONTEXTS,
});
