// A command that lacks an option: the person is asked for it, and the reply (or a press) completes it.
import { suggest } from '../lookup/index.ts';
import { type Message, TEXTS } from '../message/index.ts';
import { askerMark, encodePress } from './action.ts';
import type { Command, Scene } from './command.ts';
import { CONVERSATION_MS } from './conversation.ts';
import type { Incoming } from './incoming.ts';
import type { ChatStore, Pending } from './store.ts';

/** So many values are offered to be pressed. */
const MAX_OFFERS = 8;

/** What asks for a missing option, and what must be kept for the answer. */
export function askFor(
  command: Command,
  option: string,
  given: Record<string, string>,
  { locale, index, person }: Pick<Scene, 'locale' | 'index' | 'person'>,
): { message: Message; pending: Pending } {
  const texts = TEXTS[locale];
  const { names, summary, choices, suggests } = command.options[option];
  const offers = choices
    ? choices.map(({ value, labels }) => ({ value, label: labels[locale] }))
    : suggests
      ? suggest(suggests, '', index, MAX_OFFERS)
      : [];
  const asker = askerMark(person.id);
  return {
    message: [
      { type: 'prompt', text: texts.optionMissing(names[locale], summary[locale]), hint: summary[locale] },
      ...(offers.length > 0
        ? ([
            {
              type: 'choice',
              prompt: texts.orChoose(),
              options: offers.map(({ label }, i) => ({
                label,
                action: encodePress({ action: { verb: 'fill', args: [String(i)] }, effect: 'open', asker }),
              })),
            },
          ] satisfies Message)
        : []),
    ],
    pending: { command: command.name, values: given, option, offers: offers.map(({ value }) => value) },
  };
}

/**
 * A reply to what asks for an option is the command with that option; in a private chat so is the next thing that is said there.
 * Everything else comes back as it is.
 */
export async function completed(incoming: Incoming, store: ChatStore, now: number): Promise<Incoming> {
  const { request, place, person } = incoming;
  if (request.type !== 'question') return incoming;
  const since = now - CONVERSATION_MS;
  const turn = request.replyTo
    ? await store.conversations.ofMessage(request.replyTo, since)
    : place.kind === 'private'
      ? await store.conversations.latest(place.id, person.id, since)
      : undefined;
  if (!turn?.pending || turn.person !== person.id) return incoming;
  return { ...incoming, request: filled(turn.pending, request.text) };
}

/** The command that a press on an offer completes; undefined where nothing (any more) asks for it. */
export async function chosen(
  message: string,
  offer: number,
  person: string,
  store: ChatStore,
  now: number,
): Promise<Incoming['request'] | undefined> {
  const turn = await store.conversations.ofMessage(message, now - CONVERSATION_MS);
  const value = turn?.person === person ? turn.pending?.offers[offer] : undefined;
  return turn?.pending && value !== undefined ? filled(turn.pending, value) : undefined;
}

const filled = ({ command, values, option }: Pending, value: string): Incoming['request'] => ({
  type: 'command',
  name: command,
  values: { ...values, [option]: value },
  private: false,
});
