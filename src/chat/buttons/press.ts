// Presses: what each verb shows, and who may see it.
import { type Message, TEXTS } from '../../message/index.ts';
import type { SectionKind } from '../../reports/index.ts';
import { mayUse, type Right, refusalFor } from '../access/rights.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { PART_OPTION } from '../commands/options.ts';
import { changeSettings } from '../commands/settings.ts';
import type { Request } from '../incoming.ts';
import { settingOf } from '../settings.ts';
import { standingHere } from '../subscribing.ts';
import { cardView } from '../views/card.ts';
import { contextView, kindView, partView, sectionView } from '../views/context.ts';
import { digestStatusView } from '../views/digest-status.ts';
import { keptListView } from '../views/list.ts';
import { quoteView } from '../views/quote.ts';
import { type Action, decodePress, formerMark, numberIn, type Verb } from './action.ts';
import { digestView, followQuestion, tryQuestion, unfollowById } from './digest-buttons.ts';
import { grant } from './grant-button.ts';
import { pressInLibrary } from './library-buttons.ts';

/** What a press leads to. */
export interface Pressed extends CommandResult {
  mode: 'reply' | 'replace';
}

/** Verbs that change what holds in the place: whoever has the right presses them, whoever asked for the message. */
const RIGHTS: { [Each in Verb]?: Exclude<Right, 'everyone'> } = {
  setting: 'manager',
  follow: 'digest-manager',
  unfollow: 'digest-manager',
  library: 'owner',
  grant: 'owner',
};

type Press = Extract<Request, { type: 'press' }>;
/** The right that a press needs, where it needs one: then it changes what holds in the place. */
export function rightFor(data: string): Right | undefined {
  const press = decodePress(data);
  return press && RIGHTS[press.action.verb];
}

/**
 * Answers a press; undefined where there is nothing to say. A message is turned by its own buttons only: whoever has asked something
 * knows a mark of their own, and some platforms let it be sent with any message.
 */
export async function pressed(
  { action: data, message, unoffered }: Press,
  context: CommandContext,
): Promise<Pressed | undefined> {
  const { locale, person, mark } = context;
  const texts = TEXTS[locale];
  const note = (text: string): Pressed => ({
    message: [{ type: 'paragraph', text }],
    locale,
    forAsker: true,
    mode: 'reply',
  });
  const press = decodePress(data);
  if (!press) return note(texts.oldButton());
  const { action, effect, asker } = press;
  if (action.verb === 'feedback') return note(await keepFeedback(action.args[0], message, context));
  const right = RIGHTS[action.verb];
  const isRefused = right !== undefined && !mayUse(right, context);
  const own = asker === mark || (right !== undefined && !isRefused);
  if ((effect === 'turn' || action.verb === 'give') && !own)
    return note(asker === formerMark(person.id) ? texts.oldButton() : texts.notYourButton());
  if (effect === 'turn' && unoffered) return undefined;
  if (isRefused) return note(refusalFor(right, texts, person));
  const result = await saidBy(action, message, context);
  if (!result) return note(texts[GONE[action.verb] ?? 'quoteGone']());
  return {
    ...result,
    mode: effect === 'turn' ? 'replace' : 'reply',
    ...(own ? {} : { forAsker: true }), // others may look, but not fill the channel under somebody else's answer
    ...(right === 'owner' ? { forAsker: true, confidential: true } : {}),
  };
}

/** What is said where a button's data leads nowhere (any more). */
const GONE: { [Each in Verb]?: 'listGone' | 'oldButton' | 'digestGone' | 'questionGone' | 'requestGone' } = {
  list: 'listGone',
  setting: 'oldButton',
  fill: 'oldButton',
  ask: 'oldButton',
  give: 'oldButton',
  digest: 'digestGone',
  try: 'digestGone',
  follow: 'questionGone',
  library: 'oldButton',
  grant: 'requestGone',
};

const STEPS_FALLBACK = 1;

/** What is said in return; undefined where the data leads nowhere (any more). */
async function saidBy(
  action: Action,
  message: string,
  context: CommandContext,
): Promise<CommandResult | undefined> {
  switch (action.verb) {
    case 'try':
      return tryQuestion(action.args[0], action.args[1], context);
    case 'follow':
      return followQuestion(message, context);
    case 'unfollow':
      return unfollowById(action.args[0], context);
    case 'library':
      return pressInLibrary(action.args[0], action.args[1], context);
    case 'grant':
      return grant(action.args[0], action.args[1], context);
    default: {
      const view = await viewOf(action, context);
      return view && { message: view, locale: context.locale };
    }
  }
}

type ViewAction = Exclude<Action, { verb: 'try' | 'follow' | 'unfollow' | 'library' | 'grant' }>;

async function viewOf({ verb, args }: ViewAction, context: CommandContext): Promise<Message | undefined> {
  const { index } = context;
  switch (verb) {
    case 'context':
      return contextView(args[0], numberIn(args[1]) ?? STEPS_FALLBACK, context);
    case 'part':
      return partView(args[0], numberIn(args[1]) ?? 0, context);
    case 'section':
      return sectionView(args[0], numberIn(args[1]) ?? 0, numberIn(args[2]) ?? 0, context);
    case 'kind':
      return isPart(args[1]) ? kindView(args[0], args[1], numberIn(args[2]) ?? 0, context) : undefined;
    case 'card': {
      const report = index.reports.find(({ id }) => id === args[0]);
      return report && cardView(report, context);
    }
    case 'list':
      return keptListView(args[0], numberIn(args[1]) ?? 0, context);
    case 'quote':
      return quoteView(args[0], context);
    case 'digest':
      return digestView(args[0], numberIn(args[1]) ?? 0, context);
    case 'standing':
      return digestStatusView(await standingHere(context), undefined, context);
    case 'setting': {
      const setting = settingOf(args[0], args[1]);
      return setting && (await changeSettings(setting, context)).message;
    }
    case 'feedback':
    case 'fill': // completes a command, which is no view
    case 'give':
    case 'ask': // goes on from an answer
      return undefined;
    default:
      return verb satisfies never;
  }
}

const isPart = (part: string): part is SectionKind => PART_OPTION.choices.some((value) => value === part);

async function keepFeedback(verdict: string, message: string, context: CommandContext): Promise<string> {
  const { store, person, now, locale } = context;
  const helpful = verdict === 'yes';
  await store.feedback.set({ message, person: person.id, helpful, at: now });
  const texts = TEXTS[locale];
  return helpful ? texts.thanks() : texts.thanksForFeedback();
}
