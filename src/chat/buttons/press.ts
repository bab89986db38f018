// A button's action, effect and asker: encoded in its data, decoded and verified when it is pressed.
import { MAX_ACTION_LENGTH } from '../../message/index.ts';
import { type Action, VERB_FORMATS, type Verb, type VerbFormat } from './action.ts';
import { formerMark } from './asker-mark.ts';

export interface Press {
  action: Action;
  /** `turn` shows the result in the place of the message, `open` beside it. */
  effect: 'turn' | 'open';
  /** The mark of the person who asked for the message. */
  asker: string;
}

/** A press with who presses: the one who asked for the message, or somebody else. */
export interface VerifiedPress extends Press {
  /** `unproven`: the button has a mark of an earlier version, which anybody can compute. */
  presser: 'asker' | 'unproven' | 'other';
}

/** The data of a button. Throws where it is too long for a platform. */
export function encodePress({ action, effect, asker }: Press): string {
  const { letter } = VERB_FORMATS[action.verb];
  const data = `${letter}${effect === 'turn' ? '=' : '+'}${action.args.join('.')}~${asker}`;
  if (data.length > MAX_ACTION_LENGTH) throw new Error(`the data of a button is too long: ${data}`);
  return data;
}

/** Undefined for data that the bot did not make. */
export function decodePress(data: string): Press | undefined {
  const match = /^([a-z])([=+])([A-Za-z0-9.-]*)~([a-z0-9]{7})$/.exec(data);
  if (!match || data.length > MAX_ACTION_LENGTH) return undefined;
  const [, letter, effect, joined, asker] = match;
  const args = joined.split('.');
  const found = (Object.entries(VERB_FORMATS) as [Verb, VerbFormat][]).find(
    ([, format]) => format.letter === letter && format.args === args.length,
  );
  if (!found) return undefined;
  return { action: { verb: found[0], args } as Action, effect: effect === '=' ? 'turn' : 'open', asker };
}

/** @param mark the person's; while it is not known, the presser is taken for the asker */
export function verifyPress(
  press: Press | undefined,
  person: string,
  mark: string | undefined,
): VerifiedPress | undefined {
  if (!press) return undefined;
  if (mark === undefined || press.asker === mark) return { ...press, presser: 'asker' };
  return { ...press, presser: press.asker === formerMark(person) ? 'unproven' : 'other' };
}
