// The language of menus and errors.
import { type Locale, localeOf } from '../message/index.ts';
import type { Incoming } from './incoming.ts';
import type { LanguageSetting } from './store.ts';

/** The person's, else what the place is set to, else that of the words, else the place's. */
export function menuLocale({ person, place, request }: Incoming, setting: LanguageSetting): Locale {
  if (person.locale) return person.locale;
  if (setting !== 'auto') return setting;
  return request.type === 'question' && request.text ? localeOf(request.text) : (place.locale ?? 'en');
}
