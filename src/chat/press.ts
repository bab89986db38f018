// Presses: what each verb shows, and who may see it.
import { type Message, TEXTS } from '../message/index.ts';
import type { PartKind } from '../reports/index.ts';
import { type Action, decodePress, formerMark, numberIn, type Verb } from './action.ts';
import type { Said, Scene } from './command.ts';
import { PART_OPTION } from './commands/options.ts';
import { changeSettings } from './commands/settings.ts';
import { digestView, followQuestion, tryQuestion, unfollowById } from './digest-presses.ts';
import { grant } from './grant.ts';
import type { Request } from './incoming.ts';
import { doInLibrary } from './library-presses.ts';
import { mayUse, type Right, refusalFor } from './rights.ts';
import { settingOf } from './settings.ts';
import { standingHere } from './subscribing.ts';
import { cardView } from './views/card.ts';
import { contextView, kindView, partView, sectionView } from './views/context.ts';
import { keptView } from './views/list.ts';
import { quoteView } from './views/quote.ts';
import { standingView } from './views/standing.ts';

/** What a press leads to. */
export interface Pressed extends Said {
  mode: 'reply' | 'replace';
}

/** Verbs that change what holds in the place: whoever has the right presses them, whoever asked for the message. */
const RIGHTS: { [Each in Verb]?: Exclude<Right, 'everyone'> } = {
  setting: 'manager',
  follow: 'keeper',
  unfollow: 'keeper',
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
  scene: Scene,
): Promise<Pressed | undefined> {
  const { locale, person, mark } = scene;
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
  if (action.verb === 'feedback') return note(await keepFeedback(action.args[0], message, scene));
  const right = RIGHTS[action.verb];
  const isRefused = right !== undefined && !mayUse(right, scene);
  const own = asker === mark || (right !== undefined && !isRefused);
  if ((effect === 'turn' || action.verb === 'give') && !own)
    return note(asker === formerMark(person.id) ? texts.oldButton() : texts.notYourButton());
  if (effect === 'turn' && unoffered) return undefined;
  if (isRefused) return note(refusalFor(right, texts, person));
  const said = await saidBy(action, message, scene);
  if (!said) return note(texts[GONE[action.verb] ?? 'quoteGone']());
  return {
    ...said,
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
async function saidBy(action: Action, message: string, scene: Scene): Promise<Said | undefined> {
  switch (action.verb) {
    case 'try':
      return tryQuestion(action.args[0], action.args[1], scene);
    case 'follow':
      return followQuestion(message, scene);
    case 'unfollow':
      return unfollowById(action.args[0], scene);
    case 'library':
      return doInLibrary(action.args[0], action.args[1], scene);
    case 'grant':
      return grant(action.args[0], action.args[1], scene);
    default: {
      const view = await viewOf(action, scene);
      return view && { message: view, locale: scene.locale };
    }
  }
}

type ViewAction = Exclude<Action, { verb: 'try' | 'follow' | 'unfollow' | 'library' | 'grant' }>;

async function viewOf({ verb, args }: ViewAction, scene: Scene): Promise<Message | undefined> {
  const { index } = scene;
  switch (verb) {
    case 'context':
      return contextView(args[0], numberIn(args[1]) ?? STEPS_FALLBACK, scene);
    case 'part':
      return partView(args[0], numberIn(args[1]) ?? 0, scene);
    case 'section':
      return sectionView(args[0], numberIn(args[1]) ?? 0, numberIn(args[2]) ?? 0, scene);
    case 'kind':
      return isPart(args[1]) ? kindView(args[0], args[1], numberIn(args[2]) ?? 0, scene) : undefined;
    case 'card': {
      const report = index.reports.find(({ id }) => id === args[0]);
      return report && cardView(report, scene);
    }
    case 'list':
      return keptView(args[0], numberIn(args[1]) ?? 0, scene);
    case 'quote':
      return quoteView(args[0], scene);
    case 'digest':
      return digestView(args[0], numberIn(args[1]) ?? 0, scene);
    case 'standing':
      return standingView(await standingHere(scene), undefined, scene);
    case 'setting': {
      const setting = settingOf(args[0], args[1]);
      return setting && (await changeSettings(setting, scene)).message;
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

const isPart = (part: string): part is PartKind => PART_OPTION.choices.some(({ value }) => value === part);

async function keepFeedback(verdict: string, message: string, scene: Scene): Promise<string> {
  const { store, person, now, locale } = scene;
  const helpful = verdict === 'yes';
  await store.feedback.set({ message, person: person.id, helpful, at: now });
  const texts = TEXTS[locale];
  return helpful ? texts.thanks() : texts.thanksForTelling();
}
