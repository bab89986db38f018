// What the menus of all platforms show: names and summaries of commands, command groups, options and choices.
// A command that is declared without words here does not compile.
import type { ReportKind, SectionKind } from '../../../reports/index.ts';
import type { DigestDays } from './digests.ts';

/** Names are in lower case and at most 32 characters long, summaries at most 100: the narrowest platform's limits. */
export interface Words {
  name: string;
  summary: string;
}

/** An option with the labels of its choices. A choice that is a language is called by that language's own name. */
export interface ChoiceWords<Value extends string> extends Words {
  choices: Record<Value, string>;
}

/** A command of a group has two words, the first of them the group's name. */
export interface CommandWords<Options = Record<never, never>> extends Words {
  options: Options;
}

type AccessOptions = {
  scope: ChoiceWords<'everywhere' | 'channel' | 'every-chat'>;
  place: Words;
  collection: Words;
};

/** By the name under which a command is declared. */
interface CommandTable {
  ask: CommandWords<{ question: Words; report: Words; agency: Words; period: Words }>;
  search: CommandWords<{
    words: Words;
    agency: Words;
    period: Words;
    part: ChoiceWords<Exclude<SectionKind, 'none'>>;
  }>;
  report: CommandWords<{ name: Words; part: ChoiceWords<Exclude<SectionKind, 'none'>> }>;
  reports: CommandWords<{ agency: Words; period: Words; kind: ChoiceWords<ReportKind> }>;
  compare: CommandWords<{ topic: Words; first: Words; second: Words; third: Words }>;
  quote: CommandWords<{ id: Words }>;
  verify: CommandWords<{ text: Words }>;
  'digest on': CommandWords<{
    time: Words;
    zone: Words;
    days: ChoiceWords<DigestDays>;
    silent: ChoiceWords<'yes' | 'no'>;
    skip: ChoiceWords<'yes' | 'no'>;
  }>;
  'digest off': CommandWords;
  'digest now': CommandWords;
  'digest status': CommandWords;
  'digest pause': CommandWords<{ until: Words }>;
  follow: CommandWords<{
    topic: Words;
    agency: Words;
    part: ChoiceWords<Exclude<SectionKind, 'none'>>;
    when: ChoiceWords<'digest' | 'at-once'>;
  }>;
  unfollow: CommandWords<{ topic: Words }>;
  following: CommandWords;
  settings: CommandWords<{
    language: ChoiceWords<'auto'>;
    audience: ChoiceWords<'everyone' | 'managers'>;
    length: ChoiceWords<'normal' | 'short'>;
    digests: ChoiceWords<'managers' | 'everyone'>;
    zone: Words;
  }>;
  help: CommandWords;
  privacy: CommandWords;
  forget: CommandWords;
  pair: CommandWords<{ code: Words }>;
  allow: CommandWords<AccessOptions>;
  deny: CommandWords<AccessOptions>;
  'library add': CommandWords<{ file: Words; folder: Words }>;
  'library remove': CommandWords<{ name: Words }>;
  'library restore': CommandWords<{ name: Words }>;
  'library status': CommandWords;
  'library reload': CommandWords;
}

export interface CommandTexts {
  groups: Record<'digest' | 'library', Words>;
  commands: CommandTable;
  /** The option of all commands whose answer the asker may have to themselves. */
  onlyForMe: Words;
  /** Commands in the menu of somebody's message, by the command that they stand for; at most 32 characters. */
  messageMenu: Record<'ask' | 'verify', string>;
}
