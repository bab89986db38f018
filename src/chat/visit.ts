// A request with what is known of it before it is answered: who may do what, in which language, where the result will stand.
import type { Locale } from '../message/index.ts';
import { isOwner, settingsKey } from './access.ts';
import { askerMark, decodePress } from './action.ts';
import type { ChatOptions } from './chat-options.ts';
import type { Command } from './command.ts';
import { ask } from './commands/ask.ts';
import { COMMANDS } from './commands/index.ts';
import type { Incoming, Outgoing, Outlet } from './incoming.ts';
import { menuLocale } from './menu-locale.ts';
import { completed } from './pending.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { PlaceSettings } from './store.ts';

export interface Visit {
  /** What is wanted; a reply to what asked for an option is the command with that option. */
  incoming: Incoming;
  outlet: Outlet;
  settings: PlaceSettings;
  /** The language of menus and errors. */
  locale: Locale;
  owner: boolean;
  /** Manages the place, by the platform's rights or as an owner of the bot. */
  mayManage: boolean;
  /** Plain words are the command to ask; presses have none. */
  command: Command | undefined;
}

/** Looks up what is known of a request. */
export async function visitOf(
  given: Incoming,
  outlet: Outlet,
  { access, store, clock }: Pick<ChatOptions, 'access' | 'store' | 'clock'>,
): Promise<Visit> {
  const incoming = await completed(given, store, clock());
  const { person, place } = incoming;
  const settings = { ...DEFAULT_SETTINGS, ...(await store.settings.get(settingsKey(place))) };
  const owner = await isOwner(person, access, store);
  return {
    incoming,
    outlet,
    settings,
    locale: menuLocale(given, settings.language),
    owner,
    mayManage: owner || person.manager || place.kind === 'private',
    command: commandOf(incoming),
  };
}

function commandOf({ request }: Incoming): Command | undefined {
  if (request.type === 'question') return ask;
  if (request.type !== 'command') return undefined;
  return COMMANDS.find(({ names }) => Object.values(names).includes(request.name));
}

/** Who will see the result of a request and where it will stand, as far as that can be told before it is there. */
export function expectationOf(incoming: Incoming): Pick<Outgoing, 'mode' | 'audience'> {
  const { person, request } = incoming;
  if (request.type === 'press') {
    const press = decodePress(request.action);
    const own = press?.asker === askerMark(person.id);
    const note = !own || press?.action.verb === 'feedback';
    return {
      mode: own && press.effect === 'turn' ? 'replace' : 'reply',
      audience: note ? 'asker' : 'everyone',
    };
  }
  const command = commandOf(incoming);
  const isPrivate = request.type === 'command' && request.private && command?.audience === 'either';
  return { mode: 'reply', audience: command?.audience === 'asker' || isPrivate ? 'asker' : 'everyone' };
}
