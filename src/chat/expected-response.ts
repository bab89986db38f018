// Who will see a response and where it goes, for platforms that must say so before there is one.

import { formAudience } from './buttons/action.ts';
import type { VerifiedPress } from './buttons/press.ts';
import type { Command } from './command.ts';
import type { DecodedRequest } from './decoded-request.ts';
import type { Outgoing } from './responder.ts';

export type ExpectedResponse = Pick<Outgoing, 'mode' | 'audience'>;

/** The part of the response that is known before the request is answered. */
export function expectedResponse(
  request: DecodedRequest,
  command: Command | undefined,
  press: VerifiedPress | undefined,
): ExpectedResponse {
  if (request.type === 'press') return responseToPress(press);
  const isPrivate = request.private === true && command?.audience === 'either';
  return { mode: 'reply', audience: command?.audience === 'asker' || isPrivate ? 'asker' : 'everyone' };
}

function responseToPress(press: VerifiedPress | undefined): ExpectedResponse {
  if (!press) return { mode: 'reply', audience: 'asker' };
  const { action, effect, presser } = press;
  const seenBy = formAudience(action);
  if (seenBy) return { mode: 'reply', audience: seenBy };
  const isAsker = presser === 'asker';
  const isNote = !isAsker || NOTED.includes(action.verb);
  return {
    mode: isAsker && effect === 'turn' ? 'replace' : 'reply',
    audience: isNote ? 'asker' : 'everyone',
  };
}

/** What is answered to the asker alone. */
const NOTED: readonly string[] = ['feedback', 'library', 'grant'];
