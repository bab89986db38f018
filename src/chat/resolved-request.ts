// A request with what is known of it before it is answered: who may do what, in which language, where the result will stand.
import type { Locale } from '../message/index.ts';
import { isOwner, settingsKey } from './access/access.ts';
import { type Permissions, permissionsOf } from './access/rights.ts';
import { asLibraryUpload } from './bare-file.ts';
import { askerMark, decodePress, formAudience } from './buttons/action.ts';
import type { ChatOptions } from './chat-options.ts';
import type { Command } from './command.ts';
import { isWordless } from './detect-small-talk.ts';
import { commandOf, inFull } from './find-command.ts';
import type { Incoming, Outgoing, Responder } from './incoming.ts';
import { menuLocale } from './menu-locale.ts';
import { completed } from './pending-command.ts';
import { withRepliedWords } from './replied.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { PlaceSettings } from './store.ts';
import { typedCommand } from './typed-command.ts';

export interface ResolvedRequest extends Permissions {
  /** What is wanted, a command by its full name; a reply to what asked for an option is the command with that option. */
  incoming: Incoming;
  outlet: Responder;
  settings: PlaceSettings;
  /** The person's mark on buttons. */
  mark: string;
  /** The language of menus and errors. */
  locale: Locale;
  /** Plain words are the command to ask; presses have none. */
  command: Command | undefined;
}

/** Looks up what is known of a request. */
export async function resolveRequest(
  given: Incoming,
  responder: Responder,
  { access, store, clock }: Pick<ChatOptions, 'access' | 'store' | 'clock'>,
): Promise<ResolvedRequest> {
  const typed = { ...given, request: typedCommand(given.request) };
  const whole = isSign(typed.request) ? typed : await completed(typed, store, clock());
  const { person, place } = whole;
  const settings = { ...DEFAULT_SETTINGS, ...(await store.settings.get(settingsKey(place))) };
  const owner = await isOwner(person, access, store);
  const request = inFull(asLibraryUpload(whole.request, place, owner));
  const command = commandOf(request);
  return {
    incoming: { ...whole, request: withRepliedWords(request, command) },
    outlet: responder,
    settings,
    mark: askerMark(person.id, await store.secret()),
    locale: menuLocale(isChinese(given.request) ? given : typed, settings.language),
    ...permissionsOf(person, place, owner, settings),
    command,
  };
}

/** /help says nothing of a language, /帮助 does. */
const isChinese = (request: Incoming['request']): boolean =>
  request.type === 'question' && /\p{Script=Han}/u.test(request.text);

/** 👍 gives nothing that was asked for. */
const isSign = (request: Incoming['request']): boolean =>
  request.type === 'question' && !request.attachment && isWordless(request.text);

/**
 * Who will see the result of a request and where it will stand, as far as that can be told before it is there.
 * @param secret the store's; as long as it is not known, whoever presses is taken for the asker
 */
export function expectedResponse(
  incoming: Incoming,
  secret: string | undefined,
): Pick<Outgoing, 'mode' | 'audience'> {
  const { person, request } = incoming;
  const seenBy = request.type === 'press' ? formAudience(request.action) : undefined;
  if (seenBy) return { mode: 'reply', audience: seenBy };
  if (request.type === 'press') {
    const press = decodePress(request.action);
    const own = press !== undefined && (secret === undefined || press.asker === askerMark(person.id, secret));
    const { verb } = press?.action ?? {};
    const note = !own || verb === 'feedback' || verb === 'library' || verb === 'grant';
    return {
      mode: own && press.effect === 'turn' ? 'replace' : 'reply',
      audience: note ? 'asker' : 'everyone',
    };
  }
  const command = commandOf(request);
  const isPrivate = request.private === true && command?.audience === 'either';
  return { mode: 'reply', audience: command?.audience === 'asker' || isPrivate ? 'asker' : 'everyone' };
}
