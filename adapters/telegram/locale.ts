// The languages of Telegram, as far as the bot speaks them.
import { FALLBACK_LOCALE, LANGUAGES, LOCALES, type Locale, localeServing } from '#core';

/** The bot's language for an IETF tag, or undefined for one that it does not speak. */
export const localeFrom = (tag: string | undefined): Locale | undefined =>
  tag ? localeServing(tag) : undefined;

const TAGS = LOCALES.flatMap((locale) => LANGUAGES[locale].tags);

/** Menus are told apart by two letters: one serves all of Chinese. The one without a code is for everybody else. */
export const MENU_LANGUAGES: readonly { locale: Locale; code?: string }[] = [
  { locale: FALLBACK_LOCALE },
  ...[...new Set(TAGS.map((tag) => new Intl.Locale(tag).language))].flatMap((code) => {
    const locale = localeServing(code);
    return locale && locale !== FALLBACK_LOCALE && code.length === 2 ? [{ locale, code }] : [];
  }),
];
