// What a command is: declared once, projected to every platform. Values that come in are checked against the declaration.
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

/** One argument of a command. Its English name is its key in the declaration. */
export interface Option {
  names: Localised;
  summary: Localised;
  required?: true;
  /** Where everything stands in one line, this option takes all of it: a question names agencies and times itself. */
  wholeLine?: true;
  /** Where nothing is written behind the command, and it replies to a message, this option takes the words of that message. */
  fromReply?: true;
  /** In UTF-16 units; a longer text is refused. */
  maxLength?: number;
  /** Only one of these. */
  choices?: readonly Choice[];
  /** Offered while typing; other text is allowed. */
  suggests?: CompletionSource;
  /** A file that is sent along, and no text. */
  file?: true;
}

/**
 * What is offered: names in the reports, time zones, what the place follows; to owners collections, files and folders of the library,
 * files removed from it.
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

/** What a command may use. */
export interface CommandContext extends Permissions {
  person: Person;
  /** The person's mark, under what only the person turns. */
  mark: string;
  place: Place;
  /** The language of menus and errors. */
  locale: Locale;
  settings: PlaceSettings;
  /** The reports that the place may read, as they are for the whole of this request. */
  index: PassageIndex;
  store: ChatStore;
  /** Milliseconds since 1970. */
  now: number;
  /** The names of all collections, those that the place may not read too; none for somebody who is no owner. */
  collections: readonly string[];
  access: AccessRules;
  /** Where a text is the pairing code: another one takes its place and is shown to whoever runs the bot. */
  replaceCode(text: string): Promise<boolean>;
  /** What is asked of the owners. */
  accessRequests: AccessRequests;
  /** No decision closes any place. */
  alwaysOpen: boolean;
  /** Commands that this person may use. */
  commands: readonly Command[];
  /** Whether questions are logged. */
  questionLog: boolean;
  /** Whether messages can be sent to a place without anybody having asked. */
  canPost(place: Place): boolean;
  /** What keeps such messages from this place, as far as its platform tells. */
  lacks(): Promise<readonly PostingLack[]>;
  /** Kept conversation that this request goes on with, oldest question first. */
  history: string[];
  /** Whoever has charge of the files; undefined where they are not managed from chats. */
  reportFiles?: ReportFileManager | undefined;
  log: ChatOptions['log'];
  /** Where one goes on by a form instead of by replying: who is to see what is answered to it. */
  formAudience?: FormAudience | undefined;
}

/** What is said in return. */
export interface CommandResult {
  message: Message;
  locale: Locale;
  /** Only the asker sees it, whatever was asked for. */
  forAsker?: true;
  /** Its buttons act on the place where they stand. */
  placeBound?: true;
  /** Not even to be said in the place itself where the asker cannot be told alone; goes with what only the asker sees. */
  confidential?: true;
  /** The question that was answered, so that it can be followed up. */
  asked?: { question: string; answered: boolean };
  /** What the message asks for, where it is not an answer. */
  pending?: Pending;
}

/** A command as adapters see it. */
export interface Command {
  /** In English; two words with a blank where it belongs to a group, which is the first of them. */
  name: string;
  names: Localised;
  summary: Localised;
  options: Readonly<Record<string, Option>>;
  right: Right;
  /** Works in places that are not allowed, too. */
  anywhere: boolean;
  /** Is about the person who uses it: nothing for those who speak for a chat. */
  personal?: true;
  /** Who sees the answer; with `either` the asker says so. */
  audience: 'everyone' | 'asker' | 'either';
  run(values: Values, context: CommandContext): Promise<CommandResult>;
}

/** Values of options, checked. */
export type Values = Record<string, string | Attachment | undefined>;

interface Declaration<Options extends Record<string, Option>> extends Omit<Command, 'run' | 'options'> {
  options: Options;
  run(values: ValuesOf<Options>, context: CommandContext): Promise<CommandResult>;
}

/** Declares a command; `run` gets values that fit the options. */
export function defineCommand<const Options extends Record<string, Option>>(
  declaration: Declaration<Options>,
): Command {
  return declaration as unknown as Command; // `run` is only called with what `checkValues` let through
}

/** Checked values, or the option that is wrong. */
export type CheckedValues =
  | { ok: true; values: Values }
  | { ok: false; option: string; problem: 'missing' | 'too-long' | 'not-a-choice'; given: string };

/** What a text option takes where it says nothing else, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 500;

/**
 * Checks what came in for a command's options. Values of options that do not exist are passed over, and so is a text for a file.
 * @param attachment the file that came along
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
