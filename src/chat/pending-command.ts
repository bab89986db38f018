// A command that lacks an option: the person is asked for it, and the reply (or a press, or a form) completes it.
import { type Block, type Locale, type Message, TEXTS } from '../message/index.ts';
import { decodePress, encodePress, formAudience, numberIn } from './buttons/action.ts';
import type { Command, CommandContext } from './command.ts';
import { offersFor } from './completion-choices.ts';
import { CONVERSATION_MS, turnBehind } from './conversation.ts';
import type { Incoming, Request, Responder } from './incoming.ts';
import type { ChatStore, Pending, Turn } from './store.ts';

/** So many values are offered to be pressed. */
const MAX_OFFERS = 8;

/** What asks for a missing option, and what must be kept for the answer. Where a reply would not be heard, it is said how to write it in one line. */
export async function askFor(
  command: Command,
  option: string,
  given: Record<string, string>,
  forAsker: boolean,
  scene: Asking,
): Promise<{ message: Message; pending: Pending }> {
  const { locale, mark: asker, place } = scene;
  const texts = TEXTS[locale];
  const { choices, suggests, file } = command.options[option];
  const offers = choices
    ? choices.map(({ value, labels }) => ({ value, label: labels[locale] }))
    : suggests
      ? await offersFor(suggests, '', place, scene, MAX_OFFERS)
      : [];
  return {
    message: [
      ...promptFor(command, option, given, scene),
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
    pending: {
      command: command.name,
      values: given,
      option,
      offers: offers.map(({ value }) => value),
      private: forAsker,
      ...(file ? { file } : {}),
    },
  };
}

/** How a command is written in one line: what was given, and the names of what is missing. */
function lineFor(command: Command, given: Record<string, string>, locale: Locale): string {
  const words = Object.entries(command.options).flatMap(([name, { required, names }]) =>
    given[name] ? [given[name]] : required ? [names[locale]] : [],
  );
  return [`/${command.name}`, ...words].join(' ');
}

type Asking = Pick<
  CommandContext,
  'locale' | 'index' | 'store' | 'mark' | 'place' | 'collections' | 'reportFiles' | 'formAudience'
> &
  Pick<Responder, 'goesOnBy'>;

/** Asks for an option: by a reply, or by a button with a form where replies do not reach the bot. */
function promptFor(
  command: Command,
  option: string,
  given: Record<string, string>,
  { locale, mark, goesOnBy, formAudience: audience }: Asking,
): Block[] {
  const texts = TEXTS[locale];
  const { names, summary, choices, file } = command.options[option];
  const [name, hint] = [names[locale], summary[locale]];
  if (goesOnBy === 'line')
    return [{ type: 'paragraph', text: texts.optionInOneLine(name, hint, lineFor(command, given, locale)) }];
  if (!audience) return [{ type: 'prompt', text: texts.optionMissing(name, hint), hint }];
  const say = (text: string): Block => ({ type: 'paragraph', text });
  if (file) return [say(texts.fileLeftOut(`/${command.name}`, name))];
  if (choices) return [say(texts.optionLeftOut(name, hint))];
  const action = encodePress({
    action: { verb: 'give', args: [audience, locale, command.name.replaceAll(' ', '-'), option] },
    effect: 'open',
    asker: mark,
  });
  return [
    say(texts.optionLeftOut(name, hint)),
    { type: 'buttons', buttons: [{ label: texts.fillIn(), action }] },
  ];
}

/**
 * A reply to what asks for an option is the command with that option, and so is a press on what is offered for it; in a private chat so
 * is the next thing that is said there. Everything else comes back as it is.
 */
export async function completed(incoming: Incoming, store: ChatStore, now: number): Promise<Incoming> {
  const { request } = incoming;
  const followUp = followUpIn(request);
  if (followUp) return { ...incoming, request: followUp };
  const turn = await asking(incoming, store, now);
  if (!turn?.pending || !mayComplete(turn, incoming) || request.type === 'command') return incoming;
  const given = givenFor(turn.pending, request);
  if (!given) return incoming;
  await markGiven(turn, store);
  return { ...incoming, request: { ...filled(turn.pending), ...given } };
}

/** What was written into the form under an answer goes on from it as a reply does. */
function followUpIn(request: Request): Request | undefined {
  if (request.type !== 'press' || request.text === undefined) return undefined;
  if (decodePress(request.action)?.action.verb !== 'ask') return undefined;
  const { text, message } = request;
  const isPrivate = formAudience(request.action) === 'asker';
  return { type: 'question', text, replyTo: message, ...(isPrivate ? { private: true } : {}) };
}

/**
 * Whoever was asked completes a command. So does a manager who presses what was offered: a channel, or an administrator without a name,
 * is asked as itself, and a person presses.
 */
const mayComplete = (turn: Turn, { person, request }: Incoming): boolean =>
  turn.person === person.id || (request.type === 'press' && person.manager);

/** The turn whose message asks for something that a request may give. */
async function asking(
  { request, place, person }: Incoming,
  store: ChatStore,
  now: number,
): Promise<Turn | undefined> {
  if (request.type === 'command') return undefined;
  if (request.type === 'press')
    return gives(request) ? turnBehind(request.message, place, store, now) : undefined;
  if (request.replyTo) return turnBehind(request.replyTo, place, store, now);
  if (place.kind !== 'private') return undefined;
  return store.conversations.latest(place.id, person.id, now - CONVERSATION_MS, now);
}

/** Whether a press gives something that was asked for: one of the offers, or what was written into a form. */
const gives = ({ action, text }: Extract<Request, { type: 'press' }>): boolean =>
  offerIn(action) !== undefined || (text !== undefined && decodePress(action)?.action.verb === 'give');

/** Which of the offered values a button stands for. */
function offerIn(data: string): number | undefined {
  const press = decodePress(data);
  return press?.action.verb === 'fill' ? numberIn(press.action.args[0]) : undefined;
}

/** What is said next in a private chat answers no longer what was asked for; a reply to its message or a press still does. */
async function markGiven({ message, place, person, questions, at }: Turn, store: ChatStore): Promise<void> {
  await store.conversations.add({ message: `${message} given`, place, person, questions, at });
}

const filled = ({ command, values, private: forAsker }: Pending) => ({
  type: 'command' as const,
  name: command,
  values,
  private: forAsker,
});

/** What a request gives for the option that is asked for; undefined where a file is asked for and words come, or the other way round. */
function givenFor(
  { values, option, offers, file }: Pending,
  request: Exclude<Request, { type: 'command' }>,
): Partial<Extract<Request, { type: 'command' }>> | undefined {
  if (request.type === 'press' && request.text === undefined) {
    const offer = offers[offerIn(request.action) ?? -1];
    return offer === undefined ? undefined : { values: { ...values, [option]: offer } };
  }
  const { text = '', attachment = undefined } = request.type === 'press' ? { text: request.text } : request;
  if (file) return attachment && { attachment };
  return attachment ? undefined : { values: { ...values, [option]: text } };
}
