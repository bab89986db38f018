// Declares commands, which every platform's menu is made from, and checks incoming values against the
// declaration. Names and summaries are in the texts of each language.
import type { ReportFileManager } from '../library/index.ts';
import type { Locale, Message, PostingLack } from '../message/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { AccessRules } from './access/access.ts';
import type { AccessRequests } from './access/access-requests.ts';
import type { Permissions, Right } from './access/rights.ts';
import type { FormAudience } from './buttons/action.ts';
import type { ChatOptions } from './chat-options.ts';
import {
  type CommandName,
  type Described,
  describedCommand,
  describedOptions,
  type OptionWords,
} from './command-words.ts';
import type { Attachment, Person, Place } from './incoming.ts';
import type { Option, OptionRules } from './option.ts';
import type { ChatStore, Pending, PlaceSettings } from './store.ts';

type ValueOf<Each extends OptionRules> = Each extends { file: true }
  ? Attachment
  : Each extends { choices: readonly (infer Value)[] }
    ? Value
    : string;

/** The checked values of a command's options. */
export type ValuesOf<Options extends Record<string, OptionRules>> = {
  [Name in keyof Options]: Options[Name] extends { required: true }
    ? ValueOf<Options[Name]>
    : ValueOf<Options[Name]> | undefined;
};

/** Everything that a command's run may use. */
export interface CommandContext extends Permissions {
  person: Person;
  /** The person's mark on buttons that only this person may use. */
  mark: string;
  place: Place;
  /** The language of menus and errors. */
  locale: Locale;
  settings: PlaceSettings;
  /** What the place may read; the same for the whole request. */
  index: PassageIndex;
  store: ChatStore;
  /** Milliseconds since 1970. */
  now: number;
  /** All collections, also those that the place may not read; empty for everybody but owners. */
  collections: readonly string[];
  access: AccessRules;
  /** Replaces the pairing code if the text is the current one, and shows the new one in the terminal. */
  replaceCode(text: string): Promise<boolean>;
  /** Requests to the owners to open a place. */
  accessRequests: AccessRequests;
  /** The place cannot be closed (the terminal). */
  alwaysOpen: boolean;
  /** Those that the person may use here. */
  commands: readonly Command[];
  questionLog: boolean;
  /** Whether messages can be sent to a place without a request. */
  canPost(place: Place): boolean;
  /** What keeps such messages from this place, where the platform reports it. */
  lacks(): Promise<readonly PostingLack[]>;
  /** Earlier questions of the conversation that this request continues, oldest first. */
  history: string[];
  /** Undefined where files are not managed from chats. */
  reportFiles?: ReportFileManager | undefined;
  log: ChatOptions['log'];
  /** On platforms with forms instead of replies: who sees the answer to a form. */
  formAudience?: FormAudience | undefined;
}

/** What a command's run returns. */
export interface CommandResult {
  message: Message;
  locale: Locale;
  /** Only the asker sees it, whatever the command declares. */
  forAsker?: true;
  /** Its buttons act on the place of the message. */
  placeBound?: true;
  /** Not shown in the place even where the asker cannot be answered alone; used together with `forAsker`. */
  confidential?: true;
  /** The answered question, for follow-ups. */
  asked?: { question: string; answered: boolean };
  /** The option that the message asks for. */
  pending?: Pending;
}

/** The declaration of a command, except for its options. */
interface CommandRules {
  right: Right;
  /** Also works in places that are not allowed. */
  anywhere: boolean;
  /** Concerns the person who uses it: refused to those who speak for a chat. */
  personal?: true;
  /** Who sees the answer; with `either` the asker chooses. */
  audience: 'everyone' | 'asker' | 'either';
}

/** A command as adapters see it. */
export interface Command extends CommandRules, Described {
  /** In English; two words with a blank where it belongs to a group, which is the first of them. */
  name: string;
  options: Readonly<Record<string, Option>>;
  run(values: Values, context: CommandContext): Promise<CommandResult>;
}

type Values = Record<string, string | Attachment | undefined>;

/** The rules of an option for which there are words: its choices are those that have labels, or languages. */
type RulesFor<Words> = Words extends { choices: Record<infer Value extends string, string> }
  ? OptionRules & { choices: readonly (Value | Locale)[] }
  : Omit<OptionRules, 'choices'> & { choices?: never };

/** Options of a command: those for which every language has words. */
type DeclaredOptions<Name extends CommandName> = {
  [Key in keyof OptionWords<Name>]: RulesFor<OptionWords<Name>[Key]>;
};

interface Declaration<Name extends CommandName, Options extends DeclaredOptions<Name>> extends CommandRules {
  name: Name;
  options: Options & Record<Exclude<keyof Options, keyof OptionWords<Name>>, never>;
  run(values: ValuesOf<Options>, context: CommandContext): Promise<CommandResult>;
}

/** Declares a command by its name in the texts; `run` gets values that fit the options. */
export function defineCommand<Name extends CommandName, const Options extends DeclaredOptions<Name>>(
  declaration: Declaration<Name, Options>,
): Command {
  const { name, options, run, ...rules } = declaration;
  return {
    name,
    ...describedCommand(name),
    options: describedOptions(name, options),
    ...rules,
    run: run as unknown as Command['run'], // only called with what `checkValues` lets through
  };
}

/** The values, or the first option that does not fit. */
export type CheckedValues =
  | { ok: true; values: Values }
  | { ok: false; option: string; problem: 'missing' | 'too-long' | 'not-a-choice'; given: string };

/** For text options without a length of their own, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 500;

/**
 * Checks the given values of a command's options. Values of unknown options are ignored, and so is a text for
 * a file.
 * @param attachment the file of the request
 */
export function checkValues(
  command: Command,
  given: Record<string, unknown>,
  attachment?: Attachment,
): CheckedValues {
  const values: Values = {};
  for (const [name, option] of Object.entries(command.options)) {
    if (option.file) {
      if (attachment) values[name] = attachment;
      else if (option.required) return { ok: false, option: name, problem: 'missing', given: '' };
      continue;
    }
    const raw = Object.hasOwn(given, name) ? given[name] : undefined;
    const text = typeof raw === 'string' ? raw.trim() : '';
    if (text === '') {
      if (option.required) return { ok: false, option: name, problem: 'missing', given: '' };
      continue;
    }
    if (text.length > (option.maxLength ?? MAX_TEXT_LENGTH))
      return { ok: false, option: name, problem: 'too-long', given: text };
    if (option.choices && !option.choices.some(({ value }) => value === text))
      return { ok: false, option: name, problem: 'not-a-choice', given: text };
    values[name] = text;
  }
  return { ok: true, values };
}
