// What a button does, as plain data: short enough for every platform, and valid after a restart.
import type { Right } from '../access/rights.ts';

/** Arguments are ids, numbers and fixed words of letters, digits and hyphens. Pages count from 0. */
export type Action =
  /** Shows a quote with `steps` passages before and after it. */
  | { verb: 'context'; args: [quote: string, steps: string] }
  /** Shows the part of the report that holds a quote. */
  | { verb: 'part'; args: [quote: string, page: string] }
  | { verb: 'section'; args: [report: string, section: string, page: string] }
  /** Shows all sections of a kind of a report. */
  | { verb: 'kind'; args: [report: string, part: string, page: string] }
  | { verb: 'card'; args: [report: string] }
  /** Shows a page of a stored list. */
  | { verb: 'list'; args: [list: string, page: string] }
  | { verb: 'quote'; args: [quote: string] }
  | { verb: 'feedback'; args: [helpful: 'yes' | 'no'] }
  | { verb: 'setting'; args: [name: string, value: string] }
  /** Gives a missing option one of the values on offer, by its index. */
  | { verb: 'fill'; args: [offer: string] }
  /** Shows everything in a digest. */
  | { verb: 'digest'; args: [content: string, page: string] }
  /** Asks one of the questions of a digest, by its index. */
  | { verb: 'try'; args: [content: string, question: string] }
  /** Shows the status of this place's digest; the argument is the digest above the button. */
  | { verb: 'digest-status'; args: [content: string] }
  /** Follows the question that the message answers. */
  | { verb: 'follow'; args: [what: 'question'] }
  | { verb: 'unfollow'; args: [topic: string] }
  /** Opens a form for a question that follows up on the answer above the button. */
  | { verb: 'ask'; args: [audience: FormAudience, locale: string] }
  /** Opens a form for a missing option; a blank in the name of the command is a hyphen. */
  | { verb: 'give'; args: [audience: FormAudience, locale: string, command: string, option: string] }
  | { verb: 'library'; args: [operation: LibraryOperation, id: string] }
  /** Decides an access request. */
  | { verb: 'grant'; args: [request: string, verdict: 'allow' | 'deny'] };

/** On an upload: add, replace, both, dismiss; on a library file: remove, keep; on a removed one: restore. */
export type LibraryOperation = 'add' | 'replace' | 'both' | 'dismiss' | 'remove' | 'keep' | 'restore';

/** Who sees the response to a form; platforms need it before there is one. */
export type FormAudience = 'everyone' | 'asker';

export type Verb = Action['verb'];

export interface VerbFormat {
  /** Never given to another verb: old buttons stay in the chats. */
  letter: string;
  args: number;
  /** The right that a press needs, for actions that change something; anybody who has it may press. */
  right?: Exclude<Right, 'everyone'>;
}

export const VERB_FORMATS: { readonly [Each in Verb]: VerbFormat } = {
  context: { letter: 'c', args: 2 },
  part: { letter: 'p', args: 2 },
  section: { letter: 's', args: 3 },
  kind: { letter: 'k', args: 3 },
  card: { letter: 'r', args: 1 },
  list: { letter: 'l', args: 2 },
  quote: { letter: 'q', args: 1 },
  feedback: { letter: 'f', args: 1 },
  setting: { letter: 'e', args: 2, right: 'manager' },
  fill: { letter: 'o', args: 1 },
  digest: { letter: 'd', args: 2 },
  try: { letter: 't', args: 2 },
  'digest-status': { letter: 'w', args: 1 },
  follow: { letter: 'y', args: 1, right: 'digest-manager' },
  unfollow: { letter: 'u', args: 1, right: 'digest-manager' },
  library: { letter: 'b', args: 2, right: 'owner' },
  grant: { letter: 'g', args: 2, right: 'owner' },
  ask: { letter: 'n', args: 2 },
  give: { letter: 'i', args: 4 },
};

/** Undefined for an action that changes nothing. */
export const rightOf = ({ verb }: Action): VerbFormat['right'] => VERB_FORMATS[verb].right;

/** Who sees the response to a form, for an action that opens one. */
export function formAudience(action: Action | undefined): FormAudience | undefined {
  if (action?.verb !== 'ask' && action?.verb !== 'give') return undefined;
  return action.args[0] === 'everyone' ? 'everyone' : 'asker';
}

/** A whole number of at most three digits, or undefined. */
export const numberIn = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text) ? Number.parseInt(text, 10) : undefined;
