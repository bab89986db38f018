// Completes a pending command by a reply, a press or a form. What asks for the option is in
// `option-prompt.ts`.
import { formAudience, numberIn } from './buttons/action.ts';
import type { Press } from './buttons/press.ts';
import { CONVERSATION_MS, turnOfMessage } from './conversation.ts';
import type { DecodedIncoming, DecodedRequest } from './decoded-request.ts';
import type { ChatStore, Pending, Turn } from './store.ts';

type CommandRequest = Extract<DecodedRequest, { type: 'command' }>;
type PressRequest = Extract<DecodedRequest, { type: 'press' }>;

/**
 * Turns a request that gives a pending command its option into that command: a reply to the prompt, a press
 * on an offer, a form, and in a private chat the next message. Other requests are returned as they are.
 */
export async function completePending(
  incoming: DecodedIncoming,
  store: ChatStore,
  now: number,
): Promise<DecodedIncoming> {
  const { request } = incoming;
  const followUp = followUpIn(request);
  if (followUp) return { ...incoming, request: followUp };
  const turn = await pendingTurn(incoming, store, now);
  if (!turn?.pending || !canComplete(turn, incoming) || request.type === 'command') return incoming;
  if (turn.pending.further)
    return { ...incoming, request: furtherQuestion(request, turn.pending) ?? request };
  const given = givenBy(request, turn.pending);
  if (!given) return incoming;
  await clearPending(turn, store);
  return { ...incoming, request: { ...commandRequest(turn.pending), ...given } };
}

/** The text of a form under an answer is a question in reply to that answer. */
function followUpIn(request: DecodedRequest): DecodedRequest | undefined {
  if (request.type !== 'press' || request.text === undefined) return undefined;
  const { press, text, message } = request;
  if (press?.action.verb !== 'ask') return undefined;
  const isPrivate = formAudience(press.action) === 'asker';
  return { type: 'question', text, replyTo: message, ...(isPrivate ? { private: true } : {}) };
}

/** A press on another question of the same message asks it in reply to the answer of the first. */
function furtherQuestion(
  request: Exclude<DecodedRequest, CommandRequest>,
  { offers, private: isPrivate }: Pending,
): DecodedRequest | undefined {
  if (request.type !== 'press') return undefined;
  const text = offers[offerIn(request.press) ?? -1];
  if (text === undefined) return undefined;
  return { type: 'question', text, replyTo: request.message, ...(isPrivate ? { private: true } : {}) };
}

/** A manager's press counts too: a channel or anonymous administrator is asked, and a person presses. */
const canComplete = (turn: Turn, { person, request }: DecodedIncoming): boolean =>
  turn.person === person.id || (request.type === 'press' && person.manager);

/** The turn that a request may complete. */
async function pendingTurn(
  { request, place, person }: DecodedIncoming,
  store: ChatStore,
  now: number,
): Promise<Turn | undefined> {
  if (request.type === 'command') return undefined;
  if (request.type === 'press')
    return isValue(request) ? turnOfMessage(request.message, place, store, now) : undefined;
  if (request.replyTo) return turnOfMessage(request.replyTo, place, store, now);
  if (place.kind !== 'private') return undefined;
  return store.conversations.latest(place.id, person.id, now - CONVERSATION_MS, now);
}

/** Whether a press is on one of the offers, or comes with the text of a form. */
const isValue = ({ press, text }: PressRequest): boolean =>
  offerIn(press) !== undefined || (text !== undefined && press?.action.verb === 'give');

/** The index of the offer that a button selects. */
const offerIn = (press: Press | undefined): number | undefined =>
  press?.action.verb === 'fill' ? numberIn(press.action.args[0]) : undefined;

/** Ends the prompt for the next message in a private chat; replies to it and presses on it still count. */
async function clearPending(
  { message, place, person, questions, at }: Turn,
  store: ChatStore,
): Promise<void> {
  await store.conversations.add({ message: `${message} given`, place, person, questions, at });
}

const commandRequest = ({ command, values, private: isPrivate }: Pending): CommandRequest => ({
  type: 'command',
  name: command,
  values,
  private: isPrivate,
});

/** Undefined where a file is expected and words come, or the other way round. */
function givenBy(
  request: Exclude<DecodedRequest, CommandRequest>,
  { values, option, offers, file }: Pending,
): Partial<CommandRequest> | undefined {
  if (request.type === 'press' && request.text === undefined) {
    const offer = offers[offerIn(request.press) ?? -1];
    return offer === undefined ? undefined : { values: { ...values, [option]: offer } };
  }
  const { text = '', attachment = undefined } = request.type === 'press' ? { text: request.text } : request;
  if (file) return attachment && { attachment };
  return attachment ? undefined : { values: { ...values, [option]: text } };
}
