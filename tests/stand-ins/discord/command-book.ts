// The registered commands, global and by guild, and the encoding of a person's input to one.
import { ApplicationCommandType, ApplicationCommandOptionType as Kind } from 'discord.js';
import type { Files, SentFile } from './files.ts';
import type { Command, CommandOption, Json } from './shapes.ts';
import type { Snowflakes } from './snowflakes.ts';
import type { Channel } from './world.ts';

/** What a person enters: option name to value; of a file its id. */
export type Input = Record<string, string | number | boolean>;
/** The same with files that are still to be taken in. */
export type InputWithFiles = Record<string, string | number | boolean | SentFile>;
export type Registered = Command & { id: string; type: number; name: string };

const GLOBAL = '';

export class CommandBook {
  readonly #byPlace = new Map<string, Registered[]>();
  readonly #application: string;
  readonly #snowflakes: Snowflakes;

  constructor(application: string, snowflakes: Snowflakes) {
    this.#application = application;
    this.#snowflakes = snowflakes;
  }

  /** What is registered in a guild, globally where none is given. */
  in(guild = GLOBAL): readonly Registered[] {
    return this.#byPlace.get(guild) ?? [];
  }

  /** Puts a new set in the place of the old; a command of the same name and kind keeps its id. */
  replace(commands: readonly Command[], guild = GLOBAL): readonly Registered[] {
    const before = this.in(guild);
    const registered = commands.map((command): Registered => {
      const type = command.type ?? ApplicationCommandType.ChatInput;
      const name = command.name ?? '';
      const known = before.find((each) => each.type === type && each.name === name);
      return {
        ...this.#defaults(guild),
        ...command,
        type,
        name,
        description: command.description ?? '',
        id: known?.id ?? this.#snowflakes.next(),
      };
    });
    this.#byPlace.set(guild, registered);
    return registered;
  }

  /** The command that a person finds under a name, the guild's own before the global one. */
  find(name: string, type: ApplicationCommandType, { guild }: Channel): Registered {
    const all = [...(guild ? this.in(guild.id) : []), ...this.in()];
    const command = all.find((each) => each.name === name && each.type === type);
    if (!command) throw new Error(`No command of kind ${type} is registered as "${name}"`);
    return command;
  }

  #defaults(guild: string): Json {
    return {
      application_id: this.#application,
      version: this.#snowflakes.next(),
      default_member_permissions: null,
      integration_types: [0],
      contexts: null,
      nsfw: false,
      ...(guild !== GLOBAL && { guild_id: guild }),
    };
  }
}

const FITS: Partial<Record<number, (value: unknown) => boolean>> = {
  [Kind.String]: (value) => typeof value === 'string',
  [Kind.Integer]: Number.isInteger,
  [Kind.Boolean]: (value) => typeof value === 'boolean',
  [Kind.Number]: (value) => typeof value === 'number',
  [Kind.Attachment]: (value) => /^\d+$/.test(String(value)),
};

/** Stores the files of a command: the input with their ids, and the resolved attachments. */
export function takenIn(given: InputWithFiles, files: Files): { input: Input; resolved: Json } {
  const attachments: Json = {};
  const entries = Object.entries(given).map(([name, value]): [string, string | number | boolean] => {
    if (typeof value !== 'object') return [name, value];
    const { id, payload } = files.add(value);
    attachments[id] = payload;
    return [name, id];
  });
  const resolved = Object.keys(attachments).length > 0 ? { resolved: { attachments } } : {};
  return { input: Object.fromEntries(entries), resolved };
}

function checkValue(command: string, option: CommandOption, value: unknown): void {
  const { name, type = 0, choices, max_length: most = Number.POSITIVE_INFINITY } = option;
  const fits = FITS[type];
  if (!fits) throw new Error(`/${command} ${name}: the stand-in cannot enter options of type ${type}`);
  const offered = !choices?.length || choices.some((choice) => choice.value === value);
  const tooLong = typeof value === 'string' && value.length > most;
  if (!fits(value) || !offered || tooLong) throw new Error(`/${command} ${name}: nobody can enter ${value}`);
}

/** The command that a person chose, or a subcommand with its parents, outermost first. */
export interface Chosen {
  command: Registered;
  path: CommandOption[];
}

const NESTING = new Set<number | undefined>([Kind.Subcommand, Kind.SubcommandGroup]);

/** What the words after the name of a command choose. A command that has subcommands cannot be used without one. */
export function chosen(command: Registered, words: readonly string[]): Chosen {
  const path: CommandOption[] = [];
  let inner: CommandOption = command;
  for (const word of words) {
    const next = inner.options?.find(({ name, type }) => name === word && NESTING.has(type));
    if (!next) throw new Error(`/${command.name} has no subcommand "${words.join(' ')}"`);
    path.push(next);
    inner = next;
  }
  if (inner.options?.some(({ type }) => NESTING.has(type)))
    throw new Error(`/${[command.name, ...words].join(' ')} cannot be used without a subcommand`);
  return { command, path };
}

/** The name that a person sees, and the options to enter. */
function entered({ command, path }: Chosen): { name: string; options: CommandOption[] } {
  const name = [command, ...path].map((each) => each.name).join(' ');
  return { name, options: (path.at(-1) ?? command).options ?? [] };
}

/** What was entered, within the subcommands that it was entered for. */
const within = ({ path }: Chosen, values: Json[]): Json[] =>
  path.reduceRight<Json[]>((options, { name, type }) => [{ name, type, options }], values);

/** Input as Discord writes it. A person can enter only what the command asks for, and must enter what it requires. */
export function encodeInput(use: Chosen, input: Input): Json[] {
  const { name, options } = entered(use);
  for (const given of Object.keys(input))
    if (!options.some((option) => option.name === given))
      throw new Error(`/${name} has no option "${given}"`);
  const values = options.flatMap((option) => {
    const value = input[option.name ?? ''];
    if (value === undefined && option.required) throw new Error(`/${name} requires "${option.name}"`);
    if (value === undefined) return [];
    checkValue(name, option, value);
    return [{ name: option.name, type: option.type, value }];
  });
  return within(use, values);
}

/** Input that is not finished yet: nothing of it is checked but the name of the option being entered. */
export function encodePartial(use: Chosen, input: Input, focused: string, partial: string): Json[] {
  const { name, options } = entered(use);
  const begun = options.find((option) => option.name === focused);
  if (!begun?.autocomplete) throw new Error(`/${name} does not complete an option "${focused}"`);
  const values: Input = { ...input, [focused]: partial };
  const written = options
    .filter((option) => values[option.name ?? ''] !== undefined)
    .map((option) => ({
      name: option.name,
      type: option.type,
      value: values[option.name ?? ''],
      ...(option === begun && { focused: true }),
    }));
  return within(use, written);
}
