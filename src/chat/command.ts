// Commands are declared once and projected to every platform; given values are checked against them.
import type { ReportFileManager } from '../library/index.ts';
import type { SuggestionKind } from '../lookup/index.ts';
import type { Locale, Message, PostingLack } from '../message/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { AccessRules } from './access/access.ts';
import type { AccessRequests } from './access/access-requests.ts';
import type { Permissions, Right } from './access/rights.ts';
import type { FormAudience } from './buttons/action.ts';
import type { ChatOptions } from './chat-options.ts';
import type { Attachment, Person, Place } from './incoming.ts';
import type { ChatStore, Pending, PlaceSettings } from './store.ts';

export type Localised = Readonly<Record<Locale, string>>;

/** An option's English name is its key in the declaration. */
export interface Option {
  names: Localised;
  summary: Localised;
  required?: true;
  /**
   * Takes the whole line, where values are not given by name: a question names agencies and periods itself.
   */
  wholeLine?: true;
  /** A bare command that replies to a message has that message's words as the value. */
  fromReply?: true;
  /** In UTF-16 units; a longer text is refused. */
  maxLength?: number;
  /** Only one of these is allowed. */
  choices?: readonly Choice[];
  /** Suggestions while typing; other text is allowed. */
  suggests?: CompletionSource;
  /** An attachment, not text. */
  file?: true;
}

/**
 * Names in the reports, time zones, the place's topics; for owners also collections and names in the library.
 */
export type CompletionSource = SuggestionKind | 'zone' | 'topic' | 'collection' | LibraryNameKind;

export type LibraryNameKind = 'file' | 'folder' | 'removed-file';

export interface Choice {
  value: string;
  labels: Localised;
}

type ValueOf<Each extends Option> = Each extends { file: true }
  ? Attachment
  : Each extends { choices: readonly { value: infer Value }[] }
    ? Value
    : string;

/** The checked values of a command's options. */
export type ValuesOf<Options extends Record<string, Option>> = {
  [Name in keyof Options]: Options[Name] extends { required: true }
    ? ValueOf<Options[Name]>
    : ValueOf<Options[Name]> | undefined;
};

export interface CommandContext extends Permissions {
  person: Person;
  /** The person's mark on buttons. */
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
  /** The names of all collections, even of those closed to the place; empty for somebody who is no owner. */
  collections: readonly string[];
  access: AccessRules;
  /** Replaces the pairing code where the text is that code: others could read it. */
  replaceCode(text: string): Promise<boolean>;
  accessRequests: AccessRequests;
  alwaysOpen: boolean;
  /** Those that the person may use here. */
  commands: readonly Command[];
  questionLog: boolean;
  /** Whether messages without a request can be sent to a place. */
  canPost(place: Place): boolean;
  /** Why such messages cannot be sent to this place, as far as the platform says. */
  lacks(): Promise<readonly PostingLack[]>;
  /** The earlier questions that this request follows up on, oldest first. */
  history: string[];
  /** Undefined where files are not managed from chats. */
  reportFiles?: ReportFileManager | undefined;
  log: ChatOptions['log'];
  /** Who sees the response to a form, where forms take the place of replies. */
  formAudience?: FormAudience | undefined;
}

export interface CommandResult {
  message: Message;
  locale: Locale;
  /** Only the asker sees it, whatever the request says. */
  forAsker?: true;
  /** Its buttons act on the place where they stand, so it must not be sent elsewhere. */
  placeBound?: true;
  /** For the asker alone or not at all; implies `forAsker`. */
  confidential?: true;
  /** The question behind the message, so that it can be followed up. */
  asked?: { question: string; answered: boolean };
  /** The command that the message asks an option for. */
  pending?: Pending;
}

export interface Command {
  /** In English; two words with a blank where it belongs to a group, whose name is the first one. */
  name: string;
  names: Localised;
  summary: Localised;
  options: Readonly<Record<string, Option>>;
  right: Right;
  /** Works in places that are not allowed. */
  anywhere: boolean;
  /** Is about the person who uses it, so it is refused to those who speak for a chat. */
  personal?: true;
  /** Who sees the result; with `either` the asker chooses. */
  audience: 'everyone' | 'asker' | 'either';
  run(values: Values, context: CommandContext): Promise<CommandResult>;
}

export type Values = Record<string, string | Attachment | undefined>;

interface Declaration<Options extends Record<string, Option>> extends Omit<Command, 'run' | 'options'> {
  options: Options;
  run(values: ValuesOf<Options>, context: CommandContext): Promise<CommandResult>;
}

/** The values of `run` have the types of the options. */
export function defineCommand<const Options extends Record<string, Option>>(
  declaration: Declaration<Options>,
): Command {
  return declaration as unknown as Command; // `run` is only called with values that passed `checkValues`
}

/** The values, or the first option that does not fit. */
export type CheckedValues =
  | { ok: true; values: Values }
  | { ok: false; option: string; problem: 'missing' | 'too-long' | 'not-a-choice'; given: string };

/** Of a text option without a limit of its own, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 500;

/**
 * Checks given values against a command's options. Values for unknown options are ignored, and so is a text
 * for a file.
 * @param attachment the file that came with the request
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
