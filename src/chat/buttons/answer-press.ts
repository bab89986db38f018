// Answers a press: checks who presses, then does or shows what the verb says.
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
import { contextView } from '../views/quote-context.ts';
import { partOfQuoteView, sectionsOfKindView, sectionView } from '../views/reading.ts';
import { cardView } from '../views/report-card.ts';
import { type Action, numberIn, rightOf, type Verb } from './action.ts';
import { digestPageView, followQuestion, tryQuestion, unfollowById } from './digest-buttons.ts';
import { grant } from './grant-button.ts';
import { runLibraryOperation } from './library-buttons.ts';

interface PressResult extends CommandResult {
  mode: 'reply' | 'replace';
}

type PressRequest = Pick<ResolvedRequest, 'press'> & {
  request: Extract<ResolvedRequest['request'], { type: 'press' }>;
};

/**
 * Undefined where nothing is to be sent. A message changes only for its asker, even by a button that it does
 * not have: everybody knows their own mark, and some platforms accept made-up data under any message.
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
  if (action.verb === 'feedback') return note(await storeFeedback(action.args[0], message, context));
  const right = rightOf(action);
  const isRefused = right !== undefined && !hasRight(right, context);
  const own = presser === 'asker' || (right !== undefined && !isRefused);
  if ((effect === 'turn' || action.verb === 'give') && !own)
    return note(presser === 'unproven' ? texts.oldButton() : texts.notYourButton());
  if (effect === 'turn' && unoffered) return undefined;
  if (isRefused) return note(refusalFor(right, texts, person));
  const result = await resultOf(action, message, context);
  if (!result) return note(texts[GONE_TEXTS[action.verb] ?? 'quoteGone']());
  return {
    ...result,
    mode: effect === 'turn' ? 'replace' : 'reply',
    // others may look, but not flood the channel under somebody else's answer
    ...(own ? {} : { forAsker: true }),
    ...(right === 'owner' ? { forAsker: true, confidential: true } : {}),
  };
}

/** The text for each verb whose object has expired or never existed. */
const GONE_TEXTS: {
  [Each in Verb]?: 'listGone' | 'oldButton' | 'digestGone' | 'questionGone' | 'requestGone';
} = {
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

/** Undefined where the object of the action has expired or never existed. */
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
      return isSectionKind(args[1])
        ? sectionsOfKindView(args[0], args[1], numberIn(args[2]) ?? 0, context)
        : undefined;
    case 'card': {
      const report = index.report(args[0]);
      return report && cardView(report, context);
    }
    case 'list':
      return storedListView(args[0], numberIn(args[1]) ?? 0, context);
    case 'quote':
      return quoteView(args[0], context);
    case 'digest':
      return digestPageView(args[0], numberIn(args[1]) ?? 0, context);
    case 'digest-status':
      return digestStatusView(await subscriptionForStatus(context), undefined, context);
    case 'setting': {
      const setting = settingOf(args[0], args[1]);
      return setting && (await changeSettings(setting, context)).message;
    }
    case 'feedback':
    case 'fill': // these three become a command or a question before; here they have expired
    case 'give':
    case 'ask':
      return undefined;
    default:
      return verb satisfies never;
  }
}

const isSectionKind = (text: string): text is SectionKind =>
  PART_OPTION.choices.some((value) => value === text);

async function storeFeedback(verdict: string, message: string, context: CommandContext): Promise<string> {
  const { store, person, now, locale } = context;
  const helpful = verdict === 'yes';
  await store.feedback.set({ message, person: person.id, helpful, at: now });
  const texts = TEXTS[locale];
  return helpful ? texts.thanks() : texts.thanksForFeedback();
}
