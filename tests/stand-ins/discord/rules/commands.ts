// Rules for the registration of commands.
import { ApplicationCommandOptionType as Kind, Locale } from 'discord.js';
import { CHOICES, COMMANDS } from '../limits.ts';
import type { Choice, Command, CommandOption } from '../shapes.ts';
import { type Inspection, inPath } from './inspection.ts';

const NAME = /^[-_\p{L}\p{N}]{1,32}$/u;
const LOCALES = new Set<string>(Object.values(Locale));
const CHAT_INPUT = 1;
const COMPLETED = new Set<number | undefined>([Kind.String, Kind.Integer, Kind.Number]);
const NESTING = new Set<number | undefined>([Kind.Subcommand, Kind.SubcommandGroup]);
const FIELDS = new Set([
  'id',
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'dm_permission',
  'contexts',
  'integration_types',
  'nsfw',
  'handler',
]);

type Localised = Record<string, string> | null | undefined;
type Check = (path: string, text: unknown) => void;

/** A text and its translations, each by the same rule. */
function inspectLocalised(
  inspection: Inspection,
  path: string,
  field: string,
  text: unknown,
  localised: Localised,
  check: Check,
): void {
  check(inPath(path, field), text);
  for (const [locale, translation] of Object.entries(localised ?? {})) {
    const at = inPath(path, `${field}_localizations`, locale);
    if (!LOCALES.has(locale)) inspection.refuse(at, 'Not a locale of Discord.', 'LOCALE_UNKNOWN');
    check(at, translation);
  }
}

function inspectName(inspection: Inspection, path: string, name: unknown): void {
  inspection.text(path, name, COMMANDS.name);
  if (typeof name === 'string' && (!NAME.test(name) || name !== name.toLowerCase()))
    inspection.refuse(path, 'Command name is invalid', 'APPLICATION_COMMAND_INVALID_NAME');
}

function inspectChoices(inspection: Inspection, path: string, choices: readonly Choice[] | undefined): void {
  for (const [index, choice] of inspection.list(path, choices, CHOICES.count).entries()) {
    const at = inPath(path, index);
    inspectLocalised(inspection, at, 'name', choice.name, choice.name_localizations, (where, text) => {
      inspection.text(where, text, CHOICES.text);
    });
    if (typeof choice.value !== 'number') inspection.text(inPath(at, 'value'), choice.value, CHOICES.text);
  }
}

function inspectOption(inspection: Inspection, path: string, option: CommandOption): void {
  inspectNames(inspection, path, option);
  if (option.type === undefined || !(option.type in Kind))
    inspection.refuse(inPath(path, 'type'), 'Value must be one of 1 to 11.', 'BASE_TYPE_CHOICES');
  inspectChoices(inspection, inPath(path, 'choices'), option.choices);
  if (option.autocomplete && option.choices?.length)
    inspection.refuse(inPath(path, 'autocomplete'), 'Not together with choices.', 'AUTOCOMPLETE_CHOICES');
  if (option.autocomplete && !COMPLETED.has(option.type))
    inspection.refuse(inPath(path, 'autocomplete'), 'Only texts and numbers.', 'AUTOCOMPLETE_TYPE');
  if (!NESTING.has(option.type)) return;
  inspectOptions(inspection, path, option.options);
  inspectNesting(inspection, path, option);
}

/** A group of subcommands holds nothing else, and a subcommand holds no other. */
function inspectNesting(inspection: Inspection, path: string, { type, options = [] }: CommandOption): void {
  for (const [index, inner] of options.entries()) {
    const isRight = type === Kind.SubcommandGroup ? inner.type === Kind.Subcommand : !NESTING.has(inner.type);
    if (!isRight)
      inspection.refuse(
        inPath(path, 'options', index, 'type'),
        'Subcommands nest one level deep.',
        'APPLICATION_COMMAND_INVALID_OPTION_NESTING',
      );
  }
}

function inspectNames(inspection: Inspection, path: string, named: CommandOption): void {
  inspectLocalised(inspection, path, 'name', named.name, named.name_localizations, (at, text) =>
    inspectName(inspection, at, text),
  );
  inspectLocalised(
    inspection,
    path,
    'description',
    named.description,
    named.description_localizations,
    (at, text) => {
      inspection.text(at, text, COMMANDS.description);
    },
  );
}

