// Presses: what each verb shows, and who may see it.
import { type Message, TEXTS } from '../message/index.ts';
import type { PartKind } from '../reports/index.ts';
import { type Action, askerMark, decodePress, numberIn } from './action.ts';
import type { Said, Scene } from './command.ts';
import { PART_OPTION } from './commands/options.ts';
import { changeSettings } from './commands/settings.ts';
import { settingOf } from './settings.ts';
import { cardView } from './views/card.ts';
import { contextView, kindView, partView, sectionView } from './views/context.ts';
import { keptView } from './views/list.ts';
import { quoteView } from './views/quote.ts';

/** What a press leads to. */
export interface Pressed extends Said {
  mode: 'reply' | 'replace';
}

/**
 * Answers a press.
 * @param data what the platform gave back for the button
 * @param message the message it stands under
 * @param mayManage whether the presser manages the place
 */
export async function pressed(
  data: string,
  message: string,
  mayManage: boolean,
  scene: Scene,
): Promise<Pressed> {
  const { locale, person } = scene;
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
  const own = asker === askerMark(person.id) || (action.verb === 'setting' && mayManage); // settings are all managers'
  if (effect === 'turn' && !own) return note(texts.notYourButton());
  if (action.verb === 'setting' && !mayManage) return note(texts.managersOnly());
  const view = await viewOf(action, scene);
  if (!view) return note(texts[GONE[action.verb] ?? 'quoteGone']());
  return {
    message: view,
    locale,
    mode: effect === 'turn' ? 'replace' : 'reply',
    ...(own ? {} : { forAsker: true }), // others may look, but not fill the channel under somebody else's answer
  };
}

/** What is said where a button's data leads nowhere (any more). */
const GONE: { [Each in Action['verb']]?: 'listGone' | 'oldButton' } = {
  list: 'listGone',
  setting: 'oldButton',
  fill: 'oldButton',
};

const STEPS_FALLBACK = 1;

async function viewOf({ verb, args }: Action, scene: Scene): Promise<Message | undefined> {
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
    case 'setting': {
      const setting = settingOf(args[0], args[1]);
      return setting && (await changeSettings(setting, scene)).message;
    }
    case 'feedback':
    case 'fill': // completes a command, which is no view
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
