// What the menus of all platforms show: names and summaries of commands, command groups, options and choices.
// A command that is declared without words here does not compile.
import type { ReportKind, SectionKind } from '../../../reports/index.ts';
import type { DigestDays } from './digests.ts';

/**
 * Names are in lower case and at most 32 characters long, summaries at most 100: the narrowest platform's
 * limits.
 */
export interface NameAndSummary {
  name: string;
  summary: string;
}

/**
 * An option with the labels of its choices. A choice that is a language is called by that language's own
 * name.
 */
interface ChoiceTexts<Value extends string> extends NameAndSummary {
  choices: Record<Value, string>;
}

/** A command of a group has two words, the first of them the group's name. */
interface CommandEntry<Options = Record<never, never>> extends NameAndSummary {
  options: Options;
}

type AccessOptions = {
  scope: ChoiceTexts<'everywhere' | 'channel' | 'every-chat'>;
  place: NameAndSummary;
  collection: NameAndSummary;
};

/** By the name under which a command is declared. */
interface CommandTable {
  ask: CommandEntry<{
    question: NameAndSummary;
    report: NameAndSummary;
    agency: NameAndSummary;
    period: NameAndSummary;
  }>;
  search: CommandEntry<{
    words: NameAndSummary;
    agency: NameAndSummary;
    period: NameAndSummary;
    part: ChoiceTexts<Exclude<SectionKind, 'none'>>;
  }>;
  report: CommandEntry<{ name: NameAndSummary; part: ChoiceTexts<Exclude<SectionKind, 'none'>> }>;
  reports: CommandEntry<{ agency: NameAndSummary; period: NameAndSummary; kind: ChoiceTexts<ReportKind> }>;
  compare: CommandEntry<{
    topic: NameAndSummary;
    first: NameAndSummary;
    second: NameAndSummary;
    third: NameAndSummary;
  }>;
  quote: CommandEntry<{ id: NameAndSummary }>;
  verify: CommandEntry<{ text: NameAndSummary }>;
  'digest on': CommandEntry<{
    time: NameAndSummary;
    zone: NameAndSummary;
    days: ChoiceTexts<DigestDays>;
    silent: ChoiceTexts<'yes' | 'no'>;
    skip: ChoiceTexts<'yes' | 'no'>;
  }>;
  'digest off': CommandEntry;
  'digest now': CommandEntry;
  'digest status': CommandEntry;
  'digest pause': CommandEntry<{ until: NameAndSummary }>;
  follow: CommandEntry<{
    topic: NameAndSummary;
    agency: NameAndSummary;
    part: ChoiceTexts<Exclude<SectionKind, 'none'>>;
    when: ChoiceTexts<'digest' | 'at-once'>;
  }>;
  unfollow: CommandEntry<{ topic: NameAndSummary }>;
  following: CommandEntry;
  settings: CommandEntry<{
    language: ChoiceTexts<'auto'>;
    audience: ChoiceTexts<'everyone' | 'managers'>;
    length: ChoiceTexts<'normal' | 'short'>;
    digests: ChoiceTexts<'managers' | 'everyone'>;
    zone: NameAndSummary;
  }>;
  help: CommandEntry;
  privacy: CommandEntry;
  forget: CommandEntry;
  pair: CommandEntry<{ code: NameAndSummary }>;
  allow: CommandEntry<AccessOptions>;
  deny: CommandEntry<AccessOptions>;
  'library add': CommandEntry<{ file: NameAndSummary; folder: NameAndSummary }>;
  'library remove': CommandEntry<{ name: NameAndSummary }>;
  'library restore': CommandEntry<{ name: NameAndSummary }>;
  'library status': CommandEntry;
  'library reload': CommandEntry;
}

export interface CommandTexts {
  groups: Record<'digest' | 'library', NameAndSummary>;
  commands: CommandTable;
  /** The option of all commands whose answer the asker may have to themselves. */
  onlyForMe: NameAndSummary;
  /**
   * Commands in the menu of somebody's message, by the command that they stand for; at most 32 characters.
   */
  messageMenu: Record<'ask' | 'verify', string>;
}