function inspectOptions(
  inspection: Inspection,
  path: string,
  options: readonly CommandOption[] | undefined,
): void {
  const optionsPath = inPath(path, 'options');
  const items = inspection.list(optionsPath, options, COMMANDS.options);
  for (const [index, option] of items.entries())
    inspectOption(inspection, inPath(optionsPath, index), option);
  inspection.unique(
    items.map(({ name }, index) => ({ path: inPath(optionsPath, index, 'name'), value: name })),
    'Option name is used twice',
  );
  const firstOptional = items.findIndex((option) => !option.required);
  for (const [index, option] of items.entries())
    if (option.required && firstOptional !== -1 && index > firstOptional)
      inspection.refuse(
        inPath(optionsPath, index),
        'Required options must be placed before non-required options',
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
      );
  const nesting = items.filter(({ type }) => NESTING.has(type)).length;
  if (nesting > 0 && nesting < items.length)
    inspection.refuse(optionsPath, 'Subcommands do not mix with other options.', 'OPTIONS_TYPE_MIXED');
}

const longest = (text: string | undefined, localised: Localised): number =>
  Math.max(text?.length ?? 0, ...Object.values(localised ?? {}).map((each) => each?.length ?? 0));

/** Characters of names, descriptions and values, of each text the longest translation. */
function charactersOf(item: CommandOption): number {
  const choices = (item.choices ?? []).map(
    ({ name, name_localizations, value }) =>
      longest(name, name_localizations) + (typeof value === 'string' ? value.length : 0),
  );
  const inner = [...choices, ...(item.options ?? []).map(charactersOf)];
  return (
    longest(item.name, item.name_localizations) +
    longest(item.description, item.description_localizations) +
    inner.reduce((sum, count) => sum + count, 0)
  );
}

function inspectSet(
  inspection: Inspection,
  path: string,
  values: readonly number[] | null | undefined,
  most: number,
): void {
  if (values === undefined || values === null) return;
  inspection.list(path, values, most + 1, 1);
  const valid = values.every((value) => Number.isInteger(value) && value >= 0 && value <= most);
  if (!valid || new Set(values).size < values.length)
    inspection.refuse(path, `Different values of 0 to ${most}.`, 'BASE_TYPE_CHOICES');
}

function inspectCommand(inspection: Inspection, path: string, command: Command): void {
  inspection.fields(path, command, FIELDS);
  if ((command.type ?? CHAT_INPUT) === CHAT_INPUT) {
    inspectNames(inspection, path, command);
    inspectOptions(inspection, path, command.options);
  } else {
    inspectLocalised(inspection, path, 'name', command.name, command.name_localizations, (at, text) => {
      inspection.text(at, text, COMMANDS.name);
    });
    if (command.description)
      inspection.refuse(
        inPath(path, 'description'),
        'Context menu commands cannot have a description',
        'APPLICATION_COMMAND_DESCRIPTION',
      );
    if (command.options?.length)
      inspection.refuse(inPath(path, 'options'), 'Context menu commands have no options.', 'OPTIONS');
  }
  if (!/^\d+$/.test(String(command.default_member_permissions ?? 0)))
    inspection.refuse(inPath(path, 'default_member_permissions'), 'Not a set of permissions.', 'PERMISSIONS');
  inspectSet(inspection, inPath(path, 'contexts'), command.contexts, 2);
  inspectSet(inspection, inPath(path, 'integration_types'), command.integration_types, 1);
  const characters = charactersOf(command);
  if (characters > COMMANDS.characters)
    inspection.refuse(
      path,
      `Command exceeds maximum size: ${characters} of ${COMMANDS.characters}.`,
      'APPLICATION_COMMAND_TOO_LARGE',
    );
}

/** Inspects a whole set of commands, as a bulk overwrite brings it. */
export function inspectCommands(inspection: Inspection, commands: readonly Command[]): void {
  const all = [...commands.entries()];
  for (const [index, command] of all) inspectCommand(inspection, String(index), command);
  for (const [type, most] of Object.entries(COMMANDS.count)) {
    const same = all.filter(([, command]) => String(command.type ?? CHAT_INPUT) === type);
    if (same.length > most)
      inspection.refuse('', `${same.length} commands of type ${type}, at most ${most}.`, 'TOO_MANY');
    inspection.unique(
      same.map(([index, { name }]) => ({ path: inPath(index, 'name'), value: name })),
      'Application command names must be unique',
    );
  }
}
