// A request with all that is known before it is answered: looked up once, then passed along.
import type { Locale } from '../message/index.ts';
import { isOwner } from './access/access.ts';
import { type Permissions, permissionsOf, type Right } from './access/rights.ts';
import { asLibraryUpload } from './bare-file.ts';
import { rightOf } from './buttons/action.ts';
import { askerMark } from './buttons/asker-mark.ts';
import { type VerifiedPress, verifyPress } from './buttons/press.ts';
import type { ChatOptions } from './chat-options.ts';
import type { Command } from './command.ts';
import type { DecodedIncoming, DecodedRequest } from './decoded-request.ts';
import { isWordless } from './detect-small-talk.ts';
import { type ExpectedResponse, expectedResponse } from './expected-response.ts';
import { commandOf, withFullName } from './find-command.ts';
import { menuLocale } from './menu-locale.ts';
import { completePending } from './pending-command.ts';
import { placeSettings } from './place-settings.ts';
import { withRepliedWords } from './replied-words.ts';
import type { Responder } from './responder.ts';
import type { PlaceSettings } from './store.ts';
import { typedCommand } from './typed-command.ts';

export interface ResolvedRequest extends DecodedIncoming, Permissions {
  /** A command has its full name; what completes a pending command is that command. */
  request: DecodedRequest;
  responder: Responder;
  /** Undefined for presses and for a name that no command has. */
  command: Command | undefined;
  /** The command's options as they came: by name, or all in one line. */
  values: Record<string, unknown> | string;
  /** Undefined where the request is no press, or the bot did not make its data. */
  press: VerifiedPress | undefined;
  /** What the command or the press needs. */
  right: Right | undefined;
  expected: ExpectedResponse;
  settings: PlaceSettings;
  /** The person's mark on buttons. */
  mark: string;
  /** The language of menus and errors. */
  locale: Locale;
}

export async function resolveRequest(
  incoming: DecodedIncoming,
  responder: Responder,
  { access, store, clock }: Pick<ChatOptions, 'access' | 'store' | 'clock'>,
): Promise<ResolvedRequest> {
  const typed = { ...incoming, request: typedCommand(incoming.request) };
  const whole = isSign(typed.request) ? typed : await completePending(typed, store, clock());
  const { person, place } = whole;
  const settings = await placeSettings(place, store);
  const owner = await isOwner(person, access, store);
  const named = withFullName(asLibraryUpload(whole.request, place, owner));
  const command = commandOf(named);
  const request = withRepliedWords(named, command);
  const mark = askerMark(person.id, await store.secret());
  const press = request.type === 'press' ? verifyPress(request.press, person.id, mark) : undefined;
  return {
    person,
    place,
    request,
    responder,
    command,
    values: valuesIn(request),
    press,
    right: press ? rightOf(press.action) : command?.right,
    expected: expectedResponse(request, command, press),
    settings,
    mark,
    locale: menuLocale(isChinese(incoming.request) ? incoming : typed, settings.language),
    ...permissionsOf(person, place, owner, settings),
  };
}

function valuesIn(request: DecodedRequest): ResolvedRequest['values'] {
  if (request.type === 'press') return {};
  return request.type === 'command' ? request.values : { question: request.text };
}

/** The slash of /help hides no language; that of /帮助 would. */
const isChinese = (request: DecodedRequest): boolean =>
  request.type === 'question' && /\p{Script=Han}/u.test(request.text);

/** A 👍 is no value for a pending option. */
const isSign = (request: DecodedRequest): boolean =>
  request.type === 'question' && !request.attachment && isWordless(request.text);
