// Presses: what each verb shows, and who may see it.
import { type Message, TEXTS } from '../../message/index.ts';
import type { SectionKind } from '../../reports/index.ts';
import { hasRight, refusalFor } from '../access/rights.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { PART_OPTION } from '../commands/options.ts';
import { changeSettings } from '../commands/settings.ts';
import { subscriptionForStatus } from '../place-subscription.ts';
import type { ResolvedRequest } from '../resolved-request.ts';
import { settingOf } from '../settings.ts';
import { digestStatusView } from '../views/digest-status.ts';
import { storedListView } from '../views/paged-list.ts';
import { quoteView } from '../views/quote.ts';
import { contextView, partOfQuoteView, sectionsOfKindView, sectionView } from '../views/reading.ts';
import { cardView } from '../views/report-card.ts';
import { type Action, numberIn, rightOf, type Verb } from './action.ts';
import { digestPageView, followQuestion, tryQuestion, unfollowById } from './digest-buttons.ts';
import { grant } from './grant-button.ts';
import { runLibraryOperation } from './library-buttons.ts';

/** What a press leads to. */
export interface PressResult extends CommandResult {
  mode: 'reply' | 'replace';
}

/** A resolved request that is a press. */
type PressRequest = Pick<ResolvedRequest, 'press'> & {
  request: Extract<ResolvedRequest['request'], { type: 'press' }>;
};

/**
 * Answers a press; undefined where there is nothing to say. Only whoever asked for a message changes it: who has asked something knows
 * a mark of their own, and some platforms let it be sent with any message.
 */
export async function answerPress(
  { press, request: { message, unoffered } }: PressRequest,
  context: CommandContext,
): Promise<PressResult | undefined> {
  const { locale, person } = context;
  const texts = TEXTS[locale];
  const note = (text: string): PressResult => ({
    message: [{ type: 'paragraph', text }],
    locale,
    forAsker: true,
    mode: 'reply',
  });
  if (!press) return note(texts.oldButton());
  const { action, effect, presser } = press;
  if (action.verb === 'feedback') return note(await keepFeedback(action.args[0], message, context));
  const right = rightOf(action);
  const isRefused = right !== undefined && !hasRight(right, context);
  const own = presser === 'asker' || (right !== undefined && !isRefused);
  if ((effect === 'turn' || action.verb === 'give') && !own)
    return note(presser === 'unproven' ? texts.oldButton() : texts.notYourButton());
  if (effect === 'turn' && unoffered) return undefined;
  if (isRefused) return note(refusalFor(right, texts, person));
  const result = await resultOf(action, message, context);
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
async function resultOf(
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
      return runLibraryOperation(action.args[0], action.args[1], context);
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
      return partOfQuoteView(args[0], numberIn(args[1]) ?? 0, context);
    case 'section':
      return sectionView(args[0], numberIn(args[1]) ?? 0, numberIn(args[2]) ?? 0, context);
    case 'kind':
      return isPart(args[1])
        ? sectionsOfKindView(args[0], args[1], numberIn(args[2]) ?? 0, context)
        : undefined;
    case 'card': {
      const report = index.reports.find(({ id }) => id === args[0]);
      return report && cardView(report, context);
    }
    case 'list':
      return storedListView(args[0], numberIn(args[1]) ?? 0, context);
    case 'quote':
      return quoteView(args[0], context);
    case 'digest':
      return digestPageView(args[0], numberIn(args[1]) ?? 0, context);
    case 'standing':
      return digestStatusView(await subscriptionForStatus(context), undefined, context);
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

const isPart = (part: string): part is SectionKind => PART_OPTION.choices.some(({ value }) => value === part);

async function keepFeedback(verdict: string, message: string, context: CommandContext): Promise<string> {
  const { store, person, now, locale } = context;
  const helpful = verdict === 'yes';
  await store.feedback.set({ message, person: person.id, helpful, at: now });
  const texts = TEXTS[locale];
  return helpful ? texts.thanks() : texts.thanksForTelling();
}
