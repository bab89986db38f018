// What an option of a command is: its rules as they are declared, and with its words as platforms show it.
import type { SuggestionKind } from '../lookup/index.ts';
import type { Localised } from '../message/index.ts';

/** How an option is declared, under its name in English. */
export interface OptionRules {
  required?: true;
  /**
   * In a line without further structure this option takes all of it: a question names agencies and periods
   * itself.
   */
  wholeLine?: true;
  /** In a reply that gives nothing for it, this option takes the words of the message that is replied to. */
  fromReply?: true;
  /** In UTF-16 units; a longer text is refused. */
  maxLength?: number;
  /** Only one of these. */
  choices?: readonly string[];
  /** Offered while typing; other text is allowed. */
  suggests?: CompletionSource;
  /** A file that is sent along, and no text. */
  file?: true;
}

/** An option as platforms show it. */
export interface Option extends Omit<OptionRules, 'choices'> {
  names: Localised;
  summary: Localised;
  choices?: readonly Choice[];
}

/**
 * What is offered: names in the reports, time zones, followed topics; to owners also what the library holds.
 */
export type CompletionSource = SuggestionKind | 'zone' | 'topic' | 'collection' | LibraryNames;

/** Files and folders of the reports folder, and files that were removed from it. */
export type LibraryNames = 'file' | 'folder' | 'removed-file';

/** One of the values that an option takes. */
export interface Choice {
  value: string;
  labels: Localised;
}
