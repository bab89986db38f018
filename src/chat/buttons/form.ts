// The form that a press opens where replies do not reach the bot.
import { FALLBACK_LOCALE, type Locale, TEXTS } from '../../message/index.ts';
import { MAX_TEXT_LENGTH } from '../command.ts';
import type { DecodedIncoming } from '../decoded-request.ts';
import { commandNamed } from '../find-command.ts';
import type { Form } from '../responder.ts';
import type { Action } from './action.ts';

/**
 * What has to be filled in before a press takes effect; undefined where nothing has. Looks nothing up, since
 * some platforms need the form at once: rights and expiry are checked when it comes back.
 */
export function formOf({ person, place, request }: DecodedIncoming): Form | undefined {
  if (request.type !== 'press' || request.text !== undefined) return undefined;
  const action = request.press?.action;
  if (action?.verb !== 'ask' && action?.verb !== 'give') return undefined;
  const locale = person.locale ?? localeIn(action.args[1]) ?? place.locale ?? FALLBACK_LOCALE;
  const form = action.verb === 'ask' ? followUpForm(locale) : optionForm(action.args, locale);
  return form && { ...form, action: request.action };
}

type Fields = Omit<Form, 'action'>;

function followUpForm(locale: Locale): Fields {
  const texts = TEXTS[locale];
  return {
    title: texts.askOn(),
    label: texts.followUp(),
    hint: texts.followUpHint(),
    maxLength: MAX_TEXT_LENGTH,
  };
}

type GiveArguments = Extract<Action, { verb: 'give' }>['args'];

function optionForm([, , hyphenated, option]: GiveArguments, locale: Locale): Fields | undefined {
  const command = commandNamed(hyphenated.replaceAll('-', ' '));
  if (!command || !Object.hasOwn(command.options, option)) return undefined;
  const { names, summary, maxLength = MAX_TEXT_LENGTH, file } = command.options[option];
  if (file) return undefined;
  return { title: `/${command.names[locale]}`, label: names[locale], hint: summary[locale], maxLength };
}

const localeIn = (text: string): Locale | undefined =>
  Object.hasOwn(TEXTS, text) ? (text as Locale) : undefined;
