// What a button does, as plain data: it fits the narrowest platform, says who may press it, and works after a restart.
import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { MAX_ACTION_LENGTH } from '../../message/index.ts';
import type { Right } from '../access/rights.ts';

/** What a press does. Arguments are ids, numbers and fixed words: letters, digits and hyphens. */
export type Action =
  /** A quote with as many passages before and after it. */
  | { verb: 'context'; args: [quote: string, steps: string] }
  /** The part of the report that a quote stands in, by page. */
  | { verb: 'part'; args: [quote: string, page: string] }
  /** A section of a report, by page. */
  | { verb: 'section'; args: [report: string, section: string, page: string] }
  /** All sections of a kind of a report, by page. */
  | { verb: 'kind'; args: [report: string, part: string, page: string] }
  | { verb: 'card'; args: [report: string] }
  /** A kept list, by page. */
  | { verb: 'list'; args: [listing: string, page: string] }
  | { verb: 'quote'; args: [quote: string] }
  | { verb: 'feedback'; args: [helpful: 'yes' | 'no'] }
  | { verb: 'setting'; args: [name: string, value: string] }
  /** One of the values that are offered for a missing option, by its place in the list. */
  | { verb: 'fill'; args: [offer: string] }
  /** Everything that a digest says, by page. */
  | { verb: 'digest'; args: [content: string, page: string] }
  /** One of the questions that a digest names, by its place in it. */
  | { verb: 'try'; args: [content: string, question: string] }
  /** Where the digest of this place stands; names the digest that it stands under. */
  | { verb: 'standing'; args: [content: string] }
  /** Follows the question that the message answers. */
  | { verb: 'follow'; args: [what: 'question'] }
  | { verb: 'unfollow'; args: [topic: string] }
  /** Goes on from the answer that it stands under with what is written into a form; says who sees what follows. */
  | { verb: 'ask'; args: [audience: FormAudience, locale: string] }
  /** Gives a missing option by what is written into a form; a blank in the name of the command is a hyphen. */
  | { verb: 'give'; args: [audience: FormAudience, locale: string, command: string, option: string] }
  /** Something done to a file of the library, by its id there. */
  | { verb: 'library'; args: [deed: LibraryOperation, id: string] }
  /** Opens the place of a request, or closes it. */
  | { verb: 'grant'; args: [request: string, verdict: 'allow' | 'deny'] };

/** To a file that was sent: add, replace, both, dismiss; to one that is there: remove, keep; to one that was removed: restore. */
export type LibraryOperation = 'add' | 'replace' | 'both' | 'dismiss' | 'remove' | 'keep' | 'restore';

/** Who sees what is answered to a form, which has to be known before it is answered. */
export type FormAudience = 'everyone' | 'asker';

export type Verb = Action['verb'];

interface VerbFormat {
  /** Never given to another verb: old buttons stay in the chats. */
  letter: string;
  args: number;
  /** Changes what holds in the place: whoever has the right may press, whoever asked for the message. */
  right?: Exclude<Right, 'everyone'>;
}

const VERBS: { [Each in Verb]: VerbFormat } = {
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
  standing: { letter: 'w', args: 1 },
  follow: { letter: 'y', args: 1, right: 'digest-manager' },
  unfollow: { letter: 'u', args: 1, right: 'digest-manager' },
  library: { letter: 'b', args: 2, right: 'owner' },
  grant: { letter: 'g', args: 2, right: 'owner' },
  ask: { letter: 'n', args: 2 },
  give: { letter: 'i', args: 4 },
};

/** An action with where its result goes and who asked for the message it stands under. */
export interface Press {
  action: Action;
  /** `turn` shows the result in the place of the message, `open` beside it. */
  effect: 'turn' | 'open';
  /** Short mark of the person who asked. */
  asker: string;
}

const ASKER_LENGTH = 7;

/**
 * A short mark of a person; two people share one with a chance of 1 in 78 billion.
 * @param secret the store's: without it nobody makes up the mark of a person
 */
export const askerMark = (person: string, secret: string): string =>
  shortened(createHmac('sha256', secret).update(person));

/** Under what is sent to a place without being asked for. Anybody can make it up, and nobody is its asker. */
export const placeMark = (place: string): string => shortened(createHash('sha256').update(place));

/** What earlier versions put under a person's answers. Anybody can make it up: it proves nothing. */
export const formerMark = placeMark;

const shortened = (hash: Hash | Hmac): string =>
  hash.digest().readBigUInt64BE().toString(36).padStart(ASKER_LENGTH, '0').slice(-ASKER_LENGTH);

/** The data of a button. */
export function encodePress({ action, effect, asker }: Press): string {
  const { letter } = VERBS[action.verb];
  const data = `${letter}${effect === 'turn' ? '=' : '+'}${action.args.join('.')}~${asker}`;
  if (data.length > MAX_ACTION_LENGTH) throw new Error(`the data of a button is too long: ${data}`);
  return data;
}

/** What a button's data says, or undefined where it is none of ours. */
export function decodePress(data: string): Press | undefined {
  const match = /^([a-z])([=+])([A-Za-z0-9.-]*)~([a-z0-9]{7})$/.exec(data);
  if (!match || data.length > MAX_ACTION_LENGTH) return undefined;
  const [, letter, effect, joined, asker] = match;
  const args = joined.split('.');
  const found = (Object.entries(VERBS) as [Verb, VerbFormat][]).find(
    ([, verb]) => verb.letter === letter && verb.args === args.length,
  );
  if (!found) return undefined;
  return { action: { verb: found[0], args } as Action, effect: effect === '=' ? 'turn' : 'open', asker };
}

/** The right that an action needs; undefined where it changes nothing. */
export const rightOf = ({ verb }: Action): VerbFormat['right'] => VERBS[verb].right;

/** A press with who presses: the one who asked for the message, or somebody else. */
export interface VerifiedPress extends Press {
  /** `unproven`: the button has a mark of an earlier version, which anybody could make up. */
  presser: 'asker' | 'unproven' | 'other';
}

/** @param mark the person's; as long as it is not known, whoever presses is taken for the asker */
export function verifyPress(
  press: Press | undefined,
  person: string,
  mark: string | undefined,
): VerifiedPress | undefined {
  if (!press) return undefined;
  if (mark === undefined || press.asker === mark) return { ...press, presser: 'asker' };
  return { ...press, presser: press.asker === formerMark(person) ? 'unproven' : 'other' };
}

/** Who sees the response to a form, for an action that opens one. */
export function formAudience(action: Action | undefined): FormAudience | undefined {
  if (action?.verb !== 'ask' && action?.verb !== 'give') return undefined;
  return action.args[0] === 'everyone' ? 'everyone' : 'asker';
}

/** A whole number of at most three digits, or undefined. */
export const numberIn = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text) ? Number.parseInt(text, 10) : undefined;
