// The language of menus and errors.
import { FALLBACK_LOCALE, type Locale, localeOf } from '../message/index.ts';
import type { Incoming } from './incoming.ts';
import type { LanguageSetting } from './store.ts';

/** The words that show a language: a command's values only in Chinese, since London is no sign of English. */
function wordsIn(request: Incoming['request']): string | undefined {
  if (request.type === 'question') return request.text;
  const line = request.type === 'command' && typeof request.values === 'string' ? request.values : '';
  return /\p{Script=Han}/u.test(line) ? line : undefined;
}

/** The person's language, else the place's setting, else that of the words, else the place's. */
export function menuLocale({ person, place, request }: Incoming, setting: LanguageSetting): Locale {
  if (person.locale) return person.locale;
  if (setting !== 'auto') return setting;
  const words = wordsIn(request);
  return words ? localeOf(words) : (place.locale ?? FALLBACK_LOCALE);
}
